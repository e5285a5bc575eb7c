import { formatDay } from '../base/formatDay.ts';
import { formatCount } from '../base/formatNumber.ts';
import type { RecordedAnswer } from '../ingest/givenAnswer.ts';
import { FILE_KIND_NAMES } from '../ingest/kinds/fileKind.ts';
import { systemCardOf } from '../ingest/systems.ts';
import { wordAnswer } from '../ingest/xray/wordAnswer.ts';
import { CATEGORY_NAMES } from '../policy/category.ts';
import type { AttentionReason, Closing } from './caseRecord.ts';
import type { CaseState, SubStep } from './caseState.ts';
import type { CaseMoved, RecordedFact } from './recordedFact.ts';

/** Sub-steps in words. */
export const SUB_STEP_NAMES: Readonly<Record<SubStep, string>> = {
  toFreeze: 'to freeze',
  frozen: 'frozen',
  grace: 'grace',
  toDeactivate: 'to deactivate',
  deactivated: 'deactivated, awaiting proof',
  toDowngrade: 'to downgrade',
  downgraded: 'downgraded, awaiting proof',
};

/** Reasons of Attention Required as they are printed. */
export const ATTENTION_NAMES: Readonly<Record<AttentionReason, string>> = {
  userMissing: 'user missing',
  failed: 'failed',
  deciderMissing: 'decider missing',
};

/** How a case ended, as it is printed beside its closed state. */
export const CLOSING_NAMES: Readonly<Record<Closing, string>> = {
  reclaimed: 'reclaimed',
  kept: 'kept by decision',
  restoredInGrace: 'restored in grace',
  withdrawn: 'withdrawn',
  goneOutsideWorkflow: 'gone outside the workflow',
  activityDetected: 'activity detected',
  convertedToLive: 'dry run ended, converted to live',
};

/** What an entry says, as one line without names: for timelines and the ledger table. */
export function describeFact(fact: RecordedFact): string {
  switch (fact.kind) {
    case 'workspaceCreated':
      return fact.sample ? 'Sample opened' : 'Client created';
    case 'usersImported':
      return `Users imported as of ${formatDay(fact.asOf)}: ${counted(fact.seats, 'seat')} of ${counted(fact.accounts, 'account')}${fact.completeness === 'filtered' ? ', filtered list' : ''}${countAnswers(fact.answers)}`;
    case 'snapshotDeleted':
      return `Snapshot${fact.asOf === undefined ? '' : ` of ${formatDay(fact.asOf)}`} deleted${fact.wasBaseline ? ', which was the baseline; its figures stay' : ''}`;
    case 'baselineNamed':
      return `Baseline ${formatDay(fact.asOf)}${fact.replaced === undefined ? '' : ` in place of ${formatDay(fact.replaced)}`}: ${counted(fact.seats, 'seat')} of ${counted(fact.accounts, 'account')} under version ${fact.policyVersion}`;
    case 'systemChosen':
      return `Figures describe the lists of ${systemCardOf(fact.system).name}`;
    case 'systemStated':
      return `Loaded file taken as one of ${systemCardOf(fact.system).name}`;
    case 'fileImported':
      return `${FILE_KIND_NAMES[fact.fileKind]} imported as of ${formatDay(fact.asOf)}: ${counted(fact.stored, 'row')}${countAnswers(fact.answers)}`;
    case 'fileDeleted':
      return 'Loaded file deleted';
    case 'contractLineSaved':
      return `Contract line saved: ${fact.line.licenceType}, ${counted(fact.line.committedQuantity, 'seat')}${fact.line.overlap === undefined ? '' : `, ${fact.line.overlap}`}`;
    case 'contractLineRemoved':
      return 'Contract line removed';
    case 'holidaysSaved':
      return fact.days.length === 0
        ? 'Holidays cleared'
        : `Holidays saved: ${counted(fact.days.length, 'day')}`;
    case 'identityRulesSaved':
      return `Identity rules saved: ${fact.domainAliases.length} ${fact.domainAliases.length === 1 ? 'domain stands' : 'domains stand'} for another, mailbox tags ${fact.dropMailboxTags ? 'removed' : 'kept'}`;
    case 'accountLinked':
      return `Account of ${systemCardOf(fact.account.system).name} linked to a person of the roster`;
    case 'accountUnlinked':
      return `Account of ${systemCardOf(fact.account.system).name} kept apart from a person of the roster`;
    case 'policyFrozen':
      return `Definition frozen as version ${fact.version}`;
    case 'measured':
      return `Version ${fact.version} measured as of ${formatDay(fact.asOf)}: ${formatCount(fact.flagged)} flagged`;
    case 'planSaved':
      return 'Plan for the next term saved';
    case 'exceptionAdded':
      return `Exception until ${formatDay(fact.until)}`;
    case 'patternDeclared':
      return `Pattern declared: ${fact.pattern}`;
    case 'seatFoundInactive':
      return 'Marked inactive';
    case 'humanMarked':
      return fact.mark === 'human' ? 'Marked as a person' : `Marked as ${fact.mark} account`;
    case 'queueWaived':
      return `Borderline queue waived for version ${fact.policyVersion}`;
    case 'caseOpened':
      return `${dryRun(fact.dryRun)}Case opened as ${stateName(fact.to, fact.subStep, fact.attention)}, ${CATEGORY_NAMES[fact.category]}`;
    case 'caseMoved':
      return `${dryRun(fact.dryRun)}${describeMove(fact)}`;
    case 'noticeRecorded':
      return `Notice recorded, sent ${formatDay(fact.notice.on)} by ${fact.notice.channel}`;
    case 'personLinked':
      return fact.role === 'owner' ? 'Person linked' : 'Decider linked';
    case 'seatReactivated':
      return `Held again on ${formatDay(fact.on)}`;
    case 'undone':
      return fact.sequences.length === 1
        ? `Entry ${fact.sequences[0]} taken back`
        : `Entries ${fact.sequences.join(', ')} taken back`;
    case 'briefExported':
      return `Brief ${fact.briefId} exported, ${counted(fact.pages, 'page')}`;
    case 'ledgerExported':
      return `Ledger exported in ${fact.form} form, ${formatCount(fact.entries)} ${fact.entries === 1 ? 'entry' : 'entries'}`;
    case 'workspaceSaved':
      return 'Workspace file saved';
    case 'namesRevealed':
      return 'Names revealed';
    case 'ledgerVerified':
      return 'Ledger verified';
  }
}

