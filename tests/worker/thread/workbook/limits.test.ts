import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { WORKBOOK_LIMITS, type WorkbookLimits } from '../../../../src/core/ingest/workbook/workbookLimits.ts';
import { readWorkbook } from '../../../support/readWorkbook.ts';
import { inline, sheetXml, tableData, workbookBytes, workbookParts } from '../../../support/workbookFile.ts';

const data = tableData([
  ['name', 'email'],
  ['anna', 'anna@example.com'],
]);
const plain = { sheets: [{ name: 'Page 1', data }] };
const bytes = workbookBytes(plain);

async function faultAt(
  limits: Partial<WorkbookLimits>,
  source: Parameters<typeof readWorkbook>[0] = bytes,
): Promise<string | undefined> {
  return (await readWorkbook(source, { limits })).fault?.kind;
}

describe('every limit lets its own value pass and refuses the next', () => {
  const parts = workbookParts(plain);
  const sizeOf = (name: string): number =>
    (parts.find((part) => part.name === name)!.content as string).length;
  const read = [
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet1.xml',
  ];
  const all = read.reduce((sum, name) => sum + sizeOf(name), 0);
  const largest = Math.max(...read.map(sizeOf));

  test.each<[keyof WorkbookLimits, number, string]>([
    ['fileBytes', bytes.length, 'fileTooLarge'],
    ['parts', parts.length, 'tooManyParts'],
    ['partBytes', largest, 'inflatesTooFar'],
    ['totalBytes', all, 'inflatesTooFar'],
    ['columns', 2, 'tooManyColumns'],
    ['rows', 2, 'tooManyRows'],
    ['cellLetters', 'anna@example.com'.length, 'cellTooLong'],
  ])('%s', async (limit, most, kind) => {
    expect(await faultAt({ [limit]: most + 1 })).toBeUndefined();
    expect(await faultAt({ [limit]: most })).toBeUndefined();
    expect(await faultAt({ [limit]: most - 1 })).toBe(kind);
  });

  test('ratio, from its size on only', async () => {
    const long = { sheets: [{ name: 'a', data: `<row>${'<c/>'.repeat(20_000)}</row>` }] };
    const size = sheetXml(long.sheets[0]!.data).length;
    const file = workbookBytes(long);
    const ratioFromBytes = size - 1;
    expect(await faultAt({ ratio: 100, ratioFromBytes }, file)).toBe('packedTooTightly');
    expect(await faultAt({ ratio: 100, ratioFromBytes: size }, file)).toBeUndefined();
    const ratio = size / deflateRawSync(sheetXml(long.sheets[0]!.data)).length;
    expect(await faultAt({ ratio, ratioFromBytes }, file)).toBeUndefined();
    expect(await faultAt({ ratio: ratio - 0.001, ratioFromBytes }, file)).toBe('packedTooTightly');
  });

  test('letters of a cell in every kind of text, counted as the spreadsheet counts them', async () => {
    const cell = (content: string): string => `<row r="1"><c r="A1" ${content}</c></row>`;
    for (const [text, letters] of [
      ['abcdef', 6],
      ['é😀é', 4],
      ['a&amp;_x000D_b', 4],
    ] as const) {
      for (const workbook of [
        { sheets: [{ name: 'a', data: cell(`t="str"><v>${text}</v>`) }] },
        { sheets: [{ name: 'a', data: cell(`t="inlineStr"><is><t>${text}</t></is>`) }] },
        {
          sheets: [{ name: 'a', data: cell('t="s"><v>0</v>') }],
          sharedXml: `<sst><si><r><t>${text}</t></r></si></sst>`,
        },
      ]) {
        expect(await faultAt({ cellLetters: letters }, workbook)).toBeUndefined();
        expect(await faultAt({ cellLetters: letters - 1 }, workbook)).toBe('cellTooLong');
      }
    }
  });

  test('shared texts by number and by bytes', async () => {
    const workbook = { ...plain, texts: ['one', 'two', 'drei'] };
    expect(await faultAt({ sharedTexts: 3 }, workbook)).toBeUndefined();
    expect(await faultAt({ sharedTexts: 2 }, workbook)).toBe('tooMuchSharedText');
    expect(await faultAt({ sharedBytes: 10 }, workbook)).toBeUndefined();
    expect(await faultAt({ sharedBytes: 9 }, workbook)).toBe('tooMuchSharedText');
  });
});

test('the limits are the published ones', () => {
  expect(WORKBOOK_LIMITS).toMatchObject({
    fileBytes: 200 * 2 ** 20,
    parts: 2_000,
    partBytes: 2 ** 30,
    totalBytes: 1.5 * 2 ** 30,
    ratio: 200,
    ratioFromBytes: 10 * 2 ** 20,
    columns: 1_024,
    rows: 1_048_576,
    cellLetters: 32_767,
  });
});

test('column AMJ is read, column AMK is refused', async () => {
  const at = (column: string): { sheets: { name: string; data: string }[] } => ({
    sheets: [{ name: 'a', data: `<row r="1">${inline(`${column}1`, 'x')}</row>` }],
  });
  expect((await readWorkbook(at('AMJ'))).rows[0]).toHaveLength(1_024);
  expect((await readWorkbook(at('AMK'))).fault?.kind).toBe('tooManyColumns');
});

test('a cell of 32,767 letters is read, one of 32,768 is refused', async () => {
  const of = (letters: number): { sheets: { name: string; data: string }[] } => ({
    sheets: [{ name: 'a', data: tableData([['x'.repeat(letters)]]) }],
  });
  expect((await readWorkbook(of(32_767))).rows[0]![0]).toHaveLength(32_767);
  expect((await readWorkbook(of(32_768))).fault).toMatchObject({ kind: 'cellTooLong', row: 1 });
});
