import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/worker/thread/foldText.ts';
import { orderByKeys, rowsInOrder, unsignedKeys } from '../../../src/worker/thread/radixOrder.ts';
import { orderByTexts } from '../../../src/worker/thread/textOrder.ts';

const orderByNumbers = (values: Int32Array): Uint32Array =>
  orderByKeys(unsignedKeys(values), rowsInOrder(values.length));

describe('orders of rows', () => {
  test('numbers come in ascending order, equal ones in row order', () => {
    fc.assert(
      fc.property(fc.int32Array({ maxLength: 300, min: -50, max: 50 }), (values) => {
        const expected = [...values.keys()].toSorted((a, b) => values[a]! - values[b]! || a - b);
        expect([...orderByNumbers(values)]).toEqual(expected);
      }),
    );
  });

  test('numbers of every size keep their sign', () => {
    const values = Int32Array.from([0x7fff_ffff, -0x8000_0000, -1, 0, 1, 65_536, -65_536]);
    expect([...orderByNumbers(values)].map((row) => values[row])).toEqual(
      [...values].toSorted((a, b) => a - b),
    );
  });

  test('refining an order leaves the given one as it was', () => {
    const order = rowsInOrder(4);
    orderByKeys(Uint32Array.from([3, 2, 1, 0]), order);
    expect([...order]).toEqual([0, 1, 2, 3]);
  });

  test('texts come by code unit of the folded text, also behind a shared beginning', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'é', '山', 'Σ', ' ', '~'), maxLength: 14 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const folded = words.map(foldText);
        const expected = [...words.keys()].toSorted((a, b) =>
          folded[a]! < folded[b]! ? -1 : folded[a]! > folded[b]! ? 1 : a - b,
        );
        expect([...orderByTexts(words.length, (row) => folded[row]!)]).toEqual(expected);
      }),
    );
  });

  test('folding drops case, accents and strokes', () => {
    expect(foldText('Łukasz Øre ÉCOLE Straße')).toBe('lukasz ore ecole strasse');
  });
});
