import { fail, succeed, type Result } from '../base/result.ts';
import { runAtOnce } from '../base/runAtOnce.ts';
import { ACTIVITY_COLUMNS, type ActivityLayout, type ActivityLog } from './activityLog.ts';
import type { DamagedColumn } from './decodeColumns.ts';
import type { ChunkOf } from './numberReader.ts';
import { chunkToNumbers, fillSeries } from './numberChunkBytes.ts';
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
 * ends of days are checked, since stored bytes come from outside. Yields between chunks.
 */
export function* decodingActivityLog(
  layout: ActivityLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
): Generator<undefined, Result<ActivityLog, DamagedColumn>> {
  try {
    return succeed(yield* decode(layout, chunkOf, codec));
  } catch (error) {
    if (error instanceof Damage) return fail({ kind: 'damagedColumn', column: error.column });
    throw error;
  }
}

/** As {@link decodingActivityLog}, in one piece: for logs that are short. */
export function decodeActivityLog(
  layout: ActivityLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
): Result<ActivityLog, DamagedColumn> {
  return runAtOnce(decodingActivityLog(layout, chunkOf, codec));
}

function* decode(
  layout: ActivityLayout,
  chunkOf: ChunkOf,
  codec: TextCodec,
): Generator<undefined, ActivityLog> {
  const { rows, chunkRows } = layout;

  /** Fills a column; `check` is told the rows of every chunk. */
  const filled = function* <Column extends Uint32Array | Int32Array>(
    name: string,
    into: Column,
    check?: (from: number, to: number) => boolean,
  ): Generator<undefined, Column> {
    for (let chunk = 0; chunk < chunksOf(into.length, chunkRows); chunk += 1) {
      const [from, to] = [chunk * chunkRows, Math.min(into.length, (chunk + 1) * chunkRows)];
      const bytes = chunkOf(name, chunk);
      if (!bytes || !chunkToNumbers(bytes, into.subarray(from, to))) throw new Damage(name);
      if (check?.(from, to) === false) throw new Damage(name);
      yield;
    }
    return into;
  };
  const column = (name: string): Generator<undefined, Uint32Array> => filled(name, new Uint32Array(rows));
  const below = (name: string, limit: number): Generator<undefined, Uint32Array> => {
    const values = new Uint32Array(rows);
    return filled(name, values, (from, to) => isBelow(values, from, to, limit));
  };
  const codes = function* (name: string): Generator<undefined, Uint16Array> {
    const narrow = new Uint16Array(rows);
    narrow.set(yield* below(name, layout.strings));
    return narrow;
  };
  const texts = function* (name: string, count: number): Generator<undefined, OpenedTextColumn> {
    const opened = openTextColumn(count, chunkRows, codec);
    for (let chunk = 0; chunk < chunksOf(count, chunkRows); chunk += 1) {
      const bytes = chunkOf(name, chunk);
      const read = bytes && bytesToStoredTexts(bytes, rowsInChunk(count, chunkRows, chunk));
      if (!read) throw new Damage(name);
      opened.fill(chunk, read);
      yield;
    }
    return opened;
  };
  const words: string[] = [];
  for (let chunk = 0; chunk < chunksOf(layout.strings, chunkRows); chunk += 1) {
    const bytes = chunkOf(ACTIVITY_COLUMNS.words, chunk);
    const read = bytes && bytesToTextChunk(bytes, rowsInChunk(layout.strings, chunkRows, chunk));
    if (!read) throw new Damage(ACTIVITY_COLUMNS.words);
    words.push(...textsOfChunk(read, codec));
    yield;
  }
  const dayStarts = new Uint32Array(rows + 1);
  const dayEnds = dayStarts.subarray(1);
  yield* filled(ACTIVITY_COLUMNS.dayEnds, dayEnds, (from, to) => isRising(dayStarts, from, to));
  if (dayStarts[rows] !== layout.days) throw new Damage(ACTIVITY_COLUMNS.dayEnds);
  const order = new Uint32Array(rows);
  fillSeries(order, { first: 0, step: 1 });
  yield;
  const table = {
    count: rows,
    key: yield* below(ACTIVITY_COLUMNS.key, layout.keys),
    licenceType: yield* codes(ACTIVITY_COLUMNS.licenceType),
    event: yield* codes(ACTIVITY_COLUMNS.event),
    events: yield* column(ACTIVITY_COLUMNS.events),
    sourceRow: yield* column(ACTIVITY_COLUMNS.sourceRow),
    dayStarts,
    days: yield* filled(ACTIVITY_COLUMNS.days, new Int32Array(layout.days)),
    order,
  };
  const keys = yield* texts(ACTIVITY_COLUMNS.keys, layout.keys);
  return { table, keys, words, raw: yield* texts(ACTIVITY_COLUMNS.raw, rows) };
}

function isBelow(values: Uint32Array, from: number, to: number, limit: number): boolean {
  for (let row = from; row < to; row += 1) if (values[row]! >= limit) return false;
  return true;
}

/** Whether every series between two rows has a day. */
function isRising(dayStarts: Uint32Array, from: number, to: number): boolean {
  for (let row = from; row < to; row += 1) if (dayStarts[row]! >= dayStarts[row + 1]!) return false;
  return true;
}
