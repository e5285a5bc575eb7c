import { withoutAccents } from './headerKey.ts';

/**
 * A word of a cell in the form in which lists of words are kept: lower case, without accents and outer space, hyphens,
 * dots, slashes and underscores as single spaces. `Half-yearly`, `half_yearly` and `HALF YEARLY` meet.
 */
export const foldWord = (text: string): string =>
  withoutAccents(text.normalize('NFKC').toLowerCase())
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\s\-‐‑‒–—_./]+/g, ' ')
    .trim();

/** Code of every word of some lists; words are separated by commas and folded. An earlier list wins. */
export function codesOfWords(
  lists: readonly (readonly [code: number, words: string])[],
): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  for (const [code, words] of lists) {
    for (const word of words.split(',')) {
      const folded = foldWord(word);
      if (!codes.has(folded)) codes.set(folded, code);
    }
  }
  return codes;
}
