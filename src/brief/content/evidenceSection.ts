import { addDays, type EpochDay } from '../../core/base/epochDay.ts';
import { unreachable } from '../../core/base/exhaustive.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { FileFinding } from '../../core/ingest/fileSurvey.ts';
import { wordAnswer } from '../../core/ingest/xray/wordAnswer.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput, BriefLog, BriefSource } from './briefInput.ts';
import { buildTable, texts, type Cell } from './buildTable.ts';
import { otherSourceCaption } from './observedSources.ts';
import { counted, formatRecordedDay, listed } from './printed.ts';
import { LEDGER_HEAD } from './statements.ts';

/** Section 4: the files behind the figures, row by row accounted for, and how to count the same elsewhere. */
export function evidenceSection(input: BriefInput): BriefSection {
  return {
    number: '4',
    title: 'Evidence base',
    blocks: [
      ...input.sources.slice(0, 1).map((source) => sourceTable(source, 0, input)),
      ...(input.logs ?? []).map((log) => logTable(log, input.asOf)),
      ...input.sources.slice(1).map((source, index) => sourceTable(source, index + 1, input)),
      ...otherLogsTable(input),
      { kind: 'heading', text: 'How to get the same count in the vendor’s own console' },
      { kind: 'paragraph', text: [recipe(input)] },
      LEDGER_HEAD,
    ],
  };
}

function sourceTable(snapshot: BriefSource, index: number, input: BriefInput): BriefBlock {
  const { source, rows, answers = [] } = snapshot;
  const entries: readonly (readonly Cell[])[] = [
    ['System, kind of file', `${source.system.trim() || 'not stated'}, users`],
    ['File', source.name],
    ...(source.parts ?? []).map((part, at): readonly Cell[] => [
      `Part ${formatCount(at + 1)}`,
      `${part.name}: ${counted(part.rows.read, 'row')} read, ${formatCount(part.rows.rejected)} rejected, ${counted(part.rows.repeats, 'repeat')}; ${part.sha256}`,
    ]),
    ['Data as of, loaded on', `${formatDay(snapshot.asOf)}, ${formatRecordedDay(snapshot.importedAt)}`],
    [
      'Rows',
      `${counted(rows.read, 'row')} read = ${formatCount(rows.accepted)} accepted + ${formatCount(rows.rejected)} rejected`,
    ],
    [
      'Set apart',
      `${counted(rows.repeats, 'accepted row')} repeated an earlier one; ${counted(rows.blankLines, 'blank line')}`,
    ],
    ['Accounts, seats', `${counted(snapshot.accounts, 'account')}, ${counted(snapshot.seats, 'seat')}`],
    ['List', snapshot.completeness === 'full' ? 'full export' : 'filtered list'],
    [
      'History',
      source.historyStart === undefined ? 'the last date only' : `from ${formatDay(source.historyStart)}`,
    ],
    ['Lag, time zone', `${counted(source.lagDays, 'day')}, ${source.zone}`],
    ...(index === 0 ? [['Columns used', columnsUsed(input)]] : []),
    ...(answers.length === 0 ? [] : [['Questions answered', answers.map(wordAnswer).join('; ')]]),
    [source.parts ? 'Fingerprint, SHA-256 over those of the parts' : 'Fingerprint, SHA-256', source.sha256],
    ['Warnings', snapshot.findings.length === 0 ? 'none' : snapshot.findings.map(findingText).join(' ')],
  ];
  const caption = index === 0 ? 'The snapshot that was measured' : otherSourceCaption(snapshot, input);
  return buildTable(caption, [texts('Fact', 3), texts('Value', 9)], entries);
}

