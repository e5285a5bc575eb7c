import { readIsoDay } from '../../core/base/epochDay.ts';
import type { FileFinding } from '../../core/ingest/fileSurvey.ts';
import { NO_TABLES, type FoundTables } from '../../core/ingest/foundTables.ts';
import type { ColumnPlan, ImportPlan } from '../../core/ingest/importPlan.ts';
import { findFormFindings, findTablesBelow } from '../../core/ingest/findFormFindings.ts';
import { findPreset } from '../../core/ingest/platforms/presets.ts';
import { findRowLimit } from '../../core/ingest/rowLimit.ts';
import { isSecretHeader } from '../../core/ingest/secretHeader.ts';
import type { SpreadsheetErrors } from '../../core/ingest/spreadsheetErrors.ts';
import type { UnreadDates } from '../../core/ingest/unreadDates.ts';
import { isWordMeaning, type UnreadWords } from '../../core/ingest/unreadWords.ts';
import { evidenceColumnsOf } from '../../core/ingest/userRowReader.ts';
import { isFrozen } from '../../core/ingest/xray/findFrozenColumn.ts';
import { MOST_SHARING } from '../../core/ingest/xray/findSharedOldestDate.ts';
import { provesUse } from '../../core/ingest/xray/xrayColumns.ts';
import type { RowAccount } from '../../core/inventory/sourceFile.ts';
import type { TablesSummary } from '../../core/inventory/summariseTables.ts';

/** What only a reading of all rows can tell. */
export interface WholeFileFacts {
  readonly rowsRead: number;
  /** The file says itself that it stops early. */
  readonly hasTruncationNotice: boolean;
  readonly widerRows: number;
  readonly narrowerRows: number;
  readonly repeatedHeaders: number;
  readonly keyedByAddress: number;
  readonly unnamedCells: number;
  /** Other tables below the list. */
  readonly furtherTables?: FoundTables;
  /** Rows that are no data, by reason. */
  readonly others?: RowAccount['others'];
  readonly summary: TablesSummary;
  /** Words of patterns and subjects that are not known. */
  readonly unread?: UnreadWords;
  /** Errors that a spreadsheet left in text columns. */
  readonly errors?: SpreadsheetErrors;
  /** Cells of date columns that were kept as unreadable. */
  readonly unreadDates?: UnreadDates;
  /** Places of the columns of questions that were left open, one a question. */
  readonly unanswered?: readonly number[] | undefined;
}

/**
 * What the user should know about an imported file: the findings of its survey, told from the plan under which it was
 * read, and those that need the whole file. They are kept with the snapshot.
 */
export function findImportFindings(plan: ImportPlan, facts: WholeFileFacts): readonly FileFinding[] {
  const { rowsRead, hasTruncationNotice, summary } = facts;
  const findings: FileFinding[] = [...findColumnFindings(plan), ...findEvidenceGaps(plan)];
  const headers = plan.columns.map(({ header }) => header);
  const limit = findRowLimit(rowsRead, plan.system, findPreset(headers, plan.system)?.system);
  if (limit) findings.push(limit);
  else if (hasTruncationNotice) findings.push({ kind: 'rowLimit', rows: rowsRead, byNotice: true });
  findings.push(
    ...findFormFindings(
      plan.dialect,
      plan.appended?.map(({ dialect }) => dialect),
    ),
  );
  findings.push(...findTablesBelow(facts.furtherTables ?? NO_TABLES, plan.answers));
  for (const reason of ['total', 'group', 'footer'] as const) {
    const count = facts.others?.[reason] ?? 0;
    if (count > 0) findings.push({ kind: 'otherRows', reason, rows: count });
  }
  for (const kind of [
    'widerRows',
    'narrowerRows',
    'repeatedHeaders',
    'unnamedCells',
    'keyedByAddress',
  ] as const) {
    if (facts[kind] > 0) findings.push({ kind, rows: facts[kind] });
  }
  const rows = summary.signInBeforeCreated;
  if (rows > 0) findings.push({ kind: 'signInBeforeCreated', rows });
  return [
    ...findings,
    ...findUnanswered(plan, facts.unanswered),
    ...findWithoutSeat(plan, summary),
    ...(facts.errors?.findings() ?? []),
    ...(facts.unreadDates?.findings() ?? []),
    ...findUnreadColumns(plan, facts),
    ...findDateFindings(plan, summary),
  ];
}

