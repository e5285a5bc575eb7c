import type { Result } from '../../core/base/result.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import { appendWithin, type LedgerState } from '../../storage/ledgerStore.ts';
import type { Failure, Stamp } from '../protocol.ts';
import type { Workspace } from './session.ts';

/** The entries of an act that changes stored files too: they are written in the transaction that changes those. */
export class RecordAlongside {
  #ledger: LedgerState | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly stamp: Stamp,
  ) {}

  /**
   * To be called inside the transaction, which must fail with it. Whether anything can be recorded is asked before: a
   * ledger that refuses now has changed in between, and nothing of the act is kept.
   */
  async write(decide: (record: WorkspaceRecord) => Result<readonly LedgerFact[], Failure>): Promise<void> {
    const { db, ledger } = this.workspace;
    const appended = await appendWithin(db, ledger, { stamp: this.stamp, decide });
    if (!appended.ok) throw new Error('The ledger changed while a file was being stored or deleted.');
    this.#ledger = appended.value.ledger;
  }

  /** To be called when the transaction has ended; `false` where nothing was written in it. */
  takeOver(): boolean {
    if (this.#ledger === undefined) return false;
    this.workspace.ledger = this.#ledger;
    return true;
  }
}
