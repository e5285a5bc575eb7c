import { ABSENT, BLANK, NEVER, UNREADABLE, atLeastDays, isAtLeast, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { EvidenceColumn } from '../inventory/snapshot.ts';
import { WINDOW_LIMITS } from './policy.ts';

/** Whether a value says something: a date, never, or at least x days. Blank and unreadable do not. */
export const isPresent = (value: number): boolean => value < ABSENT || value === NEVER;

/**
 * A cell of an evidence column as evidence. *Never* from a source whose history starts on H proves only that nothing
 * happened since H: *at least* A − H + 1 days.
 */
export function asEvidence(value: number, historyStart: EpochDay | undefined, asOf: EpochDay): number {
  if (value !== NEVER || historyStart === undefined) return value;
  return atLeastDays(Math.max(0, asOf - historyStart + 1));
}

const strengthOf = (value: number): number => {
  if (isDay(value)) return 5;
  if (value === NEVER) return 4;
  if (isAtLeast(value)) return 3;
  if (value === UNREADABLE) return 2;
  return value === BLANK ? 1 : 0;
};

/**
 * Two values of one class as one: the latest date, else never, else the larger *at least*, else unreadable before
 * blank before absent. Commutative and associative, so that the order of sources does not matter.
 * Source of the rule: Evidence, *Merging per class*.
 */
export function fuseDayValues(one: number, other: number): number {
  const strongerBy = strengthOf(one) - strengthOf(other);
  if (strongerBy !== 0) return strongerBy > 0 ? one : other;
  return one > other ? one : other;
}

/** Columns of one class and one level as one column. */
export interface FusedColumn {
  /** Day values, one a row. */
  readonly values: Int32Array;
  /** 1 where any of the cells was unreadable, outvoted ones included. */
  readonly doubtful: Uint8Array;
}

/**
 * Least window of any policy: an action less than so many days ago is use under every policy. Source: limits of W.
 */
const LEAST_WINDOW = WINDOW_LIMITS.least;

/**
 * A date of a source that ends before the snapshot, where no other source of its class and level says anything: use
 * within the least window is proved, but an older date cannot prove that nothing followed. Source: frozen sources,
 * LOAD-25.
 */
export const asLoneEarlyDate = (value: number, asOf: EpochDay): number =>
  isDay(value) && asOf - value >= LEAST_WINDOW ? BLANK : value;

/** Fuses columns row by row; `undefined` when there is none. */
export function fuseColumns(
  columns: readonly EvidenceColumn[],
  rows: number,
  asOf: EpochDay,
): FusedColumn | undefined {
  if (columns.length === 0) return undefined;
  const early = columns.filter(({ source }) => source?.endsEarly === true);
  const fused = fuseAll(
    early.length === 0 ? columns : columns.filter((column) => !early.includes(column)),
    rows,
    asOf,
  );
  if (early.length === 0) return fused;
  const { values, doubtful } = fuseAll(early, rows, asOf);
  for (let row = 0; row < rows; row += 1) {
    const value = fused.values[row]!;
    const other = isPresent(value) ? values[row]! : asLoneEarlyDate(values[row]!, asOf);
    fused.values[row] = fuseDayValues(value, other);
    fused.doubtful[row]! |= doubtful[row]!;
  }
  return fused;
}

function fuseAll(columns: readonly EvidenceColumn[], rows: number, asOf: EpochDay): FusedColumn {
  const values = new Int32Array(rows).fill(ABSENT);
  const doubtful = new Uint8Array(rows);
  for (const column of columns) {
    const never = asEvidence(NEVER, column.historyStart, asOf);
    const cells = column.values;
    for (let row = 0; row < rows; row += 1) {
      const cell = cells[row]!;
      if (cell === UNREADABLE) doubtful[row] = 1;
      values[row] = fuseDayValues(values[row]!, cell === NEVER ? never : cell);
    }
    column.doubtRow?.forEach((fileRow, row) => {
      if (fileRow > 0) doubtful[row] = 1;
    });
  }
  return { values, doubtful };
}

/**
 * Value of a class for one seat from its two levels: the seat's own value where it is present, else the account's;
 * where neither is, unreadable before blank before absent.
 * Source of the rule: Evidence, *Seat and account*.
 */
export function overrideLevel(seatValue: number, accountValue: number): number {
  if (isPresent(seatValue)) return seatValue;
  return isPresent(accountValue) ? accountValue : fuseDayValues(seatValue, accountValue);
}
