import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { ActivityBuilder, ANY_LICENCE } from '../../../src/core/inventory/activityBuilder.ts';

const eventOf = fc.record({
  key: fc.nat({ max: 40 }),
  licenceType: fc.nat({ max: 2 }),
  event: fc.nat({ max: 3 }),
  day: fc.integer({ min: -70, max: 900 }) as fc.Arbitrary<EpochDay>,
  events: fc.integer({ min: 1, max: 5 }),
});

test('a log becomes one row per account, licence type and event type, with its distinct days', () => {
  fc.assert(
    fc.property(fc.array(eventOf, { maxLength: 300 }), (log) => {
      const builder = new ActivityBuilder();
      const deciding = new Map<number, number>();
      log.forEach(({ key, licenceType, event, day, events }, at) => {
        const series = builder.add(key, licenceType, event, day, events, at + 2);
        if (series !== -1) deciding.set(series, at);
      });
      const table = builder.finish();

      const plain = new Map<string, typeof log>();
      for (const row of log) {
        const name = [row.key, row.licenceType, row.event].join(' ');
        plain.set(name, [...(plain.get(name) ?? []), row]);
      }
      expect(table.count).toBe(plain.size);
      let before: readonly number[] = [];
      for (let row = 0; row < table.count; row += 1) {
        const place = [table.key[row]!, table.licenceType[row]!, table.event[row]!];
        expect(comparePlaces(before, place)).toBeLessThan(0);
        before = place;
        const rows = plain.get(place.join(' '))!;
        const days = [...new Set(rows.map(({ day }) => day))].toSorted((a, b) => a - b);
        expect([...table.days.subarray(table.dayStarts[row]!, table.dayStarts[row + 1]!)]).toEqual(days);
        expect(table.events[row]).toBe(rows.reduce((sum, { events }) => sum + events, 0));
        const first = log.indexOf(rows.find(({ day }) => day === days.at(-1))!);
        expect(table.sourceRow[row]).toBe(first + 2);
        expect(deciding.get(table.order[row]!)).toBe(first);
      }
    }),
  );
});

test('many accounts with many days each grow beyond the first buffers', () => {
  const builder = new ActivityBuilder();
  const accounts = 3000;
  for (let day = 0; day < 120; day += 1) {
    for (let key = day % 3; key < accounts; key += 3) {
      builder.add(key, ANY_LICENCE, 0, (20_000 - day) as EpochDay, 1, key + 2);
    }
  }
  const table = builder.finish();
  expect(table.count).toBe(accounts);
  expect(table.days).toHaveLength((accounts * 120) / 3);
  expect([...table.days.subarray(0, 3)]).toEqual([19_883, 19_886, 19_889]);
});

test('a log without a row is an empty table', () => {
  const table = new ActivityBuilder().finish();
  expect([table.count, table.days.length, [...table.dayStarts]]).toEqual([0, 0, [0]]);
});

function comparePlaces(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0) return -1;
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : one[at]! - other[at]!;
}
