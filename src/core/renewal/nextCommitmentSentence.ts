import type { EpochDay } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import { nextCommitmentFrom } from '../contract/nextCommitmentFrom.ts';

/** Stands beside every saving on screen. Wording: common rules of the screens. Source: RENEWAL-02. */
export const nextCommitmentSentence = (termEnd: EpochDay): string =>
  `Freeing a seat does not lower this term's bill. It lowers the next commitment, from ${formatDay(nextCommitmentFrom(termEnd))}.`;
