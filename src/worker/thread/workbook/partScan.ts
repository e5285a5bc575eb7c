import type { PartProgress, PartReader } from '../../../core/ingest/workbook/partReader.ts';
import type { WorkbookFault } from '../../../core/ingest/workbook/workbookFault.ts';
import { XmlScanner } from '../../../core/ingest/workbook/xmlScanner.ts';
import type { PartStream } from './partStream.ts';

/** Bytes that are scanned between two looks at the clock. */
const WINDOW_BYTES = 1 << 18;

/** Drives a reader over a part, window by window. */
export class PartScan {
  private readonly scanner = new XmlScanner();
  private window = new Uint8Array(2 * WINDOW_BYTES);
  private end = 0;
  private isPaused = false;

  constructor(
    private readonly stream: PartStream,
    private readonly reader: PartReader,
  ) {}

  /** Reads one window, or the rest of it after a pause. `more` says that there is another. */
  async step(): Promise<PartProgress> {
    if (!this.isPaused) {
      const fault = await this.fill();
      if (fault) return fault;
    }
    const progress = this.reader.read(this.scanner);
    this.isPaused = progress === 'pause';
    return progress;
  }

  /** Reads the part to its end. Returns what is wrong with it, if anything, and releases it in every case. */
  async run(): Promise<WorkbookFault | undefined> {
    try {
      for (;;) {
        const progress = await this.step();
        if (progress === 'end') return undefined;
        if (typeof progress === 'object') return progress;
      }
    } finally {
      await this.stream.close();
    }
  }

  private async fill(): Promise<WorkbookFault | undefined> {
    this.window.copyWithin(0, this.scanner.at, this.end);
    this.end -= this.scanner.at;
    const enough = this.end + WINDOW_BYTES;
    let isLast = false;
    while (this.end < enough && !isLast) {
      const piece = await this.stream.next();
      if (!piece.ok) return piece.failure;
      if (piece.value === undefined) isLast = true;
      else this.append(piece.value);
    }
    this.scanner.feed(this.window, 0, this.end, isLast);
    return undefined;
  }

  private append(piece: Uint8Array): void {
    const needed = this.end + piece.length;
    if (needed > this.window.length) {
      const grown = new Uint8Array(Math.max(needed, this.window.length * 2));
      grown.set(this.window.subarray(0, this.end));
      this.window = grown;
    }
    this.window.set(piece, this.end);
    this.end = needed;
  }
}
