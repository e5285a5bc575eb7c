import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { Evaluation } from '../../core/policy/evaluation.ts';
import { type KnownMarks } from '../../core/policy/evaluationContext.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { evidenceColumnsOf } from '../../core/ingest/userRowReader.ts';
import { withRepeatedDates } from '../../core/inventory/repeatedDates.ts';
import type { IdentityRules } from '../../core/ingest/identityRules.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import { loadSnapshot } from '../../storage/snapshotStore.ts';
import { withEvidence, type SourceMatch } from '../../core/inventory/joinEvidence.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { accountColumnName, lifeColumnName } from '../../core/inventory/snapshotLayout.ts';
import type { Failure } from '../protocol.ts';
import { KEY_TEXT_COLUMNS, loadEvidence, type LogReceipt } from './activityOf.ts';
import { DraftCube } from './draftCube.ts';
import { Evaluator, type EvaluatorTools } from './evaluator.ts';
import { OpenCaseRows } from './openCaseRows.ts';
import { loadSeatHistory } from './seatHistoryOf.ts';
import { SeatLists } from './seatLists.ts';
import { SeatRows } from './seatRowsOf.ts';
import { snapshotFailure } from './snapshotFailure.ts';
import { KEPT_MARKS, keepMarks, loadMarks } from './keptMarks.ts';
import { KEPT_NAME_RANKS, isWorthKeeping, keepNameRanks, loadNameRanks } from './keptNameRanks.ts';
import { NameRanks } from './nameRanks.ts';

/** One snapshot in memory with what was computed of it. */
export interface Tables {
  /** With the evidence of the logs that are in force. */
  readonly snapshot: Snapshot;
  /** How these logs stand to its accounts. */
  readonly matches: readonly SourceMatch[];
  /** Marks of accounts that are not people as they were kept with the snapshot. */
  readonly knownMarks: KnownMarks | undefined;
  readonly evaluator: Evaluator;
  /** For drafts: previewing one must not throw away what the frozen policy was prepared to. */
  readonly draftEvaluator: Evaluator;
  /** Overwritten by every preview that is not answered from the cube. */
  readonly scratch: Evaluation;
  readonly draftCube: DraftCube;
  readonly lists: SeatLists;
  readonly rows: SeatRows;
  readonly openCases: OpenCaseRows;
  /** Loads names and account ids, all that the first rows need, and whatever stands in for names; once. */
  loadFirst(): Promise<Result<null, Failure>>;
  /** Whether the texts that are not needed for the first rows have been loaded. */
  readonly isWhole: () => boolean;
  /** Loads the texts that are not needed for the first rows, but for those of `loadOrigins`; once. */
  loadRest(): Promise<Result<null, Failure>>;
  /** Loads the original texts of the dates of a seat's life, which nothing but `SeatReason.evidence` reads. */
  loadOrigins(): Promise<Result<null, Failure>>;
  /** Makes the order by name and keeps it for the next opening; once all texts are there. */
  keepNameOrder(): Promise<void>;
}

/** Texts that the first rows of a list show and are ordered by. */
const NAMES = accountColumnName('displayName');
const FIRST_TEXTS = [NAMES, accountColumnName('accountId')];

/** A snapshot to be opened, with the files that speak for it beside its own list. */
export interface OpeningTables {
  readonly id: string;
  /** How its list was read. */
  readonly plan: ImportPlan | undefined;
  readonly earlier: readonly string[];
  readonly logs: readonly LogReceipt[];
  /** Rules by which the keys of the logs are matched. */
  readonly rules: IdentityRules;
  /** Whether the tables are still asked for: joining logs is given up when they are not. */
  readonly isWanted: () => boolean;
  readonly fiscalYearStart: number;
}

/** Whether the evidence column at a place holds one date a row of the list, whatever licence the row is of. */
function datesOfRows(plan: ImportPlan | undefined): (place: number) => boolean {
  if (plan?.rowIs !== 'accountAndLicence') return () => false;
  const columns = evidenceColumnsOf(plan);
  return (place) => columns[place] !== undefined && columns[place].forLicenceType === undefined;
}

