import { FILLER_WORDS, MONTH_BY_WORD, OFFSET_BY_WORD, WEEKDAY_WORDS, YEAR_WORDS } from './monthWords.ts';

/** Longest text, in tokens, that can be a date. */
const MOST_TOKENS = 32;

/** Kinds of token of a date text. They are below 32, so that a set of kinds is one integer. */
export const TOKEN = {
  END: 0,
  NUMBER: 1,
  MONTH: 2,
  WEEKDAY: 3,
  OFFSET: 4,
  FILLER: 5,
  MORNING: 6,
  AFTERNOON: 7,
  LETTER_T: 8,
  LETTER_M: 9,
  OTHER_WORD: 10,
  DASH: 11,
  SLASH: 12,
  DOT: 13,
  COLON: 14,
  COMMA: 15,
  PLUS: 16,
  OPEN: 17,
  OPEN_SQUARE: 18,
  CLOSE: 19,
  CLOSE_SQUARE: 20,
  OTHER_SIGN: 21,
  YEAR_WORD: 22,
  LETTER_W: 23,
} as const;

const SIGN_BY_CODE = new Int32Array(0x80).fill(TOKEN.OTHER_SIGN);
for (const [letter, sign] of [
  ['-', TOKEN.DASH],
  ['/', TOKEN.SLASH],
  ['.', TOKEN.DOT],
  [':', TOKEN.COLON],
  [',', TOKEN.COMMA],
  ['+', TOKEN.PLUS],
  ['(', TOKEN.OPEN],
  ['[', TOKEN.OPEN_SQUARE],
  [')', TOKEN.CLOSE],
  [']', TOKEN.CLOSE_SQUARE],
  ['@', TOKEN.FILLER],
] as const) {
  SIGN_BY_CODE[letter.charCodeAt(0)] = sign;
}

/**
 * Tokens of the text last cut by {@link readDateTokens}, up to a token END. One scan at a time, so that a million cells
 * allocate nothing: kind; value of a number, month (1 to 12) or offset (seconds east of UTC); digits of a number.
 */
export const dateTokens = {
  kinds: new Int32Array(MOST_TOKENS + 1),
  values: new Float64Array(MOST_TOKENS + 1),
  digits: new Int32Array(MOST_TOKENS + 1),
} as const;

const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code <= 0x24f) ||
  (code >= 0x370 && code <= 0x52f) ||
  (code >= 0x300 && code <= 0x36f);
/** Spaces of all widths, and the apostrophe of `d’abril`. */
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x09 || code === 0x202f || code === 0x2009 || code === 0x2019;

/** Kind of a word, with its value (month, offset) in the bits above. */
function classifyWord(word: string): number {
  const month = MONTH_BY_WORD.get(word);
  if (month !== undefined) return TOKEN.MONTH | (month << 5);
  if (word === 't') return TOKEN.LETTER_T;
  if (word === 'am' || word === 'a') return TOKEN.MORNING;
  if (word === 'pm' || word === 'p') return TOKEN.AFTERNOON;
  if (word === 'm') return TOKEN.LETTER_M;
  if (word === 'w') return TOKEN.LETTER_W;
  const offset = OFFSET_BY_WORD.get(word);
  if (offset !== undefined) return TOKEN.OFFSET | (offset << 5);
  if (WEEKDAY_WORDS.has(word)) return TOKEN.WEEKDAY;
  if (YEAR_WORDS.has(word)) return TOKEN.YEAR_WORD;
  return FILLER_WORDS.has(word) ? TOKEN.FILLER : TOKEN.OTHER_WORD;
}

/** Words as they stand in cells → what they are; a column repeats a handful of them. */
const knownWords = new Map<string, number>();
const MOST_KNOWN_WORDS = 1024;

function readWord(word: string): number {
  let known = knownWords.get(word);
  if (known === undefined) {
    known = classifyWord(word.normalize('NFC').toLowerCase());
    if (knownWords.size < MOST_KNOWN_WORDS) knownWords.set(word, known);
  }
  return known;
}

/** Cuts a text into {@link dateTokens}. False when it is empty, too long or holds a character that no date has. */
export function readDateTokens(text: string): boolean {
  const { kinds, values, digits } = dateTokens;
  let count = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isSpace(code)) {
      index++;
      continue;
    }
    if (count === MOST_TOKENS) return false;
    if (code >= 0x30 && code <= 0x39) {
      const start = index;
      let value = 0;
      for (; index < text.length; index++) {
        const digit = text.charCodeAt(index) - 0x30;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      kinds[count] = TOKEN.NUMBER;
      values[count] = value;
      digits[count] = index - start;
    } else if (isLetter(code)) {
      const start = index;
      while (index < text.length && isLetter(text.charCodeAt(index))) index++;
      const word = readWord(text.slice(start, index));
      kinds[count] = word & 31;
      values[count] = word >> 5;
    } else if (code < 0x80) {
      kinds[count] = SIGN_BY_CODE[code]!;
      index++;
    } else if (code === 0x2212 || code === 0x2013 || code === 0x2010 || code === 0x2011) {
      kinds[count] = TOKEN.DASH;
      index++;
    } else return false;
    count++;
  }
  kinds[count] = TOKEN.END;
  return count > 0;
}
