/** A delimited text made by chance, and the places where it comes in pieces. */
export interface DelimitedCase {
  readonly text: string;
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly cuts: readonly number[];
}

/** Numbers from 0 up to and without `below`, the same for every run with one seed. */
export type Chance = (below: number) => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;
const LETTERS = [
  'a',
  'Zz',
  '0042',
  'é',
  'ß',
  '東京',
  '😀',
  ' ',
  '\u00a0',
  '\ufeff',
  "'",
  '\0',
  '\u2028',
  '-',
  '=',
];

export const pick = <Item>(chance: Chance, items: readonly Item[]): Item => items[chance(items.length)]!;

/** A cell as a careful exporter writes it: quoted where it must be, and now and then where it need not be. */
function writtenCell(chance: Chance, delimiter: string): string {
  let value = '';
  for (let left = chance(4); left > 0; left -= 1) {
    value += chance(4) === 0 ? pick(chance, ['"', '""', ...LINE_ENDS, ...DELIMITERS]) : pick(chance, LETTERS);
  }
  const mustQuote = /["\r\n]/.test(value) || value.includes(delimiter);
  return mustQuote || chance(3) === 0 ? `"${value.replaceAll('"', '""')}"` : value;
}

function writtenText(chance: Chance, delimiter: string): string {
  const usual = pick(chance, LINE_ENDS);
  const isMixed = chance(4) === 0;
  let text = '';
  for (let rows = 1 + chance(5); rows > 0; rows -= 1) {
    const cells = Array.from({ length: chance(5) }, () => writtenCell(chance, delimiter));
    text += cells.join(delimiter) + (chance(5) === 0 ? delimiter : '');
    if (rows > 1 || chance(2) === 0) text += isMixed ? pick(chance, LINE_ENDS) : usual;
  }
  return text;
}

/** Marks and letters in any order, as no exporter writes them. */
function anyText(chance: Chance, delimiter: string): string {
  const parts = ['"', '"', '""', delimiter, delimiter, ...LINE_ENDS, '"\n', `"${delimiter}`, ...LETTERS];
  return Array.from({ length: chance(14) }, () => pick(chance, parts)).join('');
}

/** One case by chance: about two in three are well formed. */
export function buildDelimitedCase(chance: Chance): DelimitedCase {
  const delimiter = pick(chance, DELIMITERS);
  const body = chance(3) === 0 ? anyText(chance, delimiter) : writtenText(chance, delimiter);
  const text = (chance(8) === 0 ? '\ufeff' : '') + body;
  const cuts = Array.from({ length: chance(3) }, () => chance(64));
  return { text, delimiter, cuts };
}

/**
 * Whether every quote stands where RFC 4180 has it: a cell that begins with a quote ends with one before a delimiter,
 * a line end or the end, its inner quotes are doubled, and no other cell holds a quote.
 */
export function isWellFormed(text: string, delimiter: string): boolean {
  const cell = delimiter === '|' ? '[^"\\r\\n|]*' : `[^"\\r\\n${delimiter}]*`;
  const separator = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(
    `^(?:(?:"(?:[^"]|"")*"|${cell})(?:${separator}|\\r\\n|\\r|\\n))*(?:"(?:[^"]|"")*"|${cell})$`,
    'u',
  ).test(text);
}
