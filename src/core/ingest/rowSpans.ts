import { DECIDING_LIFE_MEANINGS, FURTHER_TEXTS } from './meaning.ts';
import { utf8ToText } from './utf8Bytes.ts';

/** Texts of a row that hardly ever repeat, in the order of their slots in {@link RowSpans}. */
export const SPAN_TEXTS = [
  'accountId',
  'displayName',
  'email',
  'userName',
  'userPrincipalName',
  'employeeNumber',
  'firstName',
  'lastName',
] as const;
/** Texts of a row that repeat, in the order of {@link RowSpans.numbers}, in which they also come into the string table. */
export const REPEATING_TEXTS = [
  'unit',
  'manager',
  'role',
  'delegates',
  ...FURTHER_TEXTS,
  'inheritedFrom',
] as const;
export type RepeatingText = (typeof REPEATING_TEXTS)[number];
/** Place in `REPEATING_TEXTS` of the first of `FURTHER_TEXTS`. */
export const FIRST_FURTHER = REPEATING_TEXTS.indexOf(FURTHER_TEXTS[0]);

/** Slot of the original text behind a meaning of `DECIDING_LIFE_MEANINGS`, and behind an evidence column. */
export const lifeSlot = (index: number): number => SPAN_TEXTS.length + index;
export const evidenceSlot = (index: number): number => lifeSlot(DECIDING_LIFE_MEANINGS.length) + index;

/**
 * The texts of one row that go from the file into a column of texts as they are: by slot the bytes from `starts` to
 * `ends`, valid UTF-8. One object is filled again for every row; a slot that the plan does not use stays empty.
 */
export class RowSpans {
  bytes: Uint8Array = new Uint8Array(0);
  /**
   * Of the texts in `REPEATING_TEXTS`, which stand in the row as strings: a number that means the same text in every row
   * of the import, or −1.
   */
  readonly numbers = new Int32Array(REPEATING_TEXTS.length).fill(-1);
  readonly starts: Int32Array;
  readonly ends: Int32Array;

  constructor(evidenceCount: number) {
    this.starts = new Int32Array(evidenceSlot(evidenceCount));
    this.ends = new Int32Array(evidenceSlot(evidenceCount));
  }

  set(slot: number, start: number, end: number): void {
    this.starts[slot] = start;
    this.ends[slot] = end;
  }

  isEmpty(slot: number): boolean {
    return this.starts[slot] === this.ends[slot];
  }

  textAt(slot: number): string {
    return utf8ToText(this.bytes, this.starts[slot]!, this.ends[slot]!);
  }
}
