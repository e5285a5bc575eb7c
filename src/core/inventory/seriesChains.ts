import type { EpochDay } from '../base/epochDay.ts';
import type { ActivityTable } from './activityBuilder.ts';

const END = -1;

/**
 * Series of a log that belong to one row of a snapshot: several keys may name one account, and several event types may
 * be read as one. A chain is known by its head; each series is in one chain at most.
 */
export class SeriesChains {
  /** Series that were looked at so far: one row may have very many. */
  walked = 0;
  private readonly next: Int32Array;
  /** Days later than this one lie after the snapshot. A date on the day after counts as the as-of day. */
  private readonly until: number;

  constructor(
    private readonly table: ActivityTable,
    asOf: EpochDay,
  ) {
    this.next = new Int32Array(table.count).fill(END);
    this.until = asOf + 1;
  }

  /** Adds a series to the chain of a row; `heads` holds the head of every row, −1 for none. */
  add(heads: Int32Array, row: number, series: number): void {
    const head = heads[row]!;
    if (head === END || this.lastOf(series) > this.lastOf(head)) {
      this.next[series] = head;
      heads[row] = series;
    } else {
      this.next[series] = this.next[head]!;
      this.next[head] = series;
    }
  }

  /** Latest day of a chain that does not lie after the snapshot. */
  lastDay(head: number): EpochDay | undefined {
    let last = END_OF_TIME;
    for (let series = head; series !== END; series = this.next[series]!) {
      last = Math.max(last, this.lastOf(series));
      this.walked += 1;
    }
    return last === END_OF_TIME ? undefined : (last as EpochDay);
  }

  /** The series whose stored row and text belong to `lastDay`; −1 when the log goes on after the snapshot. */
  decidingSeries(head: number): number {
    const last = this.lastDay(head);
    for (let series = head; series !== END; series = this.next[series]!) {
      const end = this.table.dayStarts[series + 1]! - 1;
      if (this.table.days[end] === last) return series;
    }
    return END;
  }

  /** File row of `lastDay`; 0 when it is not stored. */
  decidingRow(head: number): number {
    const series = this.decidingSeries(head);
    return series === END ? 0 : this.table.sourceRow[series]!;
  }

  /** Distinct days of a chain, ascending, that do not lie after the snapshot; none for −1. */
  daysOf(head: number): readonly EpochDay[] {
    const days: EpochDay[] = [];
    let chained = 0;
    for (let series = head; series !== END; series = this.next[series]!) {
      chained += 1;
      for (let at = this.table.dayStarts[series]!; at < this.table.dayStarts[series + 1]!; at += 1) {
        const day = this.table.days[at]!;
        if (day < this.until) days.push(day as EpochDay);
        else if (day === this.until) days.push((day - 1) as EpochDay);
      }
    }
    return chained > 1 || days.at(-1) === days.at(-2)
      ? [...new Set(days)].toSorted((one, other) => one - other)
      : days;
  }

  private lastOf(series: number): number {
    const { days, dayStarts } = this.table;
    const start = dayStarts[series]!;
    let at = dayStarts[series + 1]! - 1;
    while (at >= start && days[at]! > this.until) at -= 1;
    return at < start ? END_OF_TIME : days[at]!;
  }
}

const END_OF_TIME = -Infinity;
