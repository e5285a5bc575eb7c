import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLAGGED_CATEGORIES } from '../../../src/core/policy/category.ts';
import { describePolicy, describePolicyParts } from '../../../src/core/policy/describePolicy.ts';
import { DEFAULT_POLICY, SAFETY_CHECKS, type Policy } from '../../../src/core/policy/policy.ts';
import { signInLimitation, windowAdvice } from '../../../src/core/policy/windowAdvice.ts';
import { day } from '../../builders/snapshotOf.ts';

const DATA = {
  asOf: day('2026-06-30'),
  columns: [
    { header: 'resolve', proposedClass: 'meaningful' },
    { header: 'assign', proposedClass: 'meaningful' },
    { header: 'update', proposedClass: 'meaningful' },
    { header: 'approve', proposedClass: 'meaningful' },
    { header: 'Last login', proposedClass: 'loginOnly' },
    { header: 'Was mentioned', proposedClass: 'passive' },
  ],
  signInAsAction: [],
} as const;

describe('the definition in words', () => {
  test('begins as in the example of the specification [DEFINE-13]', () => {
    expect(describePolicy(DEFAULT_POLICY, DATA)).toContain(
      'A seat is inactive when its account has done none of: resolve, assign, update, approve, for 90 days up to 30 June 2026. ' +
        'Signing in does not count as work. Seats held for less than 90 days that have not been used yet are left alone. ' +
        'We look back 400 days for quarterly, seasonal and on-call patterns; a seat idle 90 to 179 days whose pattern cannot be tested waits for a person.',
    );
  });

  test('states the limitation of every licence type whose sign-in is taken as the action [DEFINE-04]', () => {
    const text = describePolicy(DEFAULT_POLICY, { ...DATA, signInAsAction: ['ITSM Fulfiller'] });
    expect(text).toContain(
      'For ITSM Fulfiller only sign-ins are known. A sign-in is counted as use; seats that sign in without working cannot be seen.',
    );
    expect(signInLimitation(['ITSM Fulfiller'])).toBe(text.slice(text.indexOf('For ITSM')));
    expect(signInLimitation(['Agent', 'Approver', 'Guest'])).toMatch(/^For Agent, Approver and Guest only /);
    expect(signInLimitation([])).toBeUndefined();
  });

  test('is made of parts whose settings can be edited in place', () => {
    const parts = describePolicyParts(DEFAULT_POLICY, DATA);
    const edited = parts.flatMap(({ text, editable }) =>
      editable === undefined ? [] : [`${editable}: ${text}`],
    );
    expect(edited.slice(0, 6)).toEqual([
      'actions: resolve, assign, update, approve',
      'window: 90',
      'signIn: does not count',
      'window: 90',
      'lookBack: 400',
      'borderline: 179',
    ]);
  });

  test('says so when no date of work is loaded', () => {
    expect(describePolicy(DEFAULT_POLICY, { ...DATA, columns: [] })).toContain(
      'has done no real work (no date of work is loaded) for 90 days',
    );
  });

  test('says that a seat is inactive when nobody signed in where only sign-ins are known [DEFINE-04]', () => {
    const known = {
      ...DATA,
      columns: [{ header: 'Last login', proposedClass: 'loginOnly' }],
      signInAsAction: ['Fulfiller', 'Approver'],
    } as const;
    const text = describePolicy(DEFAULT_POLICY, known);
    expect(text).toMatch(
      /^A seat is inactive when its account has not signed in for 90 days up to 30 June 2026\. Signing in counts as use, because nothing else is known;/,
    );
    expect(text).not.toMatch(/real work|does not count as work/);
    expect(describePolicy({ ...DEFAULT_POLICY, signInCountsAsWork: true }, known)).toContain(
      'up to 30 June 2026. Signing in counts as use. Seats held',
    );
  });

  test('says it per licence type where only some have nothing but sign-ins [DEFINE-04]', () => {
    const text = describePolicy(DEFAULT_POLICY, { ...DATA, signInAsAction: ['Approver', 'Portal'] });
    expect(text).toContain(
      'done none of: resolve, assign, update, approve, for 90 days up to 30 June 2026; ' +
        'a seat of Approver or Portal, when its account has not signed in for its window. ' +
        'Signing in does not count as work for the other licence types.',
    );
  });

  test('two policies that can count differently never read the same [DEFINE-13]', () => {
    const windows = fc
      .tuple(fc.integer({ min: 14, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([dormancy, more]) => ({ dormancy, borderline: dormancy + more }));
    const words = fc
      .uniqueArray(fc.constantFrom('svc', 'bot', 'room', 'api'), { maxLength: 3 })
      .map((list) => list.toSorted());
    const counted = fc.record({
      windows,
      windowsByLicenceType: fc.oneof(
        fc.constant({}),
        fc.record({ Approver: windows }),
        fc.record({ Fulfiller: windows }),
      ),
      lookBack: fc.integer({ min: 398, max: 402 }),
      evidenceRules: fc
        .record(
          Object.fromEntries(
            DATA.columns.map(({ header }) => [
              header,
              fc.constantFrom(
                'meaningful' as const,
                'loginOnly' as const,
                'passive' as const,
                'ignored' as const,
              ),
            ]),
          ),
        )
        .map((rules) => Object.entries(rules).map(([source, evidenceClass]) => ({ source, evidenceClass }))),
      signInCountsAsWork: fc.boolean(),
      nonHuman: fc.record({
        serviceWords: words,
        integrationWords: words,
        sharedWords: words,
        useFlags: fc.boolean(),
        useDelegates: fc.boolean(),
        useSharedAddresses: fc.boolean(),
      }),
      mayBecomeCases: fc.subarray([...FLAGGED_CATEGORIES]),
      checksOff: fc
        .subarray([...SAFETY_CHECKS], { maxLength: 2 })
        .map((checks) => checks.map((check) => ({ check, reason: 'for a reason' }))),
    });
    const textOf = (changes: Partial<Policy>, signInAsAction: readonly string[]): string =>
      describePolicy({ ...DEFAULT_POLICY, ...changes }, { ...DATA, signInAsAction });
    const onlySignIns = fc.subarray(['Approver', 'Fulfiller']);
    const settings = [
      'windows',
      'windowsByLicenceType',
      'lookBack',
      'evidenceRules',
      'signInCountsAsWork',
      'nonHuman',
      'mayBecomeCases',
      'checksOff',
    ] as const;
    fc.assert(
      fc.property(
        counted,
        counted,
        fc.constantFrom(...settings),
        onlySignIns,
        (one, other, setting, types) => {
          const changed = { ...one, [setting]: other[setting] };
          const isSame = JSON.stringify(changed[setting]) === JSON.stringify(one[setting]);
          expect(textOf(changed, types) === textOf(one, types)).toBe(isSame);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('does not change with settings that only steer the process', () => {
    const process: Partial<Policy> = {
      name: 'Other',
      notify: false,
      graceDays: 3,
      route: 'ticket',
      dryRun: false,
    };
    expect(describePolicy({ ...DEFAULT_POLICY, ...process }, DATA)).toBe(
      describePolicy(DEFAULT_POLICY, DATA),
    );
  });
});

describe('advice on a window', () => {
  test.each([60, 75, 90])('%i days need none [DEFINE-02]', (days) => expect(windowAdvice(days)).toEqual([]));

  test.each([45, 91, 730])('%i days are hard to defend [DEFINE-02]', (days) => {
    expect(windowAdvice(days)).toEqual([
      `Most definitions use 60 to 90 days. With ${days} days expect to be asked why.`,
    ]);
  });

  test('30 days or less are unfair to quarterly work as well [DEFINE-02]', () => {
    expect(windowAdvice(30)[1]).toBe(
      'A 30-day window makes busy teams look good and unfairly condemns teams with quarterly work.',
    );
    expect(windowAdvice(31)).toHaveLength(1);
  });
});
