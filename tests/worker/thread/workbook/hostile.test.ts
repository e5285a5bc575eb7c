import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { describeWorkbookFault } from '../../../../src/core/ingest/workbook/describeWorkbookFault.ts';
import type { WorkbookFault } from '../../../../src/core/ingest/workbook/workbookFault.ts';
import { oleFile } from '../../../support/oleFile.ts';
import { readWorkbook, type ReadWorkbook } from '../../../support/readWorkbook.ts';
import { inline, sheetXml, tableData, workbookBytes, workbookParts } from '../../../support/workbookFile.ts';
import type { TestWorkbook } from '../../../support/workbookFile.ts';
import { slowCrc, zipFile, type ZipPart } from '../../../support/zipFile.ts';

const MB = 1 << 20;
const SHEET = 'xl/worksheets/sheet1.xml';

const good: TestWorkbook = { sheets: [{ name: 'Page 1', data: tableData([['name'], ['anna']]) }] };
const withData = (data: string): TestWorkbook => ({ sheets: [{ name: 'Page 1', data }] });
const withXml = (xml: string): TestWorkbook => ({ sheets: [{ name: 'Page 1', xml }] });
const withPart = (name: string, content: string | undefined): TestWorkbook => ({
  ...good,
  parts: { [name]: content },
});

const changed = (change: (part: ZipPart) => ZipPart): Uint8Array<ArrayBuffer> =>
  zipFile(workbookParts(good).map(change));
const changedSheet = (change: Partial<ZipPart>): Uint8Array<ArrayBuffer> =>
  changed((part) => (part.name === SHEET ? { ...part, ...change } : part));

/** A part of tiny elements that inflates to many megabytes. */
function bomb(megabytes: number): { readonly content: Uint8Array; readonly packed: Uint8Array } {
  const content = Buffer.alloc(megabytes * MB, '<a/>');
  content.write('<worksheet>');
  return { content, packed: deflateRawSync(content, { level: 9 }) };
}

async function refused(
  source: Uint8Array<ArrayBuffer> | TestWorkbook,
): Promise<ReadWorkbook & { fault: WorkbookFault }> {
  const read = await readWorkbook(source);
  expect(read.fault).toBeDefined();
  const sentence = describeWorkbookFault('users.xlsx', read.fault!);
  expect(sentence).toMatch(/^[A-Zu].*[.]$/);
  expect(sentence).toMatch(/load|Unpack/i);
  return { ...read, fault: read.fault! };
}

