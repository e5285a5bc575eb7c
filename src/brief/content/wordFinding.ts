import { listed } from '../../core/base/listed.ts';
import { unreachable } from '../../core/base/exhaustive.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { TableFinding } from '../../core/ingest/kinds/tableFinding.ts';
import { counted } from './printed.ts';

/** What was found in a file, as a sentence of the evidence base. */
export function wordFinding(finding: TableFinding): string {
  switch (finding.kind) {
    case 'rowLimit':
      return finding.byNotice
        ? `The file says itself that it stops early, after ${counted(finding.rows, 'row')}.`
        : `The file has exactly ${counted(finding.rows, 'row')}, the limit of this export; it may be cut off.`;
    case 'secretColumn':
      return `Column ${finding.header} looks like a password or key and was left out.`;
    case 'noDateOfUse':
      return 'The file has no date of use.';
    case 'noSignIn':
      return 'Sign-ins were not loaded.';
    case 'noAction':
      return 'The file has no date of an action.';
    case 'encodingFallback':
      return 'The file is not UTF-8; it was read as Windows-1252.';
    case 'otherAlphabet':
      return 'The file is not UTF-8; its letters, of another alphabet, were read as Windows-1252, so that names are not legible.';
    case 'duplicateHeader':
      return `The header ${finding.header} occurs more than once.`;
    case 'emptyHeader':
      return `Column ${formatCount(finding.position + 1)} has no header.`;
    case 'linesAboveHeader':
      return `${counted(finding.lines, 'line')} above the header ${finding.lines === 1 ? 'is' : 'are'} not ${finding.lines === 1 ? 'a row' : 'rows'}.`;
    case 'widerRows':
      return `${counted(finding.rows, 'row')} had empty cells beyond the last column; nothing was lost.`;
    case 'narrowerRows':
      return `${counted(finding.rows, 'row')} ended before the last column; no column that is used was missing.`;
    case 'repeatedHeaders':
      return `${counted(finding.rows, 'row')} repeated the header and ${finding.rows === 1 ? 'was' : 'were'} skipped.`;
    case 'otherRows':
      return `${counted(finding.rows, 'row')} with totals, headings of groups or lines of the report ${finding.rows === 1 ? 'is' : 'are'} no data.`;
    case 'unnamedCells':
      return `${counted(finding.rows, 'row')} had more cells than there are column names; the further cells were left out.`;
    case 'keyedByAddress':
      return `${counted(finding.rows, 'row')} named no account; the e-mail address is the account there.`;
    case 'twoHeaderRows':
      return 'The column names stand in two rows.';
    case 'secondTable':
      return finding.rows === undefined
        ? `At row ${formatCount(finding.row)} another table may begin below a blank line; its rows were read under the columns of the first.`
        : `At row ${formatCount(finding.row)} another table begins; ${counted(finding.rows, 'row')} of other tables ${finding.rows === 1 ? 'was' : 'were'} left out.`;
    case 'wrappedLines':
      return 'Lines of the file stood in one cell each and were split again.';
    case 'singleQuotes':
      return 'Single quotes enclosed the cells; they were read as quotation marks.';
    case 'htmlTable':
      return 'The file holds a web page; its table was read.';
    case 'appendedSheets':
      return `The rows of ${listed(finding.sheets)} follow those of the first sheet.`;
    case 'otherSheets':
      return `Sheets with other columns were not read: ${listed(finding.sheets)}.`;
    case 'hiddenSheets':
      return `Hidden sheets were not read: ${listed(finding.sheets)}.`;
    case 'hiddenRows':
      return `${counted(finding.rows, 'row')} ${finding.rows === 1 ? 'was' : 'were'} hidden in the workbook; ${finding.rows === 1 ? 'it was' : 'they were'} read like all others.`;
    case 'missingResults':
      return `${counted(finding.cells, 'formula')} had no stored result and counted as empty.`;
    case 'signInBeforeCreated':
      return `In ${counted(finding.rows, 'row')} the last sign-in is before the account was created.`;
    case 'spreadsheetErrors':
      return `In column ${finding.header} ${counted(finding.cells, 'cell')} with an error of a spreadsheet counted as empty.`;
    case 'unreadableDates': {
      const rows = listed(finding.rows.map(({ fileRow }) => formatCount(fileRow)));
      return `In column ${finding.header} ${counted(finding.cells, 'cell')} ${finding.cells === 1 ? 'is' : 'are'} neither a date nor a word for never and ${finding.cells === 1 ? 'was' : 'were'} kept as unreadable; the first in row${finding.rows.length === 1 ? '' : 's'} ${rows}.`;
    }
    case 'withoutSeat':
      return `${counted(finding.accounts, 'account')} named no licence type and hold${finding.accounts === 1 ? 's' : ''} no seat.`;
    case 'unanswered':
      return `${counted(finding.questions, 'question')}${finding.headers.length === 0 ? '' : ` about ${finding.headers.join(', ')}`} ${finding.questions === 1 ? 'was' : 'were'} not answered at the import; the cells were read as they stand.`;
    case 'unreadWords':
      return finding.meaning === 'expectedPattern'
        ? `In column ${finding.header} a word that is not known stands for the pattern of ${counted(finding.count, 'account')}; no pattern is declared there.`
        : `In column ${finding.header} a word that is not known stands for the subject of ${counted(finding.count, 'account')}; it counts as a user.`;
    case 'frozenColumn':
      return `Column ${finding.header} has no date after ${formatDay(finding.latest)}, ${counted(finding.asOf - finding.latest, 'day')} before the list; it may have stopped updating.`;
    case 'sharedOldestDate':
      return `${counted(finding.accounts, 'account')} share the date ${formatDay(finding.day)} in column ${finding.header}, older than every other date; it was read as a date.`;
    case 'leftOutOnPurpose':
      return `Column ${finding.header} was left out on purpose.`;
    case 'notUnderstood':
      return `In column ${finding.header} ${counted(finding.rows, 'row')} ${finding.rows === 1 ? 'has' : 'have'} ${finding.what === 'word' ? 'a word that is not known' : 'a date that cannot be read'}; the rest of the row counts.`;
    case 'damagedCells':
      return `In column ${finding.header} ${counted(finding.cells, 'cell')} ${finding.cells === 1 ? 'was' : 'were'} changed by a spreadsheet and ${finding.cells === 1 ? 'was' : 'were'} read as ${finding.cells === 1 ? 'it stands' : 'they stand'}.`;
    case 'integrityNotChecked':
      return 'The integrity value of the file was not checked.';
    default:
      return unreachable(finding);
  }
}
