import type { FileReceipt } from '../tableView.ts';

/**
 * Accepted and rejected rows must make up the rows read, and kept rows and repeats the accepted ones. Of an activity log
 * no row is kept: its rows are folded, and each series stands for one or more of them.
 */
export function checkRowAccount({ rows, stored, activity }: FileReceipt): void {
  if (rows.accepted + rows.rejected !== rows.read) {
    throw new Error(`Row accounting: ${rows.accepted} + ${rows.rejected} is not ${rows.read}`);
  }
  if (activity) {
    if (stored > rows.accepted) throw new Error(`Row accounting: ${stored} series of ${rows.accepted} rows`);
    return;
  }
  if (stored + rows.repeats !== rows.accepted) {
    throw new Error(`Row accounting: ${stored} + ${rows.repeats} is not ${rows.accepted}`);
  }
}

/** The stored receipt of a file, checked by its marks. */
export function readFileReceipt(stored: unknown): FileReceipt {
  const receipt = stored as Partial<FileReceipt> | null | undefined;
  const isWhole =
    typeof receipt?.file === 'string' &&
    typeof receipt.kind === 'string' &&
    typeof receipt.importedAt === 'string' &&
    typeof receipt.asOf === 'number' &&
    typeof receipt.stored === 'number' &&
    typeof receipt.source?.sha256 === 'string' &&
    typeof receipt.rows?.read === 'number' &&
    Array.isArray(receipt.findings) &&
    Array.isArray(receipt.errors);
  if (!isWhole) throw new Error('A stored receipt of a file does not have the shape of a receipt');
  return receipt as FileReceipt;
}

/** Whether a stored receipt may be that of a file of so many bytes: only a file of the same size can be the same file. */
export function mayHaveSize(stored: unknown, bytes: number): boolean {
  const receipt = stored as Partial<FileReceipt> | null | undefined;
  return receipt?.source === undefined || receipt.source.bytes === bytes;
}
