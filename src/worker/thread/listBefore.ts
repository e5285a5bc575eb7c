import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import type { ListSummary } from '../../core/inventory/completeness.ts';
import type { SnapshotHead } from '../../storage/snapshotHead.ts';

/** A list that is there, as a new one is compared with it. */
export interface ComparedList extends ListSummary {
  readonly snapshot: string;
}

/**
 * The list that a new one is compared with: of the complete lists of its system the last that is not newer, else the
 * first that is. Without any of its system, the one of another system that was loaded last. `heads`: in order of import.
 */
export function listBefore(
  heads: readonly SnapshotHead[],
  { system, asOf }: Pick<ImportPlan, 'system' | 'asOf'>,
): ComparedList | undefined {
  const full = heads.filter(({ layout }) => layout.completeness === 'full');
  const own = full
    .filter(({ layout }) => layout.source.system === system)
    .toSorted((a, b) => a.layout.asOf - b.layout.asOf);
  const found =
    own.findLast(({ layout }) => layout.asOf <= asOf) ?? own.find(({ layout }) => layout.asOf > asOf);
  const head = found ?? full.at(-1);
  return head && { ...head.summary, snapshot: head.layout.id, rows: head.layout.rows.accepted };
}
