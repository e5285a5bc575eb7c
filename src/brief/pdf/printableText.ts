import { PRINTABLE_RANGES } from './printableRanges.ts';

/** Longest text that is drawn; a longer one is cut visibly. */
const LONGEST = 1500;
const SOFT_HYPHEN = 0xad;

/** Bidirectional and zero-width controls change how neighbours are read although nothing is seen. */
const isHiddenControl = (code: number): boolean =>
  code === SOFT_HYPHEN || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e);

/** Whether the embedded font draws this code point as what it is. */
export function isPrintable(code: number): boolean {
  if (isHiddenControl(code)) return false;
  return PRINTABLE_RANGES.some(([first, last]) => code >= first && code <= last);
}

const isLineBreak = (code: number): boolean => code === 0x09 || code === 0x0a || code === 0x0d;

/** Characters of a text that cannot be drawn, each once, in order of appearance. Tabs and line breaks become spaces. */
export function unprintableCharacters(text: string): readonly string[] {
  const found = new Set<string>();
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    if (!isLineBreak(code) && !isPrintable(code)) found.add(character);
  }
  return [...found];
}

/** `[U+5C71]`: how a character outside the font stands in the brief. */
export const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The text as it is drawn: composed, characters outside the font and hidden controls as visible codes. */
export function toPrintable(text: string): string {
  const composed = text.length > LONGEST ? shortened(text) : text.normalize('NFC');
  let drawn = '';
  for (const character of composed) {
    const code = character.codePointAt(0) ?? 0;
    if (isLineBreak(code)) drawn += ' ';
    else drawn += isPrintable(code) ? character : codeOf(character);
  }
  return drawn;
}

const shortened = (text: string): string =>
  `${text.slice(0, LONGEST).normalize('NFC')}… (${text.length} characters)`;
