import { expect, test } from 'vitest';
import { MONTH_BY_WORD } from '../../../src/core/ingest/monthWords.ts';
import { readCell } from './columnBuilder.ts';

/** Languages whose month names the platform knows: an oracle that shares nothing with the table of words. */
const LANGUAGES = [
  'en',
  'en-AU',
  'de',
  'de-AT',
  'fr',
  'nl',
  'es',
  'it',
  'pt',
  'pt-PT',
  'da',
  'sv',
  'nb',
  'pl',
  'cs',
  'ro',
  'ca',
  'tr',
  'fi',
  'id',
  'ru',
  'bg',
];

const STYLES = [
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' },
  { day: 'numeric', month: 'short', year: 'numeric', weekday: 'short' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

const DAYS = Array.from({ length: 12 }, (_, month) => [
  Date.UTC(2025, month, 1, 12),
  Date.UTC(2025, month, 7, 12),
  Date.UTC(2025, month, 22, 12),
  Date.UTC(2025, month, 28, 12),
]).flat();

function expectDaysRead(language: string, styles: readonly Intl.DateTimeFormatOptions[]): void {
  for (const style of styles) {
    const words = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
    for (const moment of DAYS) {
      const text = words.format(moment);
      expect(`${text} = ${readCell(text)}`).toBe(`${text} = ${new Date(moment).toISOString().slice(0, 10)}`);
    }
  }
}

test.each(LANGUAGES)(
  'every day of a year in %s, long and short, with and without its weekday [LOAD-20]',
  (language) => {
    expectDaysRead(language, STYLES);
  },
);

test.each([
  ['30. Sep. 2025', '2025-09-30'],
  ['1 Sept. 2025', '2025-09-01'],
  ['12 févr. 2026', '2026-02-12'],
  ['9 mrt. 2026', '2026-03-09'],
  ['15-dic-2025', '2025-12-15'],
  ['5 out. 2025', '2025-10-05'],
  ['17. maj 2026', '2026-05-17'],
  ['3 des. 2025', '2025-12-03'],
  ['11 paź 2025 14:05', '2025-10-11'],
  ['2026年3月27日 8:14', '2026-03-27'],
  ['令和8年3月27日', '2026-03-27'],
  ['令和元年5月1日', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['24 травня 2026 р.', '2026-05-24'],
  ['24 лист. 2025 р., 08:14', '2025-11-24'],
  ['24 Μαΐου 2026', '2026-05-24'],
  ['24 ИЮН. 2026 Г. В 08:14', '2026-06-24'],
  ['12. června 2026 v 8:14', '2026-06-12'],
  ['12.06.2026 г.', '2026-06-12'],
  ['2026. máj. 7. 8:14', '2026-05-07'],
  ['2026-06-12 Fri 08:14', '2026-06-12'],
])('%s is %s [LOAD-20]', (text, expected) => {
  expect(readCell(text)).toBe(expected);
});

test.each(['sk', 'hu'])('every day of a year in %s, long and short [LOAD-20]', (language) => {
  expectDaysRead(language, STYLES.slice(0, 2));
});

test.each(['R8.6.12', 'r 8.6.2026', 'г. 8.6.2026', '8 лис 2026 лис', '12. prosinecký 2025'])(
  '%s is no date of ours [LOAD-20]',
  (text) => {
    expect(readCell(text)).toBe('unreadable');
  },
);

test('every month has words of its own, written as they are looked for', () => {
  expect(new Set(MONTH_BY_WORD.values()).size).toBe(12);
  expect([...MONTH_BY_WORD.keys()].every((word) => word === word.toLowerCase().normalize('NFC'))).toBe(true);
});
