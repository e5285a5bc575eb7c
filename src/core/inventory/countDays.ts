import { isDay } from '../base/dayValue.ts';

/** Rows of a column of day values that hold a date; never, blank and the like are none. */
export function countDays(values: Int32Array): number {
  let days = 0;
  for (let row = 0; row < values.length; row += 1) if (isDay(values[row]!)) days += 1;
  return days;
}
