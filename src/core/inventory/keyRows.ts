import { KeyIndex } from './keyIndex.ts';

/** A key that no row has. */
export const NO_ROW = -1;
/** A key that several rows have. */
const SEVERAL_ROWS = -2;

/** Rows by key. Nearly every key has one row; only the others cost an object. */
export class KeyRows {
  private readonly keys = new KeyIndex();
  private rows = new Int32Array(1 << 10);
  private readonly several = new Map<number, number[]>();

  /** Makes room for so many keys, so that none of the rows has to wait for the table to grow. While there is none. */
  reserve(keys: number): void {
    this.keys.reserve(keys);
    this.rows = new Int32Array(Math.max(keys, this.rows.length));
  }

  /** Adds a row under a key; the empty key is no key. Rows are added in ascending order. */
  add(key: string, row: number): void {
    if (key === '') return;
    const before = this.keys.size;
    const number = this.keys.numberOf(key);
    if (number < before) {
      const rows = this.several.get(number);
      if (rows && rows.at(-1) !== row) rows.push(row);
      else if (!rows && this.rows[number] !== row) this.several.set(number, [this.rows[number]!, row]);
      return;
    }
    if (number === this.rows.length) {
      const wider = new Int32Array(number * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows[number] = row;
  }

  /** Number of a key, −1 for one without rows. */
  find(key: string): number {
    return key === '' ? -1 : this.keys.find(key);
  }

  /** The row of a numbered key, or {@link SEVERAL_ROWS}. */
  rowAt(number: number): number {
    return this.several.has(number) ? SEVERAL_ROWS : this.rows[number]!;
  }

  /** Ascending rows of a numbered key. */
  rowsAt(number: number): readonly number[] {
    return this.several.get(number) ?? [this.rows[number]!];
  }

  /** The row of a key, {@link NO_ROW} or {@link SEVERAL_ROWS}. */
  rowOf(key: string): number {
    const number = this.find(key);
    return number < 0 ? NO_ROW : this.rowAt(number);
  }

  /** Ascending rows of a key. */
  rowsOf(key: string): readonly number[] {
    const number = this.find(key);
    return number < 0 ? NO_ROWS : this.rowsAt(number);
  }
}

const NO_ROWS: readonly number[] = [];
