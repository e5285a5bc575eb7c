import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENT, BLANK, NEVER, UNREADABLE, atLeastDays } from '../../../src/core/base/dayValue.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { asEvidence, fuseDayValues, overrideLevel } from '../../../src/core/policy/fuseDayValues.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { signInAsActionTypes } from '../../../src/core/policy/surveyUsage.ts';
import { contextOf, type ContextOptions } from '../../builders/contextOf.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';

const dayValue = fc.oneof(
  fc.integer({ min: 0, max: 30_000 }),
  fc.integer({ min: 0, max: 2000 }).map(atLeastDays),
  fc.constantFrom(NEVER, BLANK, UNREADABLE, ABSENT),
);

describe('fusing values of one class', () => {
  test('the latest date wins, then never, then the largest bound; unreadable, blank and absent stay apart [LOAD-14]', () => {
    const order = [
      day('2026-06-30'),
      day('2026-06-29'),
      NEVER,
      atLeastDays(90),
      atLeastDays(30),
      UNREADABLE,
      BLANK,
      ABSENT,
    ];
    order.forEach((stronger, index) => {
      for (const weaker of order.slice(index)) expect(fuseDayValues(weaker, stronger)).toBe(stronger);
    });
  });

  test('the order of sources does not matter', () => {
    fc.assert(
      fc.property(dayValue, dayValue, dayValue, (a, b, c) => {
        expect(fuseDayValues(a, b)).toBe(fuseDayValues(b, a));
        expect(fuseDayValues(fuseDayValues(a, b), c)).toBe(fuseDayValues(a, fuseDayValues(b, c)));
        expect(fuseDayValues(a, ABSENT)).toBe(a);
      }),
    );
  });

  test('the seat decides over the account only where it says something [DEFINE-06]', () => {
    const worked = day('2026-06-28');
    expect(overrideLevel(NEVER, worked)).toBe(NEVER);
    expect(overrideLevel(BLANK, worked)).toBe(worked);
    expect(overrideLevel(UNREADABLE, worked)).toBe(worked);
    expect(overrideLevel(ABSENT, BLANK)).toBe(BLANK);
  });
});

const categoryOf = (table: string, options?: ContextOptions, seat = 0): string =>
  explainSeat(contextOf(snapshotOf(table), options), seat).category;

describe('a log that starts on a day', () => {
  const log = (historyStart: string) => ({
    evidence: {
      log: { signalKind: 'action', proposedClass: 'meaningful', level: 'account', historyStart },
    } as const,
  });
  const categoryUnder = (table: string, historyStart: string): string =>
    explainSeat(contextOf(snapshotOf(table, log(historyStart))), 0).category;
  const silent = 'account | assigned | log\na | 2024-01-01 | never';

  test('an empty log proves inactivity for A − H + 1 days only [LOAD-25]', () => {
    const asOf = day('2026-06-30');
    expect(asEvidence(NEVER, day('2026-05-01'), asOf)).toBe(atLeastDays(61));
    expect(asEvidence(NEVER, asOf, asOf)).toBe(atLeastDays(1));
    expect(asEvidence(NEVER, undefined, asOf)).toBe(NEVER);
    expect(asEvidence(day('2026-04-30'), day('2026-05-01'), asOf)).toBe(day('2026-04-30'));
  });

  test('a seat whose log does not reach the window is Unknown, unless another source decides [LOAD-25]', () => {
    expect(categoryUnder(silent, '2026-04-03')).toBe('unknown');
    expect(categoryUnder(silent, '2026-04-02')).not.toBe('unknown');
    const withSource = 'account | assigned | log | last action\na | 2024-01-01 | never | 2025-12-01';
    expect(categoryUnder(withSource, '2026-05-01')).toBe('dormant');
  });
});

