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

test('reading before loading is a bug, not an empty text', () => {
  const column = openTextColumn(2, 2, testCodec);
  expect(() => column.at(0 as RowIndex)).toThrow('before it was loaded');
  column.fill(0, buildTextChunk(['x', 'y'], testCodec));
  expect(column.at(1 as RowIndex)).toBe('y');
});
