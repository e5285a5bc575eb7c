import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import { day, LONDON, readCell, reading, wordOf } from './columnBuilder.ts';

describe('forms of date [LOAD-20]', () => {
  test.each([
    ['2026-03-27', '2026-03-27'],
    ['2026-3-7', '2026-03-07'],
    ['2026/04/10 04:05:20', '2026-04-10'],
    ['2026-03-27 08:14', '2026-03-27'],
    ['2026-03-27T08:14:22', '2026-03-27'],
    ['2026-03-27T08:14:22Z', '2026-03-27'],
    ['2026-03-27T08:14:22.123Z', '2026-03-27'],
    ['2026-03-27 23:30:00Z', '2026-03-27'],
    ['2026-03-27T08:14:22.1234567+00:00', '2026-03-27'],
    ['2026-03-27-08.14.22.123456', '2026-03-27'],
    ['2021-03-26 04:11:02 -0400', '2021-03-26'],
    ['27/03/2026', '2026-03-27'],
    ['27.03.2026 08:14', '2026-03-27'],
    ['27-03-2026 08:14:22', '2026-03-27'],
    ['27. 3. 2026', '2026-03-27'],
    ['27/03/26', '2026-03-27'],
    ['27/03/99', '1999-03-27'],
    ['24 Mar 2026', '2026-03-24'],
    ['24-Mar-26', '2026-03-24'],
    ['4 May 2018', '2018-05-04'],
    ['14 Dec 2012 15:31:57', '2012-12-14'],
    ['Mar 27, 2026', '2026-03-27'],
    ['March 27th, 2026', '2026-03-27'],
    ['Fri, 27 Mar 2026 08:14:22 GMT', '2026-03-27'],
    ['Fri Mar 27 2026 08:14:22 GMT+0000 (Coordinated Universal Time)', '2026-03-27'],
    ['2026-Mar-24', '2026-03-24'],
    ['1 Sept 2025', '2025-09-01'],
    ['30. Sep. 2025', '2025-09-30'],
    ['5. März 2026', '2026-03-05'],
    ['1. Jänner 2026', '2026-01-01'],
    ['Mittwoch, 4. März 2026 um 14:05 Uhr', '2026-03-04'],
    ['12 févr. 2026', '2026-02-12'],
    ['1er août 2025 à 14:05', '2025-08-01'],
    ['9 mrt 2026', '2026-03-09'],
    ['9 mei 2026', '2026-05-09'],
    ['30 de junio de 2025', '2025-06-30'],
    ['mar. 24 mar 2026', '2026-03-24'],
    ['15 dicembre 2025', '2025-12-15'],
    ['29 gennaio 2026 08.14', '2026-01-29'],
    ['8/9/2022 2:17:02 PM', '2022-09-08'],
    ['2026-06-30 12:05 AM', '2026-06-30'],
    ['30/06/2026 12:05 a.m.', '2026-06-30'],
    ['30/06/2026 11:59\u202fPM', '2026-06-30'],
    ['\u00a027/03/2026 ', '2026-03-27'],
    ['20190412081530.0Z', '2019-04-12'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(readCell(text)).toBe(expected);
  });

  test.each([
    ['unixSeconds', '1774599262', '2026-03-27'],
    ['unixSeconds', '1774599262.123', '2026-03-27'],
    ['unixMilliseconds', '1774599262000', '2026-03-27'],
    ['unixMicroseconds', '1774599262000000', '2026-03-27'],
    ['windowsFileTime', '134190728620000000', '2026-03-27'],
    ['compactDay', '20260327', '2026-03-27'],
    ['compactStamp', '20260327081422', '2026-03-27'],
    ['excelSerial1900', '46108', '2026-03-27'],
    ['excelSerial1900', '46108.343310185', '2026-03-27'],
    ['excelSerial1900', '46108,99', '2026-03-27'],
    ['excelSerial1904', '44646', '2026-03-27'],
    ['excelSerial1900', '61', 'unreadable'],
    ['excelSerial1900', '731', 'unreadable'],
    ['excelSerial1900', '732', '1902-01-01'],
    ['unixMilliseconds', '0', 'unreadable'],
    ['unixMilliseconds', '-1', 'unreadable'],
    ['windowsFileTime', '9223372036854775807', 'unreadable'],
    ['none', '46108', 'unreadable'],
  ] as const)('%s %s is %s', (numbers, text, expected) => {
    expect(readCell(text, { numbers })).toBe(expected);
  });

  test('file time keeps its last digits: one tick before midnight is the day before', () => {
    const atMidnight = '134190432000000000';
    expect(readCell(atMidnight, { numbers: 'windowsFileTime', zone: 'UTC' })).toBe('2026-03-27');
    expect(readCell('134190431999999999', { numbers: 'windowsFileTime', zone: 'UTC' })).toBe('2026-03-26');
  });

  test.each([
    ['31/02/2026', 'impossibleDate'],
    ['30 Feb 2026', 'impossibleDate'],
    ['2026-02-30', 'impossibleDate'],
    ['2026-13-01', 'impossibleDate'],
    ['00/05/2026', 'impossibleDate'],
    ['29/02/2025', 'impossibleDate'],
    ['32/13/2026', 'impossibleDate'],
    ['2026-06-01 25:00:00', 'impossibleDate'],
    ['1/6/2026 13:00 PM', 'impossibleDate'],
    ['1.77457E+12', 'lostDigits'],
    ['1,33E+17', 'lostDigits'],
    ['02/07/2026', 'futureDate'],
    ['2 Jul 2026', 'futureDate'],
    ['2026-07-02', 'futureDate'],
    ['06/28/2026', 'orderConflict'],
  ])('%s rejects its row: %s', (text, expected) => {
    expect(readCell(text)).toBe(expected);
  });

  test('a date on the day after the as-of date counts as the as-of date', () => {
    expect(readCell('2026-07-01')).toBe('2026-06-30');
    expect(readCell('1 Jul 2026 00:30')).toBe('2026-06-30');
  });

  test('a column that may look ahead keeps a later day', () => {
    expect(readCell('31/12/2027', {}, { ...LONDON, futureAllowed: true })).toBe('2027-12-31');
    expect(readCell('31/12/27', {}, { ...LONDON, futureAllowed: true })).toBe('2027-12-31');
  });

  test.each([
    'Ticket 12',
    '12',
    'yesterday',
    '2 days ago',
    'Q4 2025',
    'March 2026',
    '(none) 5',
    '2026',
    '1.2.3.4',
    'x',
    '27/03',
    '2026-06-01x',
    '10:00',
  ])('%s is unreadable, not a date', (text) => {
    expect(readCell(text)).toBe('unreadable');
  });
});

describe('the values that are no dates [LOAD-22]', () => {
  test.each([
    ['Never accessed', 'never'],
    ['Never Logged In', 'never'],
    [' never ', 'never'],
    ['Never Signed In', 'never'],
    ['', 'blank'],
    ['   ', 'blank'],
    ['\u00a0', 'blank'],
    ['NULL', 'blank'],
    ['Not active in the last 180 days', 'at least 180'],
    ['Before 11 Feb 2017', 'at least 3427'],
    ['n/a', 'unreadable'],
    ['-', 'unreadable'],
    ['Jamais', 'unreadable'],
    ['1970-01-01', 'unreadable'],
    ['0001-01-01T00:00:00Z', 'unreadable'],
    ['1/1/0001 12:00:00 AM', 'unreadable'],
    ['12/31/1600', 'unreadable'],
    ['01/01/1601 00:00:00', 'unreadable'],
    ['1/0/1900', 'unreadable'],
    ['9999-12-31', 'unreadable'],
  ])('%j reads as %s', (text, expected) => {
    expect(readCell(text)).toBe(expected);
  });

  test('further words and placeholders mean never only after the user says so', () => {
    const neverWords = ['Jamais', '1970-01-01', '0', '1/1/0001 12:00:00 AM'];
    for (const text of ['jamais', '1970-01-01', '0', '1/1/0001 12:00:00 am', ' 0 ']) {
      expect(readCell(text, { neverWords, numbers: 'unixMilliseconds' })).toBe('never');
    }
    expect(readCell('Nunca', { neverWords })).toBe('unreadable');
  });

  test('an empty cell means never once a person said so', () => {
    expect(readCell('', { blankMeans: 'never' })).toBe('never');
    expect(readCell('NULL', { blankMeans: 'never' })).toBe('never');
    expect(readCell('n/a', { blankMeans: 'never' })).toBe('unreadable');
  });
});

describe('zones [LOAD-21]', () => {
  const newYork = { ...LONDON, workspaceZone: 'America/New_York' };

  test('a time stamp with a zone is converted, a date alone is never shifted', () => {
    expect(readCell('2026-03-28T02:00:00Z', {}, newYork)).toBe('2026-03-27');
    expect(readCell('2026-03-28', {}, newYork)).toBe('2026-03-28');
    expect(readCell('2026-03-28+05:00', {}, newYork)).toBe('2026-03-28');
    expect(readCell('28 Mar 2026 02:00 (UTC)', {}, newYork)).toBe('2026-03-27');
    expect(readCell('2026-03-27T23:30:00-0700', {}, newYork)).toBe('2026-03-28');
    expect(readCell('28/03/2026 01:30 CET', {}, LONDON)).toBe('2026-03-28');
    expect(readCell('28/03/2026 00:30 CET', {}, LONDON)).toBe('2026-03-27');
  });

  test('a time stamp without a zone is read in the zone of the source', () => {
    expect(readCell('2026-03-28 02:00:00', { zone: 'UTC' }, newYork)).toBe('2026-03-27');
    expect(readCell('2026-03-28 02:00:00', { zone: 'America/New_York' }, newYork)).toBe('2026-03-28');
    expect(readCell('28/03/2026 02:00', { zone: 'Asia/Kolkata' }, newYork)).toBe('2026-03-27');
    expect(readCell('46109.0833', { numbers: 'excelSerial1900', zone: 'UTC' }, newYork)).toBe('2026-03-27');
    expect(readCell('46109', { numbers: 'excelSerial1900', zone: 'UTC' }, newYork)).toBe('2026-03-28');
  });

  test('the far ends of the world agree on the instant and differ in the day', () => {
    const at = '2026-06-01T11:00:00Z';
    expect(readCell(at, {}, { ...LONDON, workspaceZone: 'Pacific/Kiritimati' })).toBe('2026-06-02');
    expect(readCell(at, {}, { ...LONDON, workspaceZone: 'Pacific/Pago_Pago' })).toBe('2026-06-01');
    expect(readCell('2026-06-01T09:59:00Z', {}, { ...LONDON, workspaceZone: 'Pacific/Pago_Pago' })).toBe(
      '2026-05-31',
    );
  });

  test('no code of this stage reads the clock or the zone of the machine', () => {
    const folder = join(import.meta.dirname, '../../../src/core/ingest');
    for (const name of readdirSync(folder)) {
      const source = readFileSync(join(folder, name), 'utf8');
      expect(source, name).not.toMatch(/\bDate\(|\bDate\.|\.get(Full|UTC|Date|Day|Hours|Timezone)|toLocale/);
    }
  });
});

describe('order of day and month [LOAD-19]', () => {
  test('the order of the column decides the reading', () => {
    expect(readCell('04/05/2026', { order: 'dayFirst' })).toBe('2026-05-04');
    expect(readCell('04/05/2026', { order: 'monthFirst' })).toBe('2026-04-05');
    expect(readCell('26/05/04', { order: 'yearFirst' })).toBe('2026-05-04');
  });

  test('an open column takes its order from the first value above 12 and refuses the other order from then on', () => {
    const reader = compileDateReader(reading({ order: 'undecided' }), LONDON);
    expect(wordOf(reader.read('04/05/2026'))).toBe('2026-05-04');
    expect([reader.wasProvisional(), reader.order()]).toEqual([true, 'undecided']);
    expect(wordOf(reader.read('05/25/2026'))).toBe('2026-05-25');
    expect([reader.wasProvisional(), reader.order()]).toEqual([false, 'monthFirst']);
    expect(wordOf(reader.read('04/05/2026'))).toBe('2026-04-05');
    expect(wordOf(reader.read('25/05/2026'))).toBe('orderConflict');
  });

  test('a repeated text is read again alike, whatever came between', () => {
    const reader = compileDateReader(reading(), LONDON);
    const texts = [
      '24 Mar 2026',
      'Never accessed',
      '31/02/2026',
      '',
      '24 Mar 2026',
      'x',
      'Never accessed',
      '31/02/2026',
    ];
    expect(texts.map((text) => wordOf(reader.read(text)))).toEqual([
      '2026-03-24',
      'never',
      'impossibleDate',
      'blank',
      '2026-03-24',
      'unreadable',
      'never',
      'impossibleDate',
    ]);
  });
});

test('two-digit years lie in the hundred years up to the year after the as-of date', () => {
  const late = { ...LONDON, asOf: day('2026-12-31') };
  expect(readCell('31/12/26', {}, late)).toBe('2026-12-31');
  expect(readCell('01/01/27', {}, late)).toBe('2026-12-31');
  expect(readCell('01/01/28', {}, late)).toBe('1928-01-01');
});
