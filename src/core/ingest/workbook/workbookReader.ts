import { TagReader } from './partReader.ts';
import type { WorkbookFault } from './workbookFault.ts';
import { nameKey, type XmlScanner } from './xmlScanner.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** Not shown by the spreadsheet program unless asked. */
  readonly hidden: boolean;
  /** Id of the link to its part. */
  readonly relationship: string;
}

const WORKBOOK = nameKey('workbook');
const SHEETS = nameKey('sheets');
const SHEET = nameKey('sheet');
const WORKBOOK_PR = nameKey('workbookPr');
const NAME = nameKey('name');
const STATE = nameKey('state');
const ID = nameKey('id');
const DATE_1904 = nameKey('date1904');

/** Reads the list of sheets, in the order of their tabs, and the date system. */
export class WorkbookReader extends TagReader {
  readonly sheets: ListedSheet[] = [];
  /** Days are counted from 1 January 1904 rather than 1900. */
  is1904 = false;
  /** The part is what it should be, not the text of a document. */
  isWorkbook = true;
  private inSheets = false;

  protected override opened(scanner: XmlScanner): WorkbookFault | undefined {
    if (scanner.depth === 1 && scanner.name !== WORKBOOK) this.isWorkbook = false;
    else if (scanner.name === SHEETS) this.inSheets = true;
    else if (scanner.name === WORKBOOK_PR) {
      const flag = this.text(scanner, scanner.attribute(DATE_1904))?.trim().toLowerCase();
      this.is1904 = flag === '1' || flag === 'true' || flag === 'on';
    } else if (scanner.name === SHEET && this.inSheets) {
      const name = this.text(scanner, scanner.attribute(NAME));
      const relationship = this.text(scanner, scanner.prefixedAttribute(ID));
      if (name === undefined || relationship === undefined) return this.damaged('lists a sheet without name');
      const state = this.text(scanner, scanner.attribute(STATE))?.toLowerCase() ?? 'visible';
      this.sheets.push({ name, hidden: state !== 'visible', relationship });
    }
    return undefined;
  }

  protected override closed(scanner: XmlScanner): void {
    if (scanner.name === SHEETS) this.inSheets = false;
  }
}
