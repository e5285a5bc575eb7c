import { capitalise } from '../../core/base/capitalise.ts';
import { unreachable } from '../../core/base/exhaustive.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { FileFinding } from '../../core/ingest/fileSurvey.ts';
import type { WordMeaning } from '../../core/ingest/unreadWords.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';

export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Names of sheets in quotes, the first few of many. */
function sheetNames(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => `“${visibleText(name)}”`);
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${formatCount(more)} more` : '');
}

/** `Among the accounts 12 devices, 3 virtual environments.`; nothing where all are users. */
function wordSubjects(subjects: Receipt['subjects']): string {
  const { devices, virtual } = subjects ?? { devices: 0, virtual: 0 };
  const parts = [
    devices > 0 ? counted(devices, 'device', 'devices') : '',
    virtual > 0 ? counted(virtual, 'virtual environment', 'virtual environments') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Among the accounts ${parts.join(', ')}.`;
}

/** What a word that is not known should have been, and what follows from it. */
const UNREAD_WORDS: Readonly<Record<WordMeaning, string>> = {
  expectedPattern:
    'Such a word declares nothing. Known are daily, weekly, monthly, quarterly, half-yearly, yearly, seasonal, on-call and unknown.',
  subjectType: 'Such an account counts as a user. Known are user, device and virtual environment.',
};

/** What the dates of use of a list are: real work where a column shows any, else the sign-ins that it has. */
function evidenceNamed({ plan }: Receipt): string {
  const classes = plan.columns.map(({ proposedClass }) => proposedClass);
  return classes.includes('loginOnly') && !classes.includes('meaningful') ? 'Last sign-in' : 'Last work';
}