describe('files made to harm', () => {
  test('a cell at XFD1048576 makes no room for the grid before it', async () => {
    const read = await refused(withData('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    expect(read.fault).toEqual({ kind: 'tooManyColumns', sheet: 'Page 1', row: 1_048_576, most: 1_024 });
    expect(read.cells).toBe(0);
  });

  test('formatting to the last cell of the sheet is no content', async () => {
    const read = await readWorkbook(
      withData(
        `<row r="1">${inline('A1', 'x')}<c r="XFD1" s="1"/></row><row r="1048576"><c r="XFD1048576"/></row>`,
      ),
    );
    expect(read.fault).toBeUndefined();
    expect(read.rows).toEqual([['x']]);
    expect(read.cells).toBe(1);
  });

  test('sparse columns cost only what they hold', async () => {
    const data = Array.from(
      { length: 2_000 },
      (_, row) => `<row r="${(row + 1) * 500}"><c r="ALL${(row + 1) * 500}"><v>7</v></c></row>`,
    );
    const read = await readWorkbook(withData(data.join('')));
    expect(read.fault).toBeUndefined();
    expect(read.rows).toHaveLength(2_000);
    expect(read.cells).toBe(2_000 * 1_000);
  });

  test('a sheet of 512 MB in half a megabyte stops at 200 times what is stored', async () => {
    const { packed } = bomb(512);
    const file = changedSheet({ packed, claims: { size: 512 * MB, crc: 0 } });
    expect(file.length).toBeLessThan(2 * MB);
    const read = await refused(file);
    expect(read.fault).toEqual({ kind: 'packedTooTightly', part: SHEET, most: 200 });
    expect(read.inflated).toBeLessThan(200 * file.length + MB);
  });

  test('a bomb that says it is small is stopped by what comes out', async () => {
    const { packed } = bomb(64);
    const read = await refused(changedSheet({ packed, claims: { size: 100, crc: 0 } }));
    expect(read.fault.kind).toBe('packedTooTightly');
    expect(read.inflated).toBeLessThan(16 * MB);
  });

  test('a bomb in a part that nobody asks for is never unpacked', async () => {
    const { content, packed } = bomb(16);
    const file = zipFile([...workbookParts(good), { name: 'xl/media/image1.png', content, packed }]);
    const read = await readWorkbook(file);
    expect(read.fault).toBeUndefined();
    expect(read.inflated).toBeLessThan(MB);
  });

  test('bombs in the shared texts and in the styles are stopped as well', async () => {
    const { packed } = bomb(32);
    for (const name of ['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', '_rels/.rels']) {
      const read = await refused(
        changed((part) =>
          part.name === name ? { ...part, packed, claims: { size: 32 * MB, crc: 0 } } : part,
        ),
      );
      expect(['packedTooTightly', 'damaged']).toContain(read.fault.kind);
      expect(read.inflated).toBeLessThan(16 * MB);
    }
  });

  test('lengths and checksums that lie', async () => {
    for (const claims of [{ size: 5 }, { size: 5_000_000 }, { crc: 1 }, { stored: 5 }]) {
      expect((await refused(changedSheet({ claims }))).fault.kind).toBe('damaged');
    }
    expect((await refused(changedSheet({ claims: { stored: 500_000_000 } }))).fault.kind).toBe('damaged');
  });

  test('entities of its own, and every other document type', async () => {
    const entities = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join('');
    for (const type of [
      `<!DOCTYPE w [<!ENTITY l0 "ha">${entities}]>`,
      '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">',
      '<!ENTITY a "b">',
    ]) {
      const xml = `<?xml version="1.0"?>${type}<worksheet><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>`;
      expect((await refused(withXml(xml))).fault).toEqual({ kind: 'doctype', part: SHEET });
    }
    expect((await refused({ ...good, sharedXml: '<!DOCTYPE sst><sst/>' })).fault.kind).toBe('doctype');
    expect((await refused(withPart('xl/workbook.xml', '<!doctype workbook><workbook/>'))).fault.kind).toBe(
      'doctype',
    );
    expect((await refused(withData('<row><c t="str"><v>&l9;</v></c></row>'))).fault.kind).toBe('damaged');
  });

  test('100,000 parts are refused by the count before they are read', async () => {
    const parts = Array.from({ length: 100_000 }, (_, index) => ({
      name: `xl/p${index}`,
      content: '',
      stored: true,
    }));
    const many = zipFile([...workbookParts(good), ...parts]);
    expect((await refused(many)).fault).toEqual({ kind: 'tooManyParts', most: 2_000 });
    const lying = zipFile([...workbookParts(good), ...parts.slice(0, 3_000)], { claimedEntries: 7 });
    expect(['tooManyParts', 'damaged']).toContain((await refused(lying)).fault.kind);
    const wide = zipFile([...workbookParts(good), ...parts], { zip64: true });
    expect((await refused(wide)).fault.kind).toBe('tooManyParts');
  });

  test('parts that overlap, occur twice or lie outside the file', async () => {
    const overlapping = changed((part) =>
      part.name === 'xl/styles.xml' ? { ...part, claims: { offset: 0 } } : part,
    );
    expect((await refused(overlapping)).fault.kind).toBe('damaged');
    const outside = changed((part) => (part.name === SHEET ? { ...part, claims: { offset: 90_000 } } : part));
    expect((await refused(outside)).fault.kind).toBe('damaged');
    const parts = workbookParts(good);
    const twice = zipFile([
      ...parts,
      { name: SHEET.toUpperCase(), content: sheetXml(tableData([['other']])) },
    ]);
    expect((await refused(twice)).fault.kind).toBe('damaged');
    const far = zipFile(parts.map((part) => ({ ...part, zip64: true, claims: { offset: 2 ** 45 } })));
    expect((await refused(far)).fault.kind).toBe('damaged');
    const renamed = changedSheet({ localName: 'xl/worksheets/sheet9.xml' });
    expect((await refused(renamed)).fault.kind).toBe('damaged');
  });

  test('names that climb out of the archive are names and nothing more', async () => {
    const parts = [
      { name: '../../../etc/passwd', content: 'root' },
      { name: '/abs/path', content: '' },
      { name: 'C:\\x', content: '' },
    ];
    const read = await readWorkbook(zipFile([...workbookParts(good), ...parts]));
    expect(read.fault).toBeUndefined();
    expect(read.rows).toEqual([['name'], ['anna']]);
    const climbing = withPart(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../xl/worksheets/sheet1.xml"/></Relationships>',
    );
    expect((await readWorkbook(climbing)).rows).toEqual([['name'], ['anna']]);
  });

  test('links that go round, to nothing, outside, or twice to one sheet', async () => {
    const links = (target: string, mode = ''): TestWorkbook =>
      withPart(
        'xl/_rels/workbook.xml.rels',
        `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"${mode}/></Relationships>`,
      );
    for (const target of ['workbook.xml', '_rels/workbook.xml.rels', 'nothing.xml', '', '..']) {
      expect((await refused(links(target))).fault.kind).toBe('damaged');
    }
    expect((await refused(links('worksheets/sheet1.xml', ' TargetMode="External"'))).fault.kind).toBe(
      'damaged',
    );
    const twice = withPart(
      'xl/workbook.xml',
      '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>',
    );
    expect((await refused(twice)).fault.kind).toBe('damaged');
    const round = withPart(
      '_rels/.rels',
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>',
    );
    expect((await refused(round)).fault.kind).toBe('otherFormat');
  });

  test('parts that are missing', async () => {
    for (const name of [
      SHEET,
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/workbook.xml',
    ]) {
      expect((await refused(withPart(name, undefined))).fault.kind).toBe('damaged');
    }
    expect((await readWorkbook(withPart('_rels/.rels', undefined))).rows).toHaveLength(2);
    expect((await refused({ sheets: [] })).fault.kind).toBe('noSheets');
  });

  test('cells that ask for what is not there or are what they cannot be', async () => {
    for (const cell of [
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="A1" t="s"><v>-1</v></c>',
      '<c r="A1" t="s"><v>99999999999999999999</v></c>',
      '<c r="A1" t="s"><v>1.5</v></c>',
      '<c r="A1"><v>12a</v></c>',
      '<c r="A1"><v>--1</v></c>',
      '<c r="A1"><v>Infinity</v></c>',
      '<c r="A1" t="d"><v>27/03/2026</v></c>',
      '<c r="A1" t="zz"><v>1</v></c>',
      '<c r="A2"><v>1</v></c>',
      '<c r="1A"><v>1</v></c>',
      '<c r="AAAA1"><v>1</v></c>',
      '<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>',
      '<c r="A1"><v>1</v></c><c r="A1"><v>1</v></c>',
      '<c r="A1"><c r="B1"><v>1</v></c></c>',
      '<c r="A1"><v>1</w></c>',
      '<c r=A1><v>1</v></c>',
      '<c r="A1<"><v>1</v></c>',
    ]) {
      const read = await refused(withData(`<row r="1">${cell}</row>`));
      expect([cell, read.fault.kind]).toEqual([cell, 'damaged']);
      expect(read.rows).toEqual([]);
    }
  });

  test('row numbers that are negative, none, too large or fall', async () => {
    for (const rows of [
      '<row r="-1"/>',
      '<row r="0"/>',
      '<row r="x"/>',
      '<row r="5"/><row r="4"/>',
      '<row r="5"/><row r="5"/>',
      '<row><row/></row>',
    ]) {
      expect((await refused(withData(rows))).fault.kind).toBe('damaged');
    }
    expect((await refused(withData('<row r="1048577"/>'))).fault.kind).toBe('tooManyRows');
    expect((await refused(withData('<row r="999999999999"/>'))).fault.kind).toBe('damaged');
  });

  test('one long text for hundreds of thousands of cells runs into the limit on text', async () => {
    const cells = Array.from({ length: 1_000 }, () => '<c t="s"><v>0</v></c>').join('');
    const workbook = { ...withData(`<row>${cells}</row>`.repeat(10)), texts: ['x'.repeat(32_000)] };
    const read = await readWorkbook(workbook, { limits: { totalBytes: 100 * MB } });
    expect(read.fault).toEqual({ kind: 'inflatesTooFar', part: SHEET, most: 100 * MB });
    expect(read.rows.length).toBeLessThan(10);
  });

  test('elements nested without end and tags without end', async () => {
    expect((await refused(withXml(`<worksheet>${'<a>'.repeat(5_000)}`))).fault.kind).toBe('damaged');
    expect((await refused(withXml(`<worksheet ${'a="b" '.repeat(300)}/>`))).fault.kind).toBe('damaged');
    const noise = Buffer.from(Array.from({ length: MB }, (_, at) => 97 + ((at * 7919) % 26))).toString();
    expect((await refused(withXml(`<worksheet><${noise}/></worksheet>`))).fault.kind).toBe('damaged');
    expect((await refused(withXml(`<worksheet><!--${noise}--></worksheet>`))).fault.kind).toBe('damaged');
  });

  test('other encodings and broken UTF-8', async () => {
    const wide = Buffer.from(`\ufeff${sheetXml('')}`, 'utf16le');
    expect((await refused({ ...good, parts: { [SHEET]: new Uint8Array(wide) } })).fault.kind).toBe('damaged');
    const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>';
    expect((await refused(withXml(latin))).fault.kind).toBe('damaged');
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf]]) {
      const part = Buffer.concat([
        Buffer.from('<worksheet><sheetData><row><c t="str"><v>'),
        Buffer.from(bytes),
        Buffer.from('</v></c><c t="str"><v>x</v></c></row></sheetData></worksheet>'),
      ]);
      const read = await refused({ ...good, parts: { [SHEET]: new Uint8Array(part) } });
      expect(read.fault.kind).toBe('damaged');
      expect(read.rows).toEqual([]);
    }
  });

  test('parts that are encrypted or packed in a way of their own', async () => {
    expect((await refused(changedSheet({ flags: 1 }))).fault.kind).toBe('locked');
    expect((await refused(changedSheet({ method: 14 }))).fault.kind).toBe('damaged');
  });
});

