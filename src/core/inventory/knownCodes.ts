/** Answer of {@link KnownCodes.get} for a number without a code. */
export const NOT_KNOWN = -1;
/** What {@link KnownCodes.fill} writes for it into a column of 32 bits. */
export const UNKNOWN_CODE = 0xffff_ffff;

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

  /**
   * Fills `target` from `at` on with the codes of the numbers from `from` to `to`, 0 for numbers below 0. Returns false where
   * some have none.
   */
  fill(
    numbers: Int32Array,
    from: number,
    to: number,
    target: Uint16Array | Uint32Array,
    at: number,
  ): boolean {
    const { codes } = this;
    const known = codes.length;
    const shift = at - from;
    let all = 0;
    for (let row = from; row < to; row += 1) {
      const number = numbers[row]!;
      const code = number < 0 ? 0 : number < known ? codes[number]! : NOT_KNOWN;
      target[row + shift] = code;
      all |= code;
    }
    return all >= 0;
  }
}
