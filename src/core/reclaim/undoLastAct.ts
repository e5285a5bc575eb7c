import type { EpochDay } from '../base/epochDay.ts';
import { succeed, type Result } from '../base/result.ts';
import type { CaseRecord } from './caseRecord.ts';
import { stepContext } from './caseSituation.ts';
import { decideCaseStep } from './decideCaseStep.ts';
import type { LedgerFact } from './ledgerEntry.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';
import { writeFact } from './writeFact.ts';

/**
 * The entries that take back the last act as a whole: a reversing transition per moved case, or one entry that names
 * the facts taken back. Nothing is erased. Refused when the last act stands for good, or when no reason is given.
 */
export function undoLastAct(
  record: WorkspaceRecord,
  reason: string,
  acting: { readonly actor: string; readonly workingDay: EpochDay },
): Result<LedgerFact[], Refusal> {
  if (reason.trim() === '') return refuse('Taking something back needs a reason.');
  const last = record.acts.at(-1);
  if (last === undefined) return refuse('There is nothing to take back.');
  if (last.barred) return refuse('The last act stands: it cannot be taken back.');
  const facts: LedgerFact[] = [];
  const sequences: number[] = [];
  /** Cases as they stand when what came after in the act is taken back: an act may move one case twice. */
  const standing = new Map<number, CaseRecord>();
  for (const { sequence, caseNumber } of last.steps.toReversed()) {
    const moved =
      caseNumber === undefined ? undefined : (standing.get(caseNumber) ?? record.cases.get(caseNumber));
    if (moved === undefined) {
      sequences.unshift(sequence);
      continue;
    }
    const undone = decideCaseStep(moved, { step: 'undo', reason }, stepContext(record, moved, acting));
    if (!undone.ok) return undone;
    facts.push(...undone.value);
    if (moved.before !== undefined) standing.set(moved.number, moved.before);
  }
  if (sequences.length > 0) facts.push(writeFact({ kind: 'undone', act: last.act, sequences, reason }));
  return succeed(facts);
}
