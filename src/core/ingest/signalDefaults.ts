import { isOneOf } from '../base/exhaustive.ts';
import type { EvidenceMeaning, Meaning } from './meaning.ts';
import { EVIDENCE_MEANINGS } from './meaning.ts';
import type { EvidenceClass, SignalKind } from './signalKind.ts';

const KIND_BY_MEANING: Readonly<Record<EvidenceMeaning, SignalKind>> = {
  lastAction: 'action',
  lastSignIn: 'applicationSignIn',
  lastSsoSignIn: 'ssoSignIn',
  lastAttempt: 'attempt',
  lastBackground: 'background',
  lastPassive: 'passive',
};

const CLASS_BY_KIND: Readonly<Record<SignalKind, EvidenceClass>> = {
  action: 'meaningful',
  applicationSignIn: 'loginOnly',
  ssoSignIn: 'loginOnly',
  attempt: 'passive',
  background: 'passive',
  passive: 'passive',
};

/** Whether a column of this meaning holds dates of use. */
export const isEvidenceMeaning = (meaning: Meaning): meaning is EvidenceMeaning =>
  isOneOf(EVIDENCE_MEANINGS, meaning);

/** Signal kind proposed for a column of dates of use. Source: signal kinds. */
export const signalKindOf = (meaning: EvidenceMeaning): SignalKind => KIND_BY_MEANING[meaning];

/** Whether a signal proves a sign-in that succeeded. */
export const isSignIn = (kind: SignalKind): boolean => kind === 'applicationSignIn' || kind === 'ssoSignIn';

/**
 * Class proposed to the policy for a signal kind. Attempts and background signals prove no use, so they feed neither
 * class; as passive they still count in the reading "any signal", the most cautious one. Source: signal kinds.
 */
export const proposedClassOf = (kind: SignalKind): EvidenceClass => CLASS_BY_KIND[kind];
