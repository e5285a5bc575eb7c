/** Letters of another alphabet come in words; accented letters of Western European text stand alone or in pairs. */
const WORD = 3;
/** So few letters beyond ASCII say nothing. */
const FEWEST = 8;
/** What windows-1252 has no letter for, and the mark that stands before half of all katakana: not in Western text. */
const NEVER_WESTERN = /[\u0081\u008d\u008f\u0090\u009dƒ]/g;
const FEWEST_NEVER_WESTERN = 3;

/**
 * Whether text that was read as windows-1252, because it is no UTF-8, is text of another alphabet in an older code page
 * (Cyrillic, Greek, Japanese, Chinese …), so that its names make no sense. Which one cannot be told for certain.
 * Source of the rule: LOAD-05, order of encodings.
 */
export function looksLikeOtherAlphabet(text: string): boolean {
  let letters = 0;
  let inWords = 0;
  let run = 0;
  for (let place = 0; place <= text.length; place += 1) {
    const code = place < text.length ? text.charCodeAt(place) : 0;
    if (code >= 0x80 && code !== 0xa0) {
      run += 1;
      continue;
    }
    letters += run;
    if (run >= WORD) inWords += run;
    run = 0;
  }
  if (letters < FEWEST) return false;
  return inWords * 2 > letters || (text.match(NEVER_WESTERN)?.length ?? 0) >= FEWEST_NEVER_WESTERN;
}
