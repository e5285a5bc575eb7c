import { expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { openTextColumn } from '../../../src/core/inventory/openTextColumn.ts';
import { buildTextChunk } from '../../../src/core/inventory/textColumnBuilder.ts';
import type { TextCodec } from '../../../src/core/inventory/textCodec.ts';
import { testCodec } from './memorySink.ts';

const TEXTS = ['\ufeffmark', '', 'é', '😀', 'Łukasz 李', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

test('gives every text back, in any order of access', () => {
  const chunks = [0, 2, 4, 6, 8, 10, 12].map((from) =>
    buildTextChunk(TEXTS.slice(from, from + 2), testCodec),
  );
  const column = openTextColumn(TEXTS.length, 2, testCodec, chunks);
  const rows = [...TEXTS.keys(), ...[...TEXTS.keys()].toReversed(), 0, 12, 0, 6];
  for (const row of rows) expect(column.at(row as RowIndex)).toBe(TEXTS[row]);
});

test('decodes a chunk once for neighbouring rows', () => {
  let decoded = 0;
  const counting: TextCodec = {
    encode: testCodec.encode,
    decode: (bytes) => {
      decoded += 1;
      return testCodec.decode(bytes);
    },
  };
  const column = openTextColumn(13, 16, counting, [buildTextChunk(TEXTS, counting)]);
  for (let row = 0; row < 13; row += 1) column.at(row as RowIndex);
  expect(decoded).toBe(1);
});

test('a few rows of plain letters are decoded alone, a walk decodes the chunk', () => {
  const lengths: number[] = [];
  const counting: TextCodec = {
    encode: testCodec.encode,
    decode: (bytes) => {
      lengths.push(bytes.length);
      return testCodec.decode(bytes);
    },
  };
  const texts = Array.from({ length: 64 }, (_, row) => (row === 5 ? '' : `row ${row}`));
  const column = openTextColumn(64, 64, counting, [buildTextChunk(texts, counting)]);
  for (const row of [63, 0, 5]) expect(column.at(row as RowIndex)).toBe(texts[row]);
  expect(lengths).toEqual([6, 5, 0]);
  for (const [row, text] of texts.entries()) expect(column.at(row as RowIndex)).toBe(text);
  expect(lengths.length).toBeLessThan(20);
  expect(Math.max(...lengths)).toBe(texts.join('').length);
});

test('reading before loading is a bug, not an empty text', () => {
  const column = openTextColumn(2, 2, testCodec);
  expect(() => column.at(0 as RowIndex)).toThrow('before it was loaded');
  column.fill(0, buildTextChunk(['x', 'y'], testCodec));
  expect(column.at(1 as RowIndex)).toBe('y');
});
