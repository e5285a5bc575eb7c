/** Controls and format characters (direction marks, overrides, zero width, byte order mark); line and paragraph ends. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu;

/** U+200C and U+200D where they spell: between letters of a word, and between the parts of one emoji. */
const JOINER = /^[\u200c\u200d]$/u;
const BEFORE_JOINER = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const AFTER_JOINER = /^[\p{L}\p{M}\p{Extended_Pictographic}]/u;

/** Characters of a quoted cell that are shown at most. */
const MOST_SHOWN = 80;

const codeOf = (letter: string): string =>
  `⟨U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;

function showUnseen(letter: string, at: number, whole: string): string {
  const spells =
    JOINER.test(letter) &&
    BEFORE_JOINER.test(whole.slice(Math.max(0, at - 2), at)) &&
    AFTER_JOINER.test(whole.slice(at + 1, at + 3));
  return spells ? letter : codeOf(letter);
}

/**
 * A text from a file as it may be quoted in a sentence: characters that turn the direction of writing or cannot be seen
 * are shown by their code (`⟨U+202E⟩`), and the quote ends with `…` after 80 characters, never inside a character. The
 * two joiners stay as they are between letters and between emoji, where they belong to the spelling.
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
  return letters.join('').replace(UNSEEN, showUnseen) + (isLong ? '…' : '');
}

/**
 * A text of its own, such as a reason, a notice or a sentence that may quote a file: as `visibleText`, but whole, with its
 * tabs and line ends.
 */
export const visibleLines = (text: string): string =>
  text.replace(UNSEEN, (letter: string, at: number, whole: string) =>
    letter === '\n' || letter === '\t' || letter === '\r' ? letter : showUnseen(letter, at, whole),
  );
