import { isOneOf } from '../base/exhaustive.ts';
/** Every kind of fact that a ledger can hold. The bodies are described in `recordedFact.ts`. */
export const LEDGER_KINDS = [
  'workspaceCreated',
  'usersImported',
  'snapshotDeleted',
  'baselineNamed',
  'systemChosen',
  'systemStated',
  'fileImported',
  'fileDeleted',
  'contractLineSaved',
  'contractLineRemoved',
  'holidaysSaved',
  'identityRulesSaved',
  'accountLinked',
  'accountUnlinked',
  'policyFrozen',
  'measured',
  'planSaved',
  'exceptionAdded',
  'patternDeclared',
  'seatFoundInactive',
  'humanMarked',
  'queueWaived',
  'caseOpened',
  'caseMoved',
  'noticeRecorded',
  'personLinked',
  'seatReactivated',
  'undone',
  'briefExported',
  'ledgerExported',
  'workspaceSaved',
  'namesRevealed',
  'ledgerVerified',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Kinds that cannot change a figure: they stand in the chain but do not move the printed head. */
const NOT_FIGURE_CHANGING: readonly string[] = [
  'briefExported',
  'ledgerExported',
  'workspaceSaved',
  'namesRevealed',
  'ledgerVerified',
] satisfies readonly LedgerKind[];

/** Whether an entry of this kind moves the printed ledger head. A kind that is not known moves it. */
export const movesHead = (kind: string): boolean => !NOT_FIGURE_CHANGING.includes(kind);

/** Whether this Fallow knows a kind of entry. */
export const isLedgerKind = (kind: string): kind is LedgerKind => isOneOf(LEDGER_KINDS, kind);
