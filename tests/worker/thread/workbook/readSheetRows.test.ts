import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../support/readWorkbook.ts';
import { tableData, type TestWorkbook } from '../../../support/workbookFile.ts';
import { zipFile } from '../../../support/zipFile.ts';
import { workbookParts, sheetXml } from '../../../support/workbookFile.ts';

const one = (data: string, more: Partial<TestWorkbook> = {}): TestWorkbook => ({
  sheets: [{ name: 'Page 1', data }],
  ...more,
});

describe('what cells say', () => {
  test('reads shared, inline and formula texts, numbers, booleans and errors as text [LOAD-06]', async () => {
    const read = await readWorkbook(
      one(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in line</t></is></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>made</v></c></row>' +
          '<row r="2"><c r="A2"><v>42</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="e"><v>#N/A</v></c></row>',
        { texts: ['zero', 'one & <two>'] },
      ),
    );
    expect(read.fault).toBeUndefined();
    expect(read.rows).toEqual([
      ['one & <two>', 'in line', 'made'],
      ['42', 'TRUE', 'FALSE', '#N/A'],
    ]);
  });

  test('joins runs of rich text, leaves reading aids out and decodes escapes', async () => {
    const read = await readWorkbook(
      one(
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t> line</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></is></c></row>',
        {
          sharedXml:
            '<sst><si><r><rPr><b/></rPr><t>Anna</t></r><r><t xml:space="preserve"> Maria</t></r></si>' +
            '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
            '<si><t>a_x000D_\nb &#233;&#x1F600; _x005F_x000D_ _xD83D__xDE00_ _xZZZZ_ <![CDATA[<&>]]> c<!-- no -->d</t></si></sst>',
        },
      ),
    );
    expect(read.fault).toBeUndefined();
    expect(read.rows).toEqual([['Anna Maria', '東京', 'a\r\nb é😀 _x000D_ 😀 _xZZZZ_ <&> cd', 'in line']]);
  });

  test('keeps the numbers of rows and the places of cells when both jump', async () => {
    const read = await readWorkbook(
      one(
        '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row r="5"/><row r="1048576"><c r="A1048576"><v>3</v></c></row>',
      ),
    );
    expect(read.fault).toBeUndefined();
    expect(read.fileRows).toEqual([3, 1_048_576]);
    expect(read.rows[0]).toHaveLength(27);
    expect(read.rows[0]![1]).toBe('1');
    expect(read.rows[0]![26]).toBe('2');
    expect(read.cells).toBe(28);
  });

  test('reads rows and cells that leave their coordinates out', async () => {
    const read = await readWorkbook(
      one('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>'),
    );
    expect(read.rows).toEqual([['1', '', '3'], ['4']]);
    expect(read.fileRows).toEqual([1, 2]);
  });

  test('gives merged cells their value once and counts formulas without result', async () => {
    const xml = sheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1"/><c r="C1"><f>1+1</f></c></row>',
    ).replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>');
    const read = await readWorkbook({ sheets: [{ name: 'a', xml }] });
    expect(read.rows).toEqual([['Title']]);
    expect(read.missingResults).toBe(1);
  });
});

