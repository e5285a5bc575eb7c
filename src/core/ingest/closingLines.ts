import { looksLikeKey, type OtherRow, type RowContext } from './classifyRow.ts';

/** Columns from which on a line of one cell is no row of the list. */
const FEWEST_COLUMNS = 3;

/**
 * Whether a line of one cell, without delimiters, reads as words that a report prints: not as a key, whose row may have
 * been cut off.
 */
function isBareLine(cells: readonly string[], { header }: RowContext): boolean {
  const text = cells[0]!.trim();
  return cells.length === 1 && header.length >= FEWEST_COLUMNS && !text.includes('@') && !looksLikeKey(text);
}

/**
 * The lines that close a report. Below a total or another line of a report a bare line belongs to the report as well, such
 * as its title or the name of the company, until a row of data comes.
 * Source of the rule: LOAD-05, file hazards, footers.
 */
export class ClosingLines {
  /** Rows of data above the last line that closes. */
  private below = -1;

  constructor(private readonly context: RowContext) {}

  /**
   * What a row is beside those above it; `kind`: what it is alone (`classifyRow`), `read`: rows of data so far, accepted or
   * rejected. Rows come in the order of the file.
   */
  settle(kind: OtherRow | undefined, cells: readonly string[], read: number): OtherRow | undefined {
    const settled = kind ?? (this.below === read && isBareLine(cells, this.context) ? 'footer' : undefined);
    if (settled === 'footer' || settled === 'total' || settled === 'notice') this.below = read;
    return settled;
  }
}
