/** Marks, embeddings, overrides and isolates that change the direction in which a text is shown. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A sentence that may quote a file: characters that change the direction of writing are shown by their code
 * (`⟨U+202E⟩`), everything else stays, line breaks included. For a quoted cell alone see `visibleText`.
 */
export const visibleDirections = (text: string): string =>
  text.replace(
    DIRECTION,
    (letter) => `⟨U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
