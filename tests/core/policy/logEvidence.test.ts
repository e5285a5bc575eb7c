import { describe, expect, test } from 'vitest';
import { joinEvidence, withEvidence } from '../../../src/core/inventory/joinEvidence.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { buildContext, type EvaluationContext } from '../../../src/core/policy/evaluationContext.ts';
import { checkSeat } from '../../../src/core/policy/checkSeat.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { findConflicts, type Conflicts } from '../../../src/core/policy/findConflicts.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { coveredFrom } from '../../../src/core/policy/testPatterns.ts';
import { activitySourceOf, type LogOptions, type LogRow } from '../../builders/activitySourceOf.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

function judged(
  table: string,
  logs: readonly (readonly [readonly LogRow[], LogOptions?])[],
  policy: Partial<Policy> = {},
): { readonly context: EvaluationContext; readonly snapshot: Snapshot } {
  const list = snapshotOf(table);
  const sources = logs.map(([rows, options], index) =>
    activitySourceOf(rows, { file: `log ${index}`, name: `log-${index}.csv`, ...options }),
  );
  const snapshot = withEvidence(list, joinEvidence(list, sources).columns);
  return {
    snapshot,
    context: buildContext({ ...contextOf(list, { policy }), snapshot, fiscalYearStart: 1 }),
  };
}

/** All pieces of the search at once. */
function conflictsOf(...asked: Parameters<typeof findConflicts>): Conflicts {
  const pieces = findConflicts(...asked);
  let piece = pieces.next();
  while (piece.done !== true) piece = pieces.next();
  return piece.value;
}

const SEAT = `
  | account | licence   | assigned   |
  | ann     | Fulfiller | 2023-01-01 |
  | bob     | Fulfiller | 2023-01-01 |
`;
const BOB: LogRow = ['bob', '2026-06-20', 'resolve'];

describe('the boundary mark', () => {
  const LIST = `
    | account | licence   | assigned   | last action |
    | ann     | Fulfiller | 2023-01-01 | 2025-09-01  |
    | bob     | Fulfiller | 2023-01-01 | 2026-03-28  |
  `;
  const rows: readonly LogRow[] = [['ann', '2026-03-28', 'resolve']];
  const covers = { historyStart: '2025-05-27' };

  test('uses the lag of the source that decided the last real work, as does check 9 [DEFINE-07]', () => {
    // Both idle 94 days: 4 beyond the window, further than the two days of the list.
    const near = judged(LIST, [[rows, { ...covers, lagDays: 4 }]]);
    expect(explainSeat(near.context, 0).boundary).toBe(true);
    expect(explainSeat(near.context, 1).boundary).toBe(false);
    const quality = checkSeat(near.context, 0).find(({ check }) => check === 'evidenceQuality');
    expect(quality).toMatchObject({
      result: 'warn',
      evidence: 'Idle 94 days lies within 4 days, the lag of log-0.csv, of the window of 90 days.',
    });
    expect([...classifySeats(prepareSeats(near.context), near.context.policy).boundary]).toEqual([1, 0]);
  });

  test('is not set within the lag of a list that did not decide [DEFINE-07]', () => {
    const precise = judged(LIST.replace('2026-03-28', '2026-03-31'), [
      [[['ann', '2026-03-31', 'resolve']], { ...covers, lagDays: 0 }],
    ]);
    expect(explainSeat(precise.context, 0).boundary).toBe(false);
    expect(explainSeat(precise.context, 1).boundary).toBe(true);
    expect([...classifySeats(prepareSeats(precise.context), precise.context.policy).boundary]).toEqual([
      0, 1,
    ]);
  });
});

