import type { EpochDay } from '../base/epochDay.ts';

/** Active days closer than this belong to one episode. Source: Patterns, *Episode*. */
const EPISODE_BREAK = 14;
/** The last days of two months with one between them are at least so far apart, those of neighbours never. */
const TWO_MONTHS = 59;

/** A run of active days less than 14 days apart. */
export interface Episode {
  readonly start: EpochDay;
  readonly end: EpochDay;
}

/** Splits ascending distinct days into episodes. */
export function findEpisodes(days: readonly EpochDay[]): readonly Episode[] {
  const episodes: { start: EpochDay; end: EpochDay }[] = [];
  for (const day of days) {
    const last = episodes.at(-1);
    if (last && day - last.end < EPISODE_BREAK) last.end = day;
    else episodes.push({ start: day, end: day });
  }
  return episodes;
}

/** Joins the last days of consecutive months, ascending, into episodes. */
export function findMonthEpisodes(months: readonly EpochDay[]): readonly Episode[] {
  const episodes: { start: EpochDay; end: EpochDay }[] = [];
  for (const day of months) {
    const last = episodes.at(-1);
    if (last && day - last.end < TWO_MONTHS) last.end = day;
    else episodes.push({ start: day, end: day });
  }
  return episodes;
}

/** Days from the end of each episode to the start of the next. */
export const gapsBetween = (episodes: readonly Episode[]): readonly number[] =>
  episodes.slice(1).map(({ start }, index) => start - episodes[index]!.end);

/** Median of numbers; `undefined` of none. Between two middle numbers it is their mean. */
export function medianOf(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Population standard deviation ÷ mean; `undefined` without numbers or with a mean of 0. */
export function variationOf(numbers: readonly number[]): number | undefined {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  if (numbers.length === 0 || mean === 0) return undefined;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  return Math.sqrt(variance) / mean;
}
