import { describe, expect, test } from 'vitest';
import { ABSENT, BLANK, NEVER } from '../../../src/core/base/dayValue.ts';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { isInForce } from '../../../src/core/inventory/evidenceSource.ts';
import { PLAIN_IDENTITY } from '../../../src/core/ingest/identityRules.ts';
import { joinEvidence, joiningEvidence } from '../../../src/core/inventory/joinEvidence.ts';
import type { EvidenceColumn } from '../../../src/core/inventory/snapshot.ts';
import { activitySourceOf } from '../../builders/activitySourceOf.ts';
import { day, snapshotOf, textColumnOf } from '../../builders/snapshotOf.ts';

const LIST = snapshotOf(`
  | account | user name | email             | licence   |
  | 17      | ann       | Ann@Corp.example  | Fulfiller |
  | 17      | ann       | Ann@Corp.example  | Analytics |
  | 18      | bob       | desk@corp.example | Approver  |
  | 19      | cat       | desk@corp.example | Fulfiller |
`);

const NAMES = new Map([
  [ABSENT as number, '-'],
  [BLANK, 'blank'],
  [NEVER, 'never'],
]);
const cellsOf = ({ values }: EvidenceColumn): readonly string[] =>
  [...values].map((value) => NAMES.get(value) ?? formatIsoDay(value as EpochDay));

