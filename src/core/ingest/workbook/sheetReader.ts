import { CELL_FORMAT, type CellFormat } from './cellFormat.ts';
import { appendNumber } from './numberCell.ts';
import { faultOfXml, type PartProgress, type PartReader } from './partReader.ts';
import { RowSink } from './rowSink.ts';
import type { CellContext, SheetRows } from './sheetRows.ts';
import type { WorkbookFault } from './workbookFault.ts';
import { nameKey, XML, type XmlScanner, type XmlToken } from './xmlScanner.ts';

const WORKSHEET = nameKey('worksheet');
const SHEET_DATA = nameKey('sheetData');
const ROW = nameKey('row');
const CELL = nameKey('c');
const VALUE = nameKey('v');
const INLINE = nameKey('is');
const TEXT = nameKey('t');
const FORMULA = nameKey('f');
const PHONETIC = nameKey('rPh');
const REFERENCE = nameKey('r');
const STYLE = nameKey('s');
const TYPE = nameKey('t');
const HIDDEN = nameKey('hidden');

/** Kinds of cell by the key of the type attribute. */
const SHARED = nameKey('s');
const STRING = nameKey('str');
const INLINE_STRING = nameKey('inlineStr');
const BOOLEAN = nameKey('b');
const ERROR = nameKey('e');
const ISO_DATE = nameKey('d');
const NUMBER = nameKey('n');

/** What the text between tags is for. */
const NOTHING = 0;
const OF_VALUE = 1;
const OF_TEXT = 2;

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads the rows of one sheet, sparse: nothing is ever allocated for a coordinate, only for what stands in the file.
 * Cells and rows may leave their coordinates out, as some writers do; where they are given they must rise. A cell
 * beyond the limits counts only if it has content, so formatting to the last column is no reason to refuse a list.
 */
export class SheetReader implements PartReader {
  private readonly sink: RowSink;
  private inData = false;
  private inRow = false;
  private isHiddenRow = false;
  private inCell = false;
  private isAid = false;
  private wanted = NOTHING;
  private row = 0;
  private column = -1;
  private type = NUMBER;
  private format: CellFormat = CELL_FORMAT.NUMBER;
  private hasFormula = false;
  private isInline = false;

  constructor(
    readonly part: string,
    private readonly sheet: string,
    private readonly context: CellContext,
  ) {
    this.sink = new RowSink(sheet, context);
  }

  /** The rows read since the last call. To be asked after `pause`, `more` or `end`. */
  take(): SheetRows | WorkbookFault | undefined {
    if (this.inRow || this.sink.isEmpty) return undefined;
    return this.sink.take() ?? this.damaged('holds text that is not UTF-8');
  }

  read(scanner: XmlScanner): PartProgress {
    for (;;) {
      const token = scanner.next();
      if (token === XML.MORE) return 'more';
      if (token === XML.END) return 'end';
      if (token === XML.FAULT) return faultOfXml(scanner.fault, this.part);
      const fault =
        (this.wanted === NOTHING ? undefined : this.readText(scanner, token)) ??
        (token === XML.OPEN
          ? this.opened(scanner)
          : token === XML.CLOSE
            ? this.closed(scanner.name)
            : undefined);
      if (fault) return fault;
      if (!this.inRow && this.sink.isFull) return 'pause';
    }
  }

  private damaged(what: string): WorkbookFault {
    return { kind: 'damaged', part: this.part, what };
  }

  private opened(scanner: XmlScanner): WorkbookFault | undefined {
    const { name } = scanner;
    if (this.inCell) {
      if (name === VALUE) this.wanted = OF_VALUE;
      else if (name === TEXT) this.wanted = this.isInline && !this.isAid ? OF_TEXT : NOTHING;
      else if (name === PHONETIC) this.isAid = true;
      else if (name === FORMULA) this.hasFormula = true;
      else if (name === CELL || name === ROW) return this.damaged('has a cell within a cell');
      else if (name === INLINE) this.isInline = true;
      return undefined;
    }
    if (name === CELL) return this.inRow ? this.openCell(scanner) : undefined;
    if (name === ROW) return this.inData ? this.openRow(scanner) : undefined;
    if (name === SHEET_DATA) this.inData = scanner.depth === 2;
    else if (scanner.depth === 1 && name !== WORKSHEET) return this.damaged('is not a sheet of cells');
    return undefined;
  }

  private closed(name: number): WorkbookFault | undefined {
    if (name === VALUE || name === TEXT) this.wanted = NOTHING;
    else if (name === CELL) return this.inCell ? this.closeCell() : undefined;
    else if (name === PHONETIC) this.isAid = false;
    else if (name === INLINE) this.isInline = false;
    else if (name === ROW) {
      if (this.inRow) this.sink.closeRow(this.row, this.isHiddenRow);
      this.inRow = false;
    } else if (name === SHEET_DATA) this.inData = false;
    return undefined;
  }

  private openRow(scanner: XmlScanner): WorkbookFault | undefined {
    if (this.inRow) return this.damaged('has a row within a row');
    let at = scanner.attribute(REFERENCE);
    const row =
      at < 0 ? this.row + 1 : wholeNumber(scanner.bytes, scanner.valueFrom(at), scanner.valueTo(at));
    if (!(row > this.row)) return this.damaged('has rows that do not rise');
    const { rows } = this.context.limits;
    if (row > rows) return { kind: 'tooManyRows', sheet: this.sheet, most: rows };
    this.row = row;
    this.column = -1;
    this.inRow = true;
    at = scanner.attribute(HIDDEN);
    this.isHiddenRow = at >= 0 && isYes(wordOf(scanner.bytes, scanner.valueFrom(at), scanner.valueTo(at)));
    return undefined;
  }

