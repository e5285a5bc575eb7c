/** Letters of `00:0` and of `0:00` as words, lowest byte first. */
const CLOCK_HEAD = 0x303a_3030;
const CLOCK_TAIL = 0x3030_3a30;
const HIGHEST_BITS = 0x8080_8080 | 0;

/** Whether two words are four letters each of a clock `HH:mm:ss`: digits and colons, whatever the digits say. */
export function areClockLetters(head: number, tail: number): boolean {
  const one = head ^ CLOCK_HEAD;
  const two = tail ^ CLOCK_TAIL;
  // A byte that is no digit shows in its highest bit once 0x76 is added; a byte that is no colon shows as it is.
  const marks = one | (one + 0x7600_7676) | two | (two + 0x7676_0076);
  return (marks & HIGHEST_BITS) === 0 && ((one & 0x00ff_0000) | (two & 0x0000_ff00)) === 0;
}

/** The six digits of such a clock as one number. */
export const clockDigits = (head: number, tail: number): number =>
  (head & 0xf) * 100_000 +
  ((head >>> 8) & 0xf) * 10_000 +
  ((head >>> 24) & 0xf) * 1000 +
  (tail & 0xf) * 100 +
  ((tail >>> 16) & 0xf) * 10 +
  ((tail >>> 24) & 0xf);
