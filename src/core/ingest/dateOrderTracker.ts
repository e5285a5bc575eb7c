import type { EpochDay } from '../base/epochDay.ts';
import { isDateProblem } from './dateProblem.ts';
import type { DateOrder, DateReading } from './dateReading.ts';
import { compileDateReader, type DateReader } from './dateReader.ts';
import type { DateContext } from './momentToDay.ts';
import { buildScannedDate, scanDate } from './scanDate.ts';

/** What the values of a column, as far as noted, say about the order of day and month. */
export interface OrderVerdict {
  readonly order: DateOrder | 'undecided';
  /** Numeric dates that fit both orders with different days. */
  readonly fitBoth: number;
  /** Numeric dates that fit one order only. Both above 0: the column mixes two orders. */
  readonly dayFirstOnly: number;
  readonly monthFirstOnly: number;
  /**
   * Whether the order rests only on "no value later than A + 1". That holds for a whole column; of a part it decides
   * nothing, since a later value may say otherwise.
   */
  readonly isWeak: boolean;
  /** Dates that need no order: year first, month names, bare numbers of the column's unit. */
  readonly selfDeciding: number;
}

/** Collects the verdict over a column, in any number of pieces. */
export interface DateOrderTracker {
  /** Notes one cell; cells that are no numeric dates, or placeholders, say nothing. */
  note(text: string): void;
  /**
   * Verdict after all cells: a value above 12 decides; when values speak for both, the larger side, and a tie is
   * undecided; without any such value, the one order under which no value is later than A + 1. A column that showed
   * only dates that need no order is `yearFirst`: a numeric date that comes later is then refused, not guessed. A column
   * that showed no date is undecided. Source: LOAD-19.
   */
  settle(): OrderVerdict;
}

const BARE_NUMBER = /^\d+([.,]\d+)?$/;

const reading = (base: DateReading, order: DateOrder): DateReading => ({ ...base, order });

/** Starts a verdict for one column. `base` gives the zone and words of the column; its order is not asked. */
export function buildDateOrderTracker(base: DateReading, context: DateContext): DateOrderTracker {
  const asDayFirst = compileDateReader(reading(base, 'dayFirst'), context);
  const asMonthFirst = compileDateReader(reading(base, 'monthFirst'), context);
  const parts = buildScannedDate();
  let fitBoth = 0;
  let dayFirstOnly = 0;
  let monthFirstOnly = 0;
  let yearFirstOnly = 0;
  let fullYears = 0;
  let selfDeciding = 0;
  let lateDayFirst = 0;
  let lateMonthFirst = 0;
  const isLate = (reader: DateReader, text: string): boolean => isDateProblem(reader.read(text));

  return {
    note(text) {
      const cell = text.trim();
      if (cell === '') return;
      if (base.numbers !== 'none' && BARE_NUMBER.test(cell)) {
        selfDeciding++;
        return;
      }
      if (!scanDate(cell, parts)) return;
      if (parts.form !== 'numeric') {
        selfDeciding++;
        return;
      }
      const { first, second, third, yearDigits } = parts;
      if (yearDigits === 4 && (third < 1902 || third === 9999)) return;
      if (yearDigits === 4) fullYears++;
      if (yearDigits === 2 && first > 31) yearFirstOnly++;
      else if (first > 12 && second <= 12) dayFirstOnly++;
      else if (second > 12 && first <= 12) monthFirstOnly++;
      else if (first !== second && first <= 12 && second <= 12 && first > 0 && second > 0) {
        fitBoth++;
        if (isLate(asDayFirst, cell)) lateDayFirst++;
        if (isLate(asMonthFirst, cell)) lateMonthFirst++;
      }
    },
    settle() {
      const counts = { fitBoth, dayFirstOnly, monthFirstOnly, selfDeciding, isWeak: false };
      if (yearFirstOnly > 0 && fullYears === 0) return { ...counts, order: 'yearFirst' };
      if (dayFirstOnly !== monthFirstOnly) {
        return { ...counts, order: dayFirstOnly > monthFirstOnly ? 'dayFirst' : 'monthFirst' };
      }
      if (dayFirstOnly > 0) return { ...counts, order: 'undecided' };
      if (fitBoth === 0) return { ...counts, order: selfDeciding > 0 ? 'yearFirst' : 'undecided' };
      if (lateDayFirst === 0 && lateMonthFirst > 0) return { ...counts, isWeak: true, order: 'dayFirst' };
      if (lateMonthFirst === 0 && lateDayFirst > 0) return { ...counts, isWeak: true, order: 'monthFirst' };
      return { ...counts, order: 'undecided' };
    },
  };
}

/** A cell that fits both orders, with both days; `undefined` when it does not. */
export function readBothWays(
  text: string,
  base: DateReading,
  context: DateContext,
): { readonly dayFirst: EpochDay; readonly monthFirst: EpochDay } | undefined {
  const parts = buildScannedDate();
  const cell = text.trim();
  if (!scanDate(cell, parts) || parts.form !== 'numeric' || parts.first === parts.second) return undefined;
  if (parts.first > 12 || parts.second > 12) return undefined;
  const loose: DateContext = { ...context, futureAllowed: true };
  const dayFirst = compileDateReader(reading(base, 'dayFirst'), loose).read(cell);
  const monthFirst = compileDateReader(reading(base, 'monthFirst'), loose).read(cell);
  return isDateProblem(dayFirst) || isDateProblem(monthFirst)
    ? undefined
    : { dayFirst: dayFirst as EpochDay, monthFirst: monthFirst as EpochDay };
}
