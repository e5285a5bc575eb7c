import { ABSENT } from '../base/dayValue.ts';
import { FURTHER_TEXTS, LIFE_MEANINGS, type LifeMeaning } from '../ingest/meaning.ts';
import { CODE_FIELDS, type PlainRows } from '../ingest/plainRows.ts';
import { REPEATING_TEXTS, SPAN_TEXTS, type RepeatingText } from '../ingest/rowSpans.ts';
import type { CollectedEvidence, CollectedLife, CollectedText } from './collectDates.ts';
import type { KeyIndex } from './keyIndex.ts';
import { KnownCodes, NOT_KNOWN, UNKNOWN_CODE } from './knownCodes.ts';
import type { AccountColumns } from './numberColumns.ts';
import { MAX_LICENCE_TYPES, type SeatsBuilder } from './seatsBuilder.ts';
import type { TextNumbering } from './textNumbering.ts';

/** The tables of a `SnapshotBuilder`, as far as rows are appended to them. */
export interface FilledTables {
  readonly keys: KeyIndex;
  readonly strings: TextNumbering;
  readonly licenceTypes: TextNumbering;
  readonly seats: SeatsBuilder;
  readonly texts: readonly CollectedText[];
  readonly life: readonly CollectedLife[];
  readonly evidence: readonly CollectedEvidence[];
}

/** A column of codes of texts that repeat, filled from `at` on. */
interface FilledColumn {
  /** Place in `REPEATING_TEXTS`. */
  readonly place: number;
  /** By row of the batch: number of the text. */
  readonly numbers: Int32Array;
  readonly target: Uint32Array;
  readonly at: number;
  readonly codes: KnownCodes;
}

const ACCOUNT_SLOT = SPAN_TEXTS.indexOf('accountId');

/**
 * Appends runs of plain rows to the tables of a snapshot column by column. The tables are then the same as after adding the
 * rows one by one.
 */
export class PlainRowAppender {
  /** Codes by the numbers of `PlainRows`. */
  private readonly codes = REPEATING_TEXTS.map(() => new KnownCodes());
  private readonly licences = new KnownCodes();

  /** `accountColumns` gives the columns of accounts, with room for so many. */
  constructor(
    private readonly tables: FilledTables,
    private readonly accountColumns: (accounts: number) => AccountColumns,
  ) {}

  /**
   * Appends the rows from `from` as long as they are plain and each is an account that is new. Returns the first row that
   * was not taken. `firstRow`: file row of row 0.
   */
  append(plain: PlainRows, from: number, firstRow: number): number {
    const { keys, seats } = this.tables;
    const { rows } = plain;
    const firstAccount = keys.size;
    const firstSeat = seats.size;
    const columns = this.accountColumns(firstAccount + rows.count - from);
    seats.makeRoom(rows.count - from);
    const to = this.numberRows(plain, from, columns);
    const count = to - from;
    if (count === 0) return to;

    const seatColumns = seats.filling;
    seats.appendEach(firstAccount, count);
    fillFileRows(columns.sourceRow, firstAccount, count, firstRow + from);
    fillFileRows(seatColumns.sourceRow, firstSeat, count, firstRow + from);
    CODE_FIELDS.forEach((field, place) => {
      const codes = plain.codes[place];
      if (codes) columns[field]?.set(codes.values.subarray(from, to), firstAccount);
      else if (field === 'openRecords') columns[field].fill(-1, firstAccount, firstAccount + count);
    });
    LIFE_MEANINGS.forEach((meaning, place) => {
      const ofSeat = isSeatDate(meaning);
      const column = ofSeat ? seatColumns[meaning] : columns[meaning];
      const at = ofSeat ? firstSeat : firstAccount;
      const days = plain.life[place];
      if (days) column.set(days.values.subarray(from, to), at);
      else column.fill(ABSENT, at, at + count);
    });
    const { texts, life, evidence } = this.tables;
    for (const { slot, column, parts } of texts) {
      if (parts && plain.textAt[slot]! < 0) parts.pushCells(column, rows, plain.textAt, from, to);
      else column.pushCells(rows, plain.textAt[slot]!, from, to);
    }
    for (const { at, column } of life) column.appendCells(rows, plain.lifeTextAt[at]!, from, to, firstRow);
    for (const { at, column } of evidence) {
      column.appendCells(rows, plain.evidenceTextAt[at]!, plain.evidence[at]!.values, from, to, firstRow);
    }
    return to;
  }

