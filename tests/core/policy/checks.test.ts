import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLAGGED_CATEGORIES, isFlagged, type Category } from '../../../src/core/policy/category.ts';
import { candidateSeats, countCandidates } from '../../../src/core/policy/candidateSeats.ts';
import { checkSeat } from '../../../src/core/policy/checkSeat.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { SAFETY_CHECKS, type SafetyCheck } from '../../../src/core/policy/policy.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { contextOf, type ContextOptions } from '../../builders/contextOf.ts';
import { randomContext } from '../../builders/randomSnapshot.ts';
import { snapshotOf, type SnapshotOptions } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const seatOf = (cells: Readonly<Record<string, string>>): string => {
  const all: Readonly<Record<string, string>> = {
    account: 'a',
    email: 'a@x.example',
    manager: 'Kim',
    assigned: '2024-01-01',
    'last action': '2025-10-01',
    ...cells,
  };
  return [Object.keys(all).join(' | '), Object.values(all).join(' | ')].join('\n');
};

const results = (
  cells: Readonly<Record<string, string>>,
  options?: ContextOptions,
  snapshot?: SnapshotOptions,
): Readonly<Record<SafetyCheck, { result: string; evidence: string }>> => {
  const context = contextOf(snapshotOf(seatOf(cells), snapshot), options);
  return Object.fromEntries(
    checkSeat(context, 0).map(({ check, result, evidence }) => [check, { result, evidence }]),
  ) as Record<SafetyCheck, { result: string; evidence: string }>;
};

test('ten checks come in their order, each with evidence', () => {
  const context = contextOf(snapshotOf(seatOf({})));
  const checks = checkSeat(context, 0);
  expect(checks.map(({ check }) => check)).toEqual(SAFETY_CHECKS);
  for (const { evidence } of checks) expect(evidence).toMatch(/\.$/);
});

test.each<[string, Readonly<Record<string, string>>, SafetyCheck, string, RegExp]>([
  ['a known person', {}, 'identityResolved', 'pass', /a@x\.example; manager Kim/],
  ['no address', { email: '', name: 'Ada Holm' }, 'identityResolved', 'warn', /known by name alone/],
  ['no address and no name', { email: '' }, 'identityResolved', 'warn', /no person is known/],
  ['a service account', { name: 'svc-x' }, 'humanSeat', 'block', /‘svc’/],
  ['a VIP', { vip: 'yes' }, 'protectedRole', 'block', /VIP in row 2/],
  ['the only administrator', { role: 'System Admin' }, 'protectedRole', 'block', /no other open account/],
  [
    'the only administrator by permissions',
    { role: 'Agent', permissions: 'Admin' },
    'protectedRole',
    'block',
    /Permissions Admin: no other/,
  ],
  [
    'a listed approver',
    { 'delegate or approver': 'Approver for Finance' },
    'protectedRole',
    'block',
    /^Listed as delegate or approver in row 2: Approver for Finance\.$/,
  ],
  ['a listed delegate', { 'delegate or approver': 'Yes' }, 'protectedRole', 'block', /^Listed .* row 2\.$/],
  ['no approver', { 'delegate or approver': 'No' }, 'protectedRole', 'pass', /No protected role/],
  ['an account for emergencies', { name: 'Break Glass 1' }, 'protectedRole', 'block', /emergencies/],
  ['a short tenure', { assigned: '2026-06-01' }, 'tenure', 'block', /29 days/],
  ['one last date', {}, 'periodicPattern', 'warn', /only one last-activity date/],
  ['a later weaker signal', { 'last passive': '2026-05-05' }, 'conflictingSignals', 'warn', /5 May 2026/],
  ['SSO alone', { 'last action': '-', 'last sso': '2025-10-01' }, 'conflictingSignals', 'warn', /alone/],
  ['open records', { 'open records': '3' }, 'dependencies', 'warn', /3 open records/],
  ['no open records', { 'open records': '0' }, 'dependencies', 'pass', /No open records/],
  ['queues', { queues: 'Net; Tax' }, 'dependencies', 'warn', /queues or groups: Net; Tax\.$/],
  ['scheduled jobs', { 'scheduled jobs': '3' }, 'dependencies', 'warn', /scheduled jobs: 3\.$/],
  [
    'a default owner',
    { 'default owner of': 'Laptops' },
    'dependencies',
    'warn',
    /default owner of: Laptops\.$/,
  ],
  ['approvals', { 'delegate or approver': 'yes' }, 'dependencies', 'warn', /delegate or approver: yes\.$/],
  [
    'records and queues',
    { 'open records': '2', queues: 'Net', 'scheduled jobs': '0' },
    'dependencies',
    'warn',
    /^Needs a new owner: open records: 2 · queues or groups: Net\.$/,
  ],
  [
    'nothing to hand over',
    { 'open records': '0', queues: '', 'scheduled jobs': 'none' },
    'dependencies',
    'pass',
    /^No open records, no queue or group membership, no scheduled jobs\.$/,
  ],
  ['an unreadable cell', { 'last sign-in': 'soon' }, 'evidenceQuality', 'block', /row 2: ‘soon’/],
  [
    'the edge of the window',
    { 'last action': '2026-03-31' },
    'evidenceQuality',
    'warn',
    /91 days lies within 2 days/,
  ],
  ['a licence from a group', { 'inherited from': 'All staff' }, 'seatEffect', 'warn', /All staff/],
])('%s', (_, cells, check, result, evidence) => {
  expect(results(cells)[check]).toEqual({ result, evidence: expect.stringMatching(evidence) });
});

