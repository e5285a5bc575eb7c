import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { ActivityBuilder, MAX_EVENTS } from '../../../src/core/inventory/activityBuilder.ts';
import { ActivityGroups } from '../../../src/core/inventory/activityGroups.ts';
import { PackedTexts } from '../../../src/core/inventory/packedTexts.ts';
import { buildSunkTextColumn } from '../../../src/core/inventory/sunkTextColumn.ts';
import { bytesToTextChunk } from '../../../src/core/inventory/textChunkBytes.ts';
import { textsOfChunk } from '../../../src/core/inventory/textColumnBuilder.ts';
import { MemorySink, testCodec } from './memorySink.ts';

/** Keys at the edges of several ranges, so that rows meet and ranges without rows lie between. */
const key = fc.constantFrom(0, 1, 2, 1023, 1024, 1025, 3071, 3072, 5000);
const row = fc.record({
  key,
  licenceType: fc.constantFrom(0, 0, 0, 1, 40_000),
  event: fc.oneof(fc.constantFrom(0, 1, 2, 300, 65_535), fc.nat({ max: 9_000 })),
  day: fc.oneof(fc.integer({ min: 20_000, max: 20_100 }), fc.constantFrom(-1, 0, 65_535, 65_536, -400_000)),
  events: fc.constantFrom(1, 1, 2, 65_535, 65_536, MAX_EVENTS),
  text: fc.constantFrom(
    '2026-03-27 08:14:22',
    '2026-03-27T08:14:22.123Z',
    '2026-03-27T08:14:22.123456Z',
    '2026-03-27T08:14:22.7654321Z',
    '1774600000123456789',
    '2026-03-28',
    '7/3/2026',
    '9',
    'twenty-seventh of March in the year 2026, noon',
    '',
  ),
});
const noPause = () => Promise.resolve();

afterEach(() => void vi.restoreAllMocks());

test('rows written down by ranges of keys give the series of rows that are folded at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 300 }),
      fc.constantFrom(1, 7, 64, 1_000_000),
      fc.constantFrom(2, (1 << 27) - 20, 2 ** 31 - 400),
      fc.constantFrom(1, 3, 512),
      async (log, mostWaiting, firstRow, together) => {
        const texts = new PackedTexts();
        const groups = new ActivityGroups(texts, mostWaiting);
        const plain = new ActivityBuilder();
        const plainTexts: string[] = [];
        const keys = log.reduce((most, { key: own }) => Math.max(most, own + 1), 0);
        for (let from = 0; from < log.length; from += together) {
          const noted = log.slice(from, from + together);
          noted.forEach((own, at) => {
            const kind = groups.kindOf(own.licenceType, own.event);
            const day = own.day as EpochDay;
            const fileRow = firstRow + from + at;
            groups.note(at, kind, day, own.events, fileRow, texts.packText(own.text, day));
            const series = plain.add(own.key, own.licenceType, own.event, day, own.events, fileRow);
            if (series >= 0) plainTexts[series] = own.text;
          });
          noted.forEach((own, at) => groups.put(at, own.key));
          if (groups.isFull) await groups.fold(keys, noPause);
        }
        const sink = new MemorySink();
        const raw = buildSunkTextColumn('raw', 1_000, testCodec, sink);
        const found: unknown[] = [];
        await groups.finish(
          keys,
          raw,
          (table, firstKey) => {
            for (let at = 0; at < table.count; at += 1) found.push(seriesAt(table, at, firstKey));
          },
          noPause,
        );
        await raw.finish();
        const table = plain.finish();
        expect(found).toEqual(Array.from({ length: table.count }, (_, at) => seriesAt(table, at, 0)));
        const kept = sink.chunkOf('raw', 0);
        const rawTexts = kept ? textsOfChunk(bytesToTextChunk(kept, table.count)!, testCodec) : [];
        expect(rawTexts).toEqual([...table.order].map((series) => plainTexts[series]));
      },
    ),
    { numRuns: 200 },
  );
});

