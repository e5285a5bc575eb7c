import type { EpochDay } from '../../core/base/epochDay.ts';
import type { HeldBack } from '../../core/contract/chooseLines.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import type { Entitlement } from '../../core/contract/entitlementOf.ts';
import type { WorkBackPlan } from '../../core/contract/workBackPlan.ts';
import type { FileFinding } from '../../core/ingest/fileSurvey.ts';
import type { RecordedAnswer } from '../../core/ingest/givenAnswer.ts';
import type { TableFinding } from '../../core/ingest/kinds/tableFinding.ts';
import type { EvidenceClass, SignalKind } from '../../core/ingest/signalKind.ts';
import type { RowAccount, SourceFile } from '../../core/inventory/sourceFile.ts';
import type { ConfidenceCounts } from '../../core/policy/countConfidence.ts';
import type { UnknownReason } from '../../core/policy/evaluation.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { CoreCounts } from '../../core/policy/undisputedCore.ts';
import type { CaseState } from '../../core/reclaim/caseState.ts';
import type { Endings } from '../../core/reclaim/countEndings.ts';
import type { LedgerHead } from '../../core/reclaim/ledgerEntry.ts';
import type { LinePosition } from '../../core/reconcile/linePosition.ts';
import type { CategoryCounts } from '../../core/reconcile/seatSets.ts';
import type { CommitmentPlan } from '../../core/renewal/commitmentPlan.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
import type { LineMoney, MoneyTotals } from '../../core/renewal/lineMoney.ts';
import type { RunRate } from '../../core/renewal/runRate.ts';
import type { BriefOptions } from './briefContent.ts';

/** A licence type with its contract lines and what was computed for it. */
export interface BriefLine {
  readonly licenceType: string;
  /** The lines in force on the data-as-of date, added up. */
  readonly entitlement: Entitlement;
  readonly counts: CategoryCounts;
  readonly position: LinePosition;
  readonly commitment: LineCommitment;
  readonly money: LineMoney;
}

/** One import behind the figures. */
export interface BriefSource {
  /** Id of the snapshot, by which measurements name it; never printed. */
  readonly snapshot: string;
  readonly asOf: EpochDay;
  /** ISO time of the import. */
  readonly importedAt: string;
  readonly source: SourceFile;
  readonly rows: RowAccount;
  readonly accounts: number;
  readonly seats: number;
  readonly completeness: 'full' | 'filtered';
  readonly findings: readonly FileFinding[];
  /** What a person answered to questions about the file. */
  readonly answers?: readonly RecordedAnswer[];
}

/** One activity log that is evidence for the measured snapshot. */
export interface BriefLog {
  readonly name: string;
  readonly sha256: string;
  readonly system: string;
  readonly asOf: EpochDay;
  /** ISO time of the import. */
  readonly importedAt: string;
  readonly rows: RowAccount;
  /** Different account keys. */
  readonly keys: number;
  readonly historyStart: EpochDay;
  readonly lagDays: number;
  readonly zone: string;
  /** Licence types that the log covers as stated; `undefined`: all. */
  readonly covers: readonly string[] | undefined;
  readonly findings?: readonly TableFinding[];
  /** What a person answered to questions about the file. */
  readonly answers?: readonly RecordedAnswer[];
}

/** What a frozen definition measured on one snapshot. */
export interface BriefMeasurement {
  readonly snapshot: string;
  readonly asOf: EpochDay;
  /** ISO time of the ledger entry. */
  readonly at: string;
  readonly flagged: number;
}

export interface BriefPolicyVersion {
  readonly version: number;
  readonly policy: Policy;
  readonly hash: string;
  /** ISO time. */
  readonly frozenAt: string;
  readonly measurements: readonly BriefMeasurement[];
}

/** One column of dates of use and how the definition reads it. */
export interface BriefEvidenceColumn {
  readonly header: string;
  readonly signalKind: SignalKind;
  readonly evidenceClass: EvidenceClass;
}