describe('dates', () => {
  const formats = [
    14,
    22,
    'yyyy\\-mm\\-dd\\ hh:mm:ss',
    '"Days "0',
    '[h]:mm',
    'h:mm',
    '00000',
    'd. mmmm yyyy',
  ];
  const cell = (column: string, style: number, value: string): string =>
    `<c r="${column}1" s="${style}"><v>${value}</v></c>`;
  const row = (...cells: readonly (readonly [number, string])[]): string =>
    `<row r="1">${cells.map(([style, value], at) => cell(String.fromCharCode(65 + at), style, value)).join('')}</row>`;

  test('writes date cells as ISO text by their style and marks them [LOAD-06]', async () => {
    const data = row(
      [1, '46108'],
      [2, '46108.3432'],
      [3, '46108.343310185187'],
      [0, '46108'],
      [4, '46108'],
      [8, '46108'],
    );
    const read = await readWorkbook(one(data, { formats }));
    expect(read.rows).toEqual([
      ['2026-03-27', '2026-03-27 08:14:12', '2026-03-27 08:14:22', '46108', '46108', '2026-03-27'],
    ]);
    expect(read.dateCells).toEqual([[0, 1, 2, 5]]);
  });

  test('honours the 1904 system and the false leap day of the 1900 system [LOAD-06]', async () => {
    const in1900 = await readWorkbook(
      one(
        row([1, '1'], [1, '59'], [1, '60'], [1, '61'], [1, '0'], [1, '-1'], [1, '2958465'], [1, '2958466']),
        { formats },
      ),
    );
    expect(in1900.rows).toEqual([
      ['1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '1900-01-00', '-1', '9999-12-31', '2958466'],
    ]);
    const in1904 = await readWorkbook(
      one(row([1, '0'], [1, '44646'], [1, '2957003'], [1, '2957004']), { formats, is1904: true }),
    );
    expect(in1904.rows).toEqual([['1904-01-01', '2026-03-27', '9999-12-31', '2957004']]);
  });

  test('rounds to the second across midnight, and tells times, durations and padded numbers', async () => {
    const read = await readWorkbook(
      one(
        row(
          [2, '46107.999999999'],
          [6, '0.34331018518'],
          [5, '1.5'],
          [6, '46108.5'],
          [7, '123'],
          [7, '1234567'],
          [1, '46108.5'],
        ),
        { formats },
      ),
    );
    expect(read.rows).toEqual([
      [
        '2026-03-27 00:00:00',
        '08:14:22',
        '36:00:00',
        '2026-03-27 12:00:00',
        '00123',
        '1234567',
        '2026-03-27 12:00:00',
      ],
    ]);
  });

  test('reads cells of the ISO date kind', async () => {
    const data =
      '<row r="1"><c r="A1" t="d"><v>2026-03-27</v></c><c r="B1" t="d"><v>2026-03-27T08:14:22.123</v></c><c r="C1" t="d"><v>2026-03-27T08:14:22Z</v></c></row>';
    const read = await readWorkbook(one(data));
    expect(read.rows).toEqual([['2026-03-27', '2026-03-27 08:14:22', '2026-03-27 08:14:22Z']]);
    expect(read.dateCells).toEqual([[0, 1, 2]]);
  });
});

describe('what writers do differently', () => {
  const MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

  test('strict namespaces, prefixed tags, absolute targets and parts in odd places', async () => {
    const bytes = zipFile([
      {
        name: '_rels/.rels',
        content: `<Relationships><Relationship Id="a" Type="${REL}/officeDocument" Target="/book/main.xml"/></Relationships>`,
      },
      {
        name: 'book/main.xml',
        content: `<x:workbook xmlns:x="${MAIN}" xmlns:q="${REL}"><x:sheets><x:sheet name="R&amp;D" sheetId="9" q:id="z"/></x:sheets></x:workbook>`,
        streamed: true,
      },
      {
        name: 'book/_rels/main.xml.rels',
        content: `<p:Relationships xmlns:p="x"><p:Relationship Target="../cells/one.xml" Type='${REL}/worksheet' Id='z'/></p:Relationships>`,
      },
      {
        name: 'cells\\one.xml',
        content: `\ufeff<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>hello</x:t></x:is></x:c><y:c xmlns:y="other" r="B1"><y:v>5</y:v></y:c></x:row></x:sheetData></x:worksheet>`,
        stored: true,
      },
    ]);
    const read = await readWorkbook(bytes);
    expect(read.fault).toBeUndefined();
    expect(read.sheets).toEqual([{ name: 'R&D', hidden: false }]);
    expect(read.rows).toEqual([['hello']]);
  });

  test('sheets in the order of their tabs with their hidden state [LOAD-06]', async () => {
    const read = await readWorkbook({
      sheets: [
        { name: 'Summary', data: tableData([['All', 'in all']]) },
        { name: 'Page 1', data: tableData([['a']]), state: 'hidden' },
        { name: 'Page 2', data: tableData([['b']]), state: 'veryHidden' },
      ],
    });
    expect(read.sheets).toEqual([
      { name: 'Summary', hidden: false },
      { name: 'Page 1', hidden: true },
      { name: 'Page 2', hidden: true },
    ]);
    expect(read.sheetOfRow).toEqual(['Summary', 'Page 1', 'Page 2']);
  });

  test('numbers with a point for whole ones, kinds spelled out, and elements between as other programs write them', async () => {
    const xml =
      '<worksheet xmlns="m" xmlns:mc="c" mc:Ignorable="x14ac"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:XFD99"/>' +
      '<sheetViews><sheetView workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="12.8"/>' +
      '<cols><col min="1" max="16384" width="11"/></cols><sheetData>' +
      '<row r="1" customFormat="false" ht="12.8" hidden="false" x14ac:dyDescent="0.25"><c r="A1" s="0" t="n"><v>1.0</v></c><c r="B1" s="0" t="n"><v>100234.0</v></c>' +
      '<c r="C1" t="b"><f aca="false">TRUE()</f><v>1</v></c><c r="D1" t="str"><f aca="false">""</f><v></v></c><c r="E1" t="n"></c></row>' +
      '</sheetData><printOptions/><headerFooter><oddHeader>&amp;C&amp;A</oddHeader></headerFooter><extLst><ext><x:row r="9"><x:c/></x:row></ext></extLst></worksheet>';
    const read = await readWorkbook({ sheets: [{ name: 'a', xml }] });
    expect(read.fault).toBeUndefined();
    expect(read.rows).toEqual([['1', '100234', 'TRUE']]);
    expect(read.missingResults).toBe(0);
  });

  test('charts are passed over, and archives of 64-bit form and with a comment are read', async () => {
    const parts = workbookParts({
      sheets: [
        { name: 'Chart', data: '' },
        { name: 'Cells', data: tableData([['a']]) },
      ],
    }).map((part) => ({
      ...part,
      zip64: true,
      content: part.name.endsWith('workbook.xml.rels')
        ? (part.content as string).replace('relationships/worksheet"', 'relationships/chartsheet"')
        : part.content,
    }));
    for (const form of [{}, { zip64: true }, { comment: 'PK\u0005\u0006 made by a test' }]) {
      const read = await readWorkbook(zipFile(parts, form));
      expect(read.fault).toBeUndefined();
      expect(read.sheets.map(({ name }) => name)).toEqual(['Cells']);
      expect(read.rows).toEqual([['a']]);
    }
  });
});
