import { ABSENT } from '../base/dayValue.ts';
import { FURTHER_TEXTS, LIFE_MEANINGS, type LifeMeaning } from '../ingest/meaning.ts';
import { CODE_FIELDS, type PlainRows } from '../ingest/plainRows.ts';
import { REPEATING_TEXTS, SPAN_TEXTS } from '../ingest/rowSpans.ts';
import type { CollectedEvidence, CollectedLife, CollectedText } from './collectDates.ts';
import { NOT_HASHED, type KeyIndex } from './keyIndex.ts';
import { KnownCodes, NOT_KNOWN } from './knownCodes.ts';
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
   * Numbers accounts, licence types and repeating texts row by row, since numbers follow the order of the file, up to the
   * first row that is not plain or whose account is known.
   */
  private numberRows(plain: PlainRows, from: number, columns: AccountColumns): number {
    const { keys, seats, strings } = this.tables;
    const { rows, isPlain } = plain;
    const { bytes, cells, rowStarts, count } = rows;
    const accountAt = plain.textAt[ACCOUNT_SLOT]!;
    const licences = plain.licences?.values;
    const { licenceType: types, inheritedFrom } = seats.filling;
    const account = keys.size - from;
    const seat = seats.size - from;
    /** In the order of `REPEATING_TEXTS`. */
    const targets = [
      [columns.unit, account],
      [columns.manager, account],
      [columns.role, account],
      [columns.delegates, account],
      ...FURTHER_TEXTS.map((name) => [columns[name], account] as const),
      [inheritedFrom, seat],
    ] as const;
    const filled = targets.flatMap(([target, offset], place) => {
      const numbers = plain.repeating[place]?.values;
      return numbers && target ? [{ place, numbers, target, offset, codes: this.codes[place]! }] : [];
    });

    let end = from;
    while (end < count && isPlain[end] === 1) end += 1;
    const hashes = keys.hashCells(rows, accountAt, from, end);
    let row = from;
    for (; row < end; row += 1) {
      const type = this.typeOf(plain, licences ? licences[row]! : 0);
      if (type >= MAX_LICENCE_TYPES) break;
      const cell = (rowStarts[row]! + accountAt) * 2;
      const hash = hashes[row]!;
      if (hash === NOT_HASHED) break;
      if (keys.numberOfHashed(hash, bytes, cells[cell]!, cells[cell + 1]!) !== account + row) break;
      types[seat + row] = type;
      for (let index = 0; index < filled.length; index += 1) {
        const { place, numbers, target, offset, codes } = filled[index]!;
        const number = numbers[row]!;
        let code = 0;
        if (number >= 0) {
          code = codes.get(number);
          if (code === NOT_KNOWN) {
            code = strings.numberOf(plain.repeatingText(place, number));
            codes.set(number, code);
          }
        }
        target[offset + row] = code;
      }
    }
    return row;
  }

  private typeOf(plain: PlainRows, licence: number): number {
    const known = this.licences.get(licence);
    if (known !== NOT_KNOWN) return known;
    const type = this.tables.licenceTypes.numberOf(plain.licenceType(licence));
    this.licences.set(licence, type);
    return type;
  }
}

const isSeatDate = (meaning: LifeMeaning): meaning is 'assignedOn' | 'activatedOn' | 'retiredOn' =>
  meaning === 'assignedOn' || meaning === 'activatedOn' || meaning === 'retiredOn';

function fillFileRows(column: Uint32Array, at: number, count: number, firstRow: number): void {
  for (let index = 0; index < count; index += 1) column[at + index] = firstRow + index;
}