  /**
   * Numbers licence types, accounts and repeating texts, each in the order of the file, up to the first row that is not
   * plain or whose account is known. Returns that row.
   */
  private numberRows(plain: PlainRows, from: number, columns: AccountColumns): number {
    const { keys, seats } = this.tables;
    const { licenceType: types, inheritedFrom } = seats.filling;
    const end = endOfRun(plain, from);
    const account = keys.size;
    const seat = seats.size;
    const typed = this.numberTypes(plain, from, end, types, seat);
    const to = keys.addCells(plain.rows, plain.textAt[ACCOUNT_SLOT]!, from, typed);
    const targets: readonly (readonly [RepeatingText, Uint32Array | undefined, number])[] = [
      ['unit', columns.unit, account],
      ['manager', columns.manager, account],
      ['role', columns.role, account],
      ['delegates', columns.delegates, account],
      ...FURTHER_TEXTS.map((name) => [name, columns[name], account] as const),
      ['inheritedFrom', inheritedFrom, seat],
    ];
    const filled = targets.flatMap(([name, target, at]) => {
      const place = REPEATING_TEXTS.indexOf(name);
      const numbers = plain.repeating[place]?.values;
      return numbers && target ? [{ place, numbers, target, at, codes: this.codes[place]! }] : [];
    });
    const unfinished = filled.filter(
      ({ numbers, target, at, codes }) => !codes.fill(numbers, from, to, target, at),
    );
    if (unfinished.length > 0) this.numberNew(plain, from, to, unfinished);
    return to;
  }

  /** Numbers the texts that are new in rows whose columns hold the codes of the others. */
  private numberNew(plain: PlainRows, from: number, to: number, filled: readonly FilledColumn[]): void {
    const { strings } = this.tables;
    for (let row = from; row < to; row += 1) {
      for (const { place, numbers, target, at, codes } of filled) {
        if (target[at + row - from] !== UNKNOWN_CODE) continue;
        const number = numbers[row]!;
        let code = codes.get(number);
        if (code === NOT_KNOWN) {
          code = strings.numberOf(plain.repeatingText(place, number));
          codes.set(number, code);
        }
        target[at + row - from] = code;
      }
    }
  }

  /** Fills in the licence types of rows up to the first with one too many, and returns that row. */
  private numberTypes(plain: PlainRows, from: number, to: number, types: Uint16Array, at: number): number {
    const numbers = plain.licences?.values;
    if (numbers && this.licences.fill(numbers, from, to, types, at)) return to;
    for (let row = from; row < to; row += 1) {
      const type = this.typeOf(plain, numbers ? numbers[row]! : 0);
      if (type >= MAX_LICENCE_TYPES) return row;
      types[at + row - from] = type;
    }
    return to;
  }

  private typeOf(plain: PlainRows, licence: number): number {
    const known = this.licences.get(licence);
    if (known !== NOT_KNOWN) return known;
    const type = this.tables.licenceTypes.numberOf(plain.licenceType(licence));
    this.licences.set(licence, type);
    return type;
  }
}

/** First row from `from` on that is not plain. */
function endOfRun({ isPlain, rows }: PlainRows, from: number): number {
  let row = from;
  while (row < rows.count && isPlain[row] === 1) row += 1;
  return row;
}

const isSeatDate = (meaning: LifeMeaning): meaning is 'assignedOn' | 'activatedOn' | 'retiredOn' =>
  meaning === 'assignedOn' || meaning === 'activatedOn' || meaning === 'retiredOn';

function fillFileRows(column: Uint32Array, at: number, count: number, firstRow: number): void {
  for (let index = 0; index < count; index += 1) column[at + index] = firstRow + index;
}
