import type { EpochDay } from '../core/base/epochDay.ts';
import type { ContractLine } from '../core/contract/contractLine.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { CaseState } from '../core/reclaim/caseState.ts';
import type { DueItem } from '../core/reclaim/dueItems.ts';
import type { LedgerHead } from '../core/reclaim/ledgerEntry.ts';
import type { Measurement } from '../core/reclaim/workspaceRecord.ts';
import type { CommitmentPlan } from '../core/renewal/commitmentPlan.ts';
import type { Receipt } from './loadView.ts';
import type { BaselineView, ReimportView } from './snapshotView.ts';
import type { FileReceipt } from './tableView.ts';

export interface ClientSummary {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  /** "48 waiting for managers, notice in 61 days"; '' for a new client. */
  readonly stateLine: string;
  readonly lastOpenedAt: string;
}

export interface PolicyVersionView {
  readonly version: number;
  readonly policy: Policy;
  readonly hash: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly measurements: readonly Measurement[];
}

export type LedgerCheck =
  | { readonly outcome: 'intact'; readonly entries: number }
  | {
      readonly outcome: 'broken';
      readonly sequence: number;
      readonly what: 'altered' | 'removed' | 'inserted';
    }
  /** The browser had remembered a longer ledger than the one found. */
  | { readonly outcome: 'shortened'; readonly found: number; readonly remembered: number }
  /** The ledger holds together, but the entry that the browser had remembered as its last is not in it. */
  | { readonly outcome: 'replaced'; readonly remembered: number };

/** Everything small that the page shows of the open client. Sent whole after every recorded act. */
export interface WorkspaceView {
  readonly client: {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly fiscalYearStart: number;
    readonly sample: boolean;
  };
  readonly contractLines: readonly ContractLine[];
  /** Days on which nobody works beside weekends, as typed on the Contract screen. Ascending. */
  readonly holidays: readonly EpochDay[];
  /** Licence types of the newest snapshot and of the contract, sorted by name. */
  readonly licenceTypes: readonly string[];
  /** Newest first. */
  readonly receipts: readonly Receipt[];
  /** Loaded files of every kind but users, newest first. */
  readonly files: readonly FileReceipt[];
  /** Snapshot that all figures describe: the latest complete list of the system in use. */
  readonly current: Receipt | undefined;
  /** The snapshots that drift is measured from, one a system at most. */
  readonly baselines?: readonly BaselineView[];
  /** What the current snapshot has proven about the cases; `undefined` when nothing. */
  readonly reimport?: ReimportView | undefined;
  /** Headers of the evidence columns of the current snapshot with their proposed class. */
  readonly evidenceColumns: readonly {
    readonly header: string;
    readonly signalKind: string;
    readonly proposedClass: 'meaningful' | 'loginOnly' | 'passive' | 'ignored';
    readonly dated: number;
  }[];
  /** Oldest first. */
  readonly policies: readonly PolicyVersionView[];
  /** The definition being edited; starts as the last frozen one, or as the default. */
  readonly draftPolicy: Policy;
  readonly cases: Readonly<Record<CaseState, number>>;
  readonly dryRunCases: Readonly<Record<CaseState, number>>;
  readonly due: readonly DueItem[];
  readonly plan: CommitmentPlan;
  /** Borderline seats that wait for a person, counted after an act; `undefined` before the first act of this opening. */
  readonly borderlineWaiting: number | undefined;
  /** What *Undo* would take back, or why it cannot; `undefined` while nothing has been recorded that could be. */
  readonly undo?: { readonly what: string } | { readonly refusal: string } | undefined;
  readonly queueWaived: { readonly at: string; readonly reason: string } | undefined;
  readonly ledger: {
    readonly length: number;
    readonly head: LedgerHead | undefined;
    readonly check: LedgerCheck;
  };
}
