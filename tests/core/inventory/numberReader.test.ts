import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersToBundles } from '../../../src/core/inventory/numberBundle.ts';
import type { Numbers } from '../../../src/core/inventory/numberChunkBytes.ts';
import { NumberReader } from '../../../src/core/inventory/numberReader.ts';

const CHUNK_ROWS = 8;

/** Columns as they are stored, by name. */
function storedAs(columns: Readonly<Record<string, Numbers>>): NumberReader {
  const bundles = new Map<string, ArrayBuffer>();
  for (const [name, column] of Object.entries(columns)) {
    for (const [bundle, bytes] of [...numbersToBundles(column, CHUNK_ROWS)].entries()) {
      bundles.set(`${name}/${bundle}`, bytes.slice().buffer);
    }
  }
  return new NumberReader(CHUNK_ROWS, (column, bundle) => bundles.get(`${column}/${bundle}`));
}

describe('a reader of numeric columns', () => {
  test('gives every column as it was stored, whatever it holds and however it ends', () => {
    const kinds = [Uint8Array, Uint16Array, Uint32Array, Int32Array] as const;
    const rows = fc.oneof(
      fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 40 }),
      fc
        .tuple(fc.integer(), fc.integer(), fc.nat(40), fc.nat(60))
        .map(([first, step, length, other]) =>
          Array.from({ length }, (_, row) => first + (row === other ? 1 : 0) + row * step),
        ),
    );
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 3 }), fc.constantFrom(...kinds), (lists, Kind) => {
        const columns = Object.fromEntries(lists.map((list, index) => [`c${index}`, Kind.from(list)]));
        const reader = storedAs(columns);
        for (const [name, column] of Object.entries(columns)) {
          expect(reader.read<Numbers>(name, Kind, column.length)).toEqual(column);
        }
      }),
    );
  });

  test('fills columns that are the same series once, and only these', () => {
    const rowNumbers = Uint32Array.from({ length: 40 }, (_, row) => row + 2);
    const reader = storedAs({
      account: rowNumbers,
      seat: rowNumbers,
      shifted: rowNumbers.map((row) => row + 1),
      empty: new Uint32Array(40),
      shorter: new Uint32Array(32),
      narrow: new Uint8Array(40),
    });
    const read = (name: string, length = 40) => reader.read(name, Uint32Array, length);
    expect(read('seat')).toBe(read('account'));
    expect(read('shifted')).not.toBe(read('account'));
    expect(read('empty')).toBe(read('empty'));
    expect(read('shorter', 32)).toHaveLength(32);
    expect(reader.read('narrow', Uint8Array, 40)).toEqual(new Uint8Array(40));
  });

  test('reads nothing of a column that lacks a chunk or has one of another length', () => {
    const reader = storedAs({ codes: new Uint16Array(20).fill(3) });
    expect(reader.read('codes', Uint16Array, 28)).toBeUndefined();
    expect(reader.read('other', Uint16Array, 20)).toBeUndefined();
    expect(reader.read('codes', Uint32Array, 20)).toBeUndefined();
  });

  test('knows the highest code of a column, -1 of an empty one', () => {
    const reader = storedAs({});
    expect(reader.highestOf(Uint8Array.of(1, 250, 3))).toBe(250);
    expect(reader.highestOf(Uint32Array.of(7, 0xffff_ffff))).toBe(0xffff_ffff);
    expect(reader.highestOf(new Uint16Array(0))).toBe(-1);
  });

  test('knows the highest code of a column that is a series, whichever way it runs', () => {
    const length = 30;
    const series = fc.tuple(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: -3000, max: 3000 }));
    fc.assert(
      fc.property(series, ([first, step]) => {
        const column = Uint16Array.from({ length }, (_, row) => first + step * row);
        const reader = storedAs({ column });
        expect(reader.highestOf(reader.read('column', Uint16Array, length)!)).toBe(Math.max(...column));
      }),
    );
  });
});
