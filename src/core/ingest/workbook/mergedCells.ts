import { TagReader } from './partReader.ts';
import type { SheetRows } from './sheetRows.ts';
import type { WorkbookFault } from './workbookFault.ts';
import { nameKey, type XmlScanner } from './xmlScanner.ts';

const MERGED = nameKey('mergeCell');
const REFERENCE = nameKey('ref');

const AREA = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/;
/** No list has more; further ones are left as they are. */
const MOST_AREAS = 1 << 16;
/** Longer texts are no names of units or people, and repeating them could fill any memory. */
const MOST_LETTERS = 300;

/** An area of cells joined over several rows. Only its first cell holds the value. */
export interface MergedArea {
  /** 0-based. */
  readonly column: number;
  /** Row numbers as the spreadsheet shows them. */
  readonly firstRow: number;
  readonly lastRow: number;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 0x40, 0) - 1;

/** Reads which cells of a sheet are joined over several rows; a sheet says so behind its rows. */
export class MergedCellsReader extends TagReader {
  readonly areas: MergedArea[] = [];

  protected opened(scanner: XmlScanner): WorkbookFault | undefined {
    if (scanner.name !== MERGED || this.areas.length === MOST_AREAS) return undefined;
    const [, letters = '', first, last] =
      AREA.exec(this.text(scanner, scanner.attribute(REFERENCE)) ?? '') ?? [];
    const area = { column: columnOf(letters), firstRow: Number(first), lastRow: Number(last) };
    if (area.lastRow > area.firstRow) this.areas.push(area);
    return undefined;
  }

  protected closed(): void {}
}

/**
 * Repeats the values of joined cells in the further rows that they cover, as a person reads them. Rows up to the header
 * stay as they are, and so does a cell that holds something itself. Rows must come in order.
 * Source of the rule: file hazards, merged cells.
 */
export class MergedFill {
  private readonly areas: readonly MergedArea[];
  private next = 0;
  private readonly open = new Map<number, { readonly text: string; readonly lastRow: number }>();

  constructor(areas: readonly MergedArea[], headerRow: number) {
    this.areas = areas
      .filter(({ firstRow }) => firstRow > headerRow)
      .toSorted((one, other) => one.firstRow - other.firstRow);
  }

  apply(read: SheetRows): SheetRows {
    if (this.areas.length === 0) return read;
    return { ...read, rows: read.rows.map((cells, index) => this.fillRow(cells, read.fileRows[index]!)) };
  }

  private fillRow(cells: readonly string[], row: number): readonly string[] {
    for (; this.areas[this.next] && this.areas[this.next]!.firstRow <= row; this.next += 1) {
      const { column, firstRow, lastRow } = this.areas[this.next]!;
      const text = firstRow === row ? (cells[column] ?? '') : '';
      if (text !== '' && text.length <= MOST_LETTERS) this.open.set(column, { text, lastRow });
    }
    let filled: string[] | undefined;
    for (const [column, { text, lastRow }] of this.open) {
      if (row > lastRow) this.open.delete(column);
      else if ((cells[column] ?? '') === '') {
        filled ??= [...cells];
        while (filled.length < column) filled.push('');
        filled[column] = text;
      }
    }
    return filled ?? cells;
  }
}
