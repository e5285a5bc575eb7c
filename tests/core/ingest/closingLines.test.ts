import { expect, test } from 'vitest';
import { buildRowContext, classifyRow } from '../../../src/core/ingest/classifyRow.ts';
import { ClosingLines } from '../../../src/core/ingest/closingLines.ts';

const COLUMNS = ['Username', 'Full Name', 'Last Login'].map((header, position) => ({
  position,
  header,
  meaning: (['accountId', 'displayName', 'lastSignIn'] as const)[position]!,
}));

function kindsOf(rows: readonly (readonly string[])[], columns = COLUMNS): string[] {
  const context = buildRowContext(columns, {});
  const closing = new ClosingLines(context);
  let read = 0;
  return rows.map((cells) => {
    const kind = closing.settle(classifyRow(cells, context), cells, read);
    if (kind === undefined) read += 1;
    return kind ?? 'data';
  });
}

const ROW = ['ann', 'Ann Ash', '2026-06-12'];

test('a title and a company below the total belong to the report, blank lines between them or not [LOAD-05]', () => {
  expect(
    kindsOf([
      ROW,
      ['Grand Totals (1 record)'],
      [''],
      ['All Users'],
      ['Acme Group'],
      ['Copyright (c) 2026 Acme'],
    ]),
  ).toEqual(['data', 'total', 'blank', 'footer', 'footer', 'footer']);
});

test('the same line is a row that cannot be read where data or nothing but a blank line is above it [LOAD-05]', () => {
  expect(kindsOf([ROW, ['Acme Group']])).toEqual(['data', 'data']);
  expect(kindsOf([ROW, [''], ['Acme Group']])).toEqual(['data', 'blank', 'data']);
  expect(kindsOf([ROW, ['Copyright (c) 2026 Acme'], ROW, ['Acme Group']])).toEqual([
    'data',
    'footer',
    'data',
    'data',
  ]);
});

test('what may be the key of a row that was cut off stays one, and so does a line of a narrow list', () => {
  expect(kindsOf([['Total', '', '7'], ['bob.birch']])).toEqual(['total', 'data']);
  expect(kindsOf([['Total', '', '7'], ['bob@example.com']])).toEqual(['total', 'data']);
  const narrow = COLUMNS.slice(0, 2);
  expect(kindsOf([['Copyright (c) 2026 Acme'], ['Acme Group']], narrow)).toEqual(['footer', 'data']);
});
