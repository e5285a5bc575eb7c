import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDay } from '../../../src/core/base/dayValue.ts';
import { buildDateOrderTracker } from '../../../src/core/ingest/dateOrderTracker.ts';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import { undecidedReading } from '../../../src/core/ingest/proposeColumns.ts';
import { LONDON } from './columnBuilder.ts';

const READING = undecidedReading('Last login', LONDON.workspaceZone);

const fitBoth = (...cells: readonly string[]): number => {
  const tracker = buildDateOrderTracker(READING, LONDON);
  for (const cell of cells) tracker.note(cell);
  return tracker.settle().fitBoth;
};

test.each([
  '5/3/2026 下午 2:05',
  '05.03.2026 오전 9:00',
  '05/03/2026 (Thu)',
  '05/03/2026（四）14:05',
  '０５/０３/２０２６',
  'Before 05/03/2026',
  '="05/03/2026"',
  '05/03/2026 10:00; never',
  'never|05/03/2026',
])('%s is seen where day and month are decided [LOAD-19]', (cell) => {
  expect(fitBoth(cell)).toBe(1);
});

test('a date with a year first in Chinese signs decides that a column has no other', () => {
  const tracker = buildDateOrderTracker(READING, LONDON);
  tracker.note('2026年3月5日 上午 8:14');
  expect(tracker.settle()).toMatchObject({ order: 'yearFirst', selfDeciding: 1, refusesNumeric: true });
});

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

test('whatever cell reads as two days in two orders is one that fits both [LOAD-19]', () => {
  const under = (['dayFirst', 'monthFirst'] as const).map((order) =>
    compileDateReader({ ...READING, order }, LONDON),
  );
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('2026', '2024', '25', '1999'),
  );
  const form = fc.record({
    sign: fc.constantFrom('/', '.', '-', '. '),
    clock: fc.constantFrom(
      '',
      ' 14:05',
      ' 2:05:09 PM',
      ' 下午 2:05',
      ' 오전 9시 5분',
      'T08:14:22Z',
      ' à 08:14',
    ),
    before: fc.constantFrom('', 'Before ', 'Thu, ', '(Thu) '),
    behind: fc.constantFrom('', ' (Thu)', '(四)', ' (水)', ' UTC'),
    isWide: fc.boolean(),
  });
  let both = 0;
  fc.assert(
    fc.property(numbers, form, ([day, month, year], { sign, clock, before, behind, isWide }) => {
      const plain = `${before}${[day, month, year].join(sign)}${behind}${clock}`;
      const cell = isWide ? wide(plain) : plain;
      const [one, other] = under.map((reader) => reader.read(cell));
      if (!isDay(one!) || !isDay(other!) || one === other) return;
      both += 1;
      expect([cell, fitBoth(cell)]).toEqual([cell, 1]);
    }),
    { numRuns: 3_000 },
  );
  expect(both).toBeGreaterThan(300);
});
