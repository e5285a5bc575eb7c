import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from '../support/readWorkbook.ts';

const FOLDER = join(import.meta.dirname, 'workbooks');

const HEADER = [
  'User ID',
  'Name',
  'Email',
  'Employee number',
  'Last login',
  'Created',
  'Active',
  'Logins',
  'Note',
];
const ROWS = [
  [
    'anna',
    'Łucja "Zoë" & <Co>',
    'anna@example.com',
    '00123',
    '2026-03-27 08:14:22',
    '2019-04-12',
    'TRUE',
    '42',
    'two\nlines',
  ],
  ['ben', '東京 😀', 'ben@example.com', '00007', '', '1999-12-31', 'FALSE', '0', ' spaced '],
  ['carl', '=1+1', 'carl@example.com', '', '2026-03-01 00:00:00', '2024-02-29', 'TRUE', '1234567.5'],
];

/** Writers whose form cannot hold a text that begins like a formula leave this cell out. */
const WITHOUT_FORMULA_TEXT = new Set(['openpyxl-streamed.xlsx']);

test.each(readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx')))(
  'the list as %s writes it [LOAD-06]',
  async (file) => {
    const read = await readWorkbook(new Uint8Array(readFileSync(join(FOLDER, file))), { sheets: ['Page 1'] });
    expect(read.fault).toBeUndefined();
    const rows = ROWS.map((cells) =>
      cells.map((cell) => (WITHOUT_FORMULA_TEXT.has(file) && cell === '=1+1' ? '' : cell)),
    );
    expect(read.rows).toEqual([HEADER, ...rows]);
    expect(read.fileRows).toEqual([1, 2, 3, 4]);
    expect(read.dateCells).toEqual([[], [4, 5], [5], [4, 5]]);
  },
);
