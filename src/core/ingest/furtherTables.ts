import { classifyRow, foldLine, type RowContext } from './classifyRow.ts';
import { countSureNames, hasValues } from './findHeader.ts';
import { CONFIRMED_NEVER, EXPECTED_NEVER } from './neverWords.ts';
import { addTables, type FoundTables, type FurtherTable, type FurtherTableAnswer } from './foundTables.ts';

/** Known names of columns that a line must have before it is taken for a header by itself; cells that a table must have. */
const FEWEST_NAMES = 2;
/** Rows of a title and blank lines below it. */
const MOST_HELD = 4;
/** Names of columns that are told. */
const MOST_TOLD = 6;
/** Rows with a word for a date that are looked at for names of columns: lists that write dates in words have one in each. */
const MOST_LOOKS = 2_000;
/** Numbers parted by the signs of dates or clocks. */
const LIKE_A_DATE = /\d[-./: ]\s*\w/;
/** Letters that a name of a column has at most where it is not a known one. */
const LONGEST_NAME = 60;

/**
 * Where a row belongs: to the list, with the rows held before it; to another table below, with the rows held before it that
 * are not blank; or not known before a further row was seen.
 */
export type RowPlace = 'list' | 'held' | 'elsewhere';

/**
 * What is held: a title, column names that are known ones, such names without a blank line above them, or cells that may be
 * names of columns.
 */
type Held = 'title' | 'names' | 'unannounced' | 'perhaps';

const NO_COLUMNS: readonly number[] = [];

const saysNever = (text: string): boolean =>
  CONFIRMED_NEVER.has(text.toLowerCase()) || EXPECTED_NEVER.has(text.toLowerCase());

const filledCells = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0);

/**
 * Tells the rows of a list from those of other tables below it. Another table begins below a blank line, with or without
 * a line of title, where a line of names of columns that are not those of the list stands above a row of at least two
 * cells; of a line with a single known name the row below must fill the same cells and have a value where the line has a
 * word. Without a blank line it begins only where every cell of a row is a known name, one of them stands in a column of
 * dates, and the row below has no date there. The table ends where the column names of the list come again. Blank lines and lines of the report stay with the
 * list, so that they are counted as what they are. A line of unknown words above such a row may head a table too: it is
 * told, and its rows are read unless a person says otherwise. Source of the rule: LOAD-05, file hazards.
 */
export class FurtherTables {
  private state: 'within' | 'belowBlank' | 'elsewhere' | Held = 'within';
  private held: (readonly string[])[] = [];
  private heldFrom = 0;
  private leftOut: FurtherTable | undefined;
  private readOn: FurtherTable | undefined;
  private isSure = false;
  private looks = 0;
  private readonly names: string;

  constructor(
    private readonly context: RowContext,
    private readonly answer: FurtherTableAnswer | undefined,
  ) {
    this.names = foldLine(context.header);
  }

  /** Whether only a blank row, or one of {@link wordColumns}, changes anything: every other row belongs to the list. */
  get isWithin(): boolean {
    return this.state === 'within';
  }

  /** Columns in which a letter at the beginning of a cell makes its row worth a look, at this moment. */
  get wordColumns(): readonly number[] {
    return this.looks < MOST_LOOKS ? this.context.dates : NO_COLUMNS;
  }

  /** Whether rows are held. */
  get isHolding(): boolean {
    return this.held.length > 0;
  }

  /** Notes a blank line that is not among the rows. */
  noteBlank(): void {
    if (this.state !== 'elsewhere' && this.state !== 'title') this.turnTo('belowBlank');
  }

  /** Begins a further file of the same columns. */
  startFile(): void {
    this.turnTo('within');
  }

  /** Takes the next row below the header. */
  take(cells: readonly string[], row: number): RowPlace {
    const filled = filledCells(cells);
    if (this.state === 'elsewhere') return this.takeElsewhere(cells, filled);
    if (filled === 0) return this.takeBlank(cells);
    switch (this.state) {
      case 'within':
        return this.takeWithin(cells, filled, row);
      case 'belowBlank':
        if (filled === 1) return this.hold('title', cells, row);
        return this.takeNames(cells, row);
      case 'title':
        return this.takeNames(cells, row);
      case 'unannounced':
        if (this.context.dates.some((at) => LIKE_A_DATE.test(cells[at] ?? ''))) {
          this.turnTo('within');
          return 'list';
        }
        return this.confirm(cells, filled);
      case 'names':
      case 'perhaps':
        return this.confirm(cells, filled);
    }
  }

