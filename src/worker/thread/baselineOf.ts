import { chooseLines } from '../../core/contract/chooseLines.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import type { Baseline, BaselineLine } from '../../core/reclaim/baseline.ts';
import type { Recorded } from '../../core/reclaim/journalFact.ts';
import type { FrozenPolicy, WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { sumCounts } from '../../core/reconcile/seatSets.ts';
import { countsByLicenceType } from '../../core/rollup/countsByLicenceType.ts';
import type { BaselineView, DriftView } from '../snapshotView.ts';
import type { Evaluated } from './evaluated.ts';

/** Seats by category and entitled seats of every licence type of a list. */
function baselineLines(
  { counts, snapshot }: Evaluated,
  contractLines: readonly ContractLine[],
): Readonly<Record<string, BaselineLine>> {
  const { entitlements } = chooseLines(contractLines, snapshot.asOf);
  const entitled = new Map(
    entitlements.map(({ licenceType, committedQuantity }) => [licenceType, committedQuantity]),
  );
  const seats = countsByLicenceType(counts);
  const names = new Set([...seats.keys(), ...entitled.keys()]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      { counts: seats.get(name) ?? sumCounts([]), entitled: entitled.get(name) },
    ]),
  );
}

/** The figures of a snapshot as a baseline freezes them. */
export function baselineOf(evaluated: Evaluated, frozen: FrozenPolicy, record: WorkspaceRecord): Baseline {
  const { snapshot } = evaluated;
  return {
    snapshot: snapshot.id,
    asOf: snapshot.asOf,
    sha256: snapshot.source.sha256,
    system: snapshot.source.system,
    policyVersion: frozen.version,
    policyHash: frozen.hash,
    accounts: snapshot.accounts.count,
    seats: snapshot.seats.count,
    lines: baselineLines(evaluated, [...record.contractLines.values()]),
    replaced: record.baselines.get(snapshot.source.system)?.asOf,
  };
}

/** The baseline of every system as the page shows it. */
export const baselineViewsOf = ({ baselines, imports }: WorkspaceRecord): readonly BaselineView[] =>
  [...baselines.values()].map((baseline) => viewOf(baseline, imports));

function viewOf(baseline: Recorded<Baseline>, imports: WorkspaceRecord['imports']): BaselineView {
  const { snapshot, asOf, sha256, system, policyVersion, accounts, seats } = baseline;
  return {
    snapshot,
    asOf,
    sha256,
    system,
    policyVersion,
    accounts,
    seats,
    namedAt: baseline.at,
    namedBy: baseline.actor,
    entry: baseline.sequence,
    isKept: imports.some((imported) => imported.snapshot === snapshot),
  };
}

/**
 * The list in use beside the baseline of its system, licence type by licence type. `undefined` while it has none: lists
 * of two systems are not compared.
 */
export function driftOf(evaluated: Evaluated, record: WorkspaceRecord): DriftView | undefined {
  const { snapshot } = evaluated;
  const baseline = record.baselines.get(snapshot.source.system);
  if (!baseline) return undefined;
  const now = baselineLines(evaluated, [...record.contractLines.values()]);
  const names = new Set([...Object.keys(baseline.lines), ...Object.keys(now)]);
  const sumOf = (lines: Readonly<Record<string, BaselineLine>>): DriftView['is'] =>
    sumCounts(Object.values(lines).map(({ counts }) => counts));
  return {
    baseline: viewOf(baseline, record.imports),
    asOf: snapshot.asOf,
    policyVersion: evaluated.version,
    lines: [...names].toSorted().map((licenceType) => ({
      licenceType,
      was: baseline.lines[licenceType],
      is: now[licenceType],
    })),
    was: sumOf(baseline.lines),
    is: sumOf(now),
  };
}
