import { hashBytes, MOST_BYTES, readBytes, WHOLE_HASH_BYTES, type ByteSource } from './decodeFile.ts';
import type { ScannedRows } from '../../core/ingest/rowScanner.ts';
import { startFileThread, type FileThread } from './fileThread.ts';
import type { FileNews } from './serveFile.ts';
import { buildStreamSha256 } from './streamSha256.ts';

/** A part of a file: its whole rows, found already, or its bytes. */
export type FilePiece = ScannedRows | Uint8Array;

/** A file that is read once for its bytes and its fingerprint. */
export interface ReadThrough<Piece = Uint8Array> {
  /**
   * The file in order, to be asked for once; behind the first bytes there are no more rows. A piece is valid only until
   * the next one is asked for. An abort ends the pieces with the signal's reason thrown.
   */
  pieces(): AsyncGenerator<Piece>;
  /** SHA-256, 64 hexadecimal digits, of a file whose pieces were read to the end. */
  fingerprint(): Promise<string>;
  /** Lets go of the file, whether it was read or not. */
  close(): void;
}

/** Buffers on their way between the threads, so that neither waits for the other. Handing over few large ones costs least. */
const BUFFERS = 3;
const BUFFER_BYTES = 1 << 21;

/**
 * Opens a file for reading and fingerprinting it at the same time. A large file is read and hashed by a thread of its
 * own, which hands its bytes over; a file that may lie in memory whole is left to the browser's own function. Where
 * neither is possible, this thread hashes what it reads. `delimiter` is given where rows of UTF-8 stand in the file from
 * its first byte on: the thread of a large file then finds them.
 */
export function readThrough(file: ByteSource, signal: AbortSignal): ReadThrough;
export function readThrough(
  file: ByteSource,
  signal: AbortSignal,
  delimiter: string | undefined,
): ReadThrough<FilePiece>;
export function readThrough(
  file: ByteSource,
  signal: AbortSignal,
  delimiter?: string,
): ReadThrough<FilePiece> {
  if (file.size <= WHOLE_HASH_BYTES) return new WholeFile(file, signal);
  const isShared = file instanceof Blob && typeof Worker !== 'undefined';
  return isShared ? new SharedFile(file, signal, delimiter) : new HashedHere(file, signal);
}

const NOT_READ = 'The file was not read to its end';

class HashedHere implements ReadThrough {
  private readonly hash = buildStreamSha256();
  private sha256: string | undefined;

  constructor(
    private readonly file: ByteSource,
    private readonly signal: AbortSignal,
  ) {}

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const bytes of readBytes(this.file, this.signal)) {
      this.hash.update(bytes);
      yield bytes;
    }
    this.sha256 = this.hash.digest();
  }

  fingerprint(): Promise<string> {
    return this.sha256 === undefined ? Promise.reject(new Error(NOT_READ)) : Promise.resolve(this.sha256);
  }

  close(): void {}
}

/** Reads a file at once; its bytes are hashed while they are read. */
class WholeFile implements ReadThrough {
  private readonly bytes: Promise<ArrayBuffer>;
  private readonly hashed: Promise<string>;

  constructor(
    file: ByteSource,
    private readonly signal: AbortSignal,
  ) {
    this.bytes = file.arrayBuffer();
    this.hashed = this.bytes.then((bytes) => hashBytes(bytes));
    // A failure shows where the bytes or the fingerprint are asked for.
    this.hashed.catch(() => undefined);
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    yield* cut(new Uint8Array(await this.bytes), this.signal);
  }

  fingerprint(): Promise<string> {
    return this.hashed;
  }

  close(): void {}
}

/** A file that a thread of its own reads and hashes. */
class SharedFile implements ReadThrough<FilePiece> {
  private readonly thread: FileThread;
  private readonly waiting: FileNews[] = [];
  private heard: (() => void) | undefined;
  private sha256: string | undefined;
  private instead: ReadThrough | undefined;

  constructor(
    private readonly file: ByteSource & Blob,
    private readonly signal: AbortSignal,
    delimiter: string | undefined,
  ) {
    const hear = (news: FileNews): void => {
      this.waiting.push(news);
      this.heard?.();
    };
    this.thread = startFileThread(file, hear, { buffers: BUFFERS, bytes: BUFFER_BYTES, delimiter });
    signal.addEventListener('abort', () => this.heard?.(), { once: true });
  }

  async *pieces(): AsyncGenerator<FilePiece> {
    let hasBegun = false;
    for (;;) {
      const news = await this.nextNews();
      if ('sha256' in news) {
        this.sha256 = news.sha256;
        return;
      }
      if ('failure' in news) {
        // What no thread can read is a file that is gone; a thread that cannot start is done without.
        if (hasBegun) throw news.failure;
        this.instead = new HashedHere(this.file, this.signal);
        yield* this.instead.pieces();
        return;
      }
      hasBegun = true;
      if ('rows' in news) yield news.rows;
      else yield* cut(news.bytes, this.signal);
      this.thread.giveBack(news);
    }
  }

  fingerprint(): Promise<string> {
    if (this.instead) return this.instead.fingerprint();
    return this.sha256 === undefined ? Promise.reject(new Error(NOT_READ)) : Promise.resolve(this.sha256);
  }

  close(): void {
    this.thread.stop();
  }

  private async nextNews(): Promise<FileNews> {
    for (;;) {
      this.signal.throwIfAborted();
      const news = this.waiting.shift();
      if (news) return news;
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
  }
}

/** Pieces that are small enough for a cancel to be heard between them. */
function* cut(bytes: Uint8Array, signal: AbortSignal): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += MOST_BYTES) {
    signal.throwIfAborted();
    yield bytes.subarray(from, from + MOST_BYTES);
  }
  signal.throwIfAborted();
}