  /** What was found so far. */
  found(): FoundTables {
    const { leftOut, readOn, isSure } = this;
    return { ...(leftOut ? { leftOut } : {}), ...(readOn ? { readOn } : {}), isSure };
  }

  private turnTo(state: FurtherTables['state']): void {
    this.state = state;
    this.held = [];
  }

  private hold(state: Held, cells: readonly string[], row: number): RowPlace {
    if (this.held.length === 0) this.heldFrom = row;
    this.held.push(cells);
    this.state = state;
    return 'held';
  }

  /** A row right below others of the list. */
  private takeWithin(cells: readonly string[], filled: number, row: number): RowPlace {
    if (!this.wordColumns.some((at) => /^[a-z]/i.test(cells[at] ?? ''))) return 'list';
    this.looks += 1;
    const areAllNames = this.kindOfNames(cells) === 'names' && countSureNames(cells) === filled;
    return areAllNames ? this.hold('unannounced', cells, row) : 'list';
  }

  /** Between a title and the column names there may be blank lines. */
  private takeBlank(cells: readonly string[]): RowPlace {
    if (this.state === 'title' && this.held.length < MOST_HELD) {
      this.held.push(cells);
      return 'held';
    }
    this.turnTo('belowBlank');
    return 'list';
  }

  private takeNames(cells: readonly string[], row: number): RowPlace {
    const kind = this.kindOfNames(cells);
    if (kind !== undefined) return this.hold(kind, cells, row);
    this.turnTo('within');
    return 'list';
  }

  private kindOfNames(cells: readonly string[]): 'names' | 'perhaps' | undefined {
    const { header, accountAt } = this.context;
    const filled = filledCells(cells);
    if (filled < FEWEST_NAMES || hasValues({ cells }) || foldLine(cells) === this.names) return undefined;
    const sure = countSureNames(cells);
    const isElsewhere = cells.some((cell, place) => {
      const name = cell.trim().toLowerCase();
      return name !== '' && name !== header[place];
    });
    if (sure >= FEWEST_NAMES && sure * 2 >= filled) return isElsewhere ? 'names' : undefined;
    const mayBeNames =
      header.length >= FEWEST_NAMES &&
      (accountAt === -1 || (cells[accountAt] ?? '').trim() !== '') &&
      cells.every((cell) => cell.length <= LONGEST_NAME && !/\d/.test(cell)) &&
      classifyRow(cells, this.context) === undefined;
    return mayBeNames ? 'perhaps' : undefined;
  }

  private confirm(cells: readonly string[], filled: number): RowPlace {
    const names = this.held.at(-1)!;
    const isNamed = this.state === 'names' || this.state === 'unannounced';
    const isSure = isNamed || countSureNames(names) > 0;
    if (!(isNamed ? filled >= FEWEST_NAMES : this.areValuesBelow(names, cells))) {
      this.turnTo('within');
      return 'list';
    }
    if (isSure) this.isSure = true;
    const isLeftOut = this.answer === undefined ? isSure : this.answer === 'leaveOut';
    const table: FurtherTable = {
      row: this.heldFrom,
      names: isSure ? names.filter((cell) => cell.trim() !== '').slice(0, MOST_TOLD) : [],
      tables: 1,
      rows: isLeftOut ? this.held.filter((row) => filledCells(row) > 0).length + 1 : 0,
    };
    if (isLeftOut) this.leftOut = addTables(this.leftOut, table);
    else this.readOn = addTables(this.readOn, table);
    this.turnTo(isLeftOut ? 'elsewhere' : 'within');
    return isLeftOut ? 'elsewhere' : 'list';
  }

  /** Whether a row fills the cells of the line above it, and has a value where that line has a word. */
  private areValuesBelow(names: readonly string[], cells: readonly string[]): boolean {
    const width = Math.max(names.length, cells.length);
    let isValueBelow = false;
    for (let at = 0; at < width; at += 1) {
      const name = (names[at] ?? '').trim();
      const cell = (cells[at] ?? '').trim();
      if ((name === '') !== (cell === '')) return false;
      if (at !== this.context.accountAt && !saysNever(name) && hasValues({ cells: [cell] }))
        isValueBelow = true;
    }
    return isValueBelow;
  }

  private takeElsewhere(cells: readonly string[], filled: number): RowPlace {
    const kind = filled === 0 ? 'blank' : classifyRow(cells, this.context);
    if (kind === 'repeatedHeader') this.turnTo('within');
    else if (kind !== 'blank' && kind !== 'notice' && kind !== 'footer') {
      this.leftOut = { ...this.leftOut!, rows: this.leftOut!.rows + 1 };
      return 'elsewhere';
    }
    return 'list';
  }
}
