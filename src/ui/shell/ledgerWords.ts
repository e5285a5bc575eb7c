import type { LedgerKind } from '../../core/reclaim/ledgerKinds.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { unreachable } from '../../core/base/exhaustive.ts';
import type { LedgerCheck } from '../../worker/workspaceView.ts';

export const isSound = (check: LedgerCheck): boolean => check.outcome === 'intact';

const ENTRY_WORDS = {
  altered: 'was altered after it was written',
  removed: 'is missing',
  inserted: 'was put in from outside',
} as const;

/** Outcome of a check of the ledger: what was found, what is safe, what to do. */
export function wordLedgerCheck(check: LedgerCheck): string {
  switch (check.outcome) {
    case 'intact':
      return `${formatCount(check.entries)} ${check.entries === 1 ? 'entry' : 'entries'} checked. The chain is unbroken.`;
    case 'broken':
      return `Entry ${formatCount(check.sequence)} ${ENTRY_WORDS[check.what]}. Entries before it are intact. Compare with a ledger or brief that was exported earlier before you go on.`;
    case 'shortened':
      return `This browser remembers ${formatCount(check.remembered)} entries, but only ${formatCount(check.found)} are here. The browser may have lost part of its data. Compare with a ledger or brief that was exported earlier before you go on.`;
    case 'replaced':
      return `The last of the ${formatCount(check.remembered)} entries that this browser remembers is not in this ledger. It was replaced by another one from outside. Compare with a ledger or brief that was exported earlier before you go on.`;
    default:
      return unreachable(check);
  }
}

/** What can be chosen among the entries of a ledger. */
export const KIND_NAMES: Readonly<Record<LedgerKind, string>> = {
  workspaceCreated: 'Client created',
  usersImported: 'Users imported',
  snapshotDeleted: 'Snapshot deleted',
  baselineNamed: 'Baseline named',
  systemChosen: 'System chosen',
  systemStated: 'System of a file stated',
  fileImported: 'File imported',
  fileDeleted: 'File deleted',
  contractLineSaved: 'Contract line saved',
  contractLineRemoved: 'Contract line removed',
  holidaysSaved: 'Holidays saved',
  identityRulesSaved: 'Identity rules saved',
  accountLinked: 'Account linked',
  accountUnlinked: 'Account kept apart',
  policyFrozen: 'Definition frozen',
  measured: 'Measured',
  planSaved: 'Plan saved',
  exceptionAdded: 'Exception added',
  patternDeclared: 'Pattern declared',
  seatFoundInactive: 'Marked inactive',
  humanMarked: 'Account marked',
  queueWaived: 'Queue waived',
  caseOpened: 'Case opened',
  caseMoved: 'Case moved',
  noticeRecorded: 'Notice recorded',
  personLinked: 'Person linked',
  seatReactivated: 'Held again',
  undone: 'Taken back',
  briefExported: 'Brief exported',
  ledgerExported: 'Ledger exported',
  workspaceSaved: 'Workspace file saved',
  namesRevealed: 'Names revealed',
  ledgerVerified: 'Ledger verified',
};
