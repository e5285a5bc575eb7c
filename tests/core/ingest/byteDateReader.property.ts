import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileByteDateReader } from '../../../src/core/ingest/byteDateReader.ts';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import type { DateReading } from '../../../src/core/ingest/dateReading.ts';
import { LONDON, reading } from './columnBuilder.ts';

const encoder = new TextEncoder();
const number = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: most }), fc.constantFrom(1, 2, 2, 4))
    .map(([value, width]) => String(value).padStart(width, '0'));
const clock = fc.oneof(
  fc.constant(''),
  fc
    .tuple(
      fc.constantFrom(' ', ' ', 'T', '  ', ', '),
      number(25),
      number(61),
      fc.option(number(61)),
      fc.constantFrom('', '', '.', '.123', 'Z', '.5Z', ' PM', '+02:00', ' UTC'),
    )
    .map(
      ([gap, hour, minute, second, end]) =>
        `${gap}${hour}:${minute}${second === null ? '' : `:${second}`}${end}`,
    ),
);
const dateText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.oneof(number(33), fc.integer({ min: 1899, max: 2100 }).map(String)),
        fc.constantFrom('-', '/', '.'),
        number(14),
        fc.option(fc.constantFrom('-', '/'), { freq: 9 }),
        fc.oneof(number(33), fc.integer({ min: 2019, max: 2027 }).map(String)),
        clock,
      )
      .map(
        ([first, sign, second, other, third, time]) =>
          `${first}${sign}${second}${other ?? sign}${third}${time}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'never',
      'Never',
      '',
      ' ',
      '-',
      'NULL',
      '45000',
      '1e5',
      'é',
      '2026',
      'Mar 27, 2026',
      '1/1/1900',
      '\u00a02026-03-01',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const readings: readonly Partial<DateReading>[] = [
  {},
  { order: 'monthFirst' },
  { order: 'yearFirst', zone: 'America/New_York' },
  { order: 'dayFirst', zone: 'Asia/Kolkata', blankMeans: 'never' },
  { order: 'dayFirst', numbers: 'excelSerial1900', neverWords: ['1/1/1900', 'none'] },
  { order: 'monthFirst', cellsSwapped: true, neverWords: ['nie'] },
  { order: 'yearFirst', cellsSwapped: true, zone: 'Asia/Tokyo', placeholdersMeanNever: true },
  { order: 'yearFirst', numericDates: 'refused' },
];

test('every text has the answer of the reader of strings [LOAD-20]', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...readings),
      fc.boolean(),
      fc.array(dateText, { minLength: 1, maxLength: 12 }),
      (changes, futureAllowed, texts) => {
        const context = { ...LONDON, futureAllowed };
        const ofStrings = compileDateReader(reading(changes), context);
        const ofBytes = compileByteDateReader(reading(changes), context);
        for (const text of texts) {
          const clean = text.replaceAll(/[\ud800-\udfff]/g, '?');
          const bytes = encoder.encode(`9${clean}9`);
          expect(ofBytes(bytes, 1, bytes.length - 1), clean).toBe(ofStrings.read(clean));
        }
      },
    ),
    { numRuns: 3000 },
  );
});

const stamp = fc
  .tuple(
    fc.constantFrom(
      '2026-03-27',
      '2026-03-28',
      '2025-03-27',
      '2026-02-30',
      '2027-01-01',
      '0000-00-00',
      'x026-03-27',
    ),
    fc.constantFrom(' ', 'T', 't'),
    fc.constantFrom('00', '08', '23', '24', '1x', '29'),
    fc.constantFrom(':', ':', '.'),
    fc.constantFrom('00', '59', '60', '7/', '99'),
    fc.constantFrom(':', ':', '0'),
    fc.constantFrom('00', '59', '60', '0:', '5é'),
  )
  .map((parts) => parts.join(''));

test('time stamps one after another are read as each of them alone [LOAD-20]', () => {
  fc.assert(
    fc.property(fc.constantFrom(...readings), fc.array(stamp, { maxLength: 30 }), (changes, stamps) => {
      const own = reading(changes);
      const together = compileByteDateReader(own, LONDON);
      const alone = compileDateReader(own, LONDON);
      for (const text of stamps) {
        const bytes = encoder.encode(`,${text},`);
        expect(together(bytes, 1, bytes.length - 1), text).toBe(alone.read(text));
      }
    }),
    { numRuns: 400 },
  );
});
