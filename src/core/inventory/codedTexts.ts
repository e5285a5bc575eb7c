import { SpanNumbering } from '../ingest/spanNumbering.ts';
import { CodedTextChunk } from './codedTextChunk.ts';

/** Bytes after which a text is cut: a date, its clock up to the minute, and the rest. */
const FIRST_CUT = 10;
const SECOND_CUT = 16;
const NO_BYTES = new Uint8Array(0);

/**
 * Texts of a column of dates as numbers of their parts. Days repeat, and so do minutes; a million time stamps are then
 * some thousand parts and a few bytes a row.
 */
export class CodedTexts {
  count = 0;
  private readonly heads = new SpanNumbering();
  private readonly clocks = new SpanNumbering();
  private readonly rests = new SpanNumbering();
  private readonly headCodes: Uint32Array;
  private readonly clockCodes: Uint32Array;
  private readonly restCodes: Uint32Array;

  /** `most`: rows that there is room for. */
  constructor(most: number) {
    this.headCodes = new Uint32Array(most);
    this.clockCodes = new Uint32Array(most);
    this.restCodes = new Uint32Array(most);
  }

  /** Numbers of empty parts, −1 while there is none: many columns hold no clock. */
  private clockless = -1;
  private restless = -1;

  /** By place in a text: the parts, each once in the order in which they were first met. */
  get places(): readonly SpanNumbering[] {
    return [this.heads, this.clocks, this.rests];
  }

  /** By place in a text: number of each row's part. */
  get codes(): readonly Uint32Array[] {
    return [this.headCodes, this.clockCodes, this.restCodes].map((codes) => codes.subarray(0, this.count));
  }

  clear(): void {
    this.count = 0;
    this.clockless = this.restless = -1;
    for (const parts of this.places) parts.clear();
  }

  /** Sets the text of a row that is there, or of the next one. The bytes are valid UTF-8. */
  set(row: number, bytes: Uint8Array, start: number, end: number): void {
    const first = start + FIRST_CUT < end ? start + FIRST_CUT : end;
    const second = start + SECOND_CUT < end ? start + SECOND_CUT : end;
    this.headCodes[row] = this.heads.numberOf(bytes, start, first);
    this.clockCodes[row] = first === second ? this.emptyClock() : this.clocks.numberOf(bytes, first, second);
    this.restCodes[row] = second === end ? this.emptyRest() : this.rests.numberOf(bytes, second, end);
    if (row === this.count) this.count += 1;
  }

  private emptyClock(): number {
    return this.clockless < 0 ? (this.clockless = this.clocks.numberOf(NO_BYTES, 0, 0)) : this.clockless;
  }

  private emptyRest(): number {
    return this.restless < 0 ? (this.restless = this.rests.numberOf(NO_BYTES, 0, 0)) : this.restless;
  }

  chunk(): CodedTextChunk {
    return new CodedTextChunk(this.count, this.codes, this.places);
  }
}
