import { chooseLines } from '../../core/contract/chooseLines.ts';
import { recordedAnswersOf } from '../../core/ingest/givenAnswer.ts';
import { categoryCode } from '../../core/policy/category.ts';
import { distinctSources } from '../../core/inventory/distinctSources.ts';
import { classOfColumn } from '../../core/policy/evidenceClass.ts';
import { describePolicy } from '../../core/policy/describePolicy.ts';
import type { ConfidenceCounts } from '../../core/policy/countConfidence.ts';
import { explainSeat } from '../../core/policy/explainSeat.ts';
import type { UnknownReason } from '../../core/policy/evaluation.ts';
import { ACCOUNT_KINDS } from '../../core/policy/markNonHuman.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import { signInAsActionTypes } from '../../core/policy/surveyUsage.ts';
import { readSeat } from '../../core/policy/readSeat.ts';
import { wordPeriodicType } from '../../core/policy/wordCategory.ts';
import { windowsOf } from '../../core/policy/windowsOf.ts';
import { countCore } from '../../core/policy/undisputedCore.ts';
import { casesInUse } from '../../core/reclaim/casesInUse.ts';
import { countCases } from '../../core/reclaim/caseCounts.ts';
import { countEndings } from '../../core/reclaim/countEndings.ts';
import { DEFAULT_PLAN } from '../../core/renewal/commitmentPlan.ts';
import { fiscalYearStart, runRate } from '../../core/renewal/runRate.ts';
import { savingsEvents } from '../../core/renewal/savingsEvents.ts';
import { countsByLicenceType } from '../../core/rollup/countsByLicenceType.ts';
import type { BriefOptions } from '../../brief/content/briefContent.ts';
import type { BriefInput, BriefLog, BriefSource } from '../../brief/content/briefInput.ts';
import type { PositionView } from '../positionView.ts';
import { evidenceSourceOf, logsInForce, logsOf } from './activityOf.ts';
import { describedData } from './describedData.ts';
import type { Evaluated } from './evaluated.ts';
import type { Workspace } from './session.ts';
import { histogramOf, sensitivityOf } from './dormancyEvidence.ts';
import { policiesOf } from './workspaceViewOf.ts';

/** Gathers everything an internal brief is made from. Computes nothing that core does not. */
export function briefInputOf(
  workspace: Workspace,
  evaluated: Evaluated & { readonly version: number },
  position: PositionView,
  options: BriefOptions,
  /** The seats prepared with any sign-in as use, for the second curve. */
  anySignIn: PreparedSeats,
  confidence: ConfidenceCounts,
): BriefInput {
  const { record, about } = workspace;
  const { snapshot, policy, prepared, evaluation, context } = evaluated;
  const contractLines = [...record.contractLines.values()];
  const { entitlements } = chooseLines(contractLines, snapshot.asOf);
  const counts = countsByLicenceType(evaluated.counts);
  const own = casesInUse(record);
  const cases = countCases(own);
  const facts = workspace.factsFor(evaluated.version, snapshot.id);
  const waiver = record.queueWaivers.findLast(
    ({ policyVersion, snapshot: id }) => policyVersion === evaluated.version && id === snapshot.id,
  );
  return {
    client: { id: about.clientId, name: about.name, timeZone: about.timeZone, sample: about.sample },
    options,
    applicationVersion: import.meta.env.FALLOW_VERSION,
    asOf: snapshot.asOf,
    ledgerHead: record.head,
    contractLines,
    lines: position.lines.flatMap((line) => {
      const entitlement = entitlements.find(({ licenceType }) => licenceType === line.licenceType);
      const seats = counts.get(line.licenceType);
      return entitlement && seats ? [{ ...line, entitlement, counts: seats }] : [];
    }),
    total: position.total,
    money: position.money,
    plan: record.plan ?? DEFAULT_PLAN,
    withoutLine: position.withoutLine,
    heldBack: position.heldBack,
    workBack: position.workBack,
    counts: [...counts]
      .map(([licenceType, seats]) => ({ licenceType, counts: seats }))
      .toSorted((a, b) => (a.licenceType < b.licenceType ? -1 : 1)),
    policyVersions: policiesOf(record),
    definition: describePolicy(policy, describedData(evaluated)),
    evidenceColumns: distinctSources(snapshot.evidence).map((column) => ({
      header: column.header,
      signalKind: column.signalKind,
      evidenceClass: classOfColumn(policy, column),
    })),
    signInAsAction: signInAsActionTypes(snapshot, context.usage),
    sources: sourcesOf(workspace, snapshot.id),
    logs: logsFor(workspace, snapshot.id),
    otherLogs: otherLogsFor(workspace, snapshot.id),
    idleHistogram: histogramOf(evaluated),
    sensitivity: sensitivityOf(evaluated, anySignIn),
    core: countCore(context, prepared, evaluation),
    boundarySeats: evaluation.boundary.reduce((sum, flag) => sum + flag, 0),
    confidence,
    nonHumanByClass: nonHumanByClass(evaluated),
    periodicByType: periodicByType(evaluated),
    exceptedInUse: exceptedInUse(evaluated),
    unknownByReason: unknownByReason(evaluated),
    queueWaived: facts.queueWaived && waiver ? { at: waiver.at, reason: waiver.reason } : undefined,
    cases: cases.live,
    dryRunCases: Object.values(cases.dryRun).reduce((sum, count) => sum + count, 0),
    endings: countEndings(own),
    reclaimed: position.reclaimed,
    runRate: runRate(savingsEvents(own, contractLines, snapshot.asOf), snapshot.asOf, about.fiscalYearStart),
    fiscalYearStart: fiscalYearStart(snapshot.asOf, about.fiscalYearStart),
  };
}

