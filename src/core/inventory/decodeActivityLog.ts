import { fail, succeed, type Result } from '../base/result.ts';
import { ACTIVITY_COLUMNS, type ActivityLayout, type ActivityLog } from './activityLog.ts';
import type { DamagedColumn } from './decodeColumns.ts';
import type { ChunkOf } from './numberReader.ts';
import { chunkToNumbers } from './numberChunkBytes.ts';
import { openTextColumn, type OpenedTextColumn } from './openTextColumn.ts';
import { chunksOf, rowsInChunk } from './snapshotLayout.ts';
import { bytesToStoredTexts, bytesToTextChunk } from './textChunkBytes.ts';
import { textsOfChunk } from './textColumnBuilder.ts';
import type { TextCodec } from './textCodec.ts';

/** Names of all stored columns of an activity log. */
export const ACTIVITY_COLUMN_NAMES: readonly string[] = Object.values(ACTIVITY_COLUMNS);

class Damage extends Error {
  constructor(readonly column: string) {
    super(`Column ${column} is damaged`);
  }
}

/**
 * Reads an activity log back from its chunks: the inverse of `ActivityLogBuilder`. Numbers of keys and names and the
 * ends of days are checked, since stored bytes come from outside.
 */
export function decodeActivityLog(
  layout: ActivityLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
): Result<ActivityLog, DamagedColumn> {
  try {
    return succeed(decode(layout, chunkOf, codec));
  } catch (error) {
    if (error instanceof Damage) return fail({ kind: 'damagedColumn', column: error.column });
    throw error;
  }
}

function decode(layout: ActivityLayout, chunkOf: ChunkOf, codec: TextCodec): ActivityLog {
  const { rows, chunkRows } = layout;

  const numbers = <Numbers extends Uint32Array | Int32Array>(name: string, into: Numbers): Numbers => {
    for (let chunk = 0; chunk < chunksOf(into.length, chunkRows); chunk += 1) {
      const bytes = chunkOf(name, chunk);
      const part = into.subarray(chunk * chunkRows, (chunk + 1) * chunkRows);
      if (!bytes || !chunkToNumbers(bytes, part)) throw new Damage(name);
    }
    return into;
  };
  const column = (name: string): Uint32Array => numbers(name, new Uint32Array(rows));
  const below = (name: string, limit: number): Uint32Array => {
    const values = column(name);
    if (!values.every((value) => value < limit)) throw new Damage(name);
    return values;
  };
  const texts = (name: string, count: number): OpenedTextColumn => {
    const opened = openTextColumn(count, chunkRows, codec);
    for (let chunk = 0; chunk < chunksOf(count, chunkRows); chunk += 1) {
      const bytes = chunkOf(name, chunk);
      const read = bytes && bytesToStoredTexts(bytes, rowsInChunk(count, chunkRows, chunk));
      if (!read) throw new Damage(name);
      opened.fill(chunk, read);
    }
    return opened;
  };
  const words: string[] = [];
  for (let chunk = 0; chunk < chunksOf(layout.strings, chunkRows); chunk += 1) {
    const bytes = chunkOf(ACTIVITY_COLUMNS.words, chunk);
    const read = bytes && bytesToTextChunk(bytes, rowsInChunk(layout.strings, chunkRows, chunk));
    if (!read) throw new Damage(ACTIVITY_COLUMNS.words);
    words.push(...textsOfChunk(read, codec));
  }
  const dayStarts = new Uint32Array(rows + 1);
  dayStarts.set(column(ACTIVITY_COLUMNS.dayEnds), 1);
  for (let row = 0; row < rows; row += 1) {
    if (dayStarts[row]! >= dayStarts[row + 1]!) throw new Damage(ACTIVITY_COLUMNS.dayEnds);
  }
  if (dayStarts[rows] !== layout.days) throw new Damage(ACTIVITY_COLUMNS.dayEnds);
  return {
    table: {
      count: rows,
      key: below(ACTIVITY_COLUMNS.key, layout.keys),
      licenceType: Uint16Array.from(below(ACTIVITY_COLUMNS.licenceType, layout.strings)),
      event: Uint16Array.from(below(ACTIVITY_COLUMNS.event, layout.strings)),
      events: column(ACTIVITY_COLUMNS.events),
      sourceRow: column(ACTIVITY_COLUMNS.sourceRow),
      dayStarts,
      days: numbers(ACTIVITY_COLUMNS.days, new Int32Array(layout.days)),
      order: Uint32Array.from({ length: rows }, (_, row) => row),
    },
    keys: texts(ACTIVITY_COLUMNS.keys, layout.keys),
    words,
    raw: texts(ACTIVITY_COLUMNS.raw, rows),
  };
}
