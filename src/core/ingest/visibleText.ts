/** Controls and format characters (direction marks, overrides, zero width, byte order mark); line and paragraph ends. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu;

/** Characters of a quoted cell that are shown at most. */
const MOST_SHOWN = 80;

const showCode = (letter: string): string =>
  `⟨U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;

/**
 * A text from a file as it may be quoted in a sentence: characters that turn the direction of writing or cannot be seen
 * are shown by their code (`⟨U+202E⟩`), and the quote ends with `…` after 80 characters, never inside a character.
 */
export function visibleText(text: string): string {
  const letters: string[] = [];
  let isLong = false;
  for (const letter of text) {
    if (letters.length === MOST_SHOWN) {
      isLong = true;
      break;
    }
    letters.push(letter);
  }
  return letters.join('').replace(UNSEEN, showCode) + (isLong ? '…' : '');
}