/** The measured snapshot first, then the others, newest first. */
function sourcesOf(workspace: Workspace, measured: string): readonly BriefSource[] {
  const first = workspace.receipts.filter(({ snapshot }) => snapshot === measured);
  const others = workspace.receipts.filter(({ snapshot }) => snapshot !== measured);
  return [...first, ...others].map((receipt) => ({ ...receipt, answers: recordedAnswersOf(receipt.plan) }));
}

/** The logs that are evidence for the measured snapshot. */
function logsFor(workspace: Workspace, measured: string): readonly BriefLog[] {
  const list = workspace.receipts.find(({ snapshot }) => snapshot === measured);
  if (!list) return [];
  return logsInForce(workspace.files, list).map((log) => {
    const { name, sha256, system, asOf, historyStart, lagDays, zone } = evidenceSourceOf(log);
    const { importedAt, rows, activity, plan, findings } = log;
    const covers = plan?.facts.coveredLicenceTypes;
    const about = { name, sha256, system, asOf, historyStart, lagDays, zone, covers };
    const answers = plan ? recordedAnswersOf(plan) : [];
    return { ...about, importedAt, rows, keys: activity.keys, findings, answers };
  });
}

/** The logs that are not evidence for the measured snapshot, in the order of import. */
function otherLogsFor(workspace: Workspace, measured: string): NonNullable<BriefInput['otherLogs']> {
  const list = workspace.receipts.find(({ snapshot }) => snapshot === measured);
  const used = new Set(list ? logsInForce(workspace.files, list).map(({ file }) => file) : []);
  return logsOf(workspace.files)
    .filter(({ file }) => !used.has(file))
    .map((log) => {
      const { name, sha256, system, asOf } = evidenceSourceOf(log);
      return { name, sha256, system, asOf };
    });
}

function nonHumanByClass({ snapshot, evaluation, context }: Evaluated): BriefInput['nonHumanByClass'] {
  const counts = { human: 0, service: 0, integration: 0, shared: 0 };
  const nonHuman = categoryCode('nonHuman');
  for (let seat = 0; seat < snapshot.seats.count; seat++) {
    if (evaluation.category[seat] !== nonHuman) continue;
    const account = snapshot.seats.account[seat]!;
    const mark = context.facts.humanMarks.get(account);
    counts[mark ?? ACCOUNT_KINDS[context.nonHuman.kind[account]!]!] += 1;
  }
  const { service, integration, shared } = counts;
  return { service, integration, shared };
}

function periodicByType({ snapshot, evaluation, context }: Evaluated): BriefInput['periodicByType'] {
  const periodic = categoryCode('periodic');
  const counts = new Map<string, number>();
  for (let seat = 0; seat < snapshot.seats.count; seat++) {
    if (evaluation.category[seat] !== periodic) continue;
    const type = wordPeriodicType(readSeat(context, seat));
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].map(([type, seats]) => ({ type, seats })).toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

function exceptedInUse({ snapshot, evaluation, prepared, policy }: Evaluated): number {
  const excepted = categoryCode('excepted');
  let inUse = 0;
  const windows = snapshot.licenceTypes.map((licenceType) => windowsOf(policy, licenceType).dormancy);
  for (let seat = 0; seat < snapshot.seats.count; seat++) {
    const idle = snapshot.asOf - prepared.lastAction[seat]!;
    const window = windows[snapshot.seats.licenceType[seat]!]!;
    if (evaluation.category[seat] === excepted && idle >= -1 && idle < window) inUse++;
  }
  return inUse;
}

function unknownByReason({ snapshot, evaluation, context }: Evaluated): BriefInput['unknownByReason'] {
  const unknown = categoryCode('unknown');
  const counts = new Map<UnknownReason, number>();
  for (let seat = 0; seat < snapshot.seats.count; seat++) {
    if (evaluation.category[seat] !== unknown) continue;
    const reason = explainSeat(context, seat).unknownReason;
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, seats]) => ({ reason, seats }))
    .toSorted((a, b) => (a.reason < b.reason ? -1 : 1));
}