describe('seat and account', () => {
  test('an account holds several seats, and work in one product does not hide an unused seat of another [DEFINE-06]', () => {
    const table = `
      account | licence   | assigned   | last action | last sign-in | seat action | seat sign-in
      a       | Fulfiller | 2025-01-01 | 2026-06-28  | 2026-06-28   | -           | -
      a       | Analytics | 2025-01-01 | 2026-06-28  | 2026-06-28   | never       | -
      a       | Reports   | 2025-01-01 | 2026-06-28  | 2026-06-28   | never       | never`;
    expect([0, 1, 2].map((seat) => categoryOf(table, undefined, seat))).toEqual([
      'active',
      'loginOnly',
      'neverUsed',
    ]);
  });
});

describe('classes of columns', () => {
  const table = `
    account | assigned   | last action | last sign-in | last passive
    a       | 2024-01-01 | 2025-10-01  | 2026-06-20   | 2026-06-29`;

  test('a column that is classed anew changes the result at once [DEFINE-03]', () => {
    const classed = (
      source: string,
      evidenceClass: 'meaningful' | 'passive' | 'ignored',
    ): ContextOptions => ({
      policy: { evidenceRules: [{ source, evidenceClass }] },
    });
    expect(categoryOf(table)).toBe('loginOnly');
    expect(categoryOf(table, classed('last passive', 'meaningful'))).toBe('active');
    expect(categoryOf(table, classed('last sign-in', 'passive'))).toBe('dormant');
    expect(categoryOf(table, classed('last sign-in', 'ignored'))).toBe('dormant');
  });

  test('the switch lets a sign-in count as work [DEFINE-03]', () => {
    expect(categoryOf(table, { policy: { signInCountsAsWork: true } })).toBe('active');
  });

  test('for a licence type with sign-ins and no actions the sign-in is the action; Login only cannot occur [DEFINE-04]', () => {
    const mixed = `
      account | licence   | assigned   | seat action | last sign-in
      a       | Fulfiller | 2024-01-01 | 2025-10-01  | 2026-06-20
      b       | Approver  | 2024-01-01 | -           | 2026-06-20
      c       | Approver  | 2024-01-01 | -           | 2025-10-01`;
    const context = contextOf(snapshotOf(mixed));
    expect(signInAsActionTypes(context.snapshot, context.usage)).toEqual(['Approver']);
    expect([0, 1, 2].map((seat) => explainSeat(context, seat).category)).toEqual([
      'loginOnly',
      'active',
      'dormant',
    ]);
    expect(explainSeat(context, 2).evidence[0]!.label).toBe('Last sign-in, taken as real work');
  });

  test('a licence type without any source of use is Unknown, never flagged [REVIEW-03]', () => {
    const list = `
      account | licence  | assigned
      a       | Approver | 2020-01-01`;
    const reason = explainSeat(contextOf(snapshotOf(list)), 0);
    expect(reason.category).toBe('unknown');
    expect(reason.unknownReason).toBe('noUsageSource');
  });

  test('blank and unreadable cells never flag a seat [REVIEW-03]', () => {
    const list = `
      account | assigned   | last action
      a       | 2020-01-01 |
      b       | 2020-01-01 | yesterday
      c       | 2020-01-01 | 2026-06-01`;
    expect([0, 1, 2].map((seat) => categoryOf(list, undefined, seat))).toEqual([
      'unknown',
      'unknown',
      'active',
    ]);
  });
});

