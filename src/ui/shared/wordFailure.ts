import { unreachable } from '../../core/base/exhaustive.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { UnreadableFile } from '../../core/ingest/fileSurvey.ts';
import type { TextForm } from '../../core/ingest/otherTextForm.ts';
import { describeWorkbookFault } from '../../core/ingest/workbook/describeWorkbookFault.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { Failure } from '../../worker/protocol.ts';

const ENCODING_NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

const LOAD_CSV = 'Export the list as CSV and load that file.';
const FORM_WORDS: Readonly<Record<TextForm, string>> = {
  JSON: `holds JSON, not a list. ${LOAD_CSV}`,
  YAML: `holds YAML, not a list. ${LOAD_CSV}`,
  LDIF: `holds entries of a directory (LDIF), not a list. ${LOAD_CSV}`,
  SQL: `holds SQL commands, not a list. ${LOAD_CSV}`,
  RTF: `is a text document (RTF), not a list. ${LOAD_CSV}`,
  anEmail: `is an e-mail, not a list. Save what is attached to it and load that file.`,
  labelledLines: `has one value a line with its name before it, not one account a row. ${LOAD_CSV} In PowerShell, use Export-Csv.`,
  screenTable: `is a table printed for the screen, its columns lined up by spaces. ${LOAD_CSV} In PowerShell, use Export-Csv.`,
};

/** What the file is, and what to do next. */
function wordUnreadableFile(name: string, why: UnreadableFile): string {
  const fileName = visibleText(name);
  switch (why.kind) {
    case 'empty':
      return `${fileName} is empty. Export the list again and load the new file.`;
    case 'headerOnly':
      return `${fileName} has a header but no rows. Check the filter of the export, then load it again.`;
    case 'image':
      return `${fileName} is an image (${why.format}), not a list. Export the list as CSV and load that file.`;
    case 'pdf':
      return `${fileName} is a PDF, not a list. Export the list as CSV and load that file.`;
    case 'workbook':
      return `${fileName} is an Excel workbook in a form that cannot be read here. Save the sheet as CSV or .xlsx and load that file.`;
    case 'lockedWorkbook':
      return 'This workbook is locked with a password. Save it without one and load it again.';
    case 'unreadableWorkbook':
      return describeWorkbookFault(name, why.fault);
    case 'webPage':
      if (why.isXml === true)
        return `${fileName} holds XML, not a list. Export the list as CSV and load that file.`;
      return `${fileName} holds a web page, not a list; the export may have met a sign-in page. Export the list as CSV and load that file.`;
    case 'binary':
      return `${fileName} is not text. Export the list as CSV and load that file.`;
    case 'brokenText':
      return `${fileName} stops being ${ENCODING_NAMES[why.encoding] ?? why.encoding} text at row ${formatCount(why.row)}. It was damaged or cut off on the way. Export it again; nothing was kept.`;
    case 'unclosedQuote':
      return `${fileName} is cut off: a quotation mark opened in row ${formatCount(why.row)} is never closed ('${visibleText(why.text)}'). Export it again; nothing was kept.`;
    case 'endlessRow':
      return `${fileName} is not a list: row ${formatCount(why.row)} has no end. Export the list as CSV and load that file; nothing was kept.`;
    case 'otherText':
      return `${fileName} ${FORM_WORDS[why.form]}`;
    case 'archive':
      return `${fileName} is a packed file (${why.format}). Unpack it and load the list that is in it.`;
    case 'dataFile':
      return `${fileName} is ${why.format}, not a list. Export the list as CSV and load that file.`;
    case 'emptyBytes':
      return `${fileName} holds empty bytes from row ${formatCount(why.row)} on, as a copy or download that was broken off leaves them. Export it again; nothing was kept.`;
    case 'noHeader':
      return `${fileName} has no row of column names. Add one above the first row, or export the list with column names.`;
    default:
      return unreachable(why);
  }
}

/** A failure in the person's language: what happened, what is safe, what to do. */
export function wordFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'unreadableFile':
      return wordUnreadableFile(failure.fileName, failure.why);
    case 'noAccountColumn':
      return 'No column says which account a row belongs to. Set the meaning of one column to Account (user ID, e-mail or login name).';
    case 'cancelled':
      return 'Cancelled. Nothing was kept.';
    case 'storageBlocked':
      return 'Your browser is not letting this page keep data (private window?). You can work, but everything is lost when you close the tab. Open a normal window before you go on.';
    case 'storageFull':
      return 'This browser has no room left for this client. Nothing was changed. Delete old snapshots or another client, then do it again.';
    case 'otherTabNewer':
      return 'The data of this client belong to a newer Fallow than the one on this page. Nothing was changed. Reload this page to get the newer one, then do it again.';
    case 'heldByTab':
      return 'Another tab still has this client open and does not let go of its data. Nothing was deleted so far. Close the other tabs of Fallow, then do it again.';
    case 'clientMissing':
      return 'This client is no longer in this browser. It was wiped, or the browser erased its data.';
    case 'nameDiffers':
      return 'The name typed is not the name of this client. Nothing was deleted.';
    case 'noSnapshot':
      return 'No user list is loaded yet. Load one first.';
    case 'notFrozen':
      return 'The definition is not frozen yet. Press Use this definition on the Define screen first.';
    case 'refused':
      return failure.reason;
    case 'ledgerBroken':
      return `The record of this client was changed from outside at entry ${formatCount(failure.sequence)}. Nothing was recorded. Open the ledger to see where.`;
    default:
      return unreachable(failure);
  }
}
