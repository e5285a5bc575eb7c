import { succeed, type Result } from '../../core/base/result.ts';
import { askFurtherTables, type FoundTables } from '../../core/ingest/furtherTables.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import { askFinding } from '../../core/ingest/xray/askFinding.ts';
import type { XrayQuestion } from '../../core/ingest/xrayQuestion.ts';
import type { TablesSummary } from '../../core/inventory/summariseTables.ts';
import type { ShownQuestion } from '../loadView.ts';
import type { Failure } from '../protocol.ts';
import { findSwapped } from './findSwapped.ts';
import { findSharedDates } from './importFindings.ts';
import type { Pace } from './importPace.ts';
import type { LateSigns } from './listGathering.ts';
import type { OpenedParts } from './openedParts.ts';

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
  const swapped = await findSwapped(late.dates.conflicting, plan, opened, pace);
  if (!swapped.ok) return swapped;
  const shared = findSharedDates(plan, dates).map(askFinding);
  const known = new Set([...shown, ...(plan.answers ?? [])].map(nameOf));
  const found = [
    ...swapped.value,
    ...late.dates.questions(),
    ...shared,
    ...late.keys.questions(),
    askFurtherTables(furtherTables),
  ];
  return succeed(
    found.filter((question) => question !== undefined).filter((question) => !known.has(nameOf(question))),
  );
}

const nameOf = ({ kind, position }: { readonly kind: string; readonly position: number }): string =>
  `${kind}-${position}`;
