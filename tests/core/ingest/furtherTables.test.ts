import { describe, expect, test } from 'vitest';
import { buildRowContext } from '../../../src/core/ingest/classifyRow.ts';
import {
  addFoundTables,
  askFurtherTables,
  NO_TABLES,
  type FurtherTableAnswer,
} from '../../../src/core/ingest/foundTables.ts';
import { FurtherTables } from '../../../src/core/ingest/furtherTables.ts';
import { placeRows } from '../../../src/core/ingest/sortRows.ts';

const HEADER = ['Username', 'Display name', 'Last login', 'Licence'];
const CONTEXT = buildRowContext(
  HEADER.map((header, position) => ({
    position,
    header,
    meaning: position === 0 ? 'accountId' : 'ignore',
  })),
  {},
);

const BLANK = ['', '', '', ''];
const BOB = ['bob', 'Bob Ash', '2026-03-27', 'Full'];
const NAMES = ['Licence', 'Department', 'Status', ''];
const FULL = ['Full', 'Sales', 'Active', ''];
const TITLE = ['Summary', '', '', ''];
/** Words that no export is known to have, above values. */
const OTHER_NAMES = ['Ledger', 'Amount', '', ''];
const OTHER_VALUES = ['Sales', '1200', '', ''];

function read(rows: readonly (readonly string[])[], answer?: FurtherTableAnswer) {
  const tables = new FurtherTables(CONTEXT, answer);
  const fileRows = rows.map((_, index) => index + 2);
  const isElsewhere = placeRows(tables, { rows, fileRows });
  return {
    left: fileRows.filter((_, index) => isElsewhere[index]),
    found: tables.found(),
  };
}

describe('another table right below the last row of the list', () => {
  const DATED = buildRowContext(
    HEADER.map((header, position) => ({
      position,
      header,
      meaning: ['accountId', 'displayName', 'lastSignIn', 'licenceType'][position]!,
    })),
    {},
  );
  const GROUPS = ['Group name', 'Manager', 'Created', ''];
  const ADMINS = ['Admins', 'Zoe', 'by hand', ''];
  const place = (rows: readonly (readonly string[])[]) => {
    const tables = new FurtherTables(DATED, undefined);
    const fileRows = rows.map((_, index) => index + 2);
    const isElsewhere = placeRows(tables, { rows, fileRows });
    return { left: fileRows.filter((_, index) => isElsewhere[index]), found: tables.found() };
  };

  test('is left out where known names stand in every cell, one of them for a date [LOAD-05]', () => {
    expect(place([BOB, GROUPS, ADMINS, ADMINS])).toEqual({
      left: [3, 4, 5],
      found: {
        leftOut: { row: 3, names: ['Group name', 'Manager', 'Created'], tables: 1, rows: 3 },
        isSure: true,
      },
    });
  });

  test.each([
    ['a row below has a date where the list has one', [BOB, GROUPS, BOB]],
    ['no name stands for a date', [BOB, ['Group name', 'Manager', '', 'Licence'], ADMINS]],
    ['a cell is no known name', [BOB, ['Group name', 'Zoe', 'Created', ''], ADMINS]],
    ['a word for a date is no name', [BOB, ['admin', 'Owner', 'Never accessed', 'Licence'], ADMINS]],
    ['no row follows', [BOB, GROUPS]],
  ])('is not assumed where %s', (_, rows) => {
    expect(place(rows)).toEqual({ left: [], found: NO_TABLES });
  });

  test('is not looked for any more in a list that writes its dates in words', () => {
    const worded = ['bob', 'Bob Ash', 'March 27, 2026', 'Full'];
    const many = Array.from({ length: 2_000 }, () => worded);
    expect(place([...many, GROUPS, ADMINS]).left).toEqual([]);
    expect(place([...many.slice(1), GROUPS, ADMINS]).left).toEqual([2_001, 2_002]);
  });
});

