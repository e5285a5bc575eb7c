import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import { driftSeats } from '../../../src/core/inventory/driftSeats.ts';
import { NO_SEAT, pairSeats } from '../../../src/core/inventory/pairSeats.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

const list = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('Agent', 'Viewer')),
  {
    selector: ([account, type]) => `${account} ${type}`,
    minLength: 1,
  },
);
const snapshot = (rows: readonly (readonly [string, string])[]) =>
  snapshotOf(['account | licence', ...rows.map(([account, type]) => `${account} | ${type}`)].join('\n'));
const flags = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

test('what is less what was is what came in less what went out, and every set is as long as its number [LOAD-37]', () => {
  fc.assert(
    fc.property(list, list, flags, flags, (earlier, later, wasFlags, isFlags) => {
      const [one, other] = [snapshot(earlier), snapshot(later)];
      const { laterSeat } = pairSeats(one, other, canonicalId);
      const counted = { before: (seat: number) => wasFlags[seat]!, after: (seat: number) => isFlags[seat]! };
      const of = (part: 'was' | 'is' | 'change') => driftSeats(laterSeat, other.seats.count, counted, part);
      const was = wasFlags.slice(0, one.seats.count).filter(Boolean).length;
      const is = isFlags.slice(0, other.seats.count).filter(Boolean).length;
      expect([of('was').count, of('is').count]).toEqual([was, is]);
      const change = of('change');
      let came = 0;
      let went = 0;
      for (let row = 0; row < change.count; row += 1) {
        const after = change.after[row]!;
        if (after !== NO_SEAT && isFlags[after]) came += 1;
        else went += 1;
      }
      expect(came - went).toBe(is - was);
    }),
  );
});

test('a seat is the same by account and licence type, whatever the order of the lists', () => {
  fc.assert(
    fc.property(list, list, (earlier, later) => {
      const { laterSeat } = pairSeats(snapshot(earlier), snapshot(later), canonicalId);
      const rows = (of: readonly (readonly [string, string])[]): readonly string[] => {
        const accounts = [...new Set(of.map(([account]) => account))];
        return accounts.flatMap((account) =>
          of.filter(([own]) => own === account).map((row) => row.join('/')),
        );
      };
      const [before, after] = [rows(earlier), rows(later)];
      expect([...laterSeat]).toEqual(before.map((row) => after.indexOf(row)));
    }),
  );
});
