import type { EpochDay } from '../base/epochDay.ts';
import type { Category } from '../policy/category.ts';
import type { SeatKey } from '../policy/reviewFacts.ts';
import type { CaseState, SubStep } from './caseState.ts';

/** Who holds a seat, as the snapshot told it when the fact was recorded. Kept in the personal part of entries. */
export interface SeatIdentity {
  readonly seat: SeatKey;
  /** Pseudonym of the account, 8 characters: the only name of the person in subjects. */
  readonly pseudonym: string;
  /** Canonical account id: key of the account across snapshots. */
  readonly account: string;
  /** Account id as written in the file. */
  readonly accountId: string;
  readonly licenceType: string;
  readonly name: string;
  readonly email: string;
  readonly manager: string;
  readonly unit: string;
  readonly role: string;
  /** Group that gives the licence, '' when it is assigned directly. */
  readonly inheritedFrom: string;
}

/** How a notice was sent. */
export type NoticeChannel = 'e-mail' | 'letter' | 'chat' | 'phone' | 'ticket' | 'other';
/** How an answer came. */
export type AnswerChannel = 'decision file' | 'e-mail' | 'ticket' | 'meeting' | 'phone' | 'other';
/** What was decided about a seat. Source of the rule: RECLAIM-15. */
export type DecisionOutcome = 'keep' | 'revoke' | 'downgrade';

/** A notice as it was sent. */
export interface NoticeRecord {
  readonly recipient: string;
  readonly channel: NoticeChannel;
  readonly on: EpochDay;
  readonly text: string;
}

/** Why a case may go on without a notice: who waived it, and why. */
export interface WaiverRecord {
  readonly who: string;
  readonly why: string;
}

/** A decision as it was recorded. */
export interface DecisionRecord {
  readonly decision: DecisionOutcome;
  readonly by: 'user' | 'manager';
  readonly channel: AnswerChannel;
  readonly reference: string;
  readonly reason: string;
  readonly lighterLicenceType: string | undefined;
}

/** What must be put back if the seat is restored. Stored with the freeze, or with the deactivation where the platform has no freeze. */
export interface RestoreCard {
  readonly licenceType: string;
  readonly role: string;
  readonly group: string;
  readonly owner: string;
  readonly manager: string;
  readonly unit: string;
  readonly on: EpochDay;
}

/** Why a case needs a person before it goes on. */
export type AttentionReason = 'userMissing' | 'failed' | 'deciderMissing';

/** How a case ended; printed beside the closed state. */
export type Closing =
  | 'reclaimed'
  | 'kept'
  | 'restoredInGrace'
  | 'withdrawn'
  | 'goneOutsideWorkflow'
  | 'activityDetected'
  | 'convertedToLive';

/** A person linked to a case by hand. */
export interface LinkedPerson {
  readonly name: string;
  readonly email: string;
}

/** One line of a case's timeline. */
export interface CaseEvent {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly what: string;
  readonly reason: string | undefined;
}

/** One case as replayed from the ledger. Immutable: each entry makes a new record. */
export interface CaseRecord {
  /** Number within the workspace, counted from 1. */
  readonly number: number;
  readonly seat: SeatIdentity;
  /** Whether the list named the person who holds the seat when the case was opened. */
  readonly identified: boolean;
  /** Whether check 3 protected the seat's role then. */
  readonly protectedRole: boolean;
  readonly state: CaseState;
  /** Inside Awaiting Revocation; elsewhere the sub-step that was reached before, for display. */
  readonly subStep: SubStep | undefined;
  readonly dryRun: boolean;
  readonly origin: 'automatic' | 'manual';
  /** Whether a notice is wanted; from the policy, or off once the notice was waived. */
  readonly notify: boolean;
  readonly category: Category;
  /** As-of date of the snapshot that flagged the seat: activity after it cancels the case. */
  readonly flaggedOn: EpochDay;
  readonly policyVersion: number;
  readonly snapshot: string;
  readonly owner: LinkedPerson | undefined;
  readonly decider: LinkedPerson | undefined;
  readonly attention: AttentionReason | undefined;
  readonly errorText: string | undefined;
  readonly notice: NoticeRecord | undefined;
  readonly waiver: WaiverRecord | undefined;
  /** Oldest first. */
  readonly decisions: readonly DecisionRecord[];
  /** Last day for the answer that the state waits for. */
  readonly deadline: EpochDay | undefined;
  /** While a decision answers an appeal, the freeze stays. */
  readonly appealed: boolean;
  readonly graceEnds: EpochDay | undefined;
  readonly restoreCard: RestoreCard | undefined;
  readonly downgradeTo: string | undefined;
  readonly justification: string | undefined;
  readonly closing: Closing | undefined;
  readonly proof: 'attested' | 'verified' | undefined;
  /** Day on which a Closed Complete seat was reclaimed: the working day of an attested close, A of a verified one. */
  readonly reclaimedOn: EpochDay | undefined;
  /** Days on which a reclaimed seat was found held again by the same person. */
  readonly reactivatedOn: readonly EpochDay[];
  /** Device's calendar day of the last transition. */
  readonly movedOn: EpochDay;
  /** Sequence number of the entry that led to this state; that of the step itself again after a later one is undone. */
  readonly movedBy: number;
  readonly timeline: readonly CaseEvent[];
  /** The record before the last transition that can still be taken back; `undefined` after the opening. */
  readonly before: CaseRecord | undefined;
}