describe('what a log proves', () => {
  test('of a seat without an entry: idle for at least the days it shows, so a short one leaves it Unknown [LOAD-25]', () => {
    const short = judged(SEAT, [[[BOB], { historyStart: '2026-05-01' }]]);
    expect(explainSeat(short.context, 0)).toMatchObject({
      category: 'unknown',
      unknownReason: 'historyTooShort',
      idle: 'at least 61',
    });
    expect(explainSeat(short.context, 1).category).toBe('active');
    const long = judged(SEAT, [[[BOB], { historyStart: '2025-05-27' }]]);
    expect(explainSeat(long.context, 0)).toMatchObject({ category: 'dormant', idle: 'at least 400' });
  });

  test('a source that decides makes the seat known although the log is short [LOAD-25]', () => {
    const { context } = judged(
      `
      | account | licence   | assigned   | last action |
      | ann     | Fulfiller | 2023-01-01 | 2025-09-01  |
      | bob     | Fulfiller | 2023-01-01 | never       |
    `,
      [[[BOB], { historyStart: '2026-05-01' }]],
    );
    expect(explainSeat(context, 0).category).toBe('dormant');
    expect(explainSeat(context, 1).category).toBe('active');
  });

  test('seats of a list without any date of use are Unknown until a log is loaded [LOAD-17]', () => {
    const alone = judged(SEAT, []);
    for (const seat of [0, 1]) {
      expect(explainSeat(alone.context, seat)).toMatchObject({
        category: 'unknown',
        unknownReason: 'noUsageSource',
      });
    }
    const { context } = judged(SEAT, [[[BOB], { historyStart: '2025-05-27' }]]);
    expect([0, 1].map((seat) => explainSeat(context, seat).category)).toEqual(['dormant', 'active']);
  });

  test('file, row and text of the deciding entry stand in the explanation, and the file without an entry [LOAD-32]', () => {
    const { context } = judged(SEAT, [
      [[['bob', '2026-06-01', 'resolve'], BOB], { historyStart: '2025-05-27' }],
    ]);
    expect(explainSeat(context, 1).evidence[0]).toEqual({
      label: 'Last real work',
      column: 'Event: resolve',
      file: 'log-0.csv',
      fileRow: 3,
      rawText: '2026-06-20',
      reading: '20 Jun 2026',
    });
    expect(explainSeat(context, 0).evidence[0]).toMatchObject({
      column: 'Event: resolve: no entry in log-0.csv, which shows 27 May 2025 to 30 Jun 2026',
      file: 'log-0.csv',
      fileRow: 0,
    });
  });

  test('a later login history overrides a stale last login [LOAD-32]', () => {
    const { context, snapshot } = judged(
      `
      | account | licence   | assigned   | last sign-in |
      | ann     | Fulfiller | 2023-01-01 | 2025-12-01   |
      | bob     | Fulfiller | 2023-01-01 | 2026-06-27   |
    `,
      [
        [
          [
            ['ann', '2026-06-25', 'login'],
            ['bob', '2026-06-25', 'login'],
          ],
          { historyStart: '2025-05-27' },
        ],
      ],
    );
    expect(explainSeat(context, 0)).toMatchObject({
      category: 'active',
      evidence: [{ file: 'log-0.csv', reading: '25 Jun 2026' }, { label: 'Assigned on' }],
    });
    expect(explainSeat(context, 1).evidence[0]).toMatchObject({ reading: '27 Jun 2026' });
    // Two days apart are within the lag; half a year is a conflict that names both files.
    expect(conflictsOf(snapshot, context.policy, 10)).toEqual({
      total: 1,
      first: [
        {
          evidenceClass: 'loginOnly',
          level: 'account',
          row: 0,
          later: {
            column: 'Event: login',
            file: 'log-0.csv',
            fileRow: 2,
            value: day('2026-06-25'),
            since: undefined,
          },
          earlier: {
            column: 'last sign-in',
            file: snapshot.source.name,
            fileRow: 2,
            value: day('2025-12-01'),
            since: undefined,
          },
        },
      ],
    });
  });

  test('a log without the entry that another file has is a conflict only for the days it shows [LOAD-32]', () => {
    const list = `
      | account | licence   | last action |
      | ann     | Fulfiller | 2026-06-10  |
      | bob     | Fulfiller | 2026-06-20  |
    `;
    const of = (historyStart: string) => {
      const { snapshot, context } = judged(list, [[[BOB], { historyStart }]]);
      return conflictsOf(snapshot, context.policy, 10);
    };
    expect(of('2026-06-15')).toMatchObject({ total: 0 });
    expect(of('2026-06-01')).toMatchObject({
      total: 1,
      first: [{ row: 0, later: { value: day('2026-06-10') }, earlier: { file: 'log-0.csv', fileRow: 0 } }],
    });
  });

  test('the end of a month is no conflict with a day in that month', () => {
    const list = `
      | account | licence   | last action |
      | ann     | Fulfiller | 2026-03-04  |
      | bob     | Fulfiller | 2026-01-04  |
    `;
    const months: readonly LogRow[] = [
      ['ann', '2026-03-31', 'resolve'],
      ['bob', '2026-03-31', 'resolve'],
    ];
    const of = (monthly: boolean) => {
      const { snapshot, context } = judged(list, [[months, { historyStart: '2025-06-01', monthly }]]);
      return conflictsOf(snapshot, context.policy, 10).first.map(({ row }) => row);
    };
    expect(of(true)).toEqual([1]);
    expect(of(false)).toEqual([0, 1]);
  });

  test('a log that stopped long before makes nobody idle, and a recent day in it still proves use [LOAD-25]', () => {
    const rows: readonly LogRow[] = [
      ['ann', '2026-03-15', 'resolve'],
      ['bob', '2026-06-18', 'resolve'],
    ];
    const { context } = judged(SEAT, [[rows, { historyStart: '2025-05-27', asOf: '2026-06-20' }]]);
    expect(explainSeat(context, 0)).toMatchObject({ category: 'unknown', unknownReason: 'nothingReadable' });
    expect(explainSeat(context, 1).category).toBe('active');
    const beside = judged(SEAT, [
      [rows, { historyStart: '2025-05-27', asOf: '2026-06-20' }],
      [[BOB], { historyStart: '2025-05-27' }],
    ]);
    expect(explainSeat(beside.context, 0)).toMatchObject({ category: 'borderline', idle: '107' });
  });

  test('the policy can class an event type anew: logins are work only where it says so [LOAD-15]', () => {
    const rows: readonly LogRow[] = [['ann', '2026-06-25', 'login'], BOB];
    const plain = judged(SEAT, [[rows, { historyStart: '2025-05-27' }]]);
    expect(explainSeat(plain.context, 0).category).toBe('loginOnly');
    const evidenceRules = [{ source: 'Event: login', evidenceClass: 'meaningful' as const }];
    const classed = judged(SEAT, [[rows, { historyStart: '2025-05-27' }]], { evidenceRules });
    expect(explainSeat(classed.context, 0).category).toBe('active');
    expect(classed.snapshot.evidence.map(({ signalKind }) => signalKind)).toEqual([
      'applicationSignIn',
      'action',
    ]);
  });
});

