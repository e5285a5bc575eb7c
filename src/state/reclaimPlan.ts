import type { EpochDay } from '../core/base/epochDay.ts';
import { fail, succeed, type Result } from '../core/base/result.ts';
import type { CaseStep, NoticeText } from '../worker/action.ts';
import type { Failure } from '../worker/protocol.ts';
import type { AskWorker } from './askWorker.ts';

/** A notice as drafted for one case; the person may change it before it is recorded. */
export interface DraftedNotice {
  readonly number: number;
  readonly name: string;
  readonly recipient: string;
  readonly text: string;
}

/** What pressing Reclaim needs for the chosen Ready cases. */
export interface ReclaimPlan {
  readonly notices: readonly DraftedNotice[];
  /** Cases whose definition asks for no notice: a waiver with a reason stands in its place. */
  readonly waivers: readonly number[];
}

/** What the person chose in the dialog. */
export interface NoticeForm {
  readonly notices: readonly DraftedNotice[];
  readonly channel: NoticeText['channel'];
  readonly on: EpochDay;
  readonly waiver: string;
}

/** Drafts a notice for each case that needs one. `notifies` answers for the definition version of a case. */
export async function prepareReclaim(
  ask: AskWorker,
  cases: readonly number[],
  workingDay: EpochDay,
  notifies: (policyVersion: number) => boolean,
  onDone: (done: number) => void,
): Promise<Result<ReclaimPlan, Failure>> {
  const notices: DraftedNotice[] = [];
  const waivers: number[] = [];
  for (const [index, number] of cases.entries()) {
    onDone(index);
    const detail = await ask('caseDetail', { number, workingDay });
    if (!detail.ok) return fail(detail.failure);
    if (!notifies(detail.value.policyVersion)) {
      waivers.push(number);
      continue;
    }
    const draft = await ask('draftNotice', { number, workingDay });
    if (!draft.ok) return fail(draft.failure);
    notices.push({ number, name: detail.value.name, ...draft.value });
  }
  return succeed({ notices, waivers });
}

export interface PlannedStep {
  readonly cases: readonly number[];
  readonly step: CaseStep;
}

/** One step for each distinct notice, and one for all waived cases. */
export function reclaimSteps(form: NoticeForm, waived: readonly number[]): readonly PlannedStep[] {
  const casesByNotice = new Map<string, { cases: number[]; notice: NoticeText }>();
  for (const { number, recipient, text } of form.notices) {
    const key = JSON.stringify([recipient, text]);
    const found = casesByNotice.get(key);
    if (found) found.cases.push(number);
    else
      casesByNotice.set(key, {
        cases: [number],
        notice: { recipient, text, channel: form.channel, on: form.on },
      });
  }
  const steps: PlannedStep[] = [...casesByNotice.values()].map(({ cases, notice }) => ({
    cases,
    step: { step: 'reclaim', notice, waiver: undefined },
  }));
  if (waived.length > 0)
    steps.push({ cases: waived, step: { step: 'reclaim', notice: undefined, waiver: form.waiver } });
  return steps;
}
