import { dayFromCalendar, type EpochDay } from '../base/epochDay.ts';
import { buildDateOrderTracker, type OrderVerdict } from './dateOrderTracker.ts';
import type { DateReading } from './dateReading.ts';
import type { DateContext } from './momentToDay.ts';
import { scanCell } from './scanCell.ts';
import { NO_TIME, buildScannedDate } from './scanDate.ts';
import { buildNumberCensus } from './readNumberDate.ts';

/** The reading proposed for a date column, and what its values said about the order. */
export interface DecidedColumn {
  readonly reading: DateReading;
  readonly verdict: OrderVerdict;
}

/** Whether every time stamp stands at midnight and names no zone: then the column holds plain dates. */
function holdsOnlyMidnights(values: readonly string[]): boolean {
  const parts = buildScannedDate();
  let midnights = 0;
  for (const value of values) {
    if (!scanCell(value.trim(), parts) || parts.seconds === NO_TIME) continue;
    if (parts.seconds !== 0) return false;
    midnights++;
  }
  return midnights > 2;
}

/** Number of tomorrow as a spreadsheet counts days: the latest serial that can be a date of use. */
export const latestSerial = (asOf: EpochDay): number => asOf + 1 - dayFromCalendar(1899, 12, 30);

/**
 * Decides how a date column is read from the values at hand. `base` carries zone, blank meaning and words; its zone
 * gives way to the workspace zone when the column holds plain dates written as midnights, so that no day is shifted.
 * When the values are not the whole column, an order that only follows from the as-of date stays undecided.
 * Source of the rule: LOAD-19, unit of integers.
 */
export function decideDateColumn(
  values: readonly string[],
  isWholeColumn: boolean,
  base: DateReading,
  context: DateContext,
): DecidedColumn {
  const census = buildNumberCensus();
  for (const value of values) census.note(value.trim());
  const numbers = base.numbers === 'none' ? census.settle(latestSerial(context.asOf)) : base.numbers;
  const zone = holdsOnlyMidnights(values) ? context.workspaceZone : base.zone;
  const reading: DateReading = { ...base, numbers, zone };
  const tracker = buildDateOrderTracker(reading, context);
  for (const value of values) tracker.note(value);
  const verdict = tracker.settle();
  const order = verdict.isWeak && !isWholeColumn ? 'undecided' : verdict.order;
  return { reading: withVerdict(reading, order, verdict), verdict };
}

/** A reading under a verdict's order; one that rests on dates without an open order refuses numeric ones. */
export const withVerdict = (
  reading: DateReading,
  order: DateReading['order'],
  verdict: OrderVerdict,
): DateReading =>
  verdict.refusesNumeric ? { ...reading, order, numericDates: 'refused' } : { ...reading, order };
