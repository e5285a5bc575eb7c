import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import { compareLists } from '../../../src/core/inventory/compareLists.ts';
import type { HeldSeats } from '../../../src/core/inventory/seatHistory.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

const list = (asOf: string, seats: readonly string[]): HeldSeats =>
  snapshotOf(['account | licence', ...seats].join('\n'), { asOf });

const nameOf = ({ accounts, seats, licenceTypes }: HeldSeats, seat: number): string =>
  `${accounts.accountId.at(seats.account[seat]! as RowIndex)}/${licenceTypes[seats.licenceType[seat]!]}`;

function changeOf(before: readonly string[], after: readonly string[]) {
  const earlier = list('2026-05-31', before);
  const later = list('2026-06-30', after);
  const change = compareLists(earlier, later, canonicalId);
  const idsOf = (rows: Uint32Array, { accounts }: HeldSeats): string[] =>
    Array.from(rows, (row) => accounts.accountId.at(row as RowIndex));
  return {
    newAccounts: idsOf(change.newAccounts, later),
    goneAccounts: idsOf(change.goneAccounts, earlier),
    newSeats: Array.from(change.newSeats, (seat) => nameOf(later, seat)),
    goneSeats: Array.from(change.goneSeats, (seat) => nameOf(earlier, seat)),
    byLicenceType: change.byLicenceType,
  };
}

test('two lists are compared by account and by seat, whatever the case of an id and the order of rows [LOAD-34]', () => {
  const before = ['ann | Agent', 'ann | Analytics', 'bo | Agent', 'cy | Agent'];
  const after = ['dee | Agent', 'CY | Agent', 'Ann | Agent', 'dee | Chat'];
  expect(changeOf(before, after)).toEqual({
    newAccounts: ['dee'],
    goneAccounts: ['bo'],
    newSeats: ['dee/Agent', 'dee/Chat'],
    goneSeats: ['ann/Analytics', 'bo/Agent'],
    byLicenceType: [
      { name: 'Agent', before: 3, after: 3, added: 1, gone: 1 },
      { name: 'Analytics', before: 1, after: 0, added: 0, gone: 1 },
      { name: 'Chat', before: 0, after: 1, added: 1, gone: 0 },
    ],
  });
});

test('what was there, without what went, with what came, is what is there', () => {
  const seat = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('Agent', 'Chat', 'Analytics'))
    .map(([account, type]) => `${account} | ${type}`);
  const seats = fc.uniqueArray(seat, { minLength: 1, maxLength: 18 });
  fc.assert(
    fc.property(seats, seats, (before, after) => {
      const { newSeats, goneSeats, byLicenceType } = changeOf(before, after);
      const plain = (text: string): string => text.replace(' | ', '/');
      const earlier = new Set(before.map(plain));
      const later = new Set(after.map(plain));
      expect(new Set(newSeats)).toEqual(new Set([...later].filter((name) => !earlier.has(name))));
      expect(new Set(goneSeats)).toEqual(new Set([...earlier].filter((name) => !later.has(name))));
      for (const { before: was, after: is, added, gone } of byLicenceType)
        expect(was - gone + added).toBe(is);
    }),
  );
});
