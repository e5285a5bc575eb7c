import type { EpochDay } from '../../src/core/base/epochDay.ts';
import type { CaseStep } from '../../src/core/reclaim/caseStep.ts';

type StepOf<Name extends CaseStep['step']> = Extract<CaseStep, { readonly step: Name }>;

/** Reclaim with a notice sent on a day. */
export const reclaim = (on: EpochDay): CaseStep => ({
  step: 'reclaim',
  notice: { recipient: 'person@larkfield.example', channel: 'e-mail', on, text: 'Your seat has been idle.' },
  waiver: undefined,
});

export const waive = (waiver: string): CaseStep => ({ step: 'reclaim', notice: undefined, waiver });

export const reclaimBare: CaseStep = { step: 'reclaim', notice: undefined, waiver: undefined };

export const decision = (
  by: 'user' | 'manager',
  outcome: 'keep' | 'revoke' | 'downgrade',
  changes: Partial<StepOf<'recordDecision'>> = {},
): CaseStep => ({
  step: 'recordDecision',
  decision: outcome,
  by,
  channel: 'e-mail',
  reference: 'mail of Tuesday',
  reason: 'needed for the audit',
  lighterLicenceType: outcome === 'downgrade' ? 'Requester' : undefined,
  exceptionUntil: undefined,
  fallbackControl: '',
  ...changes,
});

export const freeze = (on: EpochDay): CaseStep => ({ step: 'recordFreeze', on });

export const deactivate = (on: EpochDay, overrideReason?: string): CaseStep => ({
  step: 'recordDeactivation',
  on,
  overrideReason,
});
