import { zipFile, type ZipForm, type ZipPart } from './zipFile.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface TestSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** The whole part, or what stands in `sheetData`. */
  readonly xml?: string;
  readonly data?: string;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  /** Shared texts, each as plain text. */
  readonly texts?: readonly string[];
  readonly sharedXml?: string;
  /** Codes of number formats; style n is the format at n - 1, style 0 is General. */
  readonly formats?: readonly (string | number)[];
  readonly stylesXml?: string;
  readonly is1904?: boolean;
  /** Parts put in, or in place of the usual ones; `undefined` leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const relationships = (links: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}">${links
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const sheetXml = (data: string): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${data}</sheetData></worksheet>`;

/** A cell of inline text. */
export const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** `sheetData` of a table of texts, from row 1 on; an empty text makes no cell. */
export const tableData = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((text, column) => (text === '' ? '' : inline(`${letters(column)}${row + 1}`, text)))
          .join('')}</row>`,
    )
    .join('');

export function stylesXml(formats: readonly (string | number)[]): string {
  const codes = formats.flatMap((format, index) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`]
      : [],
  );
  const ids = formats.map((format, index) => (typeof format === 'string' ? 164 + index : format));
  return `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, ...ids].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
}

/** The parts of a workbook as Excel lays them out. */
export function workbookParts(workbook: TestWorkbook): ZipPart[] {
  const { sheets, texts = [], formats } = workbook;
  const usual: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${workbook.is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map(
        (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['rIdS', 'styles', 'styles.xml'] as const,
      ['rIdT', 'sharedStrings', 'sharedStrings.xml'] as const,
    ]),
    ...Object.fromEntries(
      sheets.map(({ xml, data = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        xml ?? sheetXml(data),
      ]),
    ),
    'xl/styles.xml': workbook.stylesXml ?? stylesXml(formats ?? []),
    'xl/sharedStrings.xml':
      workbook.sharedXml ??
      `${DECLARATION}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ...workbook.parts,
  };
  return Object.entries(usual).flatMap(([name, content]) =>
    content === undefined ? [] : [{ name, content }],
  );
}

export const workbookBytes = (workbook: TestWorkbook, form?: ZipForm): Uint8Array<ArrayBuffer> =>
  zipFile(workbookParts(workbook), form);

export const asFile = (bytes: Uint8Array<ArrayBuffer>, name = 'users.xlsx'): File => new File([bytes], name);
