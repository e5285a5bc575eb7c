import type { TextColumn } from '../inventory/textColumn.ts';

const UPPER_A = 65;
const UPPER_Z = 90;
const LOWER_A = 97;
const LOWER_Z = 122;
const AT_SIGN = 64;
const FIRST_LETTER_BEYOND_ASCII = 0xaa;
/** Two words beside each other are read as one only for entries at least this long (`no-reply`, `help desk`). */
const JOINABLE = 7;

/** Word lists compiled for a scan over many texts. */
export interface WordMatcher {
  /** Set of lists (bit 0 = first list) that hold a word of the text. */
  match(text: string, start: number, end: number): number;
}

/**
 * Compiles lists of words. A word is a run of letters, so that digits and signs end it (`svc01`, `svc-backup`); case
 * does not matter. An entry matches a whole word. It matches the beginning of a word as well when it ends in `*` or
 * has no vowel (`svc`), because no person's name begins so. Entries without a letter match nothing.
 * Source of the rule: imports, *Non-human markers*.
 */
export function compileWords(lists: readonly (readonly string[])[]): WordMatcher {
  const whole = new Map<string, number>();
  const beginnings: { readonly text: string; readonly bit: number }[] = [];
  lists.forEach((list, index) => {
    for (const entry of list) {
      const word = lettersOf(entry);
      if (word === '') continue;
      const bit = 1 << index;
      whole.set(word, (whole.get(word) ?? 0) | bit);
      if (entry.trim().endsWith('*') || isVowelless(word)) beginnings.push({ text: word, bit });
    }
  });
  // Most words of most names begin with a pair of letters that no entry begins with.
  const firstPairs = new Uint8Array(1 << 10);
  for (const word of whole.keys()) firstPairs[pairOf(foldCode(word, 0), foldCode(word, 1))] = 1;
  for (const { text } of beginnings) {
    if (text.length === 1)
      for (let second = 0; second < 28; second += 1) firstPairs[pairOf(foldCode(text, 0), second)] = 1;
  }
  const longest = Math.max(0, ...Array.from(whole.keys(), (word) => word.length));

  function bitsOf(word: string): number {
    let bits = whole.get(word) ?? 0;
    for (const beginning of beginnings) if (word.startsWith(beginning.text)) bits |= beginning.bit;
    return bits;
  }

  function match(text: string, start: number, end: number): number {
    let bits = 0;
    let previousStart = -1;
    let previousEnd = -1;
    let at = start;
    while (at < end) {
      let code = LETTERS[text.charCodeAt(at)]!;
      if (code === 0) {
        at += 1;
        continue;
      }
      const wordStart = at;
      const first = code;
      let second = 0;
      at += 1;
      if (at < end) {
        second = code = LETTERS[text.charCodeAt(at)]!;
        while (code !== 0) {
          at += 1;
          if (at === end) break;
          code = LETTERS[text.charCodeAt(at)]!;
        }
      }
      const mayBegin = firstPairs[pairOf(first, second)] === 1;
      if (mayBegin) bits |= bitsOf(text.slice(wordStart, at).toLowerCase());
      if (previousEnd >= 0) {
        const joined = previousEnd - previousStart + at - wordStart;
        if (joined >= JOINABLE && joined <= longest) {
          const both = text.slice(previousStart, previousEnd) + text.slice(wordStart, at);
          bits |= whole.get(both.toLowerCase()) ?? 0;
        }
      }
      previousStart = wordStart;
      previousEnd = mayBegin || second === 0 ? at : -1;
    }
    return bits;
  }
  return { match };
}

/**
 * Bits of {@link WordMatcher} for every row of a text column, chunk by chunk without a string a row.
 * `localPart`: only what stands before the first `@` is looked at.
 */
export function findWords(
  column: TextColumn,
  matcher: WordMatcher,
  localPart: boolean,
  into: Uint8Array,
): void {
  let first = 0;
  for (let index = 0; first < column.length; index += 1) {
    const { text, ends } = column.chunk(index);
    let start = 0;
    for (let offset = 0; offset < ends.length; offset += 1) {
      const end = ends[offset]!;
      const cut = localPart ? localPartEnd(text, start, end) : end;
      into[first + offset]! |= matcher.match(text, start, cut);
      start = end;
    }
    first += ends.length;
  }
}

function localPartEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === AT_SIGN) return at;
  return end;
}

/** Letters, roughly: beyond ASCII everything but the blocks of general and ideographic punctuation. */
const isLetter = (code: number): boolean =>
  (code >= LOWER_A && code <= LOWER_Z) ||
  (code >= UPPER_A && code <= UPPER_Z) ||
  (code >= FIRST_LETTER_BEYOND_ASCII &&
    !(code >= 0x2000 && code <= 0x206f) &&
    !(code >= 0x3000 && code <= 0x3003));

/** By UTF-16 code unit: 1 to 26 for a letter in either case, 27 for every letter beyond ASCII, 0 for any other sign. */
const LETTERS = /* @__PURE__ */ Uint8Array.from({ length: 1 << 16 }, (_, code) => {
  if (code >= LOWER_A && code <= LOWER_Z) return code - LOWER_A + 1;
  if (code >= UPPER_A && code <= UPPER_Z) return code - UPPER_A + 1;
  return isLetter(code) ? 27 : 0;
});

/** Entry of {@link LETTERS} for one place of a word; 0 beyond its end. */
const foldCode = (word: string, at: number): number => (at < word.length ? LETTERS[word.charCodeAt(at)]! : 0);

const pairOf = (first: number, second: number): number => (first << 5) | second;

const lettersOf = (entry: string): string =>
  [...entry.toLowerCase()].filter((sign) => isLetter(sign.charCodeAt(0))).join('');

const isVowelless = (word: string): boolean => word.length >= 3 && !/[aeiouy]|[^a-z]/.test(word);