function logTable(log: BriefLog, asOf: EpochDay): BriefBlock {
  const { rows, historyStart } = log;
  const shown = log.asOf - historyStart + 1;
  const endsEarly = log.asOf + log.lagDays < asOf;
  return buildTable(
    `Activity log ${log.name}`,
    [texts('Fact', 3), texts('Value', 9)],
    [
      ['System, kind of file', `${log.system.trim() || 'not stated'}, activity`],
      ['Data as of, loaded on', `${formatDay(log.asOf)}, ${formatRecordedDay(log.importedAt)}`],
      [
        'Rows',
        `${counted(rows.read, 'row')} read = ${formatCount(rows.accepted)} accepted + ${formatCount(rows.rejected)} rejected`,
      ],
      ['Account keys', formatCount(log.keys)],
      ['Covers', log.covers === undefined ? 'every licence type' : listed(log.covers)],
      [
        'History',
        `from ${formatDay(historyStart)}, ${counted(shown, 'day')}: ` +
          (endsEarly
            ? 'it ends before the list, so its days prove use and what it lacks proves nothing'
            : 'a seat without an entry is idle for at least as long, not more'),
      ],
      ['Lag, time zone', `${counted(log.lagDays, 'day')}, ${log.zone}`],
      ['Fingerprint, SHA-256', log.sha256],
    ],
  );
}

function otherLogsTable({ otherLogs = [] }: BriefInput): readonly BriefBlock[] {
  if (otherLogs.length === 0) return [];
  return [
    buildTable(
      'Activity logs that are loaded and in no figure: of another system, or not of the time of the list',
      [texts('File', 3), texts('System', 2), texts('Data as of', 2), texts('Fingerprint, SHA-256', 7)],
      otherLogs.map(({ name, system, asOf, sha256 }) => [
        name,
        system.trim() || 'not stated',
        formatDay(asOf),
        sha256,
      ]),
    ),
  ];
}

const columnsUsed = (input: BriefInput): string =>
  listed(
    input.evidenceColumns.filter((column) => column.evidenceClass !== 'ignored').map(({ header }) => header),
  ) || 'none';

function findingText(finding: FileFinding): string {
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
    case 'twoHeaderRows':
      return 'The column names stand in two rows.';
    case 'wrappedLines':
      return 'Lines of the file stood in one cell each and were split again.';
    case 'htmlTable':
      return 'The file holds a web page; its table was read.';
    case 'appendedSheets':
      return `The rows of ${listed(finding.sheets)} follow those of the first sheet.`;
    case 'otherSheets':
      return `Sheets with other columns were not read: ${listed(finding.sheets)}.`;
    case 'hiddenSheets':
      return `Hidden sheets were not read: ${listed(finding.sheets)}.`;
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
    default:
      return unreachable(finding);
  }
}

function recipe(input: BriefInput): string {
  const policy = input.policyVersions.at(-1)?.policy;
  if (policy === undefined) return 'No definition is frozen, so there is no count to repeat.';
  const lastIdleDay = formatDay(addDays(input.asOf, -policy.windows.dormancy));
  const work = input.evidenceColumns
    .filter((column) => column.evidenceClass === 'meaningful')
    .map(({ header }) => header);
  const dates =
    work.length > 1
      ? `for which each of ${listed(work)} is`
      : work.length === 1
        ? `whose ${listed(work)} is`
        : 'whose last sign-in is';
  return (
    `List the seats of the licence type on ${formatDay(input.asOf)}, without those that the list holds as deactivated. Count every seat whose person left on or before ${formatDay(input.asOf)}, whatever its dates. ` +
    `Of the other seats keep those ${dates} empty, says never, or is on or before ${lastIdleDay}; from these take off the seats that section 8 does not count. Both together are the flagged seats. ` +
    (Object.keys(policy.windowsByLicenceType).length === 0
      ? ''
      : 'A licence type with a window of its own in section 3 has a last day of its own. ') +
    'The console may show more active users: an assigned seat is not a used one, a console counts sign-ins and background traffic, and its day may begin in another time zone. ' +
    'It may show fewer seats where deactivated accounts are hidden. Sections 6 and 8 count every seat that this list holds and the count of flagged seats does not.'
  );
}