/** What stands in the receipt: rows, accounts, seats, dates, units, what `matched` says of people, fingerprint. */
export function wordReceipt(receipt: Receipt, matched = ''): string {
  const { rows, source, lastUse } = receipt;
  return [
    `${counted(rows.read, 'row', 'rows')} read, ${formatCount(rows.accepted)} accepted, ${formatCount(rows.rejected)} rejected.`,
    rows.repeats > 0 ? `${counted(rows.repeats, 'repeat', 'repeats')} counted once.` : '',
    `${counted(receipt.accounts, 'account', 'accounts')}, ${counted(receipt.seats, 'seat', 'seats')}.`,
    wordSubjects(receipt.subjects),
    lastUse
      ? `${evidenceNamed(receipt)} from ${formatDay(lastUse.from)} to ${formatDay(lastUse.to)}.`
      : 'No date of use was found.',
    source.historyStart === undefined ? '' : `History from ${formatDay(source.historyStart)}.`,
    `${capitalise(counted(receipt.units, 'unit', 'units'))} named.`,
    matched,
    `Fingerprint ${source.sha256.slice(0, 4)}…`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Rows that are no data, in the words of a finding. */
const OTHER_ROWS = {
  total: ['line of totals was', 'lines of totals were'],
  group: ['heading of a group was', 'headings of groups were'],
  footer: ['line below or between the rows was', 'lines below or between the rows were'],
} as const;

/** What became of other tables below the list. */
function wordSecondTable({
  row,
  names = [],
  rows,
  tables = 1,
}: Extract<FileFinding, { kind: 'secondTable' }>): string {
  const columns = names.map((name) => visibleText(name.trim())).join(', ');
  const more = tables > 1 ? `, and ${counted(tables - 1, 'more follows', 'more follow')}` : '';
  if (rows === undefined)
    return `Below a blank line, row ${formatCount(row)} looks as if another table began there${more}. Its rows were read as rows of this list.`;
  const begins = columns === '' ? 'begins another table' : `begins another table with the columns ${columns}`;
  return `Row ${formatCount(row)} ${begins}${more}. ${counted(rows, 'row of it was', tables > 1 ? 'rows of them were' : 'rows of it were')} left out.`;
}

/** What a person should know of a file; `attention` where it limits what can be said later. */
export function wordFinding(
  finding: FileFinding,
  systemId: string,
): { readonly sentence: string; readonly attention: boolean } {
  const system = systemCardOf(systemId);
  const say = (sentence: string, attention = false): { sentence: string; attention: boolean } => ({
    sentence,
    attention,
  });
  switch (finding.kind) {
    case 'rowLimit':
      return say(
        finding.byNotice
          ? `A line at the end of this file says that the export stopped early, after ${counted(finding.rows, 'row', 'rows')}. Export again with a filter per part, or as CSV.`
          : `This file has exactly ${formatCount(finding.rows)} rows, the limit of this export. It is probably cut off. Export again with a filter per part, or raise the limit.`,
        true,
      );
    case 'secretColumn':
      return say(`Column ${visibleText(finding.header)} looks like a password or key. We left it out.`);
    case 'noDateOfUse':
      return say(
        `This list has names but no date of last use. Without it nobody can be called inactive. In ${system.id === 'other' ? 'your system' : system.name} choose ${system.menuPath} and tick Last login.`,
        true,
      );
    case 'noSignIn':
      return say('No column says when an account last signed in. Login only cannot be told from Dormant.');
    case 'noAction':
      return say(
        'No column shows real work, only sign-ins. A sign-in is counted as use; seats that sign in without working cannot be seen.',
      );
    case 'encodingFallback':
      return say(
        'This file is not UTF-8. It was read as Western European text (windows-1252); check the names in the first lines.',
      );
    case 'otherAlphabet':
      return say(
        'This file is not UTF-8, and its letters seem to be Cyrillic, Greek, Japanese or another alphabet in an older code page, which is not read: look at the first lines. Names and departments would be kept as they stand there. Save or export the file as UTF-8 and load that one.',
        true,
      );
    case 'duplicateHeader':
      return say(
        `Two columns are called ${visibleText(finding.header)}. They are told apart by their place.`,
      );
    case 'emptyHeader':
      return say(`Column ${formatCount(finding.position + 1)} has no name.`);
    case 'linesAboveHeader':
      return say(
        `${counted(finding.lines, 'line', 'lines')} above the column names ${finding.lines === 1 ? 'was' : 'were'} skipped.`,
      );
    case 'widerRows':
      return say(
        `${counted(finding.rows, 'row has', 'rows have')} empty cells beyond the last column; nothing was lost.`,
      );
    case 'narrowerRows':
      return say(
        `${counted(finding.rows, 'row ends', 'rows end')} before the last column; only columns that are left out are missing.`,
      );
    case 'repeatedHeaders':
      return say(
        `${counted(finding.rows, 'row repeats', 'rows repeat')} the column names and ${finding.rows === 1 ? 'was' : 'were'} skipped.`,
      );
    case 'otherRows':
      return say(
        `${counted(finding.rows, OTHER_ROWS[finding.reason][0], OTHER_ROWS[finding.reason][1])} left out.`,
      );
    case 'unnamedCells':
      return say(
        `${counted(finding.rows, 'row has', 'rows have')} more cells than there are column names; the further cells were left out.`,
        true,
      );
    case 'keyedByAddress':
      return say(
        `${counted(finding.rows, 'row names no account; its e-mail address is', 'rows name no account; their e-mail addresses are')} the account instead.`,
      );
    case 'twoHeaderRows':
      return say('The column names stand in two rows; they were put together.');
    case 'secondTable':
      return say(wordSecondTable(finding), true);
    case 'wrappedLines':
      return say(
        'Lines of this file stand in one cell each, as a spreadsheet saves them when it has not split the columns. We split them again; check the columns below.',
        true,
      );
    case 'singleQuotes':
      return say(
        "Single quotes (') enclose the cells of this file. We read them as quotation marks; check the columns below.",
        true,
      );
    case 'htmlTable':
      return say(
        'This file holds a web page, not a workbook. We read its table. Check the columns below.',
        true,
      );
    case 'appendedSheets':
      return say(
        `The rows of ${sheetNames(finding.sheets)} follow those of the first sheet; row numbers go on from sheet to sheet.`,
      );
    case 'otherSheets':
      return say(`Not read, because the column names differ or are missing: ${sheetNames(finding.sheets)}.`);
    case 'hiddenSheets':
      return say(
        `This workbook has ${counted(finding.sheets.length, 'hidden sheet', 'hidden sheets')} that ${finding.sheets.length === 1 ? 'is' : 'are'} not read: ${sheetNames(finding.sheets)}.`,
        true,
      );
    case 'hiddenRows':
      return say(
        `${counted(finding.rows, 'row is', 'rows are')} hidden in this workbook, by a filter or by hand. ${finding.rows === 1 ? 'It is' : 'They are'} read like all others; to leave ${finding.rows === 1 ? 'it' : 'them'} out, delete ${finding.rows === 1 ? 'it' : 'them'} in a copy and load that.`,
        true,
      );
    case 'missingResults':
      return say(
        `${counted(finding.cells, 'formula was', 'formulas were')} stored without a result, so the cells are empty here. Open the workbook in your spreadsheet program, save it and load it again.`,
        true,
      );
    case 'signInBeforeCreated':
      return say(
        `${counted(finding.rows, 'row has', 'rows have')} a last sign-in earlier than the day the account was created.`,
      );
    case 'spreadsheetErrors': {
      const { header, cells, rows } = finding;
      const places = rows.map(({ fileRow, text }) => `'${text}' in row ${formatCount(fileRow)}`).join(', ');
      return say(
        `${visibleText(header)} has ${counted(cells, 'cell', 'cells')} in which a spreadsheet shows an error, read as empty: ${places}${cells > rows.length ? ', …' : '.'}`,
        true,
      );
    }
    case 'unreadableDates': {
      const { header, cells, rows } = finding;
      const places = rows
        .map(({ fileRow, text }) => `'${visibleText(text)}' in row ${formatCount(fileRow)}`)
        .join(', ');
      return say(
        `${visibleText(header)} has ${counted(cells, 'cell that is', 'cells that are')} neither a date nor a word for never, kept as unreadable: ${places}${cells > rows.length ? ', …' : '.'}`,
        true,
      );
    }
    case 'withoutSeat': {
      const { accounts, fileRows } = finding;
      const rows = fileRows.map((row) => formatCount(row)).join(', ');
      return say(
        `${counted(accounts, 'account names', 'accounts name')} no licence type and ${accounts === 1 ? 'holds' : 'hold'} no seat: ${fileRows.length === 1 ? 'row' : 'rows'} ${rows}${accounts > fileRows.length ? ', …' : '.'}`,
        true,
      );
    }
    case 'unanswered': {
      const { questions, headers } = finding;
      const about =
        headers.length === 0 ? '' : ` about ${headers.map((header) => visibleText(header)).join(', ')}`;
      return say(
        `${counted(questions, 'question', 'questions')}${about} ${questions === 1 ? 'was' : 'were'} not answered: what ${questions === 1 ? 'it asks' : 'they ask'} about is read as it stands and never as “never”.`,
        true,
      );
    }
    case 'unreadWords': {
      const { words, count, of } = finding;
      const where = of === 'rows' ? counted(count, 'row', 'rows') : counted(count, 'account', 'accounts');
      const what = finding.meaning === 'expectedPattern' ? 'pattern' : 'subject';
      return say(
        `${visibleText(finding.header)} says ${words.map((word) => `“${word}”`).join(', ')}: no known ${what}, in ${where}. ${UNREAD_WORDS[finding.meaning]}`,
        true,
      );
    }
    case 'frozenColumn':
      return say(
        `Nobody has a date after ${formatDay(finding.latest)} in ${visibleText(finding.header)} although the list is as of ${formatDay(finding.asOf)}. The column may have stopped updating.`,
        true,
      );
    case 'sharedOldestDate':
      return say(
        `${counted(finding.accounts, 'account shares', 'accounts share')} the date ${formatDay(finding.day)} in ${visibleText(finding.header)}, older than every other date. If it means never, say so and read the file again.`,
        true,
      );
    default:
      return unreachable(finding);
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2026-06-30T14:02:11+01:00` as "30 June, 14:02", by the clock of whoever loaded it. */
export function wordLoadedAt(at: string): string {
  const parts = /^\d{4}-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(at);
  return parts ? `${Number(parts[2])} ${MONTHS[Number(parts[1]) - 1]}, ${parts[3]}` : at;
}

/** Header of a column, or its place when it has none or shares it with another. */
export function columnName(
  position: number,
  columns: readonly { readonly position: number; readonly header: string }[],
): string {
  const header = columns.find((column) => column.position === position)?.header ?? '';
  if (header.trim() === '') return `Column ${position + 1}`;
  const shared = columns.filter((column) => column.header === header).length > 1;
  return shared ? `${visibleText(header)} (column ${position + 1})` : visibleText(header);
}