const counted = (count: number, one: string): string =>
  `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;

/** How many questions about a file were answered when it was imported. */
const countAnswers = ({ length }: readonly RecordedAnswer[] = []): string =>
  length === 0 ? '' : length === 1 ? '. 1 question answered' : `. ${length} questions answered`;

/** What stands behind the line of an entry, point by point: the answers given about a file. Source: LOAD-26. */
export const detailsOfFact = (fact: RecordedFact): readonly string[] =>
  fact.kind === 'usersImported' || fact.kind === 'fileImported' ? (fact.answers ?? []).map(wordAnswer) : [];

function describeMove(moved: CaseMoved): string {
  const { effects } = moved;
  const details = [
    effects.closing === undefined ? undefined : CLOSING_NAMES[effects.closing],
    effects.proof,
    effects.decision &&
      `${effects.decision.by} answered ${effects.decision.decision} (${effects.decision.channel})`,
    effects.notice && `notice of ${formatDay(effects.notice.on)}`,
    effects.waiver === undefined ? undefined : 'notice waived',
    moved.deadline === undefined ? undefined : `answer by ${formatDay(moved.deadline)}`,
    effects.doneOn === undefined ? undefined : `done on ${formatDay(effects.doneOn)}`,
    effects.graceEnds === undefined ? undefined : `grace ends ${formatDay(effects.graceEnds)}`,
    moved.dueOn === undefined ? undefined : `due ${formatDay(moved.dueOn)}`,
    effects.overrideReason === undefined ? undefined : 'grace overridden',
    effects.justification,
    effects.remark,
  ].filter((detail) => detail !== undefined);
  const undone = moved.transition === 26 ? 'Step taken back: ' : '';
  const to = stateName(moved.to, moved.subStep, effects.attention);
  const way = moved.from === moved.to ? to : `${moved.from} → ${to}`;
  return `${undone}${way}${details.length === 0 ? '' : `: ${details.join(', ')}`}`;
}

/** A state with its sub-step or the reason for attention: `Awaiting Revocation (frozen)`. */
function stateName(
  state: CaseState,
  subStep: SubStep | undefined,
  attention: AttentionReason | undefined,
): string {
  if (state === 'Awaiting Revocation' && subStep !== undefined)
    return `${state} (${SUB_STEP_NAMES[subStep]})`;
  if (state === 'Attention Required' && attention !== undefined)
    return `${state} (${ATTENTION_NAMES[attention]})`;
  return state;
}

const dryRun = (isDryRun: boolean): string => (isDryRun ? 'DRY RUN. ' : '');
