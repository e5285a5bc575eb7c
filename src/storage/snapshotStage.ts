import { beginStaging, ChunkStage } from './chunkStage.ts';
import type { SnapshotHeadRecord } from './database.ts';
import { readSnapshotHead, type SnapshotHead } from './snapshotHead.ts';

export type CommitOutcome<Objection = never> =
  | { readonly kind: 'committed'; readonly head: SnapshotHead }
  /** Another snapshot holds the same file; this one was not kept. */
  | { readonly kind: 'duplicate'; readonly head: SnapshotHead }
  /** The lists that are there speak against it; it was not kept. */
  | { readonly kind: 'refused'; readonly objection: Objection };

/** On what a snapshot is committed. */
export interface CommitTerms<Objection> {
  /** Snapshots that may hold the same file, since it is read again with other settings. */
  readonly replaced?: ReadonlySet<string>;
  /**
   * What speaks against the list beside those that are there when it is committed, in order of import: another tab may
   * have loaded one since this was last asked.
   */
  readonly objectTo?: (heads: readonly SnapshotHead[]) => Objection | undefined;
}

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
   * `withinCommit` may await nothing but this database, otherwise the transaction would end early.
   */
  async commit<Objection = never>(
    head: Omit<SnapshotHead, 'sequence'>,
    withinCommit: (sequence: number) => Promise<void>,
    { replaced = new Set(), objectTo }: CommitTerms<Objection> = {},
  ): Promise<CommitOutcome<Objection>> {
    await this.settled();
    const { db, id } = this;
    const outcome = await db.transaction('rw', db.tables, async (): Promise<CommitOutcome<Objection>> => {
      await this.requireStaged();
      const records = (await db.snapshots.toArray()).toSorted((a, b) => a.sequence - b.sequence);
      const heads = records.flatMap((record) => {
        const read = readSnapshotHead(record);
        return read.ok && !replaced.has(read.value.layout.id) ? [read.value] : [];
      });
      const known = heads.find(({ layout }) => layout.source.sha256 === head.layout.source.sha256);
      if (known) return { kind: 'duplicate', head: known };
      const objection = objectTo?.(heads);
      if (objection !== undefined) return { kind: 'refused', objection };
      const sequence = (records.at(-1)?.sequence ?? 0) + 1;
      const record: SnapshotHeadRecord = { id, formatVersion: head.layout.format, sequence, head };
      await withinCommit(sequence);
      await db.staging.delete(id);
      await db.snapshots.add(record);
      return { kind: 'committed', head: { ...head, sequence } };
    });
    if (outcome.kind === 'committed') this.letGo();
    else await this.discard();
    return outcome;
  }
}
