import { describe, expect, test } from 'vitest';
import { MergedFill, type MergedArea } from '../../../../src/core/ingest/workbook/mergedCells.ts';
import { asFile, sheetXml, tableData, workbookBytes } from '../../../support/workbookFile.ts';
import { openSheets } from '../../../../src/worker/thread/workbook/openSheets.ts';

const filled = (
  areas: readonly MergedArea[],
  rows: readonly (readonly string[])[],
  { headerRow = 1, fileRows = rows.map((_, index) => index + 2) } = {},
): readonly (readonly string[])[] =>
  new MergedFill(areas, headerRow).apply({
    sheet: 'Users',
    rows,
    fileRows,
    dateCells: [],
    missingResults: 0,
    hiddenRows: 0,
  }).rows;

describe('cells joined over several rows [LOAD-06]', () => {
  test('give their value to every row that they cover, and to no other', () => {
    const areas = [
      { column: 2, firstRow: 5, lastRow: 6 },
      { column: 0, firstRow: 2, lastRow: 4 },
    ];
    const rows = [
      ['Sales', 'ann'],
      ['', 'ben'],
      ['', 'cem'],
      ['', 'dee', 'x'],
      ['', 'eva'],
      ['', 'fay'],
    ];
    expect(filled(areas, rows)).toEqual([
      ['Sales', 'ann'],
      ['Sales', 'ben'],
      ['Sales', 'cem'],
      ['', 'dee', 'x'],
      ['', 'eva', 'x'],
      ['', 'fay'],
    ]);
  });

  test('leave alone what a cell below holds, and rows up to the header', () => {
    const areas = [
      { column: 0, firstRow: 1, lastRow: 3 },
      { column: 1, firstRow: 4, lastRow: 6 },
    ];
    const rows = [['Name'], [''], ['', ''], ['', 'Desk'], ['', 'own'], ['', '']];
    expect(filled(areas, rows, { headerRow: 2, fileRows: [1, 2, 3, 4, 5, 6] })).toEqual([
      ['Name'],
      [''],
      ['', ''],
      ['', 'Desk'],
      ['', 'own'],
      ['', 'Desk'],
    ]);
  });

  test('repeat nothing where the first row is missing or empty, and no text of a page', () => {
    const rows = [['x'.repeat(301)], [''], ['']];
    expect(filled([{ column: 0, firstRow: 2, lastRow: 4 }], rows)).toEqual(rows);
    expect(filled([{ column: 0, firstRow: 2, lastRow: 4 }], [[''], ['']], { fileRows: [3, 4] })).toEqual([
      [''],
      [''],
    ]);
  });

  test('are found behind the rows of a sheet; those beside each other and broken ones are none', async () => {
    const areas = ['A1:C1', 'A2:A3', 'B2:C2', 'nonsense', 'A9', 'C2:C3'];
    const merges = areas.map((area) => `<mergeCell ref="${area}"/>`).join('');
    const rows = [
      ['Department', 'User name', 'Role'],
      ['Sales', 'ann', 'agent'],
      ['', 'ben', ''],
    ];
    const xml = sheetXml(tableData(rows)).replace(
      '</sheetData>',
      `</sheetData><mergeCells>${merges}</mergeCells>`,
    );
    const opened = await openSheets(
      asFile(workbookBytes({ sheets: [{ name: 'Users', xml }] })),
      undefined,
      new AbortController().signal,
    );
    if (!opened.ok || !opened.value) throw new Error('No workbook');
    const lines = (await new Response(opened.value.text().stream()).text()).replace('\ufeff', '').trim();
    expect(lines.replaceAll('"', '').split('\n')).toEqual([
      'Department,User name,Role',
      'Sales,ann,agent',
      'Sales,ben,agent',
    ]);
  });
});
