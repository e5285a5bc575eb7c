import type { FileFinding } from '../../core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../core/ingest/importPlan.ts';
import type { RowAccount, SourceFile } from '../../core/inventory/sourceFile.ts';
import type { TablesSummary } from '../../core/inventory/summariseTables.ts';
import type { Receipt } from '../loadView.ts';
import type { RejectedRows } from './importRejects.ts';

/** What a receipt is written from. */
export interface ImportedFacts {
  readonly snapshot: string;
  readonly importedAt: string;
  readonly plan: ImportPlan;
  readonly source: SourceFile;
  readonly rows: RowAccount;
  readonly summary: TablesSummary;
  readonly rejected: RejectedRows;
  readonly findings: readonly FileFinding[];
  readonly completeness: 'full' | 'filtered';
}

/** The receipt of an import. Accepted and rejected rows must make up the rows read; anything else is a bug. */
export function buildReceipt(facts: ImportedFacts): Receipt {
  const { rows, summary } = facts;
  if (rows.accepted + rows.rejected !== rows.read) {
    throw new Error(`Row accounting: ${rows.accepted} + ${rows.rejected} is not ${rows.read}`);
  }
  return {
    snapshot: facts.snapshot,
    asOf: facts.plan.asOf,
    importedAt: facts.importedAt,
    source: facts.source,
    rows,
    accounts: summary.accounts,
    seats: summary.seats,
    licenceTypes: summary.licenceTypes,
    lastUse: summary.lastUse,
    units: summary.units.length,
    ...(summary.subjects ? { subjects: summary.subjects } : {}),
    findings: facts.findings,
    errors: facts.rejected.firstErrors,
    completeness: facts.completeness,
    plan: facts.plan,
  };
}

/** The stored receipt of a snapshot. Written by `buildReceipt` of this or an earlier version; checked by its marks. */
export function readReceipt(stored: unknown): Receipt {
  const receipt = stored as Partial<Receipt> | null | undefined;
  const isWhole =
    typeof receipt?.snapshot === 'string' &&
    typeof receipt.importedAt === 'string' &&
    typeof receipt.asOf === 'number' &&
    typeof receipt.accounts === 'number' &&
    typeof receipt.seats === 'number' &&
    typeof receipt.source?.sha256 === 'string' &&
    typeof receipt.rows?.read === 'number' &&
    Array.isArray(receipt.licenceTypes) &&
    Array.isArray(receipt.findings) &&
    Array.isArray(receipt.errors) &&
    Array.isArray(receipt.plan?.columns);
  if (!isWhole) throw new Error('A stored receipt does not have the shape of a receipt');
  return receipt as Receipt;
}