describe('rows of another table below the list', () => {
  test('are left out from its column names on, and counted [LOAD-05]', () => {
    const { left, found } = read([BOB, BLANK, NAMES, FULL, FULL]);
    expect(left).toEqual([4, 5, 6]);
    expect(found).toEqual({
      leftOut: { row: 4, names: ['Licence', 'Department', 'Status'], tables: 1, rows: 3 },
      isSure: true,
    });
  });

  test('need one known name only where values stand below words', () => {
    const licences = ['Licence', 'Purchased', 'Assigned', ''];
    expect(read([BOB, BLANK, licences, ['Full', '10', '2', '']])).toMatchObject({
      left: [4, 5],
      found: { leftOut: { names: ['Licence', 'Purchased', 'Assigned'] }, isSure: true },
    });
    expect(read([BOB, BLANK, licences, ['Full', 'ten', 'two', '']]).found).toEqual(NO_TABLES);
  });

  test('are left out with the title above their column names', () => {
    expect(read([BOB, BLANK, TITLE, NAMES, FULL]).left).toEqual([4, 5, 6]);
    const apart = read([BOB, BLANK, TITLE, BLANK, BLANK, NAMES, FULL]);
    expect(apart.left).toEqual([4, 7, 8]);
    expect(apart.found.leftOut).toMatchObject({ row: 4, rows: 3 });
  });

  test('end where the column names of the list come again', () => {
    const { left, found } = read([BOB, BLANK, NAMES, FULL, BLANK, HEADER, BOB, BLANK, NAMES, FULL]);
    expect(left).toEqual([4, 5, 10, 11]);
    expect(found.leftOut).toMatchObject({ row: 4, tables: 2, rows: 4 });
  });

  test('take no blank line, notice or line of the report with them', () => {
    const report = ['Generated on 30 June 2026', '', '', ''];
    expect(read([BOB, BLANK, NAMES, FULL, BLANK, FULL, report]).left).toEqual([4, 5, 7]);
  });

  test('are known by a gap in the row numbers too', () => {
    const tables = new FurtherTables(CONTEXT, undefined);
    expect(placeRows(tables, { rows: [BOB, NAMES, FULL], fileRows: [2, 4, 5] })).toEqual([false, true, true]);
  });

  test('do not reach into the next file', () => {
    const tables = new FurtherTables(CONTEXT, undefined);
    const rows = [BOB, NAMES, FULL, BOB];
    expect(placeRows(tables, { rows, fileRows: [2, 4, 5, 6], partStarts: [3] })).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('are read where a person says that they belong to the list [LOAD-26]', () => {
    const { left, found } = read([BOB, BLANK, NAMES, FULL], 'belongs');
    expect(left).toEqual([]);
    expect(askFurtherTables(found)).toMatchObject({ row: 4, recommended: 'leaveOut' });
  });
});

describe('what may be another table', () => {
  test('is told and read, unless a person says that it is one [LOAD-05]', () => {
    const rows = [BOB, BLANK, OTHER_NAMES, OTHER_VALUES, OTHER_VALUES];
    const unsure = read(rows);
    expect(unsure.left).toEqual([]);
    expect(unsure.found).toEqual({ readOn: { row: 4, names: [], tables: 1, rows: 0 }, isSure: false });
    expect(askFurtherTables(unsure.found)).toMatchObject({ recommended: 'belongs' });
    expect(read(rows, 'leaveOut').left).toEqual([4, 5, 6]);
  });

  test('is no row that says never, and none that the row below does not resemble', () => {
    const never = ['cem', 'Cem Dogan', 'Never', 'Full'];
    for (const rows of [
      [BOB, BLANK, never, BOB],
      [BOB, BLANK, ['cem', 'Cem Dogan', '', 'Full'], BOB],
      [BOB, BLANK, BOB, BOB],
    ])
      expect(read(rows)).toEqual({ left: [], found: NO_TABLES });
  });
});

test('takes no account, group, repeated header or end of a file for another table [LOAD-05]', () => {
  for (const rows of [
    [BOB, BLANK, BOB],
    [BOB, BLANK, ['Sales', '', '', ''], BOB],
    [BOB, BLANK, HEADER, BOB],
    [BOB, BLANK, BLANK],
    [BOB, NAMES, FULL],
    [BOB, BLANK, NAMES],
    [BOB, BLANK, NAMES, BLANK, BOB],
    [BOB, BLANK, TITLE, BLANK, BOB],
  ])
    expect(read(rows)).toEqual({ left: [], found: NO_TABLES });
});

test('tables of several files add up', () => {
  const one = read([BOB, BLANK, NAMES, FULL]).found;
  expect(addFoundTables(NO_TABLES, one)).toEqual(one);
  expect(addFoundTables(one, NO_TABLES)).toEqual(one);
  expect(addFoundTables(one, one).leftOut).toMatchObject({ row: 4, tables: 2, rows: 4 });
});