  private openCell(scanner: XmlScanner): WorkbookFault | undefined {
    const { bytes } = scanner;
    let at = scanner.attribute(REFERENCE);
    const column =
      at < 0 ? this.column + 1 : columnOf(bytes, scanner.valueFrom(at), scanner.valueTo(at), this.row);
    if (!(column > this.column)) return this.damaged(`has cells in row ${this.row} that do not rise`);
    this.column = column;
    at = scanner.attribute(TYPE);
    this.type = at < 0 ? NUMBER : keyOf(bytes, scanner.valueFrom(at), scanner.valueTo(at));
    at = scanner.attribute(STYLE);
    const style = at < 0 ? 0 : wholeNumber(bytes, scanner.valueFrom(at), scanner.valueTo(at));
    this.format = this.context.formats[style] ?? CELL_FORMAT.NUMBER;
    this.inCell = true;
    this.hasFormula = false;
    this.isAid = false;
    this.isInline = false;
    this.sink.openCell();
    return undefined;
  }

  private closeCell(): WorkbookFault | undefined {
    this.inCell = false;
    this.wanted = NOTHING;
    const letters = this.sink.cellLetters;
    if (letters === 0) {
      if (this.hasFormula && this.type !== STRING) this.sink.noteMissingResult();
      return undefined;
    }
    const { limits, spent } = this.context;
    if (this.column >= limits.columns) {
      return { kind: 'tooManyColumns', sheet: this.sheet, row: this.row, most: limits.columns };
    }
    spent.letters += letters;
    if (spent.letters > limits.totalBytes) {
      return { kind: 'inflatesTooFar', part: this.part, most: limits.totalBytes };
    }
    this.sink.closeCell(this.column);
    return undefined;
  }

  /** The text between the last token and this one, which belongs to the value or text that is open. */
  private readText(scanner: XmlScanner, token: XmlToken): WorkbookFault | undefined {
    const { bytes, textFrom, textTo } = scanner;
    const isValue = this.wanted === OF_VALUE;
    if (isValue && this.type !== STRING && this.type !== ERROR && this.type !== INLINE_STRING) {
      if (token === XML.CLOSE)
        return textFrom === textTo ? undefined : this.readValue(bytes, textFrom, textTo);
      return this.damaged(`has a value in row ${this.row} that is no value`);
    }
    const { text } = this.sink;
    if (!text.pushXmlText(bytes, textFrom, textTo))
      return this.damaged('uses an entity that XML does not have');
    if (token === XML.RAW) text.pushBytes(bytes, scanner.rawFrom, scanner.rawTo);
    const { cellLetters } = this.context.limits;
    return this.sink.cellLetters > cellLetters
      ? { kind: 'cellTooLong', part: this.part, row: this.row, most: cellLetters }
      : undefined;
  }

  private readValue(bytes: Uint8Array, from: number, to: number): WorkbookFault | undefined {
    const { sink, context, type } = this;
    const { text } = sink;
    if (type === SHARED) {
      const { texts } = context;
      const index = wholeNumber(bytes, from, to);
      if (!(index < texts.count))
        return this.damaged(`asks in row ${this.row} for a text that the workbook lacks`);
      text.pushBytes(texts.bytes, texts.from(index), texts.to(index));
      return undefined;
    }
    if (type === NUMBER) {
      const kind = appendNumber(text, bytes, from, to, this.format, context.is1904);
      if (kind === 'date') sink.markDate(this.column);
      return kind === 'broken'
        ? this.damaged(`has a number in row ${this.row} that is no number`)
        : undefined;
    }
    const word = wordOf(bytes, from, to);
    if (type === BOOLEAN) {
      text.pushAscii(isYes(word) ? 'TRUE' : 'FALSE');
      return undefined;
    }
    if (type === ISO_DATE) {
      const parts = ISO.exec(word);
      if (!parts) return this.damaged(`has a date in row ${this.row} that is no date`);
      const [, day = '', clock, zone = ''] = parts;
      text.pushAscii(
        clock === undefined ? day : `${day} ${clock.length === 5 ? `${clock}:00` : clock}${zone}`,
      );
      sink.markDate(this.column);
      return undefined;
    }
    return this.damaged(`has a cell in row ${this.row} of an unknown kind`);
  }
}

/** A short value of ASCII letters, without the spaces around it. */
const wordOf = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 64))).trim();

const isYes = (word: string): boolean => word === '1' || word === 'true';

/** A whole number without sign of at most nine digits, or NaN. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || to - from > 9) return Number.NaN;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** 0-based column of a reference such as `AB12`, or NaN when it is none or names another row. */
function columnOf(bytes: Uint8Array, from: number, to: number, row: number): number {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = bytes[at]! - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at === from || at - from > 3 || wholeNumber(bytes, at, to) !== row ? Number.NaN : column - 1;
}

function keyOf(bytes: Uint8Array, from: number, to: number): number {
  let key = 7;
  for (let at = from; at < to; at++) key = (Math.imul(key, 31) + bytes[at]!) | 0;
  return key || 1;
}
