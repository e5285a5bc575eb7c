import { listed } from '../../core/base/listed.ts';
import { addDays, type EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { RecordedAnswer } from '../../core/ingest/givenAnswer.ts';
import type { TableFinding } from '../../core/ingest/kinds/tableFinding.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { wordAnswer } from '../../core/ingest/xray/wordAnswer.ts';
import type { BriefBlock, BriefSection } from './briefContent.ts';
import type { BriefInput, BriefLog, BriefSource } from './briefInput.ts';
import { buildTable, texts, type Cell } from './buildTable.ts';
import { otherSourceCaption } from './observedSources.ts';
import { counted, formatRecordedDay } from './printed.ts';
import { LEDGER_HEAD } from './statements.ts';
import { wordFinding } from './wordFinding.ts';

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
    ['Warnings', warnings(snapshot.findings, answers)],
  ];
  const caption = index === 0 ? 'The snapshot that was measured' : otherSourceCaption(snapshot, input);
  return buildTable(caption, [texts('Fact', 3), texts('Value', 9)], entries);
}

/** What was found, and that cells were asked about: never "none" where a person had to decide something. */
function warnings(findings: readonly TableFinding[], answers: readonly RecordedAnswer[]): string {
  const columns = [...new Set(answers.map(({ column }) => visibleText(column)))];
  const asked =
    answers.length === 0
      ? []
      : [
          `${counted(answers.length, 'question')} about cells of ${listed(columns)} ${answers.length === 1 ? 'was' : 'were'} asked and answered as told above; the cells are read by ${answers.length === 1 ? 'the answer' : 'the answers'}.`,
        ];
  return [...findings.map(wordFinding), ...asked].join(' ') || 'none';
}

function logTable(log: BriefLog, asOf: EpochDay): BriefBlock {
  const { rows, historyStart, findings = [], answers = [] } = log;
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
      ...(answers.length === 0 ? [] : [['Questions answered', answers.map(wordAnswer).join('; ')]]),
      ['Fingerprint, SHA-256', log.sha256],
      ['Warnings', warnings(findings, answers)],
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
