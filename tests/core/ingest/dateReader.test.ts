import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import { day, LONDON, readCell, reading, wordOf } from './columnBuilder.ts';

const KOLKATA = { ...LONDON, workspaceZone: 'Asia/Kolkata' };

describe('forms of date [LOAD-20]', () => {
  test.each([
    ['2026-03-27', '2026-03-27'],
    ['27/03/2026 08:14:22; never', '2026-03-27'],
    ['2026-03-27;2026-06-13;2026-01-02', '2026-06-13'],
    ['24 Mar 2026\n25 Mar 2026', '2026-03-25'],
    ['never; Never logged in', 'never'],
    ['never|Not active in the last 180 days', 'at least 180'],
    ['27/03/2026; soon', 'unreadable'],
    ['27/03/2026; 08:14', 'unreadable'],
    ['31/02/2026; 2026-01-01', 'impossibleDate'],
    ['2026-3-7', '2026-03-07'],
    ['2026/04/10 04:05:20', '2026-04-10'],
    ['２０２６／０３／２７', '2026-03-27'],
    ['２０２６年３月２７日', '2026-03-27'],
    ['2026年3月27日 8時14分', '2026-03-27'],
    ['2026年3月27日 23時14分59秒', '2026-03-27'],
    ['2026年3月27日(金)', '2026-03-27'],
    ['2026/3/27(金) 8:14', '2026-03-27'],
    ['2026-03-27 (Fri)', '2026-03-27'],
    ['2026/3/27 下午 2:05', '2026-03-27'],
    ['2026年3月27日 上午8:14:22', '2026-03-27'],
    ['2026/3/27 午後0:05', '2026-03-27'],
    ['2026. 3. 27. 오후 2:05', '2026-03-27'],
    ['2026년 3월 27일 8시 5분', '2026-03-27'],
    ['2026년 3월 27일 금요일 오후 2:05', '2026-03-27'],
    ['2026年3月27日星期五 下午2:05', '2026-03-27'],
    ['2026年3月27日 下午13:05', 'impossibleDate'],
    ['Mar 27, 2026 @ 08:14:22.000', '2026-03-27'],
    ['/Date(1774599262000)/', '2026-03-27'],
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
    ['30/06/2026 12:05 AM', '2026-06-30'],
    ['30/06/2026 12:00 PM', '2026-06-30'],
    ['6/30/2026 12:05:09 am', 'orderConflict'],
    ['29/06/2026 11:59:59 P. M.', '2026-06-29'],
    ['29 Jun 2026, 9:05\u202fam', '2026-06-29'],
    ['\u00a027/03/2026 ', '2026-03-27'],
    ['2026-03-27T08:14:22.000+0000', '2026-03-27'],
    ['2026-03-27 08:14:22 +0530', '2026-03-27'],
    ['20260327T081422Z', '2026-03-27'],
    ['20260327T081422', '2026-03-27'],
    ['20260327081422+0530', '2026-03-27'],
    ['27.3.26', '2026-03-27'],
    ['20260327 08:14:22', '2026-03-27'],
    ['08:14 27/03/2026', '2026-03-27'],
    ['8:14 PM, 27 Mar 2026', '2026-03-27'],
    ['27. marts 2026 kl. 08.14', '2026-03-27'],
    ['Fri Mar 27 08:14:22 2026', '2026-03-27'],
    ['Fri Mar 27 20:14:22 EDT 2026', '2026-03-28'],
    ['27-03-2026 23:59 IST', '2026-03-27'],
    ['Mar 27, 2026 08:14 AM (IST)', '2026-03-27'],
    ['Fri Mar 27 08:14:22 IST 2026', '2026-03-27'],
    ['2026-03-27 08:14:22 KST', '2026-03-26'],
    ['2026-03-27 23:14:22 BRT', '2026-03-28'],
    ['29JUN2026:08:14:22', '2026-06-29'],
    ['29-JUN-26 08.14.22.000000000 AM', '2026-06-29'],
    ['29/Jun/2026:08:14:22 +0000', '2026-06-29'],
    ['Jun 29 2026  8:14AM', '2026-06-29'],
    ['28/06/2026 24:00', '2026-06-29'],
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
    ['unixMilliseconds', '1774599262000.0', '2026-03-27'],
    ['compactDay', '20260327.0', '2026-03-27'],
    ['excelSerial1900', '60', 'impossibleDate'],
    ['excelSerial1900', '2958465', 'unreadable'],
    ['excelSerial1900', '46108.9999999', '2026-03-27'],
    ['unixSeconds', '-62135596800', 'unreadable'],
    ['unixSeconds', '-1000000000', 'unreadable'],
    ['unixMilliseconds', '0', 'unreadable'],
    ['unixMilliseconds', '-1', 'unreadable'],
    ['windowsFileTime', '9223372036854775807', 'unreadable'],
    ['none', '46108', 'unreadable'],
  ] as const)('%s %s is %s', (numbers, text, expected) => {
    expect(readCell(text, { numbers })).toBe(expected);
  });

  test.each([
    ['27/03/2026 06:29 PM', 'UTC', '2026-03-27'],
    ['27/03/2026 06:31 PM', 'UTC', '2026-03-28'],
    ['27/03/2026 06:31 am', 'UTC', '2026-03-27'],
    ['27/03/2026 12:05 PM', 'America/New_York', '2026-03-27'],
    ['27/03/2026 2:31 p.m.', 'America/New_York', '2026-03-28'],
    ['27/03/2026 12:05 AM', 'Asia/Tokyo', '2026-03-26'],
    ['27/03/2026 12:05 PM', 'Asia/Tokyo', '2026-03-27'],
  ])(
    'the half of the day decides where midnight lies between two zones: %s in %s is %s',
    (text, zone, day) => {
      expect(readCell(text, { zone }, KOLKATA)).toBe(day);
    },
  );

  test.each([
    ['2026-03-28 00:29 +0100', '2026-03-27'],
    ['2026-03-28 01:31 +01:00', '2026-03-28'],
    ['2026-03-27 22:31 -01:30', '2026-03-28'],
    ['2026-03-27 22:29 -0130', '2026-03-27'],
    ['20260328002900+0030', '2026-03-27'],
    ['20260328003100+0030', '2026-03-28'],
    ['20260327232900-0030', '2026-03-27'],
    ['20260327233100-0030', '2026-03-28'],
  ])('an offset counts with its sign, its hours and its minutes: %s is %s', (text, day) => {
    expect(readCell(text, {}, { ...LONDON, workspaceZone: 'UTC' })).toBe(day);
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
    '2 months ago',
    'a year ago',
    'days ago',
    'Q4 2025',
    '2025-Q4',
    '4th quarter 2025',
    'March 2026',
    '(none) 5',
    '2026',
    '1.2.3.4',
    'x',
    '27/03',
    '2026-06-01x',
    '08:14 27/03/2026 x',
    '08:14 08:14',
    'Mar 27 08:14:22',
    '20260327 8',
    '123456789 08:14',
    '2026-W13',
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
    ['Inactive for 90 days', 'at least 90'],
    ['90+ days ago', 'at least 90'],
    ['Not active in the last 6 months', 'at least 180'],
    ['more than a year ago', 'at least 365'],
    ['2+ weeks ago', 'at least 14'],
    ['No logins in the last 180 days', 'at least 180'],
    ['Not in last 90 days', 'at least 90'],
    ['Inactive > 90 days', 'at least 90'],
    ['Not logged in for more than 60 days', 'at least 60'],
    ['Not 90 days', 'unreadable'],
    ['In the last 90 days', 'unreadable'],
    ['More than 365 days ago', 'at least 365'],
    ['> 180 days', 'at least 180'],
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

  test.each([
    ['1601-01-01', {}],
    ['01/01/1601 02:00:00', {}],
    ['12/31/1600', {}],
    ['1/1/0001 12:00:00 AM', {}],
    ['0001-01-01T00:00:00Z', {}],
    ['1/0/1900', {}],
    ['00/01/1900', {}],
    ['1899-12-30', {}],
    ['0000-00-00 00:00:00', {}],
    ['1970-01-01', {}],
    ['1 Jan 1970 01:00', {}],
    ['1969-12-31 19:00:00', {}],
    ['9999-12-31', {}],
    ['31/12/9999 23:59:59', {}],
    ['0', {}],
    ['-1', {}],
    ['0', { numbers: 'excelSerial1900' }],
    ['2958465', { numbers: 'excelSerial1900' }],
    ['9223372036854775807', { numbers: 'windowsFileTime' }],
    ['9223372036854775807', {}],
    ['-62135596800', { numbers: 'unixSeconds' }],
    ['-62135596800000', { numbers: 'unixMilliseconds' }],
    ['1/0/1900', { order: 'monthFirst' }],
    ['31/12/1600', { order: 'monthFirst' }],
  ] as const)('the placeholder %s %j means never only after a yes [LOAD-23]', (text, changes) => {
    expect(readCell(text, changes)).toBe('unreadable');
    expect(readCell(text, { ...changes, placeholdersMeanNever: true })).toBe('never');
  });

  test.each(['Ticket 12', '12', 'n/a', '30/02/2026', '2030-01-01', '4 May 1950', '-1000000000'])(
    '%s is no placeholder: a yes changes nothing',
    (text) => {
      expect(readCell(text, { placeholdersMeanNever: true })).toBe(readCell(text));
    },
  );

  test('a day that a person declared means never, under every form of it, and no other day does [LOAD-23]', () => {
    const neverDays = [day('2020-07-30')];
    const texts = ['2020-07-30', '30/07/2020 00:00', '30 Jul 2020', '2020-07-30T10:00:00Z', '31/07/2020'];
    expect(texts.map((text) => readCell(text, { neverDays }))).toEqual([
      'never',
      'never',
      'never',
      'never',
      '2020-07-31',
    ]);
  });

  test('where a source drops old dates an empty cell reaches back at least so far, unless it means never', () => {
    expect(readCell('', { blankMeansAtLeast: 90 })).toBe('at least 90');
    expect(readCell('', { blankMeansAtLeast: 90, blankMeans: 'never' })).toBe('never');
    expect(readCell('n/a', { blankMeansAtLeast: 90 })).toBe('unreadable');
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
    expect(readCell('28/03/2026 09:29', { zone: 'Asia/Kolkata' }, newYork)).toBe('2026-03-27');
    expect(readCell('28/03/2026 09:31', { zone: 'Asia/Kolkata' }, newYork)).toBe('2026-03-28');
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

  test.each([
    ['2026-03-27 23:30 America/New_York', '2026-03-28'],
    ['2026-03-28 06:30:00 (Asia/Tokyo)', '2026-03-27'],
    ['28/03/2026 00:30 Europe/Berlin', '2026-03-27'],
    ['28 Mar 2026, 00:30 [Europe/Berlin]', '2026-03-27'],
    ['2026-03-28T00:30:00+01:00[Europe/Berlin]', '2026-03-27'],
    ['2026-03-27 23:30 Etc/GMT+5', '2026-03-28'],
    ['2026-03-28 00:30 America/Argentina/Buenos_Aires', '2026-03-28'],
    ['2026-03-27 Asia/Tokyo', '2026-03-27'],
    ['30/02/2026 10:00 Europe/Berlin', 'impossibleDate'],
    ['2026-03-27 23:30 Not/AZone', 'unreadable'],
    ['2026-03-27 23:30 IST', '2026-03-27'],
  ])('the zone that %s names is the zone of its clock', (text, expected) => {
    expect(readCell(text, {}, LONDON)).toBe(expected);
  });

  test('no code of this stage reads the clock or the zone of the machine', () => {
    const folder = join(import.meta.dirname, '../../../src/core/ingest');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
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

  test('two-digit years first are refused in a column of days first, and the other way round', () => {
    expect(readCell('99/01/02', { order: 'dayFirst' })).toBe('orderConflict');
    expect(readCell('03/27/26', { order: 'yearFirst' })).toBe('orderConflict');
    expect(readCell('27/03/26', { order: 'yearFirst' })).toBe('futureDate');
    expect(readCell('26-06-29', { order: 'yearFirst' })).toBe('2026-06-29');
    expect(readCell('26-06-31', { order: 'yearFirst' })).toBe('impossibleDate');
    expect(readCell('27/03/2026', { order: 'yearFirst' })).toBe('orderConflict');
  });

  test('an undecided column reads a short date provisionally where it has several readings', () => {
    const reader = compileDateReader(reading({ order: 'undecided' }), LONDON);
    expect(wordOf(reader.read('24/05/25'))).toBe('2025-05-24');
    expect([reader.wasProvisional(), reader.order()]).toEqual([true, 'undecided']);
    expect(wordOf(reader.read('26-06-29'))).toBe('2026-06-29');
    expect([reader.wasProvisional(), reader.order()]).toEqual([false, 'yearFirst']);
  });

  test('cells that a spreadsheet exchanged are turned back; days above 12 were never exchanged [LOAD-28]', () => {
    const texts = ['2026-05-04', '2026-05-04 10:11:12', '2026-05-25', '25/05/2026', '2026/05/04'];
    expect(texts.map((text) => readCell(text, { cellsSwapped: true }))).toEqual([
      '2026-04-05',
      '2026-04-05',
      '2026-05-25',
      '2026-05-25',
      '2026-04-05',
    ]);
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

test('two-digit years up to 69 are of this century, so that a year too high is a date in the future [LOAD-20]', () => {
  const late = { ...LONDON, asOf: day('2026-12-31') };
  expect(readCell('31/12/26', {}, late)).toBe('2026-12-31');
  expect(readCell('01/01/27', {}, late)).toBe('2026-12-31');
  expect(readCell('01/01/28', {}, late)).toBe('futureDate');
  expect(readCell('01/01/70', {}, late)).toBe('unreadable');
  expect(readCell('31-Dec-71', {}, late)).toBe('1971-12-31');
});
