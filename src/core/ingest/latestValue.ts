import { NEVER, isAtLeast, isDay } from '../base/dayValue.ts';

const weightOf = (value: number): number =>
  isDay(value) ? 3 : isAtLeast(value) ? 2 : value === NEVER ? 1 : 0;

/**
 * The value that stands for all values packed into one cell (`DayValue`, none of them unreadable): the latest day; without a
 * day the shortest bound, since it claims least; then "never", then an empty word. Source: "latest of these", principle 1.
 */
export function latestValue(values: readonly number[]): number {
  return values.reduce((latest, value) => {
    const more = weightOf(value) - weightOf(latest);
    if (more !== 0) return more > 0 ? value : latest;
    return isDay(value) ? Math.max(latest, value) : Math.min(latest, value);
  });
}
