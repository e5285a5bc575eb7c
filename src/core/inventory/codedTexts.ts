import { ISO_DAYS, isoDayAt, pairAt } from '../ingest/isoDayAt.ts';
import { SpanNumbering } from '../ingest/spanNumbering.ts';
import { CodedTextChunk } from './codedTextChunk.ts';

/** Bytes after which a text is cut: a date, its clock up to the minute, and the rest. */
const FIRST_CUT = 10;
const SECOND_CUT = 16;
const NO_BYTES = new Uint8Array(0);
const COLON = 0x3a;
/** Places in a table of clocks: a hundred for each pair of digits. */
const CLOCKS = 100 * 100;

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

  /** Number + 1 of heads that are ISO dates, by {@link isoDayAt}; of clocks behind the first sign that one had. */
  private readonly numberOfDay = new Int32Array(ISO_DAYS);
  private readonly numberOfClock = new Int32Array(CLOCKS);
  private clockSign = -1;
  /** The same of seconds such as `:30`. */
  private readonly numberOfSecond = new Int32Array(100);

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
    this.numberOfDay.fill(0);
    this.numberOfClock.fill(0);
    this.numberOfSecond.fill(0);
    this.clockSign = -1;
  }

  /** Sets the text of a row that is there, or of the next one. The bytes are valid UTF-8. */
  set(row: number, bytes: Uint8Array, start: number, end: number): void {
    const first = start + FIRST_CUT < end ? start + FIRST_CUT : end;
    const second = start + SECOND_CUT < end ? start + SECOND_CUT : end;
    this.headCodes[row] = this.headOf(bytes, start, first);
    this.clockCodes[row] = first === second ? this.emptyClock() : this.clockOf(bytes, first, second);
    this.restCodes[row] = second === end ? this.emptyRest() : this.restOf(bytes, second, end);
    if (row === this.count) this.count += 1;
  }

  private headOf(bytes: Uint8Array, start: number, end: number): number {
    const day = end - start === FIRST_CUT ? isoDayAt(bytes, start) : -1;
    if (day < 0) return this.heads.numberOf(bytes, start, end);
    const known = this.numberOfDay[day]!;
    if (known > 0) return known - 1;
    const number = this.heads.numberOf(bytes, start, end);
    this.numberOfDay[day] = number + 1;
    return number;
  }

  /** As {@link headOf}, for a part such as ` 14:05`. */
  private clockOf(bytes: Uint8Array, start: number, end: number): number {
    const isShort = end - start !== SECOND_CUT - FIRST_CUT || bytes[start + 3] !== COLON;
    const hour = isShort ? -1 : pairAt(bytes, start + 1);
    const minute = isShort ? -1 : pairAt(bytes, start + 4);
    if (this.clockSign < 0 && hour >= 0) this.clockSign = bytes[start]!;
    if (hour < 0 || minute < 0 || bytes[start] !== this.clockSign)
      return this.clocks.numberOf(bytes, start, end);
    const known = this.numberOfClock[hour * 100 + minute]!;
    if (known > 0) return known - 1;
    const number = this.clocks.numberOf(bytes, start, end);
    this.numberOfClock[hour * 100 + minute] = number + 1;
    return number;
  }

  /** As {@link headOf}, for seconds. */
  private restOf(bytes: Uint8Array, start: number, end: number): number {
    const second = end - start === 3 && bytes[start] === COLON ? pairAt(bytes, start + 1) : -1;
    if (second < 0) return this.rests.numberOf(bytes, start, end);
    const known = this.numberOfSecond[second]!;
    if (known > 0) return known - 1;
    const number = this.rests.numberOf(bytes, start, end);
    this.numberOfSecond[second] = number + 1;
    return number;
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
