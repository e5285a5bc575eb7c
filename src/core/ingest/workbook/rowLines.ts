import { hasValues, MOST_TITLE_LINES } from '../findHeader.ts';
import type { SheetWithHeader } from './chooseSheets.ts';
import type { SheetRows } from './sheetRows.ts';

/** Rows at the top that are written on one line each, every cell in quotes, so that they are recognised without doubt. */
const PLAIN_ROWS = MOST_TITLE_LINES + 1;

const NEEDS_QUOTES = /[",\r\n]/;
const LINE_ENDS = /\r\n|[\r\n]/g;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * Writes the rows of the chosen sheets as comma separated text, one after the other: rows of the first sheet stand on
 * the line of their number, rows between them that have no content as empty lines; of every further sheet only the
 * rows below its header follow, one empty line for all rows between two of them that have no content. Where another table may
 * stand below the rows of a sheet, the header comes again before the next sheet. Rows are filled up to the width of the header, because a sheet stores no empty cells
 * at their end. A cell of the first rows that holds several lines is put on one.
 */
export class RowLines {
  private sheet: string | undefined;
  private headerRow = 0;
  private nextRow = 1;
  private isBelowBlank = false;
  private isTableBelow = false;
  private readonly width: number;

  constructor(private readonly chosen: readonly SheetWithHeader[]) {
    this.width = Math.max(1, ...chosen.map(({ header }) => header?.length ?? 1));
  }

  /** The text of some rows. */
  write({ sheet, rows, fileRows }: SheetRows): string {
    let text = '';
    if (sheet !== this.sheet && rows.length > 0) {
      const { header } = this.chosen[0]!;
      if (this.isTableBelow && header) text += this.line(header, true);
      this.turnTo(sheet);
    }
    const isFirst = sheet === this.chosen[0]!.name;
    rows.forEach((cells, index) => {
      const row = fileRows[index]!;
      if (!isFirst && row <= this.headerRow) return;
      if (isFirst) text += '\n'.repeat(row - this.nextRow);
      else if (row > this.nextRow) text += '\n';
      if (row > this.nextRow) this.isBelowBlank = true;
      this.noteTable(cells);
      this.nextRow = row + 1;
      text += this.line(cells, isFirst && row <= PLAIN_ROWS);
    });
    return text;
  }

  /** Notes whether a row may head another table below the rows of the sheet. */
  private noteTable(cells: readonly string[]): void {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (this.isBelowBlank && filled > 1 && !hasValues({ cells })) this.isTableBelow = true;
    this.isBelowBlank = filled === 0 || (this.isBelowBlank && filled === 1);
  }

  private turnTo(sheet: string): void {
    this.sheet = sheet;
    this.headerRow = this.chosen.find(({ name }) => name === sheet)?.headerRow ?? 0;
    this.nextRow = sheet === this.chosen[0]!.name ? 1 : this.headerRow + 1;
    this.isBelowBlank = false;
    this.isTableBelow = false;
  }

  private line(cells: readonly string[], isPlain: boolean): string {
    let line = '';
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      if (at > 0) line += ',';
      if (isPlain) line += quoted(cell.replace(LINE_ENDS, ' '));
      else line += NEEDS_QUOTES.test(cell) ? quoted(cell) : cell;
    }
    return `${line}${','.repeat(Math.max(0, this.width - cells.length))}\n`;
  }
}
