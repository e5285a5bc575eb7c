import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENT, BLANK, NEVER, UNREADABLE } from '../../../src/core/base/dayValue.ts';
import { chunkToNumbers, numbersToChunk } from '../../../src/core/inventory/numberChunkBytes.ts';

const HIGHEST = 0x7fff_ffff;

const bytesOf = (rows: Uint8Array | Uint16Array | Uint32Array | Int32Array): ArrayBuffer =>
  numbersToChunk(rows).slice().buffer;

describe('a chunk of numbers', () => {
  test('is read back as it was, whatever it holds', () => {
    const kinds = [Uint8Array, Uint16Array, Uint32Array, Int32Array] as const;
    const rows = fc.oneof(
      fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 12 }),
      fc
        .tuple(fc.integer(), fc.integer(), fc.nat(12))
        .map(([first, step, length]) => Array.from({ length }, (_, row) => first + row * step)),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...kinds), (numbers, Kind) => {
        const column = Kind.from(numbers);
        const read = new Kind(numbers.length);
        expect(chunkToNumbers(bytesOf(column), read)).toBe(true);
        expect(read).toEqual(column);
      }),
    );
  });

  test('costs one number when all rows hold the same, two when they grow evenly', () => {
    expect(bytesOf(new Int32Array(1000).fill(-7)).byteLength).toBe(4);
    expect(bytesOf(Uint32Array.from({ length: 1000 }, (_, row) => row + 2)).byteLength).toBe(8);
    expect(bytesOf(Uint32Array.from([1, 2, 3, 4, 70_000])).byteLength).toBe(20);
  });

  test('costs half where every number fits 16 bits, as days do with what stands for no day', () => {
    const days = Int32Array.from([0, 20_634, 0xffef, NEVER, BLANK, UNREADABLE, ABSENT, HIGHEST - 15]);
    const read = new Int32Array(days.length);
    expect(bytesOf(days).byteLength).toBe(16);
    expect(chunkToNumbers(bytesOf(days), read)).toBe(true);
    expect(read).toEqual(days);
    for (const wide of [0xfff0, -1, HIGHEST - 16]) {
      const rows = Int32Array.of(1, 2, 4, 8, wide);
      const same = new Int32Array(rows.length);
      expect(bytesOf(rows).byteLength).toBe(20);
      expect(chunkToNumbers(bytesOf(rows), same)).toBe(true);
      expect(same).toEqual(rows);
    }
  });

  test('of another length is refused', () => {
    const column = new Uint16Array(6);
    for (const length of [0, 1, 3, 6, 10, 14]) {
      expect(chunkToNumbers(new ArrayBuffer(length), column), `${length} bytes`).toBe(false);
    }
    expect(chunkToNumbers(new ArrayBuffer(2), new Uint16Array(2))).toBe(false);
  });
});