/** Flagged seats at one window, the borderline limit following it. Source: formula 12.15. */
export interface SensitivityPoint {
  readonly window: number;
  readonly flagged: number;
  /** Of them Borderline. */
  readonly borderline: number;
  /** Flagged when any sign-in counts as use. */
  readonly anySignIn: number;
}

/**
 * Everything an internal brief is made from: plain data, computed beforehand. `undefined` always means that a figure
 * is not known; it is then printed as "not known".
 */
export interface BriefInput {
  /** `id` is the client's code; it enters the brief id. */
  readonly client: {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    /** The fictitious client, whose dates are not judged by a later day. */
    readonly sample?: boolean;
  };
  readonly options: BriefOptions;
  readonly applicationVersion: string;
  readonly asOf: EpochDay;
  readonly ledgerHead: LedgerHead | undefined;
  /** Every line as typed; they enter the brief id. */
  readonly contractLines: readonly ContractLine[];
  /** In order of licence type. */
  readonly lines: readonly BriefLine[];
  readonly total:
    | {
        readonly position: LinePosition;
        readonly commitment: LineCommitment;
        /** Candidates freed so far, and the commitment and its way if no other is. */
        readonly proven: {
          readonly freed: number;
          readonly recommended: number;
          readonly commitment: LineCommitment;
        };
      }
    | undefined;
  readonly money: readonly MoneyTotals[];
  readonly plan: CommitmentPlan;
  /** Licence types with seats but without a line in force: named, in no figure of the position. */
  readonly withoutLine: readonly { readonly licenceType: string; readonly assigned: number }[];
  /** Licence types whose lines stand in no figure, and why. */
  readonly heldBack: readonly HeldBack[];
  readonly workBack: WorkBackPlan | undefined;
  /** Every licence type of the snapshot, in order of name, with or without a line. */
  readonly counts: readonly { readonly licenceType: string; readonly counts: CategoryCounts }[];
  /** Oldest first; the last one is the definition of this brief. */
  readonly policyVersions: readonly BriefPolicyVersion[];
  /** The plain-language paragraph of the definition. */
  readonly definition: string;
  readonly evidenceColumns: readonly BriefEvidenceColumn[];
  /** Licence types for which a sign-in is taken as the action. */
  readonly signInAsAction: readonly string[];
  /** Newest first; the first one is the snapshot that was measured. */
  readonly sources: readonly BriefSource[];
  /** Activity logs beside the list of the measured snapshot, in the order of import. */
  readonly logs?: readonly BriefLog[];
  /** Activity logs that were loaded and speak for another list, so that no figure rests on them. */
  readonly otherLogs?: readonly Pick<BriefLog, 'name' | 'sha256' | 'system' | 'asOf'>[];
  readonly idleHistogram:
    | readonly {
        readonly label: string;
        readonly seats: number;
        /** Idle for the window or longer. */ readonly idle: boolean;
      }[]
    | undefined;
  /** In ascending order of window. */
  readonly sensitivity: readonly SensitivityPoint[] | undefined;
  /** The undisputed core, and what keeps the other flagged seats out of it. */
  readonly core: CoreCounts | undefined;
  readonly boundarySeats: number | undefined;
  readonly confidence: ConfidenceCounts | undefined;
  readonly nonHumanByClass:
    { readonly service: number; readonly integration: number; readonly shared: number } | undefined;
  /** Periodic seats by type, in the order printed. */
  readonly periodicByType: readonly { readonly type: string; readonly seats: number }[] | undefined;
  readonly exceptedInUse: number | undefined;
  readonly unknownByReason: readonly { readonly reason: UnknownReason; readonly seats: number }[] | undefined;
  /** The waiver of the borderline queue, if any. `at` is an ISO time. */
  readonly queueWaived: { readonly at: string; readonly reason: string } | undefined;
  readonly cases: Readonly<Record<CaseState, number>>;
  readonly endings: Endings;
  readonly dryRunCases: number;
  readonly reclaimed: { readonly attested: number; readonly verified: number };
  readonly runRate: readonly RunRate[] | undefined;
  /** First day of the fiscal year that holds the data-as-of date. */
  readonly fiscalYearStart: EpochDay;
}