describe('tenure', () => {
  test('the assigned date decides, else the created date, else the oldest proof of existence [REVIEW-05]', () => {
    const list = `
      account | assigned   | created    | last action | last sign-in
      a       | 2026-06-01 | 2020-01-01 | never       | never
      b       | -          | 2026-06-01 | never       | never
      c       | -          | 2020-01-01 | never       | never
      d       | -          | -          | never       | 2026-01-15
      e       | -          | -          | never       | 2026-06-20
      f       | -          | -          | never       | never`;
    const context = contextOf(snapshotOf(list));
    const categories = [0, 1, 2, 3, 4, 5].map((seat) => explainSeat(context, seat).category);
    expect(categories).toEqual(['tooNew', 'tooNew', 'neverUsed', 'dormant', 'unknown', 'unknown']);
    expect(explainSeat(context, 5).unknownReason).toBe('cannotTellNewFromNeverUsed');
    expect([...prepareSeats(context).tenure]).toEqual([29, 29, 1461, 166, 10, 0]);
  });

  test('an account that was invited and has not accepted is marked [REVIEW-05]', () => {
    const list = `
      account | status  | assigned   | invited    | activated  | last action
      a       | invited | 2024-01-01 | -          | -          | never
      b       | unknown | 2024-01-01 | 2024-01-01 |            | never
      c       | unknown | 2024-01-01 | 2024-01-01 | 2024-01-05 | never
      d       | unknown | 2024-01-01 | 2024-01-01 |            | 2025-01-01`;
    const context = contextOf(snapshotOf(list));
    expect([0, 1, 2, 3].map((seat) => explainSeat(context, seat).invited)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('why a seat has its category', () => {
  test('names rule, file, row, original text and reading of the cells that decided [REVIEW-02]', () => {
    const list = `
      account | assigned   | last action | other action | last sign-in
      x       | 2024-01-01 | 2026-06-01  | -            | -
      a       | 2024-01-01 | 2025-10-01  | 2025-11-02   | never`;
    const snapshot = snapshotOf(list, {
      evidence: { 'other action': { signalKind: 'action', proposedClass: 'meaningful', level: 'account' } },
    });
    const reason = explainSeat(contextOf(snapshot), 1);
    expect(reason).toMatchObject({ category: 'dormant', rule: 12, idle: '240' });
    expect(reason.evidence).toEqual([
      {
        label: 'Last real work',
        column: 'other action',
        file: 'users.csv',
        fileRow: 3,
        rawText: '2025-11-02',
        reading: '2 Nov 2025',
      },
      {
        label: 'Last sign-in',
        column: 'last sign-in',
        file: 'users.csv',
        fileRow: 3,
        rawText: 'never',
        reading: 'never',
      },
      {
        label: 'Assigned on',
        column: 'assigned',
        file: 'users.csv',
        fileRow: 3,
        rawText: '2024-01-01',
        reading: '1 Jan 2024',
      },
    ]);
  });

  test('of several columns of one class the latest date that can be read decides, wherever it stands [LOAD-14]', () => {
    const list = `
      account | assigned   | last sign-in | other sign-in | third sign-in
      a       | 2024-01-01 | 2025-10-01   | 2025-11-02    | 2025-10-31
      b       | 2024-01-01 | 2025-11-02   | 2025-10-01    | never
      c       | 2024-01-01 | 2025-10-01   | soon          | never
      d       | 2024-01-01 | never        |               | 2025-10-01
      e       | 2024-01-01 | never        | -             |`;
    const form = { signalKind: 'applicationSignIn', proposedClass: 'loginOnly', level: 'account' } as const;
    const context = contextOf(
      snapshotOf(list, { evidence: { 'other sign-in': form, 'third sign-in': form } }),
    );
    const decided = [0, 1, 2, 3, 4].map((seat) => {
      const { column, rawText } = explainSeat(context, seat).evidence[0]!;
      return `${column}: ${rawText}`;
    });
    expect(decided).toEqual([
      'other sign-in: 2025-11-02',
      'last sign-in: 2025-11-02',
      'last sign-in: 2025-10-01',
      'third sign-in: 2025-10-01',
      'last sign-in: never',
    ]);
  });

  test('a borderline seat says what would help, in the words of the screen', () => {
    const list = 'account | assigned | last action\na | 2024-01-01 | 2026-03-20';
    expect(explainSeat(contextOf(snapshotOf(list)), 0).sentence).toBe(
      'Idle 102 days. Only one last-activity date is known, so a quarterly pattern cannot be ruled out. Load an activity export, ask the manager, or decide here.',
    );
  });
});
