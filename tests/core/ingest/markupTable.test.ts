import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkupTable } from '../../../src/core/ingest/markupTable.ts';

describe('tables of web pages [LOAD-07]', () => {
  test('cells without closing tags, entities, line breaks and inner tags', () => {
    expect(
      readMarkupTable(
        '<table><tr><th>Login<th>Name<tr><td> ada <td><b>Quill</b> &amp;&nbsp;Sons<br/>Ltd &unknown; 1 < 2</table>',
      ),
    ).toEqual([
      ['Login', 'Name'],
      ['ada', 'Quill &\u00a0Sons\nLtd &unknown; 1 < 2'],
    ]);
  });

  test('the table with the most filled cells counts; inner and outer tables stay apart', () => {
    const list = '<table><tr><td>a<td>b<tr><td>c<td>d</table>';
    expect(readMarkupTable(`<table><tr><td>menu</td><td>${list}</td></tr></table>`)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('joined cells: further columns stay empty, further rows repeat', () => {
    expect(
      readMarkupTable(
        '<table><tr><td colspan="2">Users<td>x<tr><td rowspan=2>IT<td>ada<td>1<tr><td>ben<td>2<tr><td>HR<td>cat<td>3</table>',
      ),
    ).toEqual([
      ['Users', '', 'x'],
      ['IT', 'ada', '1'],
      ['IT', 'ben', '2'],
      ['HR', 'cat', '3'],
    ]);
  });

  test('a cell that reaches down ends where it says, also where a row between has fewer cells', () => {
    expect(
      readMarkupTable(
        '<table><tr><td>ada<td>Law<td rowspan=2>Full<tr><td>ben<tr><td>cat<td>Tax<td>Viewer</table>',
      ),
    ).toEqual([
      ['ada', 'Law', 'Full'],
      ['ben', '', 'Full'],
      ['cat', 'Tax', 'Viewer'],
    ]);
  });

  test('scripts, styles, comments and attributes with signs are no text', () => {
    expect(
      readMarkupTable(
        '<style>td{}</style><!-- <td>no --><table><tr><td title="a > b">1</td><td><script>"<td>"</script>2</td></tr></table>',
      ),
    ).toEqual([['1', '2']]);
  });

  test('sheets of an XML workbook: places by index, CDATA, the larger sheet', () => {
    expect(
      readMarkupTable(
        '<Workbook><Worksheet ss:Name="a"><Table><Row><Cell><Data>x</Data></Cell></Row></Table></Worksheet>' +
          '<Worksheet ss:Name="b"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="String">a</ss:Data></ss:Cell><ss:Cell ss:Index="3"><ss:Data><![CDATA[<b> & c]]></ss:Data></ss:Cell></ss:Row></ss:Table></Worksheet></Workbook>',
      ),
    ).toEqual([['a', '', '<b> & c']]);
  });

  test('rows of an XML workbook stand where it says, and cells that reach down are repeated', () => {
    const cell = (text: string, more = ''): string => `<Cell${more}><Data>${text}</Data></Cell>`;
    const row = (cells: string, more = ''): string => `<Row${more}>${cells}</Row>`;
    expect(
      readMarkupTable(
        `<Workbook><Worksheet><Table>${row(cell('unit') + cell('user'))}${row(
          cell('Sales', ' ss:MergeDown="1"') + cell('ann'),
          ' ss:Index="4"',
        )}${row(cell('ben', ' ss:Index="2"'))}${row(cell('') + cell('cem'))}</Table></Worksheet></Workbook>`,
      ),
    ).toEqual([['unit', 'user'], [], [], ['Sales', 'ann'], ['Sales', 'ben'], ['', 'cem']]);
    const far = row(cell('a'), ' ss:Index="999999999"');
    expect(readMarkupTable(`<Workbook><Worksheet><Table>${far}</Table></Worksheet></Workbook>`)).toEqual([
      ['a'],
    ]);
  });

  test('no table, or one without text, is none', () => {
    expect(readMarkupTable('<html><p>Sign in</p></html>')).toBeUndefined();
    expect(readMarkupTable('<table><tr><td></td></tr></table>')).toBeUndefined();
  });

  test('spans without measure fill no memory', () => {
    const rows = readMarkupTable(
      '<table><tr><td colspan="999999999" rowspan="999999999">a<td>b<tr><td>c</table>',
    );
    expect(rows!.every((cells) => cells.length <= 1_024)).toBe(true);
  });

  test('a table that unfolds without measure is none', () => {
    const joined = '<td rowspan=65000>x'.repeat(1_000);
    expect(readMarkupTable(`<table><tr>${joined}${'<tr><td>y'.repeat(60_000)}</table>`)).toBeUndefined();
  });

  test('damaged markup never throws', () => {
    const piece = fc.constantFrom(
      '<table',
      '<tr>',
      '<td',
      '>',
      '</table>',
      '<!--',
      '"',
      "='",
      'x',
      '&#x',
      ';',
      '<![CDATA[',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const rows = readMarkupTable(pieces.join(''));
        expect(rows === undefined || rows.length > 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
