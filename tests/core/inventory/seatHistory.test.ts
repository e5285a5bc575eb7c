import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENT, isDay } from '../../../src/core/base/dayValue.ts';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import { SeatHistoryBuilder, heldRunToHistory } from '../../../src/core/inventory/seatHistory.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

const list = (asOf: string, ...seats: readonly string[]): Snapshot =>
  snapshotOf(['account | licence', ...seats].join('\n'), { asOf });

/** History of every seat of a list, as `account/licence seen … not …`. */
function historyOf(snapshot: Snapshot, newestFirst: readonly Snapshot[]): string[] {
  const builder = new SeatHistoryBuilder(snapshot, canonicalId);
  for (const earlier of newestFirst) if (!builder.isSettled) builder.add(earlier);
  const { firstSeenOn, absentUntil } = heldRunToHistory(builder.finish(), snapshot.asOf);
  return Array.from(firstSeenOn, (seen, seat) => {
    const account = snapshot.accounts.accountId.at(snapshot.seats.account[seat]! as never);
    const missed = absentUntil[seat]!;
    const name = `${account}/${snapshot.licenceTypes[snapshot.seats.licenceType[seat]!]}`;
    const not = isDay(missed) ? formatIsoDay(missed as EpochDay) : '-';
    return `${name} seen ${formatIsoDay(seen as EpochDay)} not ${not}`;
  });
}

describe('what earlier complete lists say of a seat', () => {
  const current = list('2026-06-30', 'ann | Agent', 'ann | Analytics', 'bob | Agent', 'cy | Agent');

  test('without an earlier list every seat is seen first in its own', () => {
    expect(historyOf(current, [])).toEqual([
      'ann/Agent seen 2026-06-30 not -',
      'ann/Analytics seen 2026-06-30 not -',
      'bob/Agent seen 2026-06-30 not -',
      'cy/Agent seen 2026-06-30 not -',
    ]);
  });

  test('a seat is matched by canonical account id and licence type, in any order of rows', () => {
    const may = list('2026-05-31', 'zoe | Agent', 'CY | Agent', ' Ann | Agent');
    const april = list('2026-04-30', 'ann | Analytics', 'ann | Agent');
    expect(historyOf(current, [may, april])).toEqual([
      'ann/Agent seen 2026-04-30 not -',
      'ann/Analytics seen 2026-06-30 not 2026-05-31',
      'bob/Agent seen 2026-06-30 not 2026-05-31',
      'cy/Agent seen 2026-05-31 not 2026-04-30',
    ]);
  });

  test('a seat that went and came back counts from its return', () => {
    const lists = [list('2026-05-31', 'bob | Agent'), list('2026-04-30', 'cy | Agent'), current];
    expect(historyOf(list('2026-06-30', 'bob | Agent'), lists)).toEqual([
      'bob/Agent seen 2026-05-31 not 2026-04-30',
    ]);
  });

  test('nothing older is asked once every seat was lacking', () => {
    const builder = new SeatHistoryBuilder(current, canonicalId);
    expect(builder.isSettled).toBe(false);
    builder.add(list('2026-05-31', 'dan | Agent'));
    expect(builder.isSettled).toBe(true);
  });
});

const seats = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'C', 'd', 'e', 'Zoë'), fc.constantFrom('X', 'Y', 'Z')),
  { minLength: 1, maxLength: 12, selector: ([account, licence]) => `${account}/${licence}` },
);

test('the history is that of a plain comparison of lists [REVIEW-05]', () => {
  fc.assert(
    fc.property(seats, fc.array(seats, { maxLength: 4 }), (now, before) => {
      const rows = (of: typeof now): string[] => of.map(([account, licence]) => `${account} | ${licence}`);
      const current = list('2026-06-30', ...rows(now));
      const lists = before.map((held, index) => list(`2026-0${5 - index}-28`, ...rows(held)));
      const builder = new SeatHistoryBuilder(current, canonicalId);
      for (const earlier of lists) builder.add(earlier);
      const { firstSeenOn, absentUntil } = heldRunToHistory(builder.finish(), current.asOf);
      for (let seat = 0; seat < current.seats.count; seat += 1) {
        const account = current.accounts.accountId.at(current.seats.account[seat]! as never);
        const licence = current.licenceTypes[current.seats.licenceType[seat]!];
        const gap = before.findIndex(
          (held) => !held.some(([of, type]) => of === account && type === licence),
        );
        const run = gap < 0 ? lists : lists.slice(0, gap);
        expect(absentUntil[seat]).toBe(gap < 0 ? ABSENT : lists[gap]!.asOf);
        expect(firstSeenOn[seat]).toBe(run.at(-1)?.asOf ?? current.asOf);
      }
    }),
    { numRuns: 150 },
  );
});
