import type { ScannedRows } from '../../core/ingest/rowScanner.ts';

const START = 1 << 12;
const BETWEEN = 0x1f;
/** Parts of a double: 21 bits of one hash above 32 bits of the other. */
const HIGH = 0x200000;
const LOW = 0x1_0000_0000;

const mixLow = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
const mixHigh = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x5bd1e995) ^ (hash >>> 15);

/**
 * Tells the rows that stood in an earlier one of several files: pages and periods of one export overlap. Two equal rows of
 * one file are two rows. Rows are known by a hash of 53 bits over their cells up to the last one that is filled, the same for
 * bytes and for strings.
 */
export class RepeatedRows {
  private hashes = new Float64Array(START);
  private files = new Uint16Array(START);
  private size = 0;
  private file = 1;
  private readonly encoder = new TextEncoder();

  startNextFile(): void {
    this.file += 1;
  }

  hasTexts(cells: readonly string[]): boolean {
    let low = 0;
    let high = 0;
    let waiting = 0;
    for (const cell of cells) {
      if (cell !== '') {
        for (; waiting > 0; waiting -= 1) {
          low = mixLow(low, BETWEEN);
          high = mixHigh(high, BETWEEN);
        }
        for (const byte of this.encoder.encode(cell)) {
          low = mixLow(low, byte);
          high = mixHigh(high, byte);
        }
      }
      waiting += 1;
    }
    return this.isEarlier(low, high);
  }

  hasRow({ bytes, cells, rowStarts }: ScannedRows, index: number): boolean {
    let low = 0;
    let high = 0;
    let waiting = 0;
    for (let cell = rowStarts[index]!; cell < rowStarts[index + 1]!; cell += 1) {
      const start = cells[cell * 2]!;
      const end = cells[cell * 2 + 1]!;
      if (start < end) {
        for (; waiting > 0; waiting -= 1) {
          low = mixLow(low, BETWEEN);
          high = mixHigh(high, BETWEEN);
        }
        for (let at = start; at < end; at += 1) {
          low = mixLow(low, bytes[at]!);
          high = mixHigh(high, bytes[at]!);
        }
      }
      waiting += 1;
    }
    return this.isEarlier(low, high);
  }

  /** Notes the row; whether it was there in an earlier file. */
  private isEarlier(low: number, high: number): boolean {
    const hash = ((high >>> 0) % HIGH) * LOW + (low >>> 0) || 1;
    const place = this.placeOf(hash, low);
    if (this.hashes[place] === hash) return this.files[place] !== this.file;
    this.hashes[place] = hash;
    this.files[place] = this.file;
    this.size += 1;
    if (this.size * 2 > this.hashes.length) this.grow();
    return false;
  }

  private placeOf(hash: number, low: number): number {
    const mask = this.hashes.length - 1;
    let place = (low ^ (low >>> 15)) & mask;
    while (this.hashes[place] !== 0 && this.hashes[place] !== hash) place = (place + 1) & mask;
    return place;
  }

  private grow(): void {
    const { hashes, files } = this;
    this.hashes = new Float64Array(hashes.length * 2);
    this.files = new Uint16Array(hashes.length * 2);
    hashes.forEach((hash, at) => {
      if (hash === 0) return;
      const place = this.placeOf(hash, (hash % LOW) | 0);
      this.hashes[place] = hash;
      this.files[place] = files[at]!;
    });
  }
}