describe('files that are something else', () => {
  test('locked workbooks and workbooks of before 2007 are told apart by their directory [LOAD-07]', async () => {
    expect((await refused(oleFile(['EncryptionInfo', 'EncryptedPackage']))).fault.kind).toBe('locked');
    expect((await refused(oleFile(['Workbook', '\u0005SummaryInformation']))).fault.kind).toBe('oldBinary');
    expect((await refused(oleFile(['Book']))).fault.kind).toBe('oldBinary');
    expect((await refused(oleFile(['WordDocument', '1Table']))).fault.kind).toBe('otherFormat');
    const late = oleFile([...Array.from({ length: 30 }, (_, at) => `Stream${at}`), 'EncryptedPackage']);
    expect((await refused(late)).fault.kind).toBe('locked');
    expect((await refused(oleFile(['Workbook'], { ring: true }))).fault.kind).toBe('oldBinary');
    expect((await refused(oleFile(['Workbook']).slice(0, 400))).fault.kind).toBe('damaged');
  });

  test('archives of other kinds are named for what they are [LOAD-07]', async () => {
    const zip = (...names: readonly string[]): Uint8Array<ArrayBuffer> =>
      zipFile(
        names.map((name) => ({ name, content: name === '_rels/.rels' ? '<Relationships/>' : '<document/>' })),
      );
    const kindOf = async (file: Uint8Array<ArrayBuffer>): Promise<unknown> => (await refused(file)).fault;
    expect(await kindOf(zip('mimetype', 'content.xml'))).toEqual({
      kind: 'otherFormat',
      format: 'openDocument',
    });
    expect(await kindOf(zip('[Content_Types].xml', 'xl/workbook.bin'))).toEqual({
      kind: 'otherFormat',
      format: 'xlsb',
    });
    expect(await kindOf(zip('Index/Document.iwa', 'Metadata/Properties.plist'))).toEqual({
      kind: 'otherFormat',
      format: 'numbers',
    });
    expect(await kindOf(zip('users.csv'))).toEqual({ kind: 'otherFormat', format: 'archive' });
    const word = zipFile([
      {
        name: '_rels/.rels',
        content:
          '<Relationships><Relationship Id="1" Type="a/officeDocument" Target="word/document.xml"/></Relationships>',
      },
      { name: 'word/document.xml', content: '<w:document xmlns:w="w"/>' },
    ]);
    expect(await kindOf(word)).toEqual({ kind: 'otherFormat', format: 'office' });
  });

  test('an empty archive, no archive at all, and nothing', async () => {
    expect((await refused(zipFile([]))).fault.kind).toBe('otherFormat');
    expect((await refused(new TextEncoder().encode('name,email\nanna,a@b.c\n'))).fault.kind).toBe('damaged');
    expect((await refused(new Uint8Array(0))).fault.kind).toBe('damaged');
  });
});

