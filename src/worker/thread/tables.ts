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
import { KEPT_NAME_RANKS, KeptNameRanks } from './keptNameRanks.ts';
import { FIRST_TEXTS, TableTexts } from './tableTexts.ts';

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
  readonly texts: TableTexts;
  readonly nameOrder: KeptNameRanks;
}

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
  // Beside logs it matters whether the dates of the list are those of licences or of accounts.
  const list =
    logs.length === 0 ? loaded.value.snapshot : withRepeatedDates(loaded.value.snapshot, datesOfRows(plan));
  const texts = new TableTexts(loaded.value, logs.length === 0 ? [] : KEY_TEXT_COLUMNS);
  // Logs and earlier lists are joined by texts.
  if (logs.length > 0 || earlier.length > 0) {
    const read = await texts.loadFirst();
    if (!read.ok) return read;
  }
  const knownMarks = await loadMarks(loaded.value);
  const joined = await loadEvidence(db, list, logs, rules, isWanted);
  if (!joined.ok) return joined;
  const snapshot = withEvidence(list, joined.value.columns);
  const history = await loadSeatHistory(db, snapshot, earlier);
  if (!history.ok) return history;
  const nameOrder = new KeptNameRanks(db, loaded.value);
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
    lists: new SeatLists(snapshot, nameOrder.ranks),
    rows,
    openCases: new OpenCaseRows(rows),
    texts,
    nameOrder,
  });
}
