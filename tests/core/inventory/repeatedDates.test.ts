import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinEvidence, withEvidence } from '../../../src/core/inventory/joinEvidence.ts';
import { withRepeatedDates } from '../../../src/core/inventory/repeatedDates.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { buildContext } from '../../../src/core/policy/evaluationContext.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { activitySourceOf, type LogRow } from '../../builders/activitySourceOf.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const everyColumn = (): boolean => true;
const levelsOf = ({ evidence }: Snapshot): readonly string[] => evidence.map(({ level }) => level);

const REPEATED = `
  | account | licence   | assigned   | seat action |
  | ann     | Fulfiller | 2023-01-01 | 2025-09-01  |
  | ann     | Approver  | 2023-01-01 | 2025-09-01  |
  | bob     | Fulfiller | 2023-01-01 | 2025-10-01  |
`;
const OWN = REPEATED.replace(
  '| ann     | Approver  | 2023-01-01 | 2025-09-01',
  '| ann     | Approver  | 2023-01-01 | 2025-08-01',
);
const WORKED: readonly LogRow[] = [['ann', '2026-06-20', 'resolve']];

function judged(list: Snapshot, rows: readonly LogRow[]) {
  const log = activitySourceOf(rows, { historyStart: '2025-05-27' });
  const snapshot = withEvidence(list, joinEvidence(list, [log]).columns);
  return buildContext({ ...contextOf(list), snapshot, fiscalYearStart: 1 });
}

describe('dates in a list of one row an account and licence', () => {
  test('that only repeat the date of the account are the account’s: a later event of a log counts [LOAD-32] [DEFINE-06]', () => {
    const list = withRepeatedDates(snapshotOf(REPEATED), everyColumn);
    expect(levelsOf(list)).toEqual(['account']);
    const context = judged(list, WORKED);
    expect(context.snapshot.licenceTypes.length).toBe(2);
    for (const seat of [0, 1]) expect(explainSeat(context, seat).category).toBe('active');
    expect(explainSeat(context, 2).category).toBe('dormant');
    expect(explainSeat(context, 2).evidence[0]).toMatchObject({
      column: 'seat action (every row of an account repeats it, so it counts for the account)',
      rawText: '2025-10-01',
      reading: '1 Oct 2025',
    });
  });

  test('that differ for one account are those of licences, for every account [DEFINE-06]', () => {
    const list = withRepeatedDates(snapshotOf(OWN), everyColumn);
    expect(levelsOf(list)).toEqual(['seat']);
    const context = judged(list, WORKED);
    for (const seat of [0, 1, 2]) expect(explainSeat(context, seat).category).toBe('dormant');
    expect(explainSeat(context, 2).evidence[0]?.column).toBe('seat action');
  });

  test('stay those of licences where the column names one itself, or another of its class differs', () => {
    expect(levelsOf(withRepeatedDates(snapshotOf(REPEATED), () => false))).toEqual(['seat']);
    const two = snapshotOf(`
      | account | licence   | seat action | seat sign-in |
      | ann     | Fulfiller | 2025-09-01  | 2026-06-01   |
      | ann     | Approver  | 2025-08-01  | 2026-06-01   |
    `);
    expect(levelsOf(withRepeatedDates(two, everyColumn))).toEqual(['seat', 'account']);
  });

  test('keep row and text of the first licence, and a cell that could not be read', () => {
    const list = snapshotOf(REPEATED);
    const doubtful = {
      ...list,
      evidence: list.evidence.map((column) => ({ ...column, doubtRow: Uint32Array.of(0, 9, 0) })),
    };
    const [column] = withRepeatedDates(doubtful, everyColumn).evidence;
    expect([...column!.doubtRow!]).toEqual([9, 0]);
    expect([...column!.sourceRow]).toEqual([list.evidence[0]!.sourceRow[0], list.evidence[0]!.sourceRow[2]]);
    expect(column!.raw.at(1 as never)).toBe('2025-10-01');
  });

  test('say nothing of it where no account has several rows', () => {
    const single = withRepeatedDates(
      snapshotOf(`
      | account | licence   | assigned   | seat action |
      | bob     | Fulfiller | 2023-01-01 | 2025-10-01  |
    `),
      everyColumn,
    );
    expect(levelsOf(single)).toEqual(['account']);
    expect(explainSeat(contextOf(single), 0).evidence[0]?.column).toBe('seat action');
  });
});

test('without a log nothing changes by it, whatever the dates are', () => {
  const cell = fc.constantFrom('2026-06-20', '2026-02-01', '2025-03-01', 'never', 'at least 200', '', 'soon');
  const account = fc.record({
    types: fc.subarray(['Fulfiller', 'Approver', 'Requester'], { minLength: 1 }),
    action: cell,
    signIn: cell,
    other: fc.option(cell, { freq: 6 }),
  });
  fc.assert(
    fc.property(
      fc.array(account, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (accounts, signInCountsAsWork) => {
        const lines = accounts.flatMap(({ types, action, signIn, other }, number) =>
          types.map((type, place) => {
            const own = place > 0 && other !== null ? other : action;
            return `| a${number} | ${type} | 2025-01-01 | ${own} | ${signIn} |`;
          }),
        );
        const table = ['| account | licence | assigned | seat action | seat sign-in |', ...lines].join('\n');
        const list = snapshotOf(table);
        const policy = { signInCountsAsWork };
        const read = contextOf(list, { policy });
        const brought = contextOf(withRepeatedDates(list, everyColumn), { policy });
        const [one, other] = [read, brought].map((context) =>
          classifySeats(prepareSeats(context), context.policy),
        );
        expect(other).toEqual(one);
        for (let seat = 0; seat < list.seats.count; seat += 1)
          expect(explainSeat(brought, seat).category).toBe(CATEGORIES[one!.category[seat]!]);
      },
    ),
    { numRuns: 200 },
  );
});
