import { fail, succeed, type Result } from '../../../core/base/result.ts';
import { crc32 } from '../../../core/ingest/workbook/crc32.ts';
import type { WorkbookFault } from '../../../core/ingest/workbook/workbookFault.ts';
import type { WorkbookLimits } from '../../../core/ingest/workbook/workbookLimits.ts';
import {
  LOCAL_HEADER_BYTES,
  locateStoredBytes,
  type ZipEntry,
} from '../../../core/ingest/workbook/zipDirectory.ts';
import { readSlice, type SlicedFile } from './slicedFile.ts';

/** Bytes read from the file at once. */
const READ_BYTES = 1 << 19;
/** Stored bytes that are inflated at once. Deflate gives at most 1,032 bytes for one, so 68 MB at the worst. */
const FEED_BYTES = 1 << 16;
const LONGEST_NAME = 0xffff;

/** Counts what one reading of a workbook inflates, against what its headers cannot be trusted to say. */
export class InflateBudget {
  private total = 0;

  constructor(private readonly limits: WorkbookLimits) {}

  /** Bytes inflated so far, all parts together. */
  get inflated(): number {
    return this.total;
  }

  /** To be told of every piece. `partBytes` and `storedBytes` are those of the part so far and at all. */
  spend(bytes: number, partBytes: number, { name, storedBytes }: ZipEntry): WorkbookFault | undefined {
    const { limits } = this;
    this.total += bytes;
    if (partBytes > limits.partBytes) return { kind: 'inflatesTooFar', part: name, most: limits.partBytes };
    if (this.total > limits.totalBytes)
      return { kind: 'inflatesTooFar', part: name, most: limits.totalBytes };
    if (partBytes > limits.ratioFromBytes && partBytes > storedBytes * limits.ratio) {
      return { kind: 'packedTooTightly', part: name, most: limits.ratio };
    }
    return undefined;
  }
}

/** The bytes of one part, piece by piece. */
export class PartStream {
  private partBytes = 0;
  private crc = 0;

  private constructor(
    private readonly entry: ZipEntry,
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    private readonly budget: InflateBudget,
    private readonly signal: AbortSignal,
  ) {}

  static async open(
    file: SlicedFile,
    entry: ZipEntry,
    budget: InflateBudget,
    signal: AbortSignal,
  ): Promise<Result<PartStream, WorkbookFault>> {
    if (entry.isEncrypted) return fail({ kind: 'locked' });
    if (entry.method !== 0 && entry.method !== 8) {
      return fail({
        kind: 'damaged',
        part: entry.name,
        what: 'is packed in a way that workbooks do not use',
      });
    }
    const headerEnd = Math.min(entry.limit, entry.offset + LOCAL_HEADER_BYTES + LONGEST_NAME);
    const header = await readSlice(file, entry.offset, headerEnd, signal);
    const from = locateStoredBytes(header, entry);
    if (!from.ok) return from;
    const stored = storedBytes(file, from.value, from.value + entry.storedBytes, signal);
    const inflated = entry.method === 0 ? stored : stored.pipeThrough(new DecompressionStream('deflate-raw'));
    return succeed(new PartStream(entry, inflated.getReader(), budget, signal));
  }

  /** The next piece, or `undefined` after the last, once length and checksum were found right. */
  async next(): Promise<Result<Uint8Array | undefined, WorkbookFault>> {
    this.signal.throwIfAborted();
    const piece = await this.read();
    this.signal.throwIfAborted();
    if (piece === 'broken') return this.damaged('cannot be unpacked');
    if (piece === undefined) {
      const { inflatedBytes, crc } = this.entry;
      if (this.partBytes !== inflatedBytes)
        return this.damaged('is not as long as the table of contents says');
      return this.crc === crc ? succeed(undefined) : this.damaged('has changed since it was written');
    }
    this.partBytes += piece.length;
    const fault = this.budget.spend(piece.length, this.partBytes, this.entry);
    if (fault) return fail(fault);
    this.crc = crc32(piece, this.crc);
    return succeed(piece);
  }

  /** To be called when no more is wanted. A stream that has failed already has nothing left to release. */
  async close(): Promise<void> {
    await this.reader.cancel().catch(() => undefined);
  }

  /** The inflating stream fails with a TypeError for bytes that are not deflated ones; in Node with an error of zlib. */
  private async read(): Promise<Uint8Array | undefined | 'broken'> {
    try {
      return (await this.reader.read()).value;
    } catch (error) {
      if (error instanceof TypeError || (error instanceof Error && 'errno' in error)) return 'broken';
      throw error;
    }
  }

  private damaged(what: string): Result<never, WorkbookFault> {
    return fail({ kind: 'damaged', part: this.entry.name, what });
  }
}

/** A range of the file as a stream of small pieces. Nothing is read ahead of what is asked. */
function storedBytes(
  file: SlicedFile,
  from: number,
  to: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = from;
  let block = new Uint8Array(0);
  let blockAt = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (blockAt >= block.length) {
          if (at >= to) {
            controller.close();
            return;
          }
          block = await readSlice(file, at, Math.min(to, at + READ_BYTES), signal);
          if (block.length === 0) {
            controller.error(new TypeError('The file ends before its part'));
            return;
          }
          at += block.length;
          blockAt = 0;
        }
        controller.enqueue(block.slice(blockAt, blockAt + FEED_BYTES));
        blockAt += FEED_BYTES;
      },
    },
    { highWaterMark: 0 },
  );
}
