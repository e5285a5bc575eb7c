import { describe, expect, test } from 'vitest';
import { isRawDump, proposeFileZone } from '../../../src/core/ingest/proposeFileZone.ts';
import { proposeColumns } from '../../../src/core/ingest/proposeColumns.ts';
import { LONDON, readCell } from './columnBuilder.ts';

const ID = '6816f79cc0a8016401c5a33be04be441';
const DUMP = ['user_name', 'last_login_time', 'active', 'sys_id', 'sys_created_on'];
const NEW_YORK = { ...LONDON, workspaceZone: 'America/New_York' };

describe('the zone of time stamps that name none [LOAD-21]', () => {
  test.each([
    ['flags as numbers, NULL for empty', ['ann', '2026-06-01 02:00:00', '1', ID, 'NULL'], 'UTC'],
    ['flags as numbers', ['ann', '2026-06-01 02:00:00', '0', ID, '2019-04-05 00:00:00'], 'UTC'],
    ['no flag filled, NULL for empty', ['ann', '2026-06-01 02:00:00', 'NULL', ID, 'NULL'], 'UTC'],
    ['flags as words: as displayed', ['ann', '2026-06-01 02:00:00', 'true', ID, ''], 'America/New_York'],
    ['another form of date: as displayed', ['ann', '01-06-2026 02:00', '1', ID, 'NULL'], 'America/New_York'],
    ['no system id in the cells', ['ann', '2026-06-01 02:00:00', '1', '17', 'NULL'], 'America/New_York'],
  ])('%s', (_, cells, zone) => {
    expect(proposeFileZone(DUMP, [cells], undefined, 'America/New_York')).toBe(zone);
  });

  test('a file without system ids is no dump, and the zone of a platform goes before', () => {
    const header = ['user_name', 'last_login_time', 'active'];
    const rows = [['ann', '2026-06-01 02:00:00', '1']];
    expect(isRawDump(header, rows)).toBe(false);
    expect(proposeFileZone(header, rows, 'UTC', 'America/New_York')).toBe('UTC');
  });

  test('a raw dump is read in UTC, an export as displayed in the zone of the client', () => {
    const zonesOf = (header: readonly string[], cells: readonly string[]) =>
      proposeColumns(header, [cells], true, NEW_YORK).columns.flatMap(({ header: name, dates }) =>
        dates ? [`${name}: ${dates.zone}`] : [],
      );
    const stamps = ['ann', '2026-06-01 02:00:00', '1', ID, '2020-01-01 05:06:06'];
    expect(zonesOf(DUMP, stamps)).toEqual(['last_login_time: UTC', 'sys_created_on: UTC']);
    expect(zonesOf(DUMP, ['ann', '2026-06-01 02:00:00', 'true', ID, '2020-01-01 05:06:06'])).toEqual([
      'last_login_time: America/New_York',
      'sys_created_on: America/New_York',
    ]);
    expect(zonesOf(['user', 'Last active (UTC)'], ['ann', '2026-06-01 02:00:00'])).toEqual([
      'Last active (UTC): UTC',
    ]);
    expect(zonesOf(['user', 'lastLoginUtc'], ['ann', '2026-06-01 02:00:00'])).toEqual(['lastLoginUtc: UTC']);
    expect(zonesOf(['user', 'Last login (America/Chicago)'], ['ann', '2026-06-01 02:00'])).toEqual([
      'Last login (America/Chicago): America/Chicago',
    ]);
    expect(zonesOf(['user', 'Last login (Desktop/Mobile)'], ['ann', '2026-06-01 02:00'])).toEqual([
      'Last login (Desktop/Mobile): America/New_York',
    ]);
    expect(zonesOf(['user', 'Last active date [UTC]'], ['ann', '2026-06-01 02:00'])).toEqual([
      'Last active date [UTC]: UTC',
    ]);
  });

  test('two hours after midnight UTC are the evening before in New York', () => {
    expect(readCell('2026-06-01 02:00:00', { zone: 'UTC' }, NEW_YORK)).toBe('2026-05-31');
    expect(readCell('2026-06-01 02:00:00', { zone: 'America/New_York' }, NEW_YORK)).toBe('2026-06-01');
    expect(readCell('2026-06-01T02:00:00.000Z', { zone: 'Asia/Tokyo' }, NEW_YORK)).toBe('2026-05-31');
    expect(readCell('2026-06-01 02:00:00 +0530', { zone: 'America/New_York' }, NEW_YORK)).toBe('2026-05-31');
  });
});
