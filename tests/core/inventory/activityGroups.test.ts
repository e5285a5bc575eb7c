import * as fc from 'fast-check';
import { expect, test } from 'vitest';
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
  event: fc.constantFrom(0, 1, 2, 300, 65_535),
  day: fc.oneof(fc.integer({ min: 20_000, max: 20_100 }), fc.constantFrom(-1, 0, 65_535, 65_536, -400_000)),
  events: fc.constantFrom(1, 1, 2, 65_535, 65_536, MAX_EVENTS),
  text: fc.constantFrom(
    '2026-03-27 08:14:22',
    '2026-03-28',
    'twenty-seventh of March in the year 2026, noon',
    '',
  ),
});
const noPause = () => Promise.resolve();

test('rows written down by ranges of keys give the series of rows that are folded at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 300 }),
      fc.constantFrom(1, 7, 64, 1_000_000),
      async (log, mostWaiting) => {
        const texts = new PackedTexts();
        const groups = new ActivityGroups(texts, mostWaiting);
        const plain = new ActivityBuilder();
        const plainTexts: string[] = [];
        const keys = log.reduce((most, { key: own }) => Math.max(most, own + 1), 0);
        for (const [at, own] of log.entries()) {
          const kind = groups.kindOf(own.licenceType, own.event);
          const form = texts.packText(own.text);
          const day = own.day as EpochDay;
          groups.add(own.key, kind, day, own.events, at + 2, form, texts.high, texts.low);
          if (groups.isFull) await groups.fold(keys, noPause);
          const series = plain.add(own.key, own.licenceType, own.event, day, own.events, at + 2);
          if (series >= 0) plainTexts[series] = own.text;
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
