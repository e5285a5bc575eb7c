import { addDays, type EpochDay } from '../base/epochDay.ts';

/** First day of the next commitment: the day after the last day of the term. Source: standing rules. */
export const nextCommitmentFrom = (termEnd: EpochDay): EpochDay => addDays(termEnd, 1);
