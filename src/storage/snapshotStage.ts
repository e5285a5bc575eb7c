import type { ChunkSink } from '../core/inventory/chunkSink.ts';
import type { ChunkRecord, ClientDatabase, SnapshotHeadRecord } from './database.ts';
import { deleteChunks } from './deleteChunks.ts';
import { holdImportLock, type Locks } from './importLock.ts';
import { readSnapshotHead, type SnapshotHead } from './snapshotHead.ts';

/** Chunks are written in batches of about this many bytes, a transaction each. */
const BATCH_BYTES = 8 << 20;

export type CommitOutcome =
  | { readonly kind: 'committed'; readonly head: SnapshotHead }
  /** Another snapshot holds the same file; this one was not kept. */
  | { readonly kind: 'duplicate'; readonly head: SnapshotHead };

/**
 * An import in progress. Chunks are stored while the file is read, but no one sees them: the snapshot exists only
 * from the single transaction in which its head is written. Until then a staging record and a lock tell other tabs
 * that the chunks are not orphans. Ends in exactly one of `commit` and `discard`.
 */
export class SnapshotStage implements ChunkSink {
  private waiting: ChunkRecord[] = [];
  private waitingBytes = 0;
  private writing: Promise<void> | undefined;
  private failure: { readonly error: unknown } | undefined;

  private constructor(
    private readonly db: ClientDatabase,
    readonly snapshot: string,
    private readonly releaseLock: () => void,
  ) {}

  static async begin(
    db: ClientDatabase,
    snapshot: string,
    startedAt: string,
    locks: Locks | undefined,
  ): Promise<SnapshotStage> {
    const releaseLock = await holdImportLock(locks, snapshot);
    try {
      await db.staging.add({ snapshot, startedAt });
    } catch (error) {
      releaseLock();
      throw error;
    }
    return new SnapshotStage(db, snapshot, releaseLock);
  }

  /** Takes a chunk and stores it soon; a failure shows in the next `room` or `settled`. */
  write(column: string, chunk: number, bytes: Uint8Array<ArrayBuffer>): void {
    const isWhole = bytes.byteLength === bytes.buffer.byteLength;
    this.waiting.push({
      snapshot: this.snapshot,
      column,
      chunk,
      bytes: isWhole ? bytes.buffer : bytes.slice().buffer,
    });
    this.waitingBytes += bytes.byteLength;
    this.startWriting();
  }

  async read(column: string, chunk: number): Promise<ArrayBuffer> {
    await this.settled();
    const record = await this.db.chunks.get([this.snapshot, column, chunk]);
    if (!record) throw new Error(`Chunk ${chunk} of ${column} was not written`);
    return record.bytes;
  }

  /** Waits until less than a batch waits behind the one on its way, so that reading never runs far ahead of storing. */
  async room(): Promise<void> {
    while (this.writing && this.waitingBytes >= BATCH_BYTES) await this.writing;
    this.throwFailure();
  }

  /** Waits until every chunk is stored. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing;
    this.throwFailure();
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
    const { db, snapshot } = this;
    const outcome = await db.transaction('rw', db.tables, async (): Promise<CommitOutcome> => {
      if (!(await db.staging.get(snapshot))) throw new Error(`The import ${snapshot} is no longer staged`);
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
      const record: SnapshotHeadRecord = {
        id: snapshot,
        formatVersion: head.layout.format,
        sequence,
        head,
      };
      await withinCommit(sequence);
      await db.staging.delete(snapshot);
      await db.snapshots.add(record);
      return { kind: 'committed', head: { ...head, sequence } };
    });
    if (outcome.kind === 'duplicate') await this.discard();
    else this.releaseLock();
    return outcome;
  }

  /** Removes every trace of the import. */
  async discard(): Promise<void> {
    try {
      this.waiting = [];
      this.waitingBytes = 0;
      while (this.writing) await this.writing;
      await deleteChunks(this.db, this.snapshot);
      await this.db.staging.delete(this.snapshot);
    } finally {
      this.releaseLock();
    }
  }

  private startWriting(): void {
    if (this.writing || this.waiting.length === 0 || this.failure) return;
    const batch: ChunkRecord[] = [];
    for (let bytes = 0; bytes < BATCH_BYTES && this.waiting.length > 0;) {
      const record = this.waiting.shift()!;
      batch.push(record);
      bytes += record.bytes.byteLength;
      this.waitingBytes -= record.bytes.byteLength;
    }
    this.writing = this.store(batch);
  }

  private async store(batch: ChunkRecord[]): Promise<void> {
    try {
      await this.db.chunks.bulkPut(batch);
    } catch (error) {
      this.failure = { error };
    }
    this.writing = undefined;
    this.startWriting();
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.error;
  }
}
