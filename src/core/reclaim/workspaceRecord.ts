import type { EpochDay } from '../base/epochDay.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import type { Category } from '../policy/category.ts';
import type { PolicyVersion } from '../policy/policy.ts';
import { NO_REVIEW_FACTS, type ReviewFacts, type SeatKey } from '../policy/reviewFacts.ts';
import type { CaseRecord } from './caseRecord.ts';
import { NO_DECISIONS, type IdentityDecisions } from './identityDecisions.ts';
import { CHAIN_START, type ChainEnd, type LedgerHead } from './ledgerEntry.ts';
import type { FactOf, JournalFact, Recorded } from './journalFact.ts';
import type { RecordedPlan } from './recordedFact.ts';
import type { ReviewFactsBySystem } from './seatFacts.ts';

/** A frozen policy with its stamp. */
export interface FrozenPolicy extends PolicyVersion {
  readonly sequence: number;
  readonly frozenAt: string;
  readonly frozenBy: string;
}

/** What a frozen version measured on one snapshot. */
export interface Measurement {
  readonly version: number;
  readonly snapshot: string;
  readonly asOf: EpochDay;
  readonly at: string;
  readonly counts: Readonly<Record<Category, number>>;
  readonly flagged: number;
  /** SHA-256 over the category of every seat in snapshot order; entries of earlier versions lack it. */
  readonly categories?: string | undefined;
}

/** One act and whether *Undo* may take it back. */
export interface ActRecord {
  readonly act: number;
  /** `true` for an act that stands for good: an import, a frozen policy, opened or closed cases. */
  readonly barred: boolean;
  /** Entries of the act that have not been taken back, each with the case it moved, if any. */
  readonly steps: readonly { readonly sequence: number; readonly caseNumber: number | undefined }[];
}

/** Everything that the ledger says, replayed. Immutable: replaying further entries makes a new record. */
export interface WorkspaceRecord {
  readonly client: FactOf<'workspaceCreated'> | undefined;
  /** Oldest first, deleted snapshots left out. */
  readonly imports: readonly Recorded<FactOf<'usersImported'>>[];
  /** System of every snapshot that was ever made, deleted ones too. */
  readonly systemBySnapshot: ReadonlyMap<string, string>;
  /** The baseline in force of each system, in order of naming; it may name a snapshot that has been deleted since. */
  readonly baselines: ReadonlyMap<string, Recorded<FactOf<'baselineNamed'>>>;
  /** The system that a person has chosen for the figures; read with `systemInUse`. */
  readonly chosenSystem: string | undefined;
  /** By id of a loaded file: the system that a person has said it speaks of. */
  readonly statedSystems: ReadonlyMap<string, string>;
  /** Loaded files of the other kinds, oldest first, deleted ones left out. */
  readonly files: readonly Recorded<FactOf<'fileImported'>>[];
  /** By line id, in order of first saving. */
  readonly contractLines: ReadonlyMap<string, ContractLine>;
  /** Days on which nobody works beside weekends, as typed. Ascending. */
  readonly holidays: readonly EpochDay[];
  /** How identifiers are compared, and who was linked or kept apart by hand. */
  readonly identity: IdentityDecisions;
  /** Oldest first; version n stands at n − 1. */
  readonly policies: readonly FrozenPolicy[];
  /** Oldest first. */
  readonly measurements: readonly Measurement[];
  /** What was decided about seats of the system in use. */
  readonly reviewFacts: ReviewFacts;
  /** The same by system, read with `reviewFactsOf`. */
  readonly reviewFactsBySystem: ReviewFactsBySystem;
  /** Waivers of the borderline queue in force, oldest first. Each holds for one policy version and snapshot. */
  readonly queueWaivers: readonly Recorded<FactOf<'queueWaived'>>[];
  readonly plan: RecordedPlan | undefined;
  /** By case number, ascending. */
  readonly cases: ReadonlyMap<number, CaseRecord>;
  /** The one open case of a seat of the system in use. */
  readonly openCaseBySeat: ReadonlyMap<SeatKey, number>;
  /** The one open case of a seat, by system. */
  readonly openCasesBySystem: ReadonlyMap<string, ReadonlyMap<SeatKey, number>>;
  readonly exports: readonly Recorded<FactOf<'briefExported' | 'ledgerExported'>>[];
  readonly journal: ReadonlyMap<number, JournalFact>;
  /** Acts since the last one that stands for good, that one first; the last one is what *Undo* takes back. */
  readonly acts: readonly ActRecord[];
  /** Last entry of all. */
  readonly end: ChainEnd;
  /** Last entry that can change a figure. */
  readonly head: LedgerHead | undefined;
}

/** The record of an empty ledger. */
export const EMPTY_RECORD: WorkspaceRecord = {
  client: undefined,
  imports: [],
  systemBySnapshot: new Map(),
  baselines: new Map(),
  chosenSystem: undefined,
  statedSystems: new Map(),
  files: [],
  contractLines: new Map(),
  holidays: [],
  identity: NO_DECISIONS,
  policies: [],
  measurements: [],
  reviewFacts: NO_REVIEW_FACTS,
  reviewFactsBySystem: new Map(),
  queueWaivers: [],
  plan: undefined,
  cases: new Map(),
  openCaseBySeat: new Map(),
  openCasesBySystem: new Map(),
  exports: [],
  journal: new Map(),
  acts: [],
  end: CHAIN_START,
  head: undefined,
};

/** The policy under which a case was opened. Throws for a version that was never frozen. */
export function policyOfVersion(record: WorkspaceRecord, version: number): FrozenPolicy {
  const frozen = record.policies[version - 1];
  if (frozen === undefined) throw new RangeError(`Policy version ${version} was never frozen.`);
  return frozen;
}
