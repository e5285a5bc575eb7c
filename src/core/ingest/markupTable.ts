import { readEntities } from './htmlText.ts';
import { readMarkup } from './markupTags.ts';

/** Columns a table may have; farther cells are not real. */
const MOST_COLUMNS = 1_024;
/** Cells of one table; more are no list of users but a bomb. */
const MOST_CELLS = 16_000_000;
/** Rows that one joined cell can fill. */
const MOST_JOINED_ROWS = 65_536;

/** Rows without a tag of their own that a workbook may pass over at once. */
const MOST_PASSED_ROWS = 1_000;

type AttributeName = 'colspan' | 'rowspan' | 'MergeAcross' | 'MergeDown' | 'Index';
const patternOf = (name: AttributeName): RegExp =>
  new RegExp(`[\\s:]${name}\\s{0,9}=\\s{0,9}["']?(\\d{1,9})`, 'i');
const PATTERNS: Readonly<Record<AttributeName, RegExp>> = {
  colspan: patternOf('colspan'),
  rowspan: patternOf('rowspan'),
  MergeAcross: patternOf('MergeAcross'),
  MergeDown: patternOf('MergeDown'),
  Index: patternOf('Index'),
};

/** A number among the attributes of a tag, or `undefined`. */
function attribute(tag: string, name: AttributeName): number | undefined {
  const digits = tag.length > name.length ? PATTERNS[name].exec(tag)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

const spanOf = (tag: string, name: 'colspan' | 'rowspan', most: number): number =>
  Math.min(Math.max(1, attribute(tag, name) ?? 1), most);

/** The rows of one table while it is read. */
class TableDraft {
  readonly rows: string[][] = [];
  filled = 0;
  cells = 0;
  private row: string[] | undefined;
  private at = 0;
  private cell: string | undefined;
  private tag = '';
  /** Text and remaining rows of cells that reach down, by column. */
  private readonly joined = new Map<number, { readonly text: string; rows: number }>();
  /** Where text of the open cell is still to be read. */
  takesText = false;

  /** `isSheet`: a sheet of a workbook, whose inner `Table` is its own. */
  constructor(readonly isSheet: boolean) {}

  /** `skipTo`: 0-based place at which a workbook says that the row stands; the rows before it are blank. */
  openRow(skipTo = 0): void {
    this.closeRow();
    if (skipTo <= this.rows.length + MOST_PASSED_ROWS) {
      while (this.rows.length < skipTo) {
        this.startRow();
        this.closeRow();
      }
    }
    this.startRow();
  }

  private startRow(): void {
    this.row = [];
    this.at = 0;
  }

  closeRow(): void {
    this.closeCell();
    if (this.row === undefined) return;
    this.fillJoined();
    for (const column of this.joined.keys()) if (column >= this.at) this.takeJoined(column);
    for (let at = 0; at < this.row.length; at++) this.row[at] ??= '';
    this.cells += this.row.length;
    this.rows.push(this.row);
    this.row = undefined;
  }

  /** `skipTo`: 0-based column at which a workbook says that the cell stands. */
  openCell(tag: string, skipTo?: number): void {
    if (this.row === undefined) this.openRow();
    this.closeCell();
    if (skipTo !== undefined && skipTo < MOST_COLUMNS) {
      for (; this.at < skipTo; this.at += 1) if (this.joined.has(this.at)) this.takeJoined(this.at);
    }
    this.fillJoined();
    this.cell = '';
    this.tag = tag;
    this.takesText = true;
  }

  addText(text: string): void {
    if (this.cell !== undefined && this.takesText) this.cell += text;
  }

  closeCell(): void {
    if (this.cell === undefined) return;
    const text = this.cell
      .replace(/[^\S\n\u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '') this.filled++;
    const across = spanOf(this.tag, 'colspan', MOST_COLUMNS) + (attribute(this.tag, 'MergeAcross') ?? 0);
    const down = Math.min(
      MOST_JOINED_ROWS,
      spanOf(this.tag, 'rowspan', MOST_JOINED_ROWS) + (attribute(this.tag, 'MergeDown') ?? 0),
    );
    if (this.at < MOST_COLUMNS) {
      this.row![this.at] = text;
      if (down > 1) this.joined.set(this.at, { text, rows: down - 1 });
    }
    this.at += Math.max(1, across || 1);
    this.cell = undefined;
    this.takesText = false;
  }

  /** Puts the text of cells from rows above into the columns that they cover here. */
  private fillJoined(): void {
    while (this.joined.has(this.at)) {
      this.takeJoined(this.at);
      this.at += 1;
    }
  }

  private takeJoined(column: number): void {
    const above = this.joined.get(column)!;
    this.row![column] = above.text;
    above.rows -= 1;
    if (above.rows === 0) this.joined.delete(column);
  }
}

/**
 * The rows of the largest table in a web page, or of the largest sheet in an XML workbook of 2003, as cells of text;
 * `undefined` when there is none. Cells that reach over columns leave the further ones empty, cells that reach down are
 * repeated. Nothing is executed, fetched or built as a document. Source of the rule: LOAD-07, file hazards.
 */
export function readMarkupTable(text: string): readonly (readonly string[])[] | undefined {
  const open: TableDraft[] = [];
  let best: TableDraft | undefined;
  const finish = (table: TableDraft | undefined): void => {
    if (table === undefined) return;
    table.closeRow();
    if (table.rows.length > 0 && table.filled > (best?.filled ?? 0)) best = table;
  };
  for (const { tag, text: content, isEmptyTag } of readMarkup(text)) {
    const table = open[open.length - 1];
    if ((table?.cells ?? 0) > MOST_CELLS) return undefined;
    switch (tag) {
      case '':
        table?.addText(isEmptyTag ? content : readEntities(content.replace(/[\r\n\t]+/g, ' ')));
        break;
      case 'table':
      case 'worksheet':
        if (!table?.isSheet) open.push(new TableDraft(tag === 'worksheet'));
        break;
      case '/table':
      case '/worksheet':
        if (table?.isSheet === (tag === '/worksheet')) finish(open.pop());
        break;
      case 'tr':
      case 'row':
        table?.openRow(tag === 'row' ? (attribute(content, 'Index') ?? 1) - 1 : 0);
        if (isEmptyTag) table?.closeRow();
        break;
      case '/tr':
      case '/row':
        table?.closeRow();
        break;
      case 'td':
      case 'th':
      case 'cell': {
        const index = attribute(content, 'Index') ?? 0;
        table?.openCell(content, tag === 'cell' && index >= 1 ? index - 1 : undefined);
        if (isEmptyTag) table?.closeCell();
        break;
      }
      case '/td':
      case '/th':
      case '/cell':
        table?.closeCell();
        break;
      case 'br':
      case '/p':
      case '/div':
      case '/li':
        table?.addText('\n');
        break;
      default:
    }
  }
  while (open.length > 0) finish(open.pop());
  return best?.rows;
}
