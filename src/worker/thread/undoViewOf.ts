import { formatCount } from '../../core/base/formatNumber.ts';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { describeFact } from '../../core/reclaim/describeFact.ts';
import type { RecordedEntry } from '../../core/reclaim/ledgerEntry.ts';
import { readFact } from '../../core/reclaim/readFact.ts';
import { undoLastAct } from '../../core/reclaim/undoLastAct.ts';
import type { ActRecord, WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import type { WorkspaceView } from '../workspaceView.ts';

/** What *Undo* would take back, in words without names, or why the last act stands. */
export function undoViewOf(
  record: WorkspaceRecord,
  entries: readonly RecordedEntry[],
  workingDay: EpochDay,
): WorkspaceView['undo'] {
  const last = record.acts.at(-1);
  if (last === undefined) return undefined;
  const what = wordAct(last, entries);
  if (last.barred) return { refusal: `The last act stands and cannot be taken back: ${what}.` };
  // One step tells: the steps of an act are of one kind, and an act may have moved very many cases.
  const probed = { ...record, acts: [{ ...last, steps: last.steps.slice(-1) }] };
  const undone = undoLastAct(probed, 'given', { actor: 'somebody', workingDay });
  return undone.ok ? { what } : { refusal: `${what}: ${undone.failure.reason}` };
}

function wordAct(act: ActRecord, entries: readonly RecordedEntry[]): string {
  const first = act.steps[0]?.sequence ?? act.act;
  const found = entries.findLast(({ entry }) => entry.sequence === first);
  const fact = found && readFact(found);
  const words = fact?.ok ? describeFact(fact.value) : `entry ${formatCount(first)}`;
  const caseNumber = act.steps[0]?.caseNumber;
  const more = (act.barred ? entriesOfAct(act.act, entries) : act.steps.length) - 1;
  return `${caseNumber === undefined ? '' : `Case ${caseNumber}: `}${words}${more > 0 ? `, and ${formatCount(more)} more` : ''}`;
}

/** How many entries an act wrote; they stand together, the first of them gives the act its number. */
function entriesOfAct(act: number, entries: readonly RecordedEntry[]): number {
  const first = entries.findLastIndex(({ entry }) => entry.sequence === act);
  let end = first + 1;
  while (entries[end]?.entry.act === act) end++;
  return Math.max(1, end - first);
}