describe('files that were cut or changed on their way', () => {
  const rows = Array.from({ length: 300 }, (_, row) => [
    `user${row}`,
    `user${row}@example.com`,
    `${row * 7}`,
  ]);
  const whole = workbookBytes({ sheets: [{ name: 'Page 1', data: tableData(rows) }], texts: ['a', 'b'] });

  test('every cut of a good file is refused', async () => {
    expect((await readWorkbook(whole)).rows).toEqual(rows);
    for (let end = 0; end < whole.length; end += end < 200 || end > whole.length - 200 ? 1 : 61) {
      const read = await readWorkbook(whole.slice(0, end));
      expect([end, read.fault?.kind]).toEqual([end, 'damaged']);
      expect(read.rows).toEqual([]);
    }
  });

  test('every cut of a sheet inside a sound archive is refused', async () => {
    const xml = sheetXml(tableData(rows.slice(0, 12)));
    for (let end = 0; end < xml.length; end += 7) {
      const read = await readWorkbook(withXml(xml.slice(0, end)));
      expect([end, read.fault?.kind]).toEqual([end, 'damaged']);
    }
  });

  test('no changed byte gives other rows', async () => {
    const content = Buffer.from(sheetXml(tableData(rows)));
    const packed = deflateRawSync(content);
    for (let at = 0; at < packed.length; at += 37) {
      const bad = Buffer.from(packed);
      bad[at] = bad[at]! ^ 0x10;
      const read = await readWorkbook(
        changedSheet({ content, packed: bad, claims: { crc: slowCrc(content) } }),
      );
      if (read.fault === undefined) expect(read.rows).toEqual(rows);
      else expect(read.fault.kind).toMatch(/damaged|doctype|cellTooLong|tooManyRows|tooManyColumns/);
    }
  });
});
