import type { Dialect } from '../../core/ingest/importPlan.ts';
import type { TablePlan } from '../../core/ingest/kinds/tablePlan.ts';
import { findRowLimit } from '../../core/ingest/rowLimit.ts';
import type { RowAccount, SourcePart } from '../../core/inventory/sourceFile.ts';
import type { ImportSource } from '../protocol.ts';
import { pastedFile, type ByteSource } from './decodeFile.ts';

/** One of the files whose rows make a table; most tables have one. */
export interface TablePart {
  readonly file: ByteSource;
  readonly dialect: Dialect;
}

/** The files behind a source, each with its outer form. The plan names as many further files as the source has. */
export function tablePartsOf(source: ImportSource, plan: TablePlan): readonly TablePart[] {
  if (!('file' in source)) {
    return [{ file: pastedFile(source.pasted), dialect: { ...plan.dialect, encoding: 'utf-8' } }];
  }
  const appended = (source.appended ?? []).map((file, index): TablePart => {
    const own = plan.appended?.[index];
    if (!own) throw new Error(`No plan for ${file.name}`);
    return { file, dialect: own.dialect };
  });
  return [{ file: source.file, dialect: plan.dialect }, ...appended];
}

/** A plan that reads each file under the outer form that it has among the parts. */
export function planOfParts(plan: TablePlan, parts: readonly TablePart[]): TablePlan {
  const [first, ...further] = parts.map(({ dialect }) => dialect);
  const appended = plan.appended?.map((own, index) => ({ ...own, dialect: further[index] ?? own.dialect }));
  return { ...plan, dialect: first ?? plan.dialect, ...(appended ? { appended } : {}) };
}

/** Counts that run through all files. */
export type RunningCounts = Pick<RowAccount, 'read' | 'accepted' | 'rejected' | 'repeats'>;

/** The counts so far; those of rejected rows are kept by who collects them. */
export const runningCounts = (
  { read, accepted, repeats }: Omit<RunningCounts, 'rejected'>,
  rejected: { readonly count: number },
): RunningCounts => ({ read, accepted, repeats, rejected: rejected.count });

/** Where the rows of a file stand among those of the table, and what became of them. */
export type ReadTablePart = Pick<SourcePart, 'firstRow' | 'ownFirstRow' | 'rows'>;

/** What became of the rows of one file, from the counts before and after it. */
export const countsOfPart = (before: RunningCounts, after: RunningCounts): RowAccount => ({
  read: after.read - before.read,
  accepted: after.accepted - before.accepted,
  rejected: after.rejected - before.rejected,
  repeats: after.repeats - before.repeats,
  blankLines: 0,
});

/** Rows that are held against the limits of exports: a limit cuts off a file, never the sum of several. */
export function rowsHeldAgainstLimit(parts: readonly ReadTablePart[], { system }: TablePlan): number {
  const rows = parts.map(({ rows: { read } }) => read);
  return rows.find((count) => findRowLimit(count, system) !== undefined) ?? rows[0] ?? 0;
}

/** What the receipt keeps of several files; nothing for one. */
export const sourcePartsOf = (
  parts: readonly TablePart[],
  read: readonly ReadTablePart[],
  fingerprints: readonly string[],
): { readonly parts?: readonly SourcePart[] } =>
  parts.length < 2
    ? {}
    : {
        parts: parts.map(({ file: { name, size } }, index) => ({
          name,
          bytes: size,
          sha256: fingerprints[index]!,
          ...read[index]!,
        })),
      };
