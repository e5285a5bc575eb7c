import type { SafetyCheck } from './policy.ts';

/** Names of the checks as shown beside their switches. */
export const CHECK_NAMES: Readonly<Record<SafetyCheck, string>> = {
  identityResolved: 'Identity resolved',
  humanSeat: 'Human seat',
  protectedRole: 'Protected role',
  tenure: 'Tenure',
  absenceOrException: 'Absence or exception',
  periodicPattern: 'Periodic pattern',
  conflictingSignals: 'Conflicting signals',
  dependencies: 'Dependencies',
  evidenceQuality: 'Evidence quality',
  seatEffect: 'Seat effect',
};