/** Opens tables whose numbers are there; see `Tables` for the texts. */
export async function openTables(
  db: ClientDatabase,
  { id, plan, earlier, logs, rules, isWanted, fiscalYearStart }: OpeningTables,
): Promise<Result<Tables, Failure>> {
  const loaded = await loadSnapshot(db, id, { computed: [KEPT_MARKS, KEPT_NAME_RANKS], texts: FIRST_TEXTS });
  if (!loaded.ok) return fail(snapshotFailure(loaded.failure));
  const { textColumns, loadTexts, hasEmptyText } = loaded.value;
  // Beside logs it matters whether the dates of the list are those of licences or of accounts.
  const list =
    logs.length === 0 ? loaded.value.snapshot : withRepeatedDates(loaded.value.snapshot, datesOfRows(plan));
  const origins = list.life.map(({ meaning }) => lifeColumnName(meaning, 'raw'));
  const readTexts = async (columns: readonly string[]): Promise<Result<null, Failure>> => {
    const read = await loadTexts(columns);
    return read.ok ? read : fail(snapshotFailure(read.failure));
  };
  const firstTexts = readTexts(logs.length === 0 ? FIRST_TEXTS : [...FIRST_TEXTS, ...KEY_TEXT_COLUMNS]);
  // A failure is told to whoever asks for the texts.
  firstTexts.catch(() => undefined);
  // Logs and earlier lists are joined by texts.
  if (logs.length > 0 || earlier.length > 0) {
    const read = await firstTexts;
    if (!read.ok) return read;
  }
  const knownMarks = await loadMarks(loaded.value);
  const joined = await loadEvidence(db, list, logs, rules, isWanted);
  if (!joined.ok) return joined;
  const snapshot = withEvidence(list, joined.value.columns);
  const history = await loadSeatHistory(db, snapshot, earlier);
  if (!history.ok) return history;
  let isWhole = false;
  const loadRest = async (): Promise<Result<null, Failure>> => {
    const read = await readTexts(textColumns.filter((column) => !origins.includes(column)));
    isWhole = read.ok;
    return read;
  };
  let rest: Promise<Result<null, Failure>> | undefined;
  const loadRestOnce = (): Promise<Result<null, Failure>> => (rest ??= loadRest());
  const nameRanks = new NameRanks(loaded.value.snapshot);
  let isKept = !isWorthKeeping(loaded.value.snapshot.accounts.count);
  const loadFirst = async (): Promise<Result<null, Failure>> => {
    const kept = await loadNameRanks(loaded.value);
    if (kept) {
      nameRanks.take(kept);
      isKept = true;
    }
    const read = await firstTexts;
    // Where a display name is empty, another text stands in for it.
    return read.ok && hasEmptyText(NAMES) ? loadRestOnce() : read;
  };
  let first: Promise<Result<null, Failure>> | undefined;
  const { count } = snapshot.seats;
  const rows = new SeatRows(snapshot);
  const tools: EvaluatorTools = {
    history: history.value,
    knownMarks,
    onMarked: (marks) => keepMarks(db, id, marks),
    fiscalYearStart,
  };
  const evaluator = new Evaluator(snapshot, tools);
  return succeed({
    snapshot,
    matches: joined.value.matches,
    knownMarks,
    evaluator,
    draftEvaluator: new Evaluator(snapshot, tools, evaluator),
    scratch: { category: new Uint8Array(count), boundary: new Uint8Array(count) },
    draftCube: new DraftCube(),
    lists: new SeatLists(snapshot, nameRanks),
    rows,
    openCases: new OpenCaseRows(rows),
    loadFirst: () => (first ??= loadFirst()),
    isWhole: () => isWhole,
    loadRest: loadRestOnce,
    loadOrigins: () => readTexts(origins),
    keepNameOrder: async () => {
      if (isKept) return;
      isKept = true;
      const made = await nameRanks.make(isWanted);
      if (made) keepNameRanks(db, id, made);
    },
  });
}
