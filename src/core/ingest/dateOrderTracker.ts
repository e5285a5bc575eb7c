import { isDay } from '../base/dayValue.ts';
import { addDays, calendarFromDay, type EpochDay } from '../base/epochDay.ts';
import { plainOfFormula } from './cellText.ts';
import { isDateProblem } from './dateProblem.ts';
import type { DateOrder, DateReading } from './dateReading.ts';
import { compileDateReader } from './dateReader.ts';
import type { DateContext } from './momentToDay.ts';
import { datesWithin, scanCell } from './scanCell.ts';
import { buildScannedDate, type ScannedDate } from './scanDate.ts';

/** What the values of a column, as far as noted, say about the order of day, month and two-digit year. */
export interface OrderVerdict {
  readonly order: DateOrder | 'undecided';
  /** The orders between which the values do not decide; empty when they do, or when there was nothing to decide. */
  readonly open: readonly DateOrder[];
  /** Numeric dates that fit more than one order with different days. */
  readonly fitBoth: number;
  /** Numeric dates that fit one order only. More than one of them above 0: the column mixes orders. */
  readonly dayFirstOnly: number;
  readonly monthFirstOnly: number;
  readonly yearFirstOnly: number;
  /**
   * Whether the order rests only on "no value later than A + 1". That holds for a whole column; of a part it decides
   * nothing, since a later value may say otherwise.
   */
  readonly isWeak: boolean;
  /** Dates that need no order: four-digit year first, month names, bare numbers of the column's unit. */
  readonly selfDeciding: number;
  /** Whether `yearFirst` stands for "only dates that need no order were seen": a numeric date is then refused. */
  readonly refusesNumeric: boolean;
}

/** Collects the verdict over a column, in any number of pieces. */
export interface DateOrderTracker {
  /** Notes one cell; cells that are no numeric dates, or placeholders, say nothing. */
  note(text: string): void;
  /**
   * Verdict after all cells. The order that most values fit is taken, when no other fits as many: of a column in one
   * order that is the one that fits every value, of a mixed column the larger side. Of several that fit all values, the
   * one under which no value is later than A + 1. A column that showed only dates that need no order is `yearFirst`: a
   * numeric date that comes later is then refused, not guessed. A column that showed no date is undecided.
   * Source: LOAD-19.
   */
  settle(): OrderVerdict;
}

const ORDERS: readonly DateOrder[] = ['dayFirst', 'monthFirst', 'yearFirst'];
const DAY = 1;
const MONTH = 2;
const YEAR = 4;
const BIT_OF: Readonly<Record<DateOrder, number>> = { dayFirst: DAY, monthFirst: MONTH, yearFirst: YEAR };

const BARE_NUMBER = /^\d+([.,]\d+)?$/;

const reading = (base: DateReading, order: DateOrder): DateReading => ({ ...base, order });

const canBe = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

/**
 * The orders that the numbers of a date allow, as bits. A two-digit year beyond `latestShortYear` (up to 69) would lie
 * in a future that no date of the column can have.
 */
function ordersOf({ first, second, third, yearDigits }: ScannedDate, latestShortYear: number): number {
  const isYear = (value: number): boolean => value > 69 || value <= latestShortYear;
  const hasYearLast = yearDigits === 4 || isYear(third);
  return (
    (hasYearLast && canBe(first, second) ? DAY : 0) |
    (hasYearLast && canBe(second, first) ? MONTH : 0) |
    (yearDigits === 2 && isYear(first) && canBe(third, second) ? YEAR : 0)
  );
}

/** Whether the orders in `mask`, two or three of them, give the same day. */
function isOneDay({ first, second, third }: ScannedDate, mask: number): boolean {
  if (mask === (DAY | MONTH)) return first === second;
  return mask === (DAY | YEAR) ? first === third : first === second && second === third;
}

const isPlaceholderYear = ({ third, yearDigits }: ScannedDate): boolean =>
  yearDigits === 4 && (third < 1902 || third === 9999);

