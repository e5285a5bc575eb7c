import { expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import type { ActivityCells } from '../../../src/core/ingest/kinds/activityCells.ts';
import { ACTIVITY_COLUMNS } from '../../../src/core/inventory/activityLog.ts';
import { ActivityLogBuilder } from '../../../src/core/inventory/activityLogBuilder.ts';
import { decodeActivityLog, decodingActivityLog } from '../../../src/core/inventory/decodeActivityLog.ts';
import { bytesToTextChunk, textChunkToBytes } from '../../../src/core/inventory/textChunkBytes.ts';
import { MemorySink, testCodec } from './memorySink.ts';

const ROWS = 3_000;
const CHUNK_ROWS = 1 << 10;
const stampOf = (row: number): string =>
  `2026-03-${String(1 + (row % 28)).padStart(2, '0')} ${String(row % 24).padStart(2, '0')}:${String(row % 60).padStart(2, '0')}:${String((row * 7) % 60).padStart(2, '0')}`;

/** A log of as many accounts as rows, stored. */
async function storedLog() {
  const sink = new MemorySink();
  const asOf = dayFromCalendar(2026, 6, 30);
  const form = { mapped: new Set(['userName', 'date']), asOf };
  const builder = new ActivityLogBuilder(form, { codec: testCodec, sink, chunkRows: CHUNK_ROWS });
  for (let row = 0; row < ROWS; row += 1) {
    const key = `user.${row}`;
    const stamp = stampOf(row);
    const bytes = testCodec.encode(`${key},${stamp}`);
    const cells: ActivityCells = {
      fileRow: row + 2,
      keyStart: 0,
      keyEnd: key.length,
      day: dayFromCalendar(2026, 3, 1 + (row % 28)),
      rawStart: key.length + 1,
      rawEnd: bytes.length,
      eventStart: 0,
      eventEnd: 0,
      licenceStart: 0,
      licenceEnd: 0,
      events: 1,
    };
    builder.addCells(bytes, cells);
    builder.flush(bytes);
  }
  const { layout } = await builder.finish();
  return { sink, layout: { ...layout, id: 'log' } };
}

type StoredLog = Awaited<ReturnType<typeof storedLog>>;

function rawTexts({ sink, layout }: StoredLog): readonly string[] {
  const decoded = decodeActivityLog(layout, sink.chunkOf, testCodec);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
  return Array.from({ length: layout.rows }, (_, row) => decoded.value.raw.at(row as RowIndex));
}

test('original texts of dates come back, in half of their letters or less', async () => {
  const log = await storedLog();
  expect(rawTexts(log)).toEqual(Array.from({ length: ROWS }, (_, row) => stampOf(row)));
  const stored = [0, 1, 2].map((chunk) => log.sink.chunkOf(ACTIVITY_COLUMNS.raw, chunk)!.byteLength);
  expect(stored.reduce((sum, bytes) => sum + bytes)).toBeLessThan((ROWS * stampOf(0).length) / 2);
});

test('a log whose original texts were stored letter by letter is still read', async () => {
  const log = await storedLog();
  const now = rawTexts(log);
  for (let chunk = 0; chunk * CHUNK_ROWS < ROWS; chunk += 1) {
    const rows = Math.min(CHUNK_ROWS, ROWS - chunk * CHUNK_ROWS);
    const spelled = bytesToTextChunk(log.sink.chunkOf(ACTIVITY_COLUMNS.raw, chunk)!, rows)!;
    log.sink.write(ACTIVITY_COLUMNS.raw, chunk, textChunkToBytes(spelled));
  }
  expect(rawTexts(log)).toEqual(now);
});

test('a damaged chunk of original texts is named', async () => {
  const { sink, layout } = await storedLog();
  sink.write(ACTIVITY_COLUMNS.raw, 1, new Uint8Array(12));
  expect(decodeActivityLog(layout, sink.chunkOf, testCodec)).toEqual({
    ok: false,
    failure: { kind: 'damagedColumn', column: ACTIVITY_COLUMNS.raw },
  });
});

test('a log is read back in pieces of one chunk each', async () => {
  const { sink, layout } = await storedLog();
  let asked = 0;
  const pieces = decodingActivityLog(
    layout,
    (column, chunk) => {
      asked += 1;
      return sink.chunkOf(column, chunk);
    },
    testCodec,
  );
  let most = 0;
  let piece = pieces.next();
  for (; piece.done !== true; piece = pieces.next()) {
    most = Math.max(most, asked);
    asked = 0;
  }
  expect(most).toBe(1);
  expect(piece.value).toMatchObject({ ok: true });
});

test.each([
  ['number of a key', ACTIVITY_COLUMNS.key, (rows: number) => new Uint32Array(rows).fill(ROWS + 5)],
  ['number of a licence type', ACTIVITY_COLUMNS.licenceType, (rows: number) => new Uint32Array(rows).fill(9)],
  ['number of an event', ACTIVITY_COLUMNS.event, (rows: number) => new Uint32Array(rows).fill(70_000)],
  ['end of days', ACTIVITY_COLUMNS.dayEnds, (rows: number) => new Uint32Array(rows)],
])('a chunk with a %s that cannot be is named as damaged', async (_, column, rowsOf) => {
  const { sink, layout } = await storedLog();
  const rows = rowsOf(Math.min(CHUNK_ROWS, ROWS - CHUNK_ROWS));
  sink.write(column, 1, new Uint8Array(rows.buffer));
  expect(decodeActivityLog(layout, sink.chunkOf, testCodec)).toEqual({
    ok: false,
    failure: { kind: 'damagedColumn', column },
  });
});