test('a seat within the lag of the window is marked boundary, and check 9 warns [DEFINE-07]', () => {
  const context = contextOf(snapshotOf(seatOf({ 'last action': '2026-04-01' })));
  expect(explainSeat(context, 0).boundary).toBe(true);
  expect(results({ 'last action': '2026-04-01' }).evidenceQuality.result).toBe('warn');
  expect(results({ 'last action': '2026-03-29' }).evidenceQuality.result).toBe('pass');
});

test('leavers are not asked for tenure, absence and pattern', () => {
  const leaver = results({ left: '2026-06-20', assigned: '2026-06-01', pattern: 'yearly' });
  expect(leaver.tenure.result).toBe('pass');
  expect(leaver.absenceOrException.result).toBe('pass');
  expect(leaver.periodicPattern.result).toBe('pass');
});

test('a check that is switched off says why and blocks nothing', () => {
  const options = { policy: { checksOff: [{ check: 'protectedRole' as const, reason: 'asked in person' }] } };
  expect(results({ vip: 'yes' }, options).protectedRole).toEqual({
    result: 'off',
    evidence: 'Switched off: asked in person',
  });
});

test('a seat is a candidate when its category is allowed and no check blocks it [DEFINE-11]', () => {
  const flags = fc.record({
    mayBecomeCases: fc.subarray([...FLAGGED_CATEGORIES]),
    checksOff: fc
      .subarray([...SAFETY_CHECKS], { maxLength: 3 })
      .map((checks) => checks.map((check) => ({ check, reason: 'for a reason' }))),
  });
  fc.assert(
    fc.property(randomContext, flags, fc.boolean(), (given, choice, queueWaived) => {
      const context = { ...given, policy: { ...given.policy, ...choice } };
      const prepared = prepareSeats(context);
      const evaluation = classifySeats(prepared, context.policy);
      const candidates = candidateSeats(prepared, evaluation, context.policy, queueWaived);
      const isAllowed = (category: Category): boolean =>
        category === 'borderline'
          ? queueWaived
          : isFlagged(category) && context.policy.mayBecomeCases.includes(category);
      const expected = [...candidates].map((_, seat) => {
        const isBlocked = checkSeat(context, seat).some(({ result }) => result === 'block');
        return isAllowed(explainSeat(context, seat).category) && !isBlocked ? 1 : 0;
      });
      expect([...candidates]).toEqual(expected);
      expect(countCandidates(prepared, evaluation, context.policy, queueWaived)).toBe(
        expected.filter((flag) => flag === 1).length,
      );
    }),
    { numRuns: 200 },
  );
});

