import type { EvidenceClass } from '../ingest/signalKind.ts';
import type { EvidenceColumn } from '../inventory/snapshot.ts';
import type { Policy } from './policy.ts';

/** The part of a policy that decides how dates of use are read. */
export type EvidenceChoice = Pick<Policy, 'evidenceRules' | 'signInCountsAsWork'>;

/** Class of one evidence column under a policy: the rule that names its header, else the proposed class. */
export function classOfColumn(
  choice: EvidenceChoice,
  column: Pick<EvidenceColumn, 'header' | 'proposedClass'>,
): EvidenceClass {
  const rule = choice.evidenceRules.find(({ source }) => source === column.header);
  return rule?.evidenceClass ?? column.proposedClass;
}

/** Evidence columns by the class they feed; ignored columns are in none. */
export interface ClassedColumns {
  /** Work. */
  readonly action: readonly EvidenceColumn[];
  readonly signIn: readonly EvidenceColumn[];
  /** Count only where any signal counts (formula 12.4). */
  readonly passive: readonly EvidenceColumn[];
}

/** Sorts the evidence columns of a snapshot into the classes of a policy, in file order. */
export function classColumns(choice: EvidenceChoice, columns: readonly EvidenceColumn[]): ClassedColumns {
  const of = (wanted: EvidenceClass): readonly EvidenceColumn[] =>
    columns.filter((column) => classOfColumn(choice, column) === wanted);
  return { action: of('meaningful'), signIn: of('loginOnly'), passive: of('passive') };
}
