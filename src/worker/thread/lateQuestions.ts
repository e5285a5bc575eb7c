import { succeed, type Result } from '../../core/base/result.ts';
import { askFurtherTables, type FoundTables } from '../../core/ingest/foundTables.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { askFinding } from '../../core/ingest/xray/askFinding.ts';
import type { XrayQuestion } from '../../core/ingest/xrayQuestion.ts';
import type { TablesSummary } from '../../core/inventory/summariseTables.ts';
import type { ShownQuestion } from '../loadView.ts';
import type { Failure } from '../protocol.ts';
import { findSwapped } from './findSwapped.ts';
import { evidenceColumnsOf } from '../../core/ingest/userRowReader.ts';
import { findSharedDates } from './importFindings.ts';
import type { Pace } from './importPace.ts';
import type { LateSigns } from './listGathering.ts';
import type { OpenedParts } from './openedParts.ts';
import { readCellsAt } from './readCellsAt.ts';

/**
 * What a list asks when all of its rows were read, beyond what was shown and what is answered in the plan. Reads the
 * list once more where days and months may be exchanged.
 */
export async function findLateQuestions(
  plan: ImportPlan,
  late: LateSigns,
  { dates }: Pick<TablesSummary, 'dates'>,
  furtherTables: FoundTables,
  shown: readonly ShownQuestion[],
  opened: OpenedParts,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<readonly XrayQuestion[], Failure>> {
  const known = new Set([...shown, ...(plan.answers ?? [])].map(nameOf));
  const swapped = await findSwapped(late.dates.conflicting, plan, opened, pace);
  if (!swapped.ok) return swapped;
  const shared = await findSharedQuestions(
    plan,
    dates,
    (question) => !known.has(nameOf(question)),
    opened,
    pace,
  );
  if (!shared.ok) return shared;
  const found = [
    ...swapped.value,
    ...late.dates.questions(),
    ...shared.value,
    ...late.keys.questions(),
    askFurtherTables(furtherTables),
  ];
  return succeed(
    found.filter((question) => question !== undefined).filter((question) => !known.has(nameOf(question))),
  );
}

/**
 * The oldest dates that many accounts share and that are to be asked about. Their rows are read once more, since the
 * original texts of a list have gone to the store.
 */
async function findSharedQuestions(
  plan: ImportPlan,
  dates: TablesSummary['dates'],
  isAsked: (question: XrayQuestion) => boolean,
  opened: OpenedParts,
  pace: Pick<Pace, 'breathe'>,
): Promise<Result<readonly XrayQuestion[], Failure>> {
  const spans = new Map(evidenceColumnsOf(plan).map(({ position }, at) => [position, dates?.[at]]));
  const questions = findSharedDates(plan, dates)
    .map(askFinding)
    .filter((question) => question !== undefined)
    .filter(isAsked);
  const places = questions.flatMap(({ position }) =>
    (spans.get(position)?.fileRows ?? []).map((fileRow) => ({ position, fileRow })),
  );
  const read = await readCellsAt(places, plan, opened, pace);
  if (!read.ok) return read;
  return succeed(
    questions.map((question) => ({ ...question, rows: read.value.get(question.position) ?? [] })),
  );
}

const nameOf = ({ kind, position }: { readonly kind: string; readonly position: number }): string =>
  `${kind}-${position}`;
