import { expect, test } from 'vitest';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { ActivityLogBuilder } from '../../../src/core/inventory/activityLogBuilder.ts';
import { MemorySink, testCodec } from './memorySink.ts';

test('room for many keys is made in pieces between batches of rows', async () => {
  const [batches, rows] = [20, 20_000];
  const asOf = 20_500 as EpochDay;
  const form = { mapped: new Set(['accountId', 'timestamp', 'eventType']), asOf };
  const builder = new ActivityLogBuilder(form, { codec: testCodec, sink: new MemorySink() });
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses += 1;
    return Promise.resolve();
  };
  for (let batch = 0; batch < batches; batch += 1) {
    const names = Array.from({ length: rows }, (_, row) => `user.${1_000_000 + batch * rows + row}`);
    const bytes = new TextEncoder().encode(`2026-01-01 login ${names.join('')}`);
    const [eventStart, keys, length] = [11, 17, names[0]!.length];
    for (let row = 0; row < rows; row += 1) {
      const keyStart = keys + row * length;
      builder.addCells(bytes, {
        keyStart,
        keyEnd: keyStart + length,
        rawStart: 0,
        rawEnd: 10,
        day: 20_454 as EpochDay,
        eventStart,
        eventEnd: eventStart + 5,
        licenceStart: 0,
        licenceEnd: 0,
        events: 1,
        fileRow: batch * rows + row + 2,
      });
    }
    builder.flush(bytes);
    await builder.makeRoom(pause);
  }
  // A table of 524,288 slots, 32,768 of them at a time.
  expect(pauses).toBe(15);
  const { layout, summary } = await builder.finish();
  expect(layout.keys).toBe(batches * rows);
  expect(summary.series).toBe(batches * rows);
});
