import type { EpochDay } from '../base/epochDay.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import type { RecordedAnswer } from '../ingest/givenAnswer.ts';
import type { FileKind } from '../ingest/kinds/fileKind.ts';
import type { DomainAliasLine } from '../ingest/readDomainAliases.ts';
import type { ExpectedPattern } from '../inventory/enumerations.ts';
import type { Category } from '../policy/category.ts';
import type { Policy } from '../policy/policy.ts';
import type { HumanMark } from '../policy/reviewFacts.ts';
import type { Baseline } from './baseline.ts';
import type {
  AttentionReason,
  Closing,
  DecisionRecord,
  LinkedPerson,
  NoticeRecord,
  RestoreCard,
  SeatIdentity,
} from './caseRecord.ts';
import type { CaseState, SubStep } from './caseState.ts';
import type { DirectoryPerson } from './directoryPerson.ts';
import type { LinkedAccount } from './linkedAccount.ts';

/** The typed content of each kind of ledger entry. `writeFact` makes it an entry's parts, `readFact` reads it back. */
export type RecordedFact =
  | {
      readonly kind: 'workspaceCreated';
      readonly name: string;
      readonly timeZone: string;
      readonly fiscalYearStart: number;
      readonly sample: boolean;
    }
  | {
      readonly kind: 'usersImported';
      readonly snapshot: string;
      readonly sha256: string;
      readonly fileName: string;
      readonly system: string;
      readonly asOf: EpochDay;
      readonly completeness: 'full' | 'filtered';
      readonly read: number;
      readonly accepted: number;
      readonly rejected: number;
      readonly accounts: number;
      readonly seats: number;
      /** What a person answered to questions about the file; entries written before it was kept have none. */
      readonly answers?: readonly RecordedAnswer[] | undefined;
    }
  /** `asOf` is not known of entries that were written before it was kept. */
  | {
      readonly kind: 'snapshotDeleted';
      readonly snapshot: string;
      readonly asOf: EpochDay | undefined;
      readonly wasBaseline: boolean;
    }
  | ({ readonly kind: 'baselineNamed' } & Baseline)
  /** The system whose lists the figures describe, where a client has lists of several. */
  | { readonly kind: 'systemChosen'; readonly system: string }
  /** A person says which system a loaded file speaks of, whatever was said when it was loaded. */
  | { readonly kind: 'systemStated'; readonly file: string; readonly system: string }
  /** A file of any kind but users. `stored`: rows that are kept; `rangeFrom` and `rangeTo`: its date range, if it has one. */
  | {
      readonly kind: 'fileImported';
      readonly file: string;
      readonly fileKind: Exclude<FileKind, 'users'>;
      readonly sha256: string;
      readonly fileName: string;
      readonly asOf: EpochDay;
      readonly read: number;
      readonly accepted: number;
      readonly rejected: number;
      readonly stored: number;
      readonly rangeFrom: EpochDay | undefined;
      readonly rangeTo: EpochDay | undefined;
      /** What a person answered to questions about the file; entries written before it was kept have none. */
      readonly answers?: readonly RecordedAnswer[] | undefined;
    }
  | { readonly kind: 'fileDeleted'; readonly file: string }
  | { readonly kind: 'contractLineSaved'; readonly line: ContractLine }
  | { readonly kind: 'contractLineRemoved'; readonly id: string }
  /** The whole list as typed, in place of the one before. Ascending. */
  | { readonly kind: 'holidaysSaved'; readonly days: readonly EpochDay[] }
  /** The whole table of aliases as typed, in place of the one before. */
  | {
      readonly kind: 'identityRulesSaved';
      readonly domainAliases: readonly DomainAliasLine[];
      readonly dropMailboxTags: boolean;
    }
  /** A person said that the account is that person's. */
  | { readonly kind: 'accountLinked'; readonly account: LinkedAccount; readonly person: DirectoryPerson }
  /** A person said that the account is not that person's. */
  | { readonly kind: 'accountUnlinked'; readonly account: LinkedAccount; readonly person: DirectoryPerson }
  | {
      readonly kind: 'policyFrozen';
      readonly version: number;
      readonly policy: Policy;
      readonly hash: string;
    }
  | {
      readonly kind: 'measured';
      readonly version: number;
      readonly snapshot: string;
      readonly asOf: EpochDay;
      readonly counts: Readonly<Record<Category, number>>;
      readonly flagged: number;
      /** SHA-256 over the category of every seat, in snapshot order: which seats the counts were made of. */
      readonly categories?: string | undefined;
    }
  | { readonly kind: 'planSaved'; readonly plan: RecordedPlan }
  | {
      readonly kind: 'exceptionAdded';
      readonly seat: SeatIdentity;
      readonly from: EpochDay;
      readonly until: EpochDay;
      readonly rationale: string;
      readonly fallbackControl: string;
      /** The case whose decision made the exception, if any. */
      readonly caseNumber: number | undefined;
    }
  | {
      readonly kind: 'patternDeclared';
      readonly seat: SeatIdentity;
      readonly pattern: ExpectedPattern;
      readonly declaredOn: EpochDay;
      readonly reason: string;
    }
  | {
      readonly kind: 'seatFoundInactive';
      readonly seat: SeatIdentity;
      readonly foundOn: EpochDay;
      readonly reason: string;
    }
  | {
      readonly kind: 'humanMarked';
      readonly seat: SeatIdentity;
      readonly mark: HumanMark['mark'];
      readonly reason: string;
    }
  | {
      readonly kind: 'queueWaived';
      readonly policyVersion: number;
      readonly snapshot: string;
      readonly reason: string;
    }
  | CaseOpened
  | CaseMoved
  | { readonly kind: 'noticeRecorded'; readonly caseNumber: number; readonly notice: NoticeRecord }
  | {
      readonly kind: 'personLinked';
      readonly caseNumber: number;
      readonly role: 'owner' | 'decider';
      readonly person: LinkedPerson;
    }
  | {
      readonly kind: 'seatReactivated';
      readonly caseNumber: number;
      readonly on: EpochDay;
      readonly snapshot: string;
    }
  | {
      readonly kind: 'undone';
      readonly act: number;
      readonly sequences: readonly number[];
      readonly reason: string;
    }
  | {
      readonly kind: 'briefExported';
      readonly fileName: string;
      readonly sha256: string;
      readonly briefId: string;
      readonly pages: number;
    }
  | { readonly kind: 'ledgerExported'; readonly form: 'full' | 'pseudonymised'; readonly entries: number }
  | { readonly kind: 'workspaceSaved' | 'namesRevealed' | 'ledgerVerified' };

