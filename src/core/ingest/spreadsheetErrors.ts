import { isSpreadsheetError } from './cellText.ts';
import type { FileFinding } from './fileSurvey.ts';
import type { ImportPlan } from './importPlan.ts';
import type { ScannedRows } from './rowScanner.ts';
import { utf8ToText } from './utf8Bytes.ts';
import { MOST_FINDING_ROWS, type FindingRow } from './xrayQuestion.ts';

const HASH = 0x23;

interface Errors {
  readonly header: string;
  cells: number;
  readonly rows: FindingRow[];
}

/**
 * Counts cells of the text columns in use in which a spreadsheet shows an error, such as `#N/A`: they are read as empty,
 * which must not happen in silence. Columns of dates are asked about by the X-ray. Source: file hazards, LOAD-28.
 */
export class SpreadsheetErrors {
  private readonly watched: ReadonlyMap<number, Errors>;

  constructor({ columns }: ImportPlan) {
    const texts = columns.filter(({ meaning, dates }) => meaning !== 'ignore' && dates === undefined);
    this.watched = new Map(texts.map(({ position, header }) => [position, { header, cells: 0, rows: [] }]));
  }

  /** Notes the rows of a batch from row `from` on; `firstRow` is the file row of its row 0. */
  noteRows(rows: ScannedRows, from: number, firstRow: number): void {
    const { bytes, cells, rowStarts, count } = rows;
    if (from >= count) return;
    const begin = cells[rowStarts[from]! * 2]!;
    const part = bytes.subarray(begin, cells[rowStarts[count]! * 2 - 1]!);
    for (let at = part.indexOf(HASH); at >= 0; at = part.indexOf(HASH, at + 1)) {
      if (at > 0 && isInsideText(part[at - 1]!)) continue;
      const row = rowAt(rows, begin + at);
      for (let cell = rowStarts[row]!; cell < rowStarts[row + 1]!; cell += 1) {
        const start = cells[cell * 2]!;
        const end = cells[cell * 2 + 1]!;
        if (start > begin + at || end <= begin + at) continue;
        this.note(cell - rowStarts[row]!, utf8ToText(bytes, start, end), firstRow + row);
      }
    }
  }

  noteCells(cells: readonly string[], row: number): void {
    cells.forEach((cell, position) => this.note(position, cell, row));
  }

  /** One finding a column, in file order. */
  findings(): FileFinding[] {
    return [...this.watched.values()].flatMap(({ header, cells, rows }): FileFinding[] =>
      cells > 0 ? [{ kind: 'spreadsheetErrors', header, cells, rows }] : [],
    );
  }

  private note(position: number, cell: string, fileRow: number): void {
    if (!cell.includes('#')) return;
    const text = cell.trim();
    const errors = this.watched.get(position);
    if (!errors || !isSpreadsheetError(text)) return;
    errors.cells += 1;
    if (errors.rows.length < MOST_FINDING_ROWS) errors.rows.push({ fileRow, text });
  }
}

/** Letters, digits and the sign itself, behind which no cell starts. */
const isInsideText = (letter: number): boolean =>
  letter === HASH || (letter >= 0x30 && letter < 0x7c && letter !== 0x3b) || letter > 0x7c;

/** The last row that starts at or before a place. */
function rowAt({ cells, rowStarts, count }: ScannedRows, place: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cells[rowStarts[middle]! * 2]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