/** Starts a verdict for one column. `base` gives the zone and words of the column; its order is not asked. */
export function buildDateOrderTracker(base: DateReading, context: DateContext): DateOrderTracker {
  const readers = ORDERS.map((order) => compileDateReader(reading(base, order), context));
  const latestShortYear = context.futureAllowed ? 69 : calendarFromDay(addDays(context.asOf, 1)).year % 100;
  const parts = buildScannedDate();
  const fitting = new Int32Array(8);
  const late = new Int32Array(3);
  let dated = 0;
  let fitBoth = 0;
  let selfDeciding = 0;

  function noteNumeric(cell: string): void {
    if (isPlaceholderYear(parts)) return;
    const mask = ordersOf(parts, latestShortYear);
    if (mask === 0) return;
    dated++;
    fitting[mask]!++;
    if ((mask & (mask - 1)) === 0 || isOneDay(parts, mask)) return;
    fitBoth++;
    ORDERS.forEach((order, index) => {
      if ((mask & BIT_OF[order]) !== 0 && isDateProblem(readers[index]!.read(cell))) late[index]!++;
    });
  }

  function noteDate(cell: string): void {
    if (parts.form === 'numeric') noteNumeric(cell);
    else selfDeciding++;
  }

  function settleOrder(): Pick<OrderVerdict, 'order' | 'open' | 'isWeak' | 'refusesNumeric'> {
    const single = fitting[DAY]! + fitting[MONTH]! + fitting[YEAR]!;
    if (fitBoth + single === 0) {
      const refusesNumeric = selfDeciding > 0;
      return { order: refusesNumeric ? 'yearFirst' : 'undecided', open: [], isWeak: false, refusesNumeric };
    }
    const scores = ORDERS.map((order) =>
      fitting.reduce((sum, count, mask) => sum + ((mask & BIT_OF[order]) === 0 ? 0 : count), 0),
    );
    const best = Math.max(...scores);
    const tied = ORDERS.filter((_, index) => scores[index] === best);
    const decided = (order: DateOrder, isWeak: boolean): ReturnType<typeof settleOrder> => ({
      order,
      open: isWeak ? tied : [],
      isWeak,
      refusesNumeric: false,
    });
    if (tied.length === 1) return decided(tied[0]!, false);
    const timely = best < dated ? [] : tied.filter((order) => late[ORDERS.indexOf(order)] === 0);
    if (timely.length === 1) return decided(timely[0]!, true);
    return { order: 'undecided', open: tied, isWeak: false, refusesNumeric: false };
  }

  return {
    note(text) {
      const cell = plainOfFormula(text.trim());
      if (cell === '') return;
      if (base.numbers !== 'none' && BARE_NUMBER.test(cell)) selfDeciding++;
      else if (scanCell(cell, parts)) noteDate(cell);
      else for (const date of datesWithin(cell) ?? []) if (scanCell(date, parts)) noteDate(date);
    },
    settle: () => ({
      ...settleOrder(),
      fitBoth,
      dayFirstOnly: fitting[DAY]!,
      monthFirstOnly: fitting[MONTH]!,
      yearFirstOnly: fitting[YEAR]!,
      selfDeciding,
    }),
  };
}

/** The days of one numeric date by order; an order that the numbers rule out is not set. */
export type EveryReading = { readonly [Order in DateOrder]?: EpochDay };

/**
 * A numeric date under every order that it fits, future days included, when it has more than one; `undefined` for every
 * other text.
 */
export function readEveryWay(
  text: string,
  base: DateReading,
  context: DateContext,
): EveryReading | undefined {
  const parts = buildScannedDate();
  const whole = plainOfFormula(text.trim());
  const isDate = (cell: string): boolean => scanCell(cell, parts);
  const cell = isDate(whole) ? whole : datesWithin(whole)?.find(isDate);
  if (cell === undefined || parts.form !== 'numeric' || isPlaceholderYear(parts)) return undefined;
  const loose: DateContext = { ...context, futureAllowed: true };
  const mask = ordersOf(parts, 69);
  const days = new Map<DateOrder, EpochDay>();
  for (const order of ORDERS) {
    if ((mask & BIT_OF[order]) === 0) continue;
    const day = compileDateReader(reading(base, order), loose).read(cell);
    if (isDay(day)) days.set(order, day as EpochDay);
  }
  return new Set(days.values()).size > 1 ? Object.fromEntries(days) : undefined;
}
