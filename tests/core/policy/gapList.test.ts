import { describe, expect, test } from 'vitest';
import type { ActivityGaps } from '../../../src/core/inventory/findGaps.ts';
import { GAP_STANDINGS, listGaps, OF_LIST } from '../../../src/core/policy/gapList.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';

/** A snapshot whose accounts named here hold no seat. */
function withoutSeats(snapshot: Snapshot, seatless: readonly number[]): Snapshot {
  const { seats } = snapshot;
  const kept = [...seats.account.keys()].filter((seat) => !seatless.includes(seats.account[seat]!));
  return {
    ...snapshot,
    seats: { ...seats, count: kept.length, account: Uint32Array.from(kept, (seat) => seats.account[seat]!) },
  };
}

const logOf = (gaps: readonly (readonly [key: string, account: number, iso: string])[]): ActivityGaps => ({
  length: gaps.length,
  slice: (from, to) =>
    gaps.slice(from, to).map(([key, , iso]) => ({ key, lastDay: day(iso), why: 'noAccount' as const })),
  lastDayAt: (place) => day(gaps[place]![2]),
  accountAt: (place) => gaps[place]![1],
});

function gapsOf(snapshot: Snapshot, logs: readonly ActivityGaps[], notAPerson: readonly number[] = []) {
  const facts = {
    choice: DEFAULT_POLICY,
    window: 90,
    notAPerson: Uint8Array.from({ length: snapshot.accounts.count }, (_, row) =>
      notAPerson.includes(row) ? 1 : 0,
    ),
  };
  const keyOf = (log: number, place: number): string =>
    logs[log]!.slice(place, place + 1)[0]!.key.toLowerCase();
  const pieces = listGaps(snapshot, logs, facts, keyOf);
  let piece = pieces.next();
  while (piece.done !== true) piece = pieces.next();
  const { count, lastDay, account, source, place, standing } = piece.value;
  return Array.from({ length: count }, (_, gap) => ({
    day: lastDay[gap],
    account: account[gap],
    source: source[gap],
    place: place[gap],
    standing: GAP_STANDINGS[standing[gap]!],
  }));
}

const LIST = `
  account | status      | last action
  ann     |             | 2026-06-28
  bob     |             | 2026-06-20
  cat     |             | 2026-01-02
  dan     | deactivated | 2026-06-10
  eve     |             |
`;

describe('activity without a seat', () => {
  const june = withoutSeats(snapshotOf(LIST), [1, 2, 3, 4]);

  test('an account of the list that was used inside the window and holds no seat is a gap [REVIEW-23]', () => {
    expect(gapsOf(june, [])).toEqual([
      { day: day('2026-06-20'), account: 1, source: OF_LIST, place: 0, standing: 'needsSeat' },
      { day: day('2026-06-10'), account: 3, source: OF_LIST, place: 0, standing: 'accountClosed' },
    ]);
  });

  test('the first day outside the window is no need of today, the last one inside is [REVIEW-23]', () => {
    const log = logOf([
      ['in', -1, '2026-04-02'],
      ['out', -1, '2026-04-01'],
    ]);
    const found = gapsOf(withoutSeats(snapshotOf(LIST), []), [log]);
    expect(found.map(({ standing }) => standing)).toEqual(['needsSeat', 'notRecent']);
  });

  test('a key that several accounts share and an account that is no person need no seat [REVIEW-23]', () => {
    const log = logOf([
      ['desk', -2, '2026-06-29'],
      ['bob', 1, '2026-06-28'],
    ]);
    expect(gapsOf(june, [log], [1]).map(({ standing }) => standing)).toEqual([
      'severalAccounts',
      'notAPerson',
      'accountClosed',
    ]);
  });

  test('an account or key that several sources name is listed once, under its latest day', () => {
    const one = logOf([
      ['Zed', -1, '2026-06-01'],
      ['bob', 1, '2026-06-25'],
    ]);
    const two = logOf([['zed', -1, '2026-06-15']]);
    expect(gapsOf(june, [one, two]).map(({ day: last, account, source }) => [last, account, source])).toEqual(
      [
        [day('2026-06-25'), 1, 0],
        [day('2026-06-15'), -1, 1],
        [day('2026-06-10'), 3, OF_LIST],
      ],
    );
  });

  test('without anything to list there is nothing', () => {
    expect(gapsOf(withoutSeats(snapshotOf(LIST), []), [])).toEqual([]);
  });
});
