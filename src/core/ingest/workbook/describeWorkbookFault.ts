import { unreachable } from '../../base/exhaustive.ts';
import { formatCount } from '../../base/formatNumber.ts';
import { visibleText } from '../visibleText.ts';
import type { OtherFormat, WorkbookFault } from './workbookFault.ts';

const MB = 1 << 20;
const SAVE_AGAIN =
  'Download it again, or open it in your spreadsheet program, save it as .xlsx and load that file.';
const EXPORT_LESS = 'Export a part of it, or export CSV, and load that.';

const OTHER_FORMATS: Readonly<Record<OtherFormat, string>> = {
  xlsb: 'an Excel binary workbook (.xlsb). Save it as .xlsx or CSV and load that file.',
  openDocument: 'an OpenDocument file. Save the sheet as .xlsx or CSV and load that file.',
  numbers: 'an Apple Numbers document. Export it as .xlsx or CSV and load that file.',
  office: 'an Office document without sheets. Load the export itself, as .xlsx or CSV.',
  archive: 'a zip archive, not a workbook. Unpack it and load the file that is inside.',
};

/**
 * A refused workbook as the sentence on screen: what the file is and what to do. Source of the wording: screens, Load,
 * *Protected workbook*.
 */
export function describeWorkbookFault(fileName: string, fault: WorkbookFault): string {
  const file = visibleText(fileName);
  switch (fault.kind) {
    case 'fileTooLarge':
      return `${file} is larger than ${formatCount(fault.most / MB)} MB, the most that is read of a workbook. ${EXPORT_LESS}`;
    case 'tooManyParts':
      return `${file} is packed from more than ${formatCount(fault.most)} parts, which no export has. ${SAVE_AGAIN}`;
    case 'inflatesTooFar':
      return `${file} unpacks to more than ${formatCount(fault.most / MB)} MB. ${EXPORT_LESS}`;
    case 'packedTooTightly':
      return `${file} unpacks to more than ${formatCount(fault.most)} times its size, as files made to exhaust a computer do. It was not read. ${SAVE_AGAIN}`;
    case 'tooManyColumns':
      return `${file} has a cell beyond column ${formatCount(fault.most)} (sheet ${quoted(fault.sheet)}, row ${formatCount(fault.row)}). Delete what does not belong to the list, save and load it again.`;
    case 'tooManyRows':
      return `${file} has more than ${formatCount(fault.most)} rows in sheet ${quoted(fault.sheet)}, more than a sheet can hold. ${EXPORT_LESS}`;
    case 'cellTooLong':
      return `${file} has a cell of more than ${formatCount(fault.most)} characters${fault.row === undefined ? '' : ` in row ${formatCount(fault.row)}`}, more than a cell can hold. ${SAVE_AGAIN}`;
    case 'tooMuchSharedText':
      return `${file} holds more text than ${formatCount(fault.most / MB)} MB. ${EXPORT_LESS}`;
    case 'doctype':
      return `${file} declares a document type, which no workbook does and which can be used for attacks. It was not read. ${SAVE_AGAIN}`;
    case 'damaged':
      return `${file} is damaged: ${fault.part === undefined ? 'it' : visibleText(fault.part)} ${fault.what}. ${SAVE_AGAIN}`;
    case 'locked':
      return 'This workbook is locked with a password. Save it without one and load it again.';
    case 'oldBinary':
      return `${file} is a workbook of the format before 2007 (.xls). Save it as .xlsx or CSV and load that file.`;
    case 'otherFormat':
      return `${file} is ${OTHER_FORMATS[fault.format]}`;
    case 'noSheets':
      return `${file} has no sheet with cells. Check that you chose the right file, and load it again.`;
    default:
      return unreachable(fault);
  }
}

const quoted = (sheet: string): string => `'${visibleText(sheet)}'`;
