import { formatDay } from '../../core/base/formatDay.ts';
import type { EpochDay } from '../../core/base/epochDay.ts';
import type { CaseRecord } from '../../core/reclaim/caseRecord.ts';
import { isClosed } from '../../core/reclaim/caseState.ts';
import { ATTENTION_NAMES, CLOSING_NAMES, SUB_STEP_NAMES } from '../../core/reclaim/describeFact.ts';
import type { CaseQuery, CaseRow } from '../reclaimView.ts';
import { foldText } from './foldText.ts';

/** What a case waits for, or how it ended, in words. */
function detailOf(current: CaseRecord): string {
  const { state, subStep, deadline, graceEnds, attention, closing, justification, errorText } = current;
  if (isClosed(state)) return closing ? CLOSING_NAMES[closing] : '';
  const parts: string[] = [];
  if (state === 'Attention Required') parts.push(errorText ?? (attention ? ATTENTION_NAMES[attention] : ''));
  if (state === 'Awaiting Revocation' && subStep) parts.push(SUB_STEP_NAMES[subStep]);
  if (graceEnds !== undefined && (subStep === 'frozen' || subStep === 'grace')) {
    parts.push(`grace until ${formatDay(graceEnds)}`);
  }
  if (deadline !== undefined) parts.push(`answer by ${formatDay(deadline)}`);
  if (state === 'Ready')
    parts.push(current.notice ? 'notice on record' : current.notify ? 'notice to send' : 'ready to reclaim');
  if (current.appealed) parts.push('appeal');
  if (justification !== undefined) parts.push(justification);
  return parts.filter((part) => part !== '').join(', ');
}

export function caseRow(current: CaseRecord, workingDay: EpochDay): CaseRow {
  return {
    number: current.number,
    state: current.state,
    subStep: current.subStep,
    dryRun: current.dryRun,
    origin: current.origin,
    name: current.owner?.name ?? current.seat.name,
    licenceType: current.seat.licenceType,
    unit: current.seat.unit,
    category: current.category,
    detail: detailOf(current),
    deadline: current.deadline,
    daysInState: Math.max(0, workingDay - current.movedOn),
    proof: current.proof,
  };
}

/** Cases of a query in order of their number. */
export function matchCases(cases: ReadonlyMap<number, CaseRecord>, query: CaseQuery): readonly CaseRecord[] {
  const wanted = foldText(query.search.trim());
  const chosen = query.cases && new Set(query.cases);
  return [...cases.values()].filter((current) => {
    if (query.state !== undefined && current.state !== query.state) return false;
    if (query.open !== undefined && isClosed(current.state) === query.open) return false;
    if (chosen && !chosen.has(current.number)) return false;
    if (wanted === '') return true;
    const { name, accountId, licenceType, unit } = current.seat;
    return foldText(`${current.number}\t${name}\t${accountId}\t${licenceType}\t${unit}`).includes(wanted);
  });
}
