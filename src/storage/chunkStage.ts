import type { ChunkSink } from '../core/inventory/chunkSink.ts';
import { ChunkThread } from './chunkThread.ts';
import type { ChunkRecord, ClientDatabase } from './database.ts';
import { deleteChunks } from './deleteChunks.ts';
import { holdImportLock, type Locks } from './importLock.ts';
import { hasThreads } from './ownThread.ts';

/** Chunks are written in batches of about this many bytes, a transaction each. */
const BATCH_BYTES = 8 << 20;
/** Where a thread stores them, a second batch goes to it while it is at one, of so many bytes at least. */
const WORTH_A_SECOND = 1 << 20;
/** What an import holds beyond so many bytes is put by a thread of its own: starting one costs as much as putting these. */
const WORTH_A_THREAD = 4 << 20;

/** Notes an import as begun and takes its lock; returns what gives the lock back. */
export async function beginStaging(
  db: ClientDatabase,
  id: string,
  startedAt: string,
  locks: Locks | undefined,
): Promise<() => void> {
  const releaseLock = await holdImportLock(locks, id);
  try {
    await db.staging.add({ snapshot: id, startedAt });
  } catch (error) {
    releaseLock();
    throw error;
  }
  return releaseLock;
}

/**
 * An import in progress. Chunks are stored while the file is read, but no one sees them: what is imported exists only
 * from the single transaction in which its head is written. Until then a staging record and a lock tell other tabs
 * that the chunks are not orphans. Ends in exactly one of a commit (see the classes made from this one) and `discard`.
 */
export class ChunkStage implements ChunkSink {
  private waiting: ChunkRecord[] = [];
  private waitingBytes = 0;
  /** Batches that are on their way, of which the last ends last. */
  private onTheirWay = 0;
  private writing: Promise<void> | undefined;
  private failure: { readonly error: unknown } | undefined;
  private thread: ChunkThread | undefined;
  private storedBytes = 0;
  private releaseLock: (() => void) | undefined;
  /** Settles, without a failure, when the import was noted as begun or could not be. */
  private readonly begun: Promise<void>;

  /** `beginning`: what {@link beginStaging} gives. Chunks are taken meanwhile; none is stored before. */
  protected constructor(
    protected readonly db: ClientDatabase,
    /** Id of what is imported. */
    readonly id: string,
    beginning: Promise<() => void>,
  ) {
    this.begun = beginning.then(
      (release) => {
        this.releaseLock = release;
      },
      (error: unknown) => {
        this.failure = { error };
      },
    );
  }

  /** Says how many bytes the import will hold, about. The thread for many is started before the first of them are there. */
  prepareFor(bytes: number): void {
    if (bytes > WORTH_A_THREAD && hasThreads()) this.thread ??= new ChunkThread(this.db.name);
  }

  /** Takes a chunk and stores it soon; a failure shows in the next `room` or `settled`. */
  write(column: string, chunk: number, bytes: Uint8Array<ArrayBuffer>): void {
    const isWhole = bytes.byteLength === bytes.buffer.byteLength;
    this.waiting.push({
      snapshot: this.id,
      column,
      chunk,
      bytes: isWhole ? bytes.buffer : bytes.slice().buffer,
    });
    this.waitingBytes += bytes.byteLength;
    // Chunks that are made one right after another are stored together.
    void this.begun.then(() => this.startWriting());
  }

  async read(column: string, chunk: number): Promise<ArrayBuffer> {
    await this.settled();
    const record = await this.db.chunks.get([this.id, column, chunk]);
    if (!record) throw new Error(`Chunk ${chunk} of ${column} was not written`);
    return record.bytes;
  }

  /** Whether {@link room} has something to wait for, or to throw. */
  get isBehind(): boolean {
    return (this.writing !== undefined && this.waitingBytes >= BATCH_BYTES) || this.failure !== undefined;
  }

  /** Waits until less than a batch waits behind the one on its way, so that reading never runs far ahead of storing. */
  async room(): Promise<void> {
    if (this.waitingBytes >= BATCH_BYTES) await this.begun;
    while (this.writing && this.waitingBytes >= BATCH_BYTES) await this.writing;
    this.throwFailure();
  }

  /** Waits until every chunk is stored. */
  async settled(): Promise<void> {
    await this.begun;
    while (this.writing) await this.writing;
    this.throwFailure();
  }

  /** Removes every trace of the import. */
  async discard(): Promise<void> {
    try {
      this.waiting = [];
      this.waitingBytes = 0;
      await this.begun;
      if (!this.releaseLock) return;
      while (this.writing) await this.writing;
      await deleteChunks(this.db, this.id);
      await this.db.staging.delete(this.id);
    } finally {
      this.letGo();
    }
  }

  /** Ends what only an import in progress holds. */
  protected letGo(): void {
    this.thread?.stop();
    this.releaseLock?.();
  }

  /** Inside the transaction of a commit: throws when another tab has taken the import for dead. */
  protected async requireStaged(): Promise<void> {
    if (!(await this.db.staging.get(this.id))) throw new Error(`The import ${this.id} is no longer staged`);
  }

  private startWriting(): void {
    if (this.waiting.length === 0 || this.failure) return;
    const isSecond =
      this.onTheirWay === 1 && this.thread !== undefined && this.waitingBytes >= WORTH_A_SECOND;
    if (this.onTheirWay > 0 && !isSecond) return;
    const batch: ChunkRecord[] = [];
    let bytes = 0;
    while (bytes < BATCH_BYTES && this.waiting.length > 0) {
      const record = this.waiting.shift()!;
      batch.push(record);
      bytes += record.bytes.byteLength;
      this.waitingBytes -= record.bytes.byteLength;
    }
    this.onTheirWay += 1;
    const writing = this.store(batch, bytes).then(() => {
      this.onTheirWay -= 1;
      if (this.writing === writing) this.writing = undefined;
      this.startWriting();
    });
    this.writing = writing;
  }

  private async store(batch: ChunkRecord[], bytes: number): Promise<void> {
    try {
      this.storedBytes += bytes;
      this.prepareFor(this.storedBytes);
      await (this.thread ? this.thread.put(batch) : this.db.chunks.bulkPut(batch));
    } catch (error) {
      this.failure ??= { error };
    }
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.error;
  }
}