/** The user's own inputs of the recommended commitment, as recorded. Same shape as the renewal stage's plan. */
export interface RecordedPlan {
  readonly bufferBasisPoints: number;
  readonly lines: Readonly<
    Record<
      string,
      {
        readonly plannedJoiners: number;
        readonly plannedLeavers: number;
        readonly approvedExpansions: number;
      }
    >
  >;
}

/** A case raised from a seat. Transitions 1, 2 and 7. */
export interface CaseOpened {
  readonly kind: 'caseOpened';
  readonly caseNumber: number;
  readonly transition: 1 | 2 | 7;
  readonly to: CaseState;
  readonly subStep: SubStep | undefined;
  readonly attention: AttentionReason | undefined;
  readonly seat: SeatIdentity;
  /** Whether the list named the person who holds the seat. */
  readonly identified: boolean;
  /** Whether check 3 protected the seat's role: its deadlines are never applied as a freeze. */
  readonly protectedRole: boolean;
  readonly dryRun: boolean;
  readonly origin: 'automatic' | 'manual';
  readonly notify: boolean;
  readonly category: Category;
  readonly flaggedOn: EpochDay;
  readonly policyVersion: number;
  readonly snapshot: string;
  /** Age of the as-of date against the working date when the case was created, days. */
  readonly dataAge: number;
  readonly justification: string | undefined;
  readonly graceEnds: EpochDay | undefined;
  readonly reason: string | undefined;
}

/** What a transition stores in the case, beside its state. Fields that are missing leave the case as it was. */
export interface CaseEffects {
  readonly notify?: boolean;
  readonly notice?: NoticeRecord;
  /** Why the notice was waived; who is the actor of the entry. */
  readonly waiver?: string;
  readonly decision?: DecisionRecord;
  readonly appealed?: boolean;
  readonly attention?: AttentionReason;
  readonly errorText?: string;
  readonly owner?: LinkedPerson;
  readonly decider?: LinkedPerson;
  readonly graceEnds?: EpochDay;
  readonly restoreCard?: RestoreCard;
  readonly downgradeTo?: string;
  readonly justification?: string;
  readonly closing?: Closing;
  readonly proof?: 'attested' | 'verified';
  readonly reclaimedOn?: EpochDay;
  /** Day on which the freeze, deactivation or downgrade was done on the platform. */
  readonly doneOn?: EpochDay;
  readonly overrideReason?: string;
  /** The row that proves activity or absence: snapshot and what it says. */
  readonly evidence?: { readonly snapshot: string; readonly text: string };
  /** "activity on frozen account", "removed before a step was recorded", "unfrozen after the appeal". */
  readonly remark?: string;
}

/** One transition of one case. */
export interface CaseMoved {
  readonly kind: 'caseMoved';
  readonly caseNumber: number;
  /** Number of the transition, 3 to 32. */
  readonly transition: number;
  /** For 32: the transition it was applied as. */
  readonly appliedAs: number | undefined;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly subStep: SubStep | undefined;
  /** Deadline of the new state; `undefined` when it has none. */
  readonly deadline: EpochDay | undefined;
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  readonly dueOn: EpochDay | undefined;
  readonly appliedOn: EpochDay | undefined;
  readonly effects: CaseEffects;
}
