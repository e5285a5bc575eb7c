import { fail, succeed, type Result } from '../base/result.ts';
import type { DamagedColumn } from './decodeColumns.ts';
import type { ChunkOf } from './numberReader.ts';
import {
  FACT_STRINGS_COLUMN,
  SOURCE_ROW_COLUMN,
  factColumnName,
  type FactTable,
  type FactTableLayout,
  type FactValues,
  type HeldAs,
} from './factTable.ts';
import { chunkToFloats } from './floatChunkBytes.ts';
import { fillFromBundles } from './numberBundle.ts';
import { openTextColumn } from './openTextColumn.ts';
import { chunksOf, rowsInChunk } from './snapshotLayout.ts';
import { bytesToTextChunk } from './textChunkBytes.ts';
import { textsOfChunk } from './textColumnBuilder.ts';
import type { TextChunk } from './textColumn.ts';
import type { TextCodec } from './textCodec.ts';

/** Names of all stored columns of a fact table. */
export const factColumnsOf = ({ columns }: FactTableLayout): readonly string[] => [
  FACT_STRINGS_COLUMN,
  SOURCE_ROW_COLUMN,
  ...columns.map(({ name }) => factColumnName(name)),
];

/** A chunk of texts that has the length it states, or `undefined`. */
function readTexts(bytes: ArrayBuffer | undefined, rows: number, codec: TextCodec): TextChunk | undefined {
  const read = bytes && bytesToTextChunk(bytes, rows);
  return read && codec.decode(read.utf8).length === (read.ends.at(-1) ?? 0) ? read : undefined;
}

/**
 * Reads a fact table back from its chunks: the inverse of `FactTableBuilder`. Lengths, numbers of words and the string
 * table are checked, since stored bytes come from outside.
 */
export function decodeFactTable(
  layout: FactTableLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
): Result<FactTable, DamagedColumn> {
  const { rows, chunkRows } = layout;
  const damaged = (column: string): Result<never, DamagedColumn> => fail({ kind: 'damagedColumn', column });

  const fillNumbers = (
    name: string,
    column: Uint8Array | Uint32Array | Int32Array | Float64Array,
  ): boolean => {
    if (!(column instanceof Float64Array)) return fillFromBundles(name, column, chunkRows, chunkOf);
    for (let chunk = 0; chunk < chunksOf(rows, chunkRows); chunk += 1) {
      const bytes = chunkOf(name, chunk);
      const part = column.subarray(chunk * chunkRows, (chunk + 1) * chunkRows);
      if (!bytes || !chunkToFloats(bytes, part)) return false;
    }
    return true;
  };

  const readValues = (name: string, held: HeldAs): FactValues | undefined => {
    switch (held) {
      case 'text': {
        const texts = openTextColumn(rows, chunkRows, codec);
        for (let chunk = 0; chunk < chunksOf(rows, chunkRows); chunk += 1) {
          const read = readTexts(chunkOf(name, chunk), rowsInChunk(rows, chunkRows, chunk), codec);
          if (!read) return undefined;
          texts.fill(chunk, read);
        }
        return { held, texts };
      }
      case 'word': {
        const words = new Uint32Array(rows);
        const isSound = fillNumbers(name, words) && words.every((word) => word < layout.strings);
        return isSound ? { held, words } : undefined;
      }
      case 'day': {
        const days = new Int32Array(rows);
        return fillNumbers(name, days) ? { held, days } : undefined;
      }
      case 'number': {
        const numbers = new Float64Array(rows);
        return fillNumbers(name, numbers) ? { held, numbers } : undefined;
      }
      case 'code': {
        const codes = new Uint8Array(rows);
        return fillNumbers(name, codes) ? { held, codes } : undefined;
      }
    }
  };

  const strings: string[] = [];
  for (let chunk = 0; chunk < chunksOf(layout.strings, chunkRows); chunk += 1) {
    const bytes = chunkOf(FACT_STRINGS_COLUMN, chunk);
    const read = readTexts(bytes, rowsInChunk(layout.strings, chunkRows, chunk), codec);
    if (!read) return damaged(FACT_STRINGS_COLUMN);
    for (const text of textsOfChunk(read, codec)) strings.push(text);
  }
  if (strings[0] !== '') return damaged(FACT_STRINGS_COLUMN);
  const sourceRow = new Uint32Array(rows);
  if (!fillNumbers(SOURCE_ROW_COLUMN, sourceRow)) return damaged(SOURCE_ROW_COLUMN);
  const columns = new Map<string, FactValues>();
  for (const { name, held } of layout.columns) {
    const values = readValues(factColumnName(name), held);
    if (!values) return damaged(factColumnName(name));
    columns.set(name, values);
  }
  return succeed({ layout, count: rows, strings, columns, sourceRow });
}
