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
  /** Whether the definition of the case asks for a notice; where it does not, a waiver is the rule. */
  readonly notify: boolean;
  /** Its notice is simulated and not to be sent. */
  readonly dryRun: boolean;
}

/** What pressing Reclaim needs for the chosen Ready cases. */
export interface ReclaimPlan {
  readonly notices: readonly DraftedNotice[];
  /** Cases with a notice on record already: nothing more is asked. */
  readonly noticed: readonly number[];
}

/** What the person chose in the dialog, the same for all chosen cases. */
export interface ReclaimForm {
  readonly notices: readonly DraftedNotice[];
  readonly channel: NoticeText['channel'];
  readonly on: EpochDay;
  /** Cases that go on without a notice, for the reason given in `waiver`. */
  readonly waived: ReadonlySet<number>;
  readonly waiver: string;
}

/** Drafts a notice for each case that has none. `notifies` answers for the definition version of a case. */
export async function prepareReclaim(
  ask: AskWorker,
  cases: readonly number[],
  workingDay: EpochDay,
  notifies: (policyVersion: number) => boolean,
  onDone: (done: number) => void,
): Promise<Result<ReclaimPlan, Failure>> {
  const notices: DraftedNotice[] = [];
  const noticed: number[] = [];
  for (const [index, number] of cases.entries()) {
    onDone(index);
    const detail = await ask('caseDetail', { number, workingDay });
    if (!detail.ok) return fail(detail.failure);
    if (detail.value.notice) {
      noticed.push(number);
      continue;
    }
    const draft = await ask('draftNotice', { number, workingDay });
    if (!draft.ok) return fail(draft.failure);
    const { name, policyVersion, dryRun } = detail.value;
    notices.push({ number, name, ...draft.value, notify: notifies(policyVersion), dryRun });
  }
  return succeed({ notices, noticed });
}

export interface PlannedStep {
  readonly cases: readonly number[];
  readonly step: CaseStep;
}

/** One step for each distinct notice, one for all waived cases, and one for those that have their notice. */
export function reclaimSteps(form: ReclaimForm, noticed: readonly number[]): readonly PlannedStep[] {
  const casesByNotice = new Map<string, { cases: number[]; notice: NoticeText }>();
  for (const { number, recipient, text } of form.notices) {
    if (form.waived.has(number)) continue;
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
  const reclaim = (cases: readonly number[], waiver: string | undefined): void => {
    if (cases.length > 0) steps.push({ cases, step: { step: 'reclaim', notice: undefined, waiver } });
  };
  reclaim([...form.waived], form.waiver);
  reclaim(noticed, undefined);
  return steps;
}