function findUnanswered({ columns }: ImportPlan, unanswered: readonly number[] = []): readonly FileFinding[] {
  if (unanswered.length === 0) return [];
  const headers = columns.filter(({ position }) => unanswered.includes(position)).map(({ header }) => header);
  return [{ kind: 'unanswered', questions: unanswered.length, headers }];
}

/** Accounts whose licence cells are empty hold no seat; a list without any licence column says so elsewhere. */
const findWithoutSeat = (plan: ImportPlan, { withoutSeat }: TablesSummary): FileFinding[] =>
  withoutSeat && plan.columns.some(({ meaning }) => meaning === 'licenceType')
    ? [{ kind: 'withoutSeat', ...withoutSeat }]
    : [];

/** Columns of patterns and subjects with words that are not known, and how many accounts they leave without a statement. */
const findUnreadColumns = (plan: ImportPlan, { summary, unread }: WholeFileFacts): FileFinding[] =>
  plan.columns.flatMap(({ position, header, meaning }): FileFinding[] => {
    const count = isWordMeaning(meaning) ? (summary.unread?.[meaning] ?? 0) : 0;
    const words = unread?.toldOf(position) ?? [];
    if (!isWordMeaning(meaning) || count === 0 || words.length === 0) return [];
    return [{ kind: 'unreadWords', meaning, header, words, count, of: 'accounts' }];
  });

/**
 * What the dates of whole columns say, however little of the file was surveyed: columns that seem to have stopped, and
 * an oldest date that many accounts share, unless a person has said that it is a real date.
 */
function findDateFindings(plan: ImportPlan, { dates = [] }: TablesSummary): FileFinding[] {
  const { asOf } = plan;
  return evidenceColumnsOf(plan).flatMap((column, at): FileFinding[] => {
    const span = dates[at];
    if (span === undefined || column.proposedClass === 'ignored') return [];
    const { position, header } = column;
    const { latest } = span;
    const shared = findSharedDate(plan, column, span);
    return [
      ...(provesUse(column) && isFrozen(latest, asOf)
        ? [{ kind: 'frozenColumn', position, header, latest, asOf } as const]
        : []),
      ...(shared ? [shared] : []),
    ];
  });
}

type DateSpan = NonNullable<NonNullable<TablesSummary['dates']>[number]>;

/**
 * An oldest date of a column that more than 20 accounts share, or that its platform is known to write for never, unless
 * a person has said what it is. Source: LOAD-23.
 */
function findSharedDate(
  plan: ImportPlan,
  { position, header }: ColumnPlan,
  { oldest, latest, next, sharing }: DateSpan,
): FileFinding | undefined {
  const headers = plan.columns.map((column) => column.header);
  const { neverDay } = findPreset(headers, plan.system) ?? {};
  const isKnown = neverDay !== undefined && readIsoDay(neverDay) === oldest;
  const isAnswered = plan.answers?.some(
    (given) => given.kind === 'sharedOldestDate' && given.position === position,
  );
  return (isKnown || (sharing > MOST_SHARING && oldest < latest)) && isAnswered !== true
    ? { kind: 'sharedOldestDate', position, header, day: oldest, next, accounts: sharing }
    : undefined;
}

/** The dates of whole columns about which nobody was asked whether they mean never. */
export const findSharedDates = (
  plan: ImportPlan,
  dates: TablesSummary['dates'] = [],
): readonly FileFinding[] =>
  evidenceColumnsOf(plan).flatMap((column, at) => {
    const span = dates[at];
    return (span && column.proposedClass !== 'ignored' && findSharedDate(plan, column, span)) || [];
  });

function findColumnFindings(plan: ImportPlan): FileFinding[] {
  const findings: FileFinding[] = [];
  const seen = new Map<string, number>();
  for (const { header, position, meaning } of plan.columns) {
    const name = header.trim();
    if (isSecretHeader(header)) findings.push({ kind: 'secretColumn', header });
    if (name === '') {
      if (meaning !== 'ignore') findings.push({ kind: 'emptyHeader', position });
      continue;
    }
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 2) findings.push({ kind: 'duplicateHeader', header });
  }
  return findings;
}

function findEvidenceGaps(plan: ImportPlan): FileFinding[] {
  const classes = new Set(plan.columns.map(({ proposedClass }) => proposedClass));
  const hasAction = classes.has('meaningful');
  const hasSignIn = classes.has('loginOnly');
  if (!hasAction && !hasSignIn) return [{ kind: 'noDateOfUse' }];
  if (!hasAction) return [{ kind: 'noAction' }];
  return hasSignIn ? [] : [{ kind: 'noSignIn' }];
}
