import { isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { MOST_FINDING_ROWS } from '../ingest/xrayQuestion.ts';

/** The days of one column of dates of use. */
export interface DateSpan {
  readonly oldest: EpochDay;
  readonly latest: EpochDay;
  /** The oldest day but one; the same as `oldest` where there is no other. */
  readonly next: EpochDay;
  /** Accounts that share the oldest day. */
  readonly sharing: number;
  /** File rows of the oldest day, one an account, ascending places of the column; at most {@link MOST_FINDING_ROWS}. */
  readonly fileRows: readonly number[];
}

/**
 * First and last day of a column, and how many accounts share the first one; `undefined` when it holds no day.
 * `accountOf`: for values of seats the account of each; the seats of one account stand together. `sourceRow`: file row
 * of each value.
 */
export function spanDates(
  values: Int32Array,
  sourceRow: Uint32Array,
  accountOf: Pick<Uint32Array, number> | undefined,
): DateSpan | undefined {
  let oldest = Infinity;
  let latest = -Infinity;
  let next = Infinity;
  let sharing = 0;
  let fileRows: number[] = [];
  let last = -1;
  for (let row = 0; row < values.length; row += 1) {
    const day = values[row]!;
    if (!isDay(day)) continue;
    if (day > latest) latest = day;
    if (day > oldest) {
      if (day < next) next = day;
      continue;
    }
    if (day < oldest) {
      next = oldest;
      oldest = day;
      sharing = 0;
      fileRows = [];
      last = -1;
    }
    const account = accountOf ? accountOf[row]! : row;
    if (account !== last) {
      sharing += 1;
      if (fileRows.length < MOST_FINDING_ROWS) fileRows.push(sourceRow[row]!);
    }
    last = account;
  }
  if (sharing === 0) return undefined;
  return {
    oldest: oldest as EpochDay,
    latest: latest as EpochDay,
    next: (next === Infinity ? oldest : next) as EpochDay,
    sharing,
    fileRows,
  };
}