describe('patterns in the days of a log', () => {
  const quarters: readonly LogRow[] = ['2025-07-06', '2025-10-05', '2026-01-05', '2026-04-03'].map((date) => [
    'ann',
    date,
    'resolve',
  ]);

  test('work at every close of a quarter is a pattern that protects [REVIEW-08]', () => {
    const windows = { dormancy: 60, borderline: 120 };
    const { context } = judged(SEAT, [[[...quarters, BOB], { historyStart: '2025-05-27' }]], { windows });
    expect(explainSeat(context, 0)).toMatchObject({ category: 'periodic', outcome: 'positive' });
    expect(explainSeat(context, 0).history).toContain(
      'the dates of use show a quarterly pattern (next use expected on 3 Jul 2026)',
    );
  });

  test('one season only asks for a person, a year of silence does not', () => {
    const season: readonly LogRow[] = [
      '2026-02-10',
      '2026-02-20',
      '2026-03-02',
      '2026-03-12',
      '2026-03-20',
    ].map((date) => ['ann', date, 'resolve']);
    const { context } = judged(SEAT, [[[...season, BOB], { historyStart: '2025-05-27' }]]);
    expect(explainSeat(context, 0)).toMatchObject({ category: 'borderline', outcome: 'oneSeasonOnly' });
    expect(explainSeat(judged(SEAT, [[[BOB], { historyStart: '2025-05-27' }]]).context, 0).outcome).toBe(
      'none',
    );
  });

  test('seats that the log does not cover stay untested', () => {
    const { context } = judged(
      `
      | account | licence   | assigned   | last action |
      | ann     | Fulfiller | 2023-01-01 | 2026-03-15  |
      | bob     | Approver  | 2023-01-01 | 2026-03-15  |
    `,
      [[[['ann', '2026-03-15', 'resolve']], { historyStart: '2025-05-27', covers: ['Fulfiller'] }]],
    );
    expect(explainSeat(context, 0)).toMatchObject({ outcome: 'oneSeasonOnly' });
    expect(explainSeat(context, 1)).toMatchObject({ category: 'borderline', outcome: 'notTestable' });
    expect(explainSeat(context, 1).history).toContain('only one last-activity date is known');
  });

  test('logs of two halves of a year cover it together, a hole between them ends it', () => {
    const part = (historyStart: string, asOf: string) => ({
      ...activitySourceOf([BOB], { historyStart, asOf }).source,
      endsEarly: false,
      monthly: false,
    });
    const asOf = day('2026-06-30');
    const later = part('2026-01-01', '2026-06-30');
    expect(coveredFrom([part('2025-06-01', '2025-12-31'), later], asOf)).toBe(day('2025-06-01'));
    expect(coveredFrom([part('2025-06-01', '2025-12-28'), later], asOf)).toBe(day('2026-01-01'));
    expect(coveredFrom([part('2025-06-01', '2026-06-20')], asOf)).toBeUndefined();
  });
});
