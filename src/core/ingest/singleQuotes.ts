const QUOTE = "'";

const isLineEnd = (letter: string | undefined): boolean => letter === '\n' || letter === '\r';

/**
 * Rewrites text whose cells apostrophes enclose, `'Lee, Ann','O''Ray'`, with quotation marks: delimiters and line breaks
 * may stand inside, a doubled apostrophe is one. Cells without them stay as they are. Where a cell is still open and a
 * line begins with a further opening apostrophe, the open quote stays unclosed, as the reader of rows expects it. Text
 * comes in pieces of any size; line ends stay where they are. Source of the rule: file hazards, quotes.
 */
export class SingleQuotes {
  private isOpen = false;
  private isLineStart = true;
  private isCellStart = true;
  /** Apostrophes at the end of a piece: what they mean depends on the letter behind them. */
  private held = '';

  constructor(private readonly delimiter: string) {}

  /** `isEnd`: whether no further text follows. */
  push(text: string, isEnd = false): string {
    const input = this.held + text;
    this.held = '';
    let read = '';
    for (let at = 0; at < input.length; at += 1) {
      const letter = input[at]!;
      if (letter !== QUOTE) {
        read += letter === '"' && this.isOpen ? '""' : letter;
        this.isLineStart = isLineEnd(letter);
        this.isCellStart = this.isLineStart || letter === this.delimiter;
        continue;
      }
      let end = at + 1;
      while (input[end] === QUOTE) end += 1;
      if (end === input.length && !isEnd) {
        this.held = input.slice(at);
        break;
      }
      const behind = input[end];
      read += this.readMarks(
        end - at,
        behind === undefined || behind === this.delimiter || isLineEnd(behind),
      );
      this.isLineStart = false;
      this.isCellStart = false;
      at = end - 1;
    }
    return read;
  }

  private readMarks(marks: number, endsCell: boolean): string {
    const isOdd = marks % 2 === 1;
    if (this.isOpen && !(this.isLineStart && isOdd !== endsCell)) {
      if (!isOdd || !endsCell) return QUOTE.repeat(Math.ceil(marks / 2));
      this.isOpen = false;
      return `${QUOTE.repeat((marks - 1) / 2)}"`;
    }
    if (!this.isCellStart) return QUOTE.repeat(marks);
    this.isOpen = isOdd || !endsCell;
    return this.isOpen ? `"${QUOTE.repeat(marks >> 1)}` : `"${QUOTE.repeat((marks - 2) / 2)}"`;
  }
}

/** Whether apostrophes enclose a cell. */
export const isSingleQuoted = (cell: string): boolean =>
  cell.length > 1 && cell.startsWith(QUOTE) && cell.endsWith(QUOTE);
