const DASH = 0x2d;

/** Years of ISO dates that have a place in a table. */
const FIRST_ISO_YEAR = 1970;
const ISO_YEARS = 128;

/** Places in a table of ISO dates, see {@link isoDayAt}. */
export const ISO_DAYS = ISO_YEARS << 9;

/** Whether a byte is an ASCII digit. */
export const isDigitAt = (bytes: Uint8Array, at: number): boolean => bytes[at]! >= 0x30 && bytes[at]! <= 0x39;

/** Two digits as a number, −1 when something else stands there. */
export const pairAt = (bytes: Uint8Array, at: number): number =>
  isDigitAt(bytes, at) && isDigitAt(bytes, at + 1) ? bytes[at]! * 10 + bytes[at + 1]! - 528 : -1;

/**
 * Year, month and day of the `yyyy-MM-dd` with which a cell of at least ten bytes starts, as one number below `ISO_DAYS`;
 * −1 for other cells and for years that have no place in the table. A date need not exist; different texts never have the
 * same number.
 */
export function isoDayAt(bytes: Uint8Array, start: number): number {
  if (bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return -1;
  const year = pairAt(bytes, start);
  const ofCentury = pairAt(bytes, start + 2);
  const month = pairAt(bytes, start + 5);
  const day = pairAt(bytes, start + 8);
  const index = year * 100 + ofCentury - FIRST_ISO_YEAR;
  const isKept =
    year >= 0 &&
    ofCentury >= 0 &&
    index >= 0 &&
    index < ISO_YEARS &&
    month >= 0 &&
    month < 16 &&
    day >= 0 &&
    day < 32;
  return isKept ? (index << 9) | (month << 5) | day : -1;
}
