import { beginStaging, ChunkStage } from './chunkStage.ts';
import type { SnapshotHeadRecord } from './database.ts';
import { readSnapshotHead, type SnapshotHead } from './snapshotHead.ts';

export type CommitOutcome =
  | { readonly kind: 'committed'; readonly head: SnapshotHead }
  /** Another snapshot holds the same file; this one was not kept. */
  | { readonly kind: 'duplicate'; readonly head: SnapshotHead };

/** A users list on its way to becoming a snapshot. */
export class SnapshotStage extends ChunkStage {
  static async begin(...given: Parameters<typeof beginStaging>): Promise<SnapshotStage> {
    const stage = SnapshotStage.start(...given);
    await stage.settled();
    return stage;
  }

  /** As {@link begin}, without waiting; why an import cannot begin shows in the first `settled`. */
  static start(...given: Parameters<typeof beginStaging>): SnapshotStage {
    const [db, snapshot] = given;
    return new SnapshotStage(db, snapshot, beginStaging(...given));
  }

  /**
   * Makes the snapshot visible: head, end of staging and whatever `withinCommit` writes, in one transaction.
   * `withinCommit` may await nothing but this database, otherwise the transaction would end early. Snapshots named in
   * `replaced` may hold the same file: it is read again with other settings.
   */
  async commit(
    head: Omit<SnapshotHead, 'sequence'>,
    withinCommit: (sequence: number) => Promise<void>,
    replaced: ReadonlySet<string> = new Set(),
  ): Promise<CommitOutcome> {
    await this.settled();
    const { db, id } = this;
    const outcome = await db.transaction('rw', db.tables, async (): Promise<CommitOutcome> => {
      await this.requireStaged();
      const records = await db.snapshots.toArray();
      const known = records
        .map((record) => readSnapshotHead(record))
        .find(
          (read) =>
            read.ok &&
            read.value.layout.source.sha256 === head.layout.source.sha256 &&
            !replaced.has(read.value.layout.id),
        );
      if (known?.ok) return { kind: 'duplicate', head: known.value };
      const sequence = records.reduce((latest, record) => Math.max(latest, record.sequence), 0) + 1;
      const record: SnapshotHeadRecord = { id, formatVersion: head.layout.format, sequence, head };
      await withinCommit(sequence);
      await db.staging.delete(id);
      await db.snapshots.add(record);
      return { kind: 'committed', head: { ...head, sequence } };
    });
    if (outcome.kind === 'duplicate') await this.discard();
    else this.letGo();
    return outcome;
  }
}
