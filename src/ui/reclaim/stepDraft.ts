import { formatDay } from '../../core/base/formatDay.ts';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import type { CaseStep, DecisionChannel, NoticeText } from '../../worker/action.ts';
import type { CaseStepName } from '../../core/reclaim/caseStep.ts';
import type { CaseDetail } from '../../worker/reclaimView.ts';

/** Everything a step may ask, while it is being typed. Days are text until they are read. */
export interface StepDraft {
  readonly decision: 'keep' | 'revoke' | 'downgrade' | undefined;
  readonly by: 'user' | 'manager';
  readonly channel: DecisionChannel;
  readonly reference: string;
  readonly reason: string;
  readonly lighterLicenceType: string;
  readonly exceptionUntil: string;
  readonly fallbackControl: string;
  readonly role: 'owner' | 'decider';
  readonly name: string;
  readonly email: string;
  readonly noticeChannel: NoticeText['channel'];
  readonly sentOn: string;
  readonly recipient: string;
  readonly text: string;
}

export interface StepFormProps {
  readonly detail: CaseDetail;
  readonly draft: StepDraft;
  readonly onDraft: (change: Partial<StepDraft>) => void;
}

/** What the dialog opens with: who answers follows from what the case waits for. */
export const newStepDraft = (detail: CaseDetail, today: EpochDay, lighterLicenceType: string): StepDraft => ({
  decision: undefined,
  by: detail.state === 'Awaiting Approval' ? 'manager' : 'user',
  channel: 'e-mail',
  reference: '',
  reason: '',
  lighterLicenceType,
  exceptionUntil: '',
  fallbackControl: '',
  role: detail.manager === '' && detail.name !== '' ? 'decider' : 'owner',
  name: '',
  email: '',
  noticeChannel: 'e-mail',
  sentOn: formatDay(today),
  recipient: '',
  text: '',
});

const isFilled = (text: string): boolean => text.trim() !== '';

/** The step that the draft describes, or `undefined` while something that the dialog asks is missing. */
export function stepOfDraft(step: CaseStepName, draft: StepDraft): CaseStep | undefined {
  const reason = draft.reason.trim();
  switch (step) {
    case 'recordDecision':
      return decisionOf(draft);
    case 'recordNotice': {
      const on = readTypedDay(draft.sentOn);
      if (on === undefined || !isFilled(draft.recipient) || !isFilled(draft.text)) return undefined;
      const { recipient, text, noticeChannel: channel } = draft;
      return { step, notice: { recipient, text, channel, on } };
    }
    case 'linkPerson':
      return isFilled(draft.name)
        ? { step, name: draft.name.trim(), email: draft.email.trim(), role: draft.role }
        : undefined;
    case 'recordAppeal':
      return reason === '' ? undefined : { step, by: draft.by, reason };
    case 'stepFailed':
      return reason === '' ? undefined : { step, error: reason };
    case 'resolved':
      return { step, note: reason };
    case 'withdraw':
    case 'undo':
      return reason === '' ? undefined : { step, reason };
    default:
      return undefined;
  }
}

/** Keeping needs a reason, from a manager also the end of the exception; a downgrade needs its target. */
function decisionOf(draft: StepDraft): CaseStep | undefined {
  const { decision, by, channel } = draft;
  if (decision === undefined || (decision === 'keep' && !isFilled(draft.reason))) return undefined;
  if (decision === 'downgrade' && (by === 'user' || !isFilled(draft.lighterLicenceType))) return undefined;
  const makesException = decision === 'keep' && by === 'manager';
  const exceptionUntil = makesException ? readTypedDay(draft.exceptionUntil) : undefined;
  if (makesException && exceptionUntil === undefined) return undefined;
  return {
    step: 'recordDecision',
    decision,
    by,
    channel,
    reference: draft.reference.trim(),
    reason: draft.reason.trim(),
    lighterLicenceType: decision === 'downgrade' ? draft.lighterLicenceType : undefined,
    exceptionUntil,
    fallbackControl: makesException ? draft.fallbackControl.trim() : '',
  };
}