describe('an activity log joined to a list', () => {
  test('is matched by account id, user name or address in their canonical form [LOAD-32]', () => {
    const log = activitySourceOf([
      ['ANN', '2026-06-01', 'resolve'],
      ['ann@corp.EXAMPLE', '2026-06-03', 'resolve'],
      ['18', '2026-05-01', 'resolve'],
      ['nobody', '2026-06-20', 'resolve'],
    ]);
    const { columns, matches } = joinEvidence(LIST, [log]);
    expect(columns).toHaveLength(1);
    expect(columns[0]).toMatchObject({
      header: 'Event: resolve',
      signalKind: 'action',
      proposedClass: 'meaningful',
      level: 'account',
      historyStart: day('2026-05-01'),
      source: { name: 'log.csv', endsEarly: false },
    });
    expect(cellsOf(columns[0]!)).toEqual(['2026-06-03', '2026-05-01', 'never']);
    expect([...columns[0]!.sourceRow]).toEqual([3, 4, 0]);
    expect(columns[0]!.raw.at(0 as RowIndex)).toBe('2026-06-03');
    expect(columns[0]!.activeDays!(0).map(formatIsoDay)).toEqual(['2026-06-01', '2026-06-03']);
    expect(matches[0]).toMatchObject({ keys: 4, matched: 3, ambiguous: 0 });
  });

  test('activity without a seat is listed, the latest first [REVIEW-23]', () => {
    const list = snapshotOf(`
      | account | email             | licence   |
      | 17      | a@corp.example    | Fulfiller |
      | 18      | desk@corp.example | Approver  |
      | 19      | desk@corp.example | Approver  |
    `);
    const log = activitySourceOf([
      ['17', '2026-06-01'],
      ['gone', '2026-05-01'],
      ['desk@corp.example', '2026-06-10'],
      ['gone', '2026-04-01'],
    ]);
    const { matches, columns } = joinEvidence(list, [log]);
    expect(matches[0]!.gaps.slice(0, 9)).toEqual([
      { key: 'desk@corp.example', lastDay: day('2026-06-10'), why: 'severalAccounts' },
      { key: 'gone', lastDay: day('2026-05-01'), why: 'noAccount' },
    ]);
    // Either of them may be the one that worked, so that nothing is said of both.
    expect(cellsOf(columns[0]!)).toEqual(['2026-06-01', 'blank', 'blank']);
  });

  test('an event that names a licence type speaks for that seat alone', () => {
    const log = activitySourceOf([
      ['17', '2026-06-01', 'resolve', 'fulfiller'],
      ['17', '2026-06-09', 'resolve', 'Some module'],
      ['18', '2026-05-01', 'resolve', 'Analytics'],
    ]);
    const [account, seat] = joinEvidence(LIST, [log]).columns;
    expect([account!.level, cellsOf(account!)]).toEqual(['account', ['2026-06-09', 'never', 'never']]);
    // Seats: 17 Fulfiller, 17 Analytics, 18 Approver, 19 Fulfiller. The log names no Approver.
    expect([seat!.level, cellsOf(seat!)]).toEqual(['seat', ['2026-06-01', 'never', '-', 'never']]);
  });

  test('a log of stated licence types says nothing of other seats', () => {
    const log = activitySourceOf([['17', '2026-06-01', 'resolve']], { covers: [' FULFILLER'] });
    const { columns } = joinEvidence(LIST, [log]);
    expect(columns.map(({ level }) => level)).toEqual(['seat']);
    expect(cellsOf(columns[0]!)).toEqual(['2026-06-01', '-', '-', 'never']);
  });

  test('a log that ends before the snapshot proves use, but nothing by what it lacks [LOAD-25]', () => {
    const log = activitySourceOf([['17', '2026-03-01', 'resolve']], { asOf: '2026-06-27' });
    const { columns } = joinEvidence(LIST, [log]);
    expect(cellsOf(columns[0]!)).toEqual(['2026-03-01', 'blank', 'blank']);
    expect(columns[0]!.source).toMatchObject({ endsEarly: true });
    const withinLag = activitySourceOf([['17', '2026-03-01', 'resolve']], { asOf: '2026-06-28' });
    expect(cellsOf(joinEvidence(LIST, [withinLag]).columns[0]!)).toEqual(['2026-03-01', 'never', 'never']);
  });

  test('days after the snapshot do not count, but for the first', () => {
    const log = activitySourceOf(
      [
        ['17', '2026-06-05', 'resolve'],
        ['17', '2026-07-02', 'resolve'],
        ['18', '2026-07-01', 'resolve'],
        ['19', '2026-07-02', 'resolve'],
      ],
      { asOf: '2026-07-02' },
    );
    const [column] = joinEvidence(LIST, [log]).columns;
    expect(cellsOf(column!)).toEqual(['2026-06-05', '2026-07-01', 'never']);
    expect([...column!.sourceRow]).toEqual([0, 4, 0]);
    expect(column!.activeDays!(1).map(formatIsoDay)).toEqual(['2026-06-30']);
  });

  test('is joined in pieces of bounded work, with the same outcome', () => {
    const ids = Array.from({ length: 9_000 }, (_, row) => `u${row}`);
    const list = {
      ...LIST,
      accounts: {
        ...LIST.accounts,
        count: ids.length,
        accountId: textColumnOf(ids),
        userName: undefined,
        email: undefined,
      },
      seats: { ...LIST.seats, count: 0 },
    };
    const log = activitySourceOf([
      ['u1', '2026-06-01', 'resolve'],
      ['u8999', '2026-06-03', 'resolve'],
    ]);
    const pieces = joiningEvidence(list, [log], PLAIN_IDENTITY);
    let count = 0;
    let piece = pieces.next();
    for (; piece.done !== true; piece = pieces.next()) count += 1;
    // Twice for the texts of the accounts and twice for the values of the column, beside those for the log.
    expect(count).toBeGreaterThanOrEqual(4);
    expect(piece.value.columns[0]!.values[8_999]).toBe(day('2026-06-03'));
    expect(piece.value.columns.map(cellsOf)).toEqual(joinEvidence(list, [log]).columns.map(cellsOf));
  });

  test('a log that knows none of the accounts says nothing of them', () => {
    const log = activitySourceOf([['Ann Lee', '2026-06-01']]);
    const { columns, matches } = joinEvidence(LIST, [log]);
    expect(columns).toEqual([]);
    expect(matches[0]).toMatchObject({ keys: 1, matched: 0 });
  });
});

test('a file is in force for its own system and not for an earlier day [LOAD-32]', () => {
  const snapshot = { asOf: day('2026-06-30'), system: 'serviceNow' };
  const fact = (system: string, asOf: string) => ({ system, asOf: day(asOf), lagDays: 2 });
  expect(isInForce(fact('servicenow', '2026-06-30'), snapshot)).toBe(true);
  expect(isInForce(fact('other', '2026-07-02'), snapshot)).toBe(true);
  expect(isInForce(fact('serviceNow', '2026-07-03'), snapshot)).toBe(false);
  expect(isInForce(fact('slack', '2026-06-30'), snapshot)).toBe(false);
});
