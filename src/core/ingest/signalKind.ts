/**
 * What a time stamp proves. Stored with every column of dates of use and kept through merging.
 * Source of the rule: Evidence, *Signal kinds*.
 */
export type SignalKind = 'action' | 'applicationSignIn' | 'ssoSignIn' | 'attempt' | 'background' | 'passive';

/**
 * How the policy reads a column of dates of use: as work, as a sign-in only, as passive (counts only in the
 * "any signal" reading) or not at all.
 */
export type EvidenceClass = 'meaningful' | 'loginOnly' | 'passive' | 'ignored';

/** Every kind, strongest first, in the order in which it is offered. */
export const SIGNAL_KINDS: readonly SignalKind[] = [
  'action',
  'applicationSignIn',
  'ssoSignIn',
  'attempt',
  'background',
  'passive',
];
