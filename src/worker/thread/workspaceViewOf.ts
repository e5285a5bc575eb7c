import type { EpochDay } from '../../core/base/epochDay.ts';
import { countCases } from '../../core/reclaim/caseCounts.ts';
import { listDueItems } from '../../core/reclaim/dueItems.ts';
import { queueWaiverFor } from '../../core/reclaim/seatDecision.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { DEFAULT_PLAN } from '../../core/renewal/commitmentPlan.ts';
import type { LedgerCheck, PolicyVersionView, WorkspaceView } from '../workspaceView.ts';
import { baselineViewsOf } from './baselineOf.ts';
import { reimportOf } from './reimportOf.ts';
import type { Workspace } from './session.ts';
import { undoViewOf } from './undoViewOf.ts';

/** Frozen policies with what each measured, oldest first. */
export function policiesOf(record: WorkspaceRecord): readonly PolicyVersionView[] {
  return record.policies.map(({ version, policy, hash, frozenAt, frozenBy }) => ({
    version,
    policy,
    hash,
    frozenAt,
    frozenBy,
    measurements: record.measurements.filter((measurement) => measurement.version === version),
  }));
}

/** Licence types of the current list and of the contract, by name. */
function licenceTypesOf(workspace: Workspace): readonly string[] {
  const seats = workspace.current?.licenceTypes.map(({ name }) => name) ?? [];
  const lines = [...workspace.record.contractLines.values()].map((line) => line.licenceType);
  return [...new Set([...seats, ...lines])].toSorted();
}

/** The chain as it stands; what was found wrong on opening stays said, since that knew what the browser remembers. */
export const checkOf = ({ ledger, foundOnOpening }: Workspace): LedgerCheck =>
  foundOnOpening && foundOnOpening.outcome !== 'intact' ? foundOnOpening : ledger.check;

/** Everything small that the page shows of the open client. */
export function workspaceViewOf(workspace: Workspace, workingDay: EpochDay): WorkspaceView {
  const { about, record, ledger, current } = workspace;
  const counts = countCases(record.cases.values());
  const frozen = record.policies.at(-1);
  const waiver = frozen && current ? queueWaiverFor(record, frozen.version, current.snapshot) : undefined;
  return {
    client: {
      id: about.clientId,
      name: about.name,
      timeZone: about.timeZone,
      fiscalYearStart: about.fiscalYearStart,
      sample: about.sample,
    },
    contractLines: [...record.contractLines.values()],
    holidays: record.holidays,
    licenceTypes: licenceTypesOf(workspace),
    receipts: workspace.receipts,
    files: workspace.files,
    current,
    baselines: baselineViewsOf(record),
    reimport: reimportOf(record, ledger.entries),
    evidenceColumns: workspace.currentEvidence.map(({ header, signalKind, proposedClass, dated }) => ({
      header,
      signalKind,
      proposedClass,
      dated,
    })),
    policies: policiesOf(record),
    draftPolicy: workspace.draftPolicy,
    cases: counts.live,
    dryRunCases: counts.dryRun,
    due: listDueItems(record, workingDay),
    plan: record.plan ?? DEFAULT_PLAN,
    borderlineWaiting: workspace.borderlineWaiting,
    undo: undoViewOf(record, ledger.entries, workingDay),
    queueWaived: waiver && { at: waiver.at, reason: waiver.reason },
    ledger: { length: ledger.entries.length, head: record.head, check: checkOf(workspace) },
  };
}
