import { expect, test } from 'vitest';
import { buildRowContext, classifyRow } from '../../../src/core/ingest/classifyRow.ts';
import { findSecondTable } from '../../../src/core/ingest/findSecondTable.ts';

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
const find = (...rows: readonly (readonly string[])[]): number | undefined =>
  findSecondTable(
    rows,
    rows.map((_, index) => index + 2),
    rows.map((cells) => classifyRow(cells, CONTEXT)),
    CONTEXT.header,
  );

const BOB = ['bob', 'Bob Ash', '2026-03-27', 'Full'];

test('finds the row at which another table begins below a blank line', () => {
  expect(find(BOB, BLANK, ['Licence', 'Department', 'Status', ''], ['Full', 'Sales', 'Active', ''])).toBe(4);
});

test('takes no account, group, repeated header or end of a file for another table', () => {
  expect(find(BOB, BLANK, BOB)).toBeUndefined();
  expect(find(BOB, BLANK, ['Sales', '', '', ''], BOB)).toBeUndefined();
  expect(find(BOB, BLANK, HEADER, BOB)).toBeUndefined();
  expect(find(BOB, BLANK, BLANK)).toBeUndefined();
  expect(find(BOB, ['Licence', 'Department', 'Status', ''], BOB)).toBeUndefined();
  expect(find(BOB, BLANK, ['Licence', 'Department', 'Status', ''])).toBeUndefined();
});