test.each([5, 9_000])(
  'many rows of %i kinds are read back page by page in the order of the log',
  async (kinds) => {
    const texts = new PackedTexts();
    const groups = new ActivityGroups(texts);
    const plain = new ActivityBuilder();
    for (let event = 0; event < kinds; event += 1) groups.kindOf(0, event);
    for (let row = 0; row < 60_000; row += 1) {
      const day = (20_000 + (row >> 10)) as EpochDay;
      const key = (row * 7) % 2_500;
      const event = (row * 13) % kinds;
      // Rows of every length meet the ends of pages and slabs.
      const events = row % 7 === 0 ? MAX_EVENTS : 1;
      const text = row % 3 === 0 ? '2026-03-27T08:14:22.123456Z' : '2026-03-27 08:14:22';
      groups.note(0, groups.kindOf(0, event), day, events, row + 2, texts.packText(text, day));
      groups.put(0, key);
      plain.add(key, 0, event, day, events, row + 2);
    }
    const found: unknown[] = [];
    await groups.finish(
      2_500,
      buildSunkTextColumn('raw', 1 << 16, testCodec, new MemorySink()),
      (table, firstKey) => {
        for (let at = 0; at < table.count; at += 1) found.push(seriesAt(table, at, firstKey));
      },
      noPause,
    );
    const table = plain.finish();
    expect(found).toEqual(Array.from({ length: table.count }, (_, at) => seriesAt(table, at, 0)));
  },
);

function seriesAt(table: ReturnType<ActivityBuilder['finish']>, at: number, firstKey: number) {
  return {
    key: table.key[at]! + firstKey,
    licenceType: table.licenceType[at],
    event: table.event[at],
    events: table.events[at],
    sourceRow: table.sourceRow[at],
    days: [...table.days.subarray(table.dayStarts[at]!, table.dayStarts[at + 1]!)],
  };
}

/** Notes how much of a work that yields between its pieces is done between two pauses. */
function watchPieces(): { pause(): Promise<void>; readonly longest: number; readonly all: number } {
  const seen = { longest: 0, all: 0 };
  let sincePause = 0;
  const { hashing, sorting } = ActivityBuilder.prototype;
  function* watched<Value>(pieces: Generator<undefined, Value>): Generator<undefined, Value> {
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      if (piece.done === true) return piece.value;
      sincePause += 1;
      seen.all += 1;
      seen.longest = Math.max(seen.longest, sincePause);
      yield;
    }
  }
  vi.spyOn(ActivityBuilder.prototype, 'hashing').mockImplementation(function (this: ActivityBuilder) {
    return watched(hashing.call(this));
  });
  vi.spyOn(ActivityBuilder.prototype, 'sorting').mockImplementation(function (this: ActivityBuilder) {
    return watched(sorting.call(this));
  });
  return {
    get longest() {
      return seen.longest;
    },
    get all() {
      return seen.all;
    },
    pause: () => {
      sincePause = 0;
      return Promise.resolve();
    },
  };
}

test.each([
  ['when the log has ended', 1_000_000_000],
  ['and again whenever many rows wait', 200_000],
])('a range with very many series is folded in pieces, %s', async (_, mostWaiting) => {
  const [keys, kinds, rows] = [2_000, 300, 500_000];
  const texts = new PackedTexts();
  const groups = new ActivityGroups(texts, mostWaiting);
  const watch = watchPieces();
  const day = 20_000 as EpochDay;
  for (let row = 0; row < rows; row += 1) {
    const kind = groups.kindOf(0, row % kinds);
    groups.note(0, kind, day, 1, row, texts.packText('2024-10-04', day));
    groups.put(0, Math.trunc(row / kinds));
    if (row % 10_000 === 0 && groups.isFull) await groups.fold(keys, watch.pause);
  }
  let series = 0;
  await groups.finish(
    keys,
    buildSunkTextColumn('raw', 1_000, testCodec, new MemorySink()),
    ({ count }) => {
      series += count;
      return undefined;
    },
    watch.pause,
  );
  expect(series).toBe(rows);
  // Half a million series are 15 pieces of 32,768 in each of three passes of sorting alone.
  expect(watch.all).toBeGreaterThan(60);
  expect(watch.longest).toBe(1);
});
