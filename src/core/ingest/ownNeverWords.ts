import type { DateReading } from './dateReading.ts';
import { EXPECTED_NEVER } from './neverWords.ts';

const isExpected = (word: string): boolean => EXPECTED_NEVER.has(word.trim().toLowerCase());

/** Words for never of a column that stand in no list of Fallow's: those that a person typed. Source: LOAD-22. */
export const ownNeverWords = ({ neverWords }: Pick<DateReading, 'neverWords'>): readonly string[] =>
  neverWords.filter((word) => !isExpected(word));

/**
 * A reading whose own words for never are those typed, separated by commas, each once whatever its case. Expected words
 * are neither added nor taken away: a question of the X-ray decides on them. Source of the rule: LOAD-22.
 */
export function withOwnNeverWords(dates: DateReading, typed: string): DateReading {
  const own = new Map<string, string>();
  for (const part of typed.split(',')) {
    const word = part.trim();
    if (word !== '' && !isExpected(word) && !own.has(word.toLowerCase())) own.set(word.toLowerCase(), word);
  }
  return { ...dates, neverWords: [...dates.neverWords.filter(isExpected), ...own.values()] };
}
