import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import { groupAddresses } from '../../../src/core/policy/groupAddresses.ts';
import { textColumnOf } from '../../builders/snapshotOf.ts';

const groupsOf = (texts: readonly string[], chunkRows?: number): number[][] => {
  const { rows, starts, groupOf } = groupAddresses({
    count: texts.length,
    email: textColumnOf(texts, chunkRows),
  });
  const groups = Array.from({ length: starts.length - 1 }, (_, group) => [
    ...rows.subarray(starts[group], starts[group + 1]),
  ]);
  texts.forEach((_, row) => expect(groupOf[row]).toBe(groups.findIndex((group) => group.includes(row))));
  return groups;
};

test('an address is the same in any case and width, and between blanks', () => {
  expect(groupsOf(['Ann@x.example', 'bo@x.example', ' ann@X.EXAMPLE ', '\uff41nn@x.example', ''])).toEqual([
    [0, 2, 3],
  ]);
});

test.each(['', 'none', '@x.example', 'ann@', 'n/a'])('%j is no address', (text) =>
  expect(groupsOf([text, text])).toEqual([]),
);

test('texts with the same hash are told apart', () => {
  // Both have the FNV-1a hash of the other.
  expect(groupsOf(['costarring@x', 'liquid@x', 'costarring@x', 'liquid@x'])).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

test('without a column of addresses there are no groups', () => {
  expect(groupAddresses({ count: 3, email: undefined })).toEqual({
    groupOf: Int32Array.of(-1, -1, -1),
    rows: new Uint32Array(),
    starts: Uint32Array.of(0),
  });
});

test('groups are those of a plain table of addresses, across chunk borders', () => {
  const part = fc.constantFrom('a', 'B', 'b', 'é', 'É', 'x', '@', '@', ' ', '.');
  const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), fc.constantFrom(1, 7, 100), (texts, chunkRows) => {
      const byAddress = new Map<string, number[]>();
      texts.forEach((raw, row) => {
        const address = canonicalId(raw);
        const at = address.lastIndexOf('@');
        if (at <= 0 || at === address.length - 1) return;
        byAddress.set(address, [...(byAddress.get(address) ?? []), row]);
      });
      const expected = [...byAddress.values()].filter((rows) => rows.length > 1);
      const byFirst = (a: number[], b: number[]): number => a[0]! - b[0]!;
      expect(groupsOf(texts, chunkRows).toSorted(byFirst)).toEqual(expected.toSorted(byFirst));
    }),
    { numRuns: 500 },
  );
});
