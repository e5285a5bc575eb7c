import { fail, succeed, type Result } from '../../core/base/result.ts';
import type { SnapshotLayout } from '../../core/inventory/snapshotLayout.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import { listFiles } from '../../storage/fileStore.ts';
import { listSnapshots } from '../../storage/snapshotStore.ts';
import type { Receipt } from '../loadView.ts';
import type { Failure } from '../protocol.ts';
import type { FileReceipt } from '../tableView.ts';
import { fileFailure } from './fileFailure.ts';
import { readFileReceipt } from './fileReceipt.ts';
import { readReceipt } from './importReceipt.ts';
import { snapshotFailure } from './snapshotFailure.ts';

/** What is known of a snapshot without its columns. */
export interface StoredImport {
  readonly receipt: Receipt;
  readonly evidence: SnapshotLayout['evidence'];
}

/** Loaded files of the other kinds, newest first. */
export async function loadFiles(db: ClientDatabase): Promise<Result<readonly FileReceipt[], Failure>> {
  const heads = await listFiles(db);
  if (!heads.ok) return fail(fileFailure(heads.failure));
  return succeed(heads.value.map(({ receipt }) => readFileReceipt(receipt)).toReversed());
}

/** Loaded lists, newest first. */
export async function loadImports(db: ClientDatabase): Promise<Result<readonly StoredImport[], Failure>> {
  const heads = await listSnapshots(db);
  if (!heads.ok) return fail(snapshotFailure(heads.failure));
  return succeed(
    heads.value
      .map(({ receipt, layout }) => ({ receipt: readReceipt(receipt), evidence: layout.evidence }))
      .toReversed(),
  );
}
