import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENT, BLANK, isAtLeast, isDay, NEVER, UNREADABLE } from '../../../src/core/base/dayValue.ts';
import { calendarFromDay, dayFromCalendar, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatDay, formatIsoDay, formatLongDay } from '../../../src/core/base/formatDay.ts';
import { isDateProblem } from '../../../src/core/ingest/dateProblem.ts';
import type { DateReading } from '../../../src/core/ingest/dateReading.ts';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import { LONDON, reading } from './columnBuilder.ts';

const realDay = fc
  .integer({ min: dayFromCalendar(1971, 1, 1), max: LONDON.asOf })
  .map((value) => value as EpochDay);
const two = (value: number): string => String(value).padStart(2, '0');

/** Ways to write one day, with the reading under which it must come back. */
const FORMS: readonly (readonly [string, Partial<DateReading>, (day: EpochDay) => string])[] = [
  ['ISO', {}, formatIsoDay],
  ['ISO with a clock', {}, (day) => `${formatIsoDay(day)} 23:59:59`],
  ['ISO unpadded', {}, (day) => formatIsoDay(day).replace(/-0/g, '-')],
  ['short month name', {}, formatDay],
  ['long month name', {}, formatLongDay],
  ['month first by name', {}, (day) => formatDay(day).replace(/(\d+) (\w+) (\d+)/, '$2 $1, $3')],
  ...(['/', '.', '-'] as const).flatMap((sign) => [
    [`day first with ${sign}`, { order: 'dayFirst' }, (day: EpochDay) => numeric(day, sign, true)] as const,
    [
      `month first with ${sign}`,
      { order: 'monthFirst' },
      (day: EpochDay) => numeric(day, sign, false),
    ] as const,
  ]),
  ['12-hour clock', { order: 'monthFirst' }, (day) => `${numeric(day, '/', false)} 12:00:01 AM`],
  ['compact day', { numbers: 'compactDay' }, (day) => formatIsoDay(day).replaceAll('-', '')],
  ['compact stamp', { numbers: 'compactStamp' }, (day) => `${formatIsoDay(day).replaceAll('-', '')}235959`],
  ['serial 1900', { numbers: 'excelSerial1900' }, (day) => String(day + 25_569)],
  ['serial 1904', { numbers: 'excelSerial1904' }, (day) => `${day + 24_107}.999`],
  [
    'file time at noon',
    { numbers: 'windowsFileTime' },
    (day) => String((BigInt(day) * 86_400n + 43_200n + 11_644_473_600n) * 10_000_000n + 9_999_999n),
  ],
];

function numeric(day: EpochDay, sign: string, dayFirst: boolean): string {
  const { year, month, day: date } = calendarFromDay(day);
  return (dayFirst ? [two(date), two(month), year] : [two(month), two(date), year]).join(sign);
}

describe('a day written in any listed form reads back as itself [LOAD-20]', () => {
  test.each(FORMS)('%s', (_, changes, write) => {
    const reader = compileDateReader(reading(changes), LONDON);
    fc.assert(
      fc.property(realDay, (day) => {
        expect(reader.read(write(day))).toBe(day);
      }),
      { numRuns: 200 },
    );
  });
});

const nearDate = fc.string({
  unit: fc.constantFrom(
    ...'0123456789',
    ...'-/.:,+ TZ()',
    'Mar',
    'mai',
    ' AM',
    'never',
    '\u202f',
    'é',
    '\u202e',
  ),
  maxLength: 24,
});

test('any text at all gives a day value or a problem, and the same one every time', () => {
  const numbers = fc.constantFrom<DateReading['numbers']>(
    'none',
    'unixMilliseconds',
    'windowsFileTime',
    'excelSerial1900',
    'compactStamp',
  );
  const order = fc.constantFrom<DateReading['order']>('dayFirst', 'monthFirst', 'yearFirst');
  fc.assert(
    fc.property(fc.oneof(nearDate, fc.string({ unit: 'binary' })), numbers, order, (text, unit, asked) => {
      const reader = compileDateReader(reading({ numbers: unit, order: asked, zone: 'Asia/Tokyo' }), LONDON);
      const answer = reader.read(text);
      const isValue = [NEVER, BLANK, UNREADABLE].includes(answer as typeof NEVER) || isAtLeast(answer);
      expect(isValue || isDateProblem(answer) || (isDay(answer) && answer <= LONDON.asOf)).toBe(true);
      expect(answer).not.toBe(ABSENT);
      expect(Number.isInteger(answer)).toBe(true);
      expect(reader.read(text)).toBe(answer);
    }),
    { numRuns: 3000 },
  );
});