test('borderline seats become candidates only under a waiver; by default the other four lines may [DEFINE-11]', () => {
  const context = contextOf(snapshotOf(seatOf({ 'last action': '2026-03-01' })));
  const prepared = prepareSeats(context);
  const evaluation = classifySeats(prepared, context.policy);
  expect(explainSeat(context, 0).category).toBe('borderline');
  expect([...candidateSeats(prepared, evaluation, context.policy, false)]).toEqual([0]);
  expect([...candidateSeats(prepared, evaluation, context.policy, true)]).toEqual([1]);
  expect(context.policy.mayBecomeCases).toEqual(['leaver', 'neverUsed', 'loginOnly', 'dormant']);
});

test('an unreadable cell of the account that a day outvoted blocks the seat, in the list and in the check', () => {
  const clear = snapshotOf(seatOf({}));
  const doubted = {
    ...clear,
    evidence: clear.evidence.map((column) => ({ ...column, doubtRow: Uint32Array.of(7) })),
  };
  const seatsOf = (snapshot: typeof clear): number => {
    const context = contextOf(snapshot);
    const prepared = prepareSeats(context);
    return countCandidates(prepared, classifySeats(prepared, context.policy), context.policy, false);
  };
  const quality = checkSeat(contextOf(doubted), 0).find(({ check }) => check === 'evidenceQuality');
  expect(quality).toMatchObject({
    result: 'block',
    evidence:
      'last action, row 7: this cell of the account cannot be read as a date and may hide a later one.',
  });
  expect([seatsOf(clear), seatsOf(doubted)]).toEqual([1, 0]);
});

describe('delegates that other accounts name', () => {
  const LIST = (delegates: string, status = 'active'): string => `
    account | name      | user name | email         | delegates    | status    | last action | assigned
    boss    | Kim Bell  | kbell     | kim@x.example | ${delegates} | ${status} | 2026-06-01  | 2024-01-01
    ada     | Ada Quill | aquill    | ada@x.example |              | active    | 2025-10-01  | 2024-01-01
    ben     | Ben Orr   | borr      | ben@x.example |              | active    | 2025-10-01  | 2024-01-01
    ben2    | Ben Orr   | borr2     | b2@x.example  |              | active    | 2025-10-01  | 2024-01-01
  `;
  const protectedBy = (list: string): readonly string[] => {
    const context = contextOf(snapshotOf(list));
    return Array.from({ length: context.snapshot.seats.count }, (_, seat) => seat).flatMap((seat) => {
      const role = checkSeat(context, seat).find(({ check }) => check === 'protectedRole')!;
      return role.result === 'block' ? [role.evidence] : [];
    });
  };

  test.each([
    'ada',
    'AQUILL',
    'Ada@X.example',
    'Ada Quill',
    'Ada Quill <ada@x.example>',
    'nobody; ada',
    'nobody, ada',
  ])('%j is one of them', (delegates) => {
    expect(protectedBy(LIST(delegates))).toEqual([
      'Ada Quill is named among the delegates of Kim Bell (row 2).',
    ]);
  });

  test.each(['Ben Orr', 'Quill', 'boss', 'Kim Bell', '2', 'yes', 'none'])(
    '%j names no other account for sure',
    (delegates) => {
      expect(protectedBy(LIST(delegates))).toEqual([]);
    },
  );

  test('a closed account protects nobody', () => {
    expect(protectedBy(LIST('ada', 'deactivated'))).toEqual([]);
  });

  test('the seat is no candidate while its own category stays', () => {
    const candidates = (delegates: string): readonly number[] => {
      const context = contextOf(snapshotOf(LIST(delegates)));
      const prepared = prepareSeats(context);
      return [...candidateSeats(prepared, classifySeats(prepared, context.policy), context.policy, false)];
    };
    expect(candidates('nobody')).toEqual([0, 1, 1, 1]);
    expect(candidates('ada')).toEqual([0, 0, 1, 1]);
    expect(explainSeat(contextOf(snapshotOf(LIST('ada'))), 1).category).toBe(
      explainSeat(contextOf(snapshotOf(LIST('nobody'))), 1).category,
    );
  });
});
