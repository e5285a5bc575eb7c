/** Answer of {@link KnownCodes.get} for a number without a code. */
export const NOT_KNOWN = -1;

/** Codes of texts by the number that a text has elsewhere. Both count from 0. */
export class KnownCodes {
  private codes = new Int32Array(1 << 8).fill(NOT_KNOWN);

  get(number: number): number {
    return number < this.codes.length ? this.codes[number]! : NOT_KNOWN;
  }

  set(number: number, code: number): void {
    if (number >= this.codes.length) {
      const wider = new Int32Array(Math.max(number + 1, this.codes.length * 2)).fill(NOT_KNOWN);
      wider.set(this.codes);
      this.codes = wider;
    }
    this.codes[number] = code;
  }
}
