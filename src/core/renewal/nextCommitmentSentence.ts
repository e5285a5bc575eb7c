import type { EpochDay } from '../base/epochDay.ts';
import { formatDay } from '../base/formatDay.ts';
import { nextCommitmentFrom } from '../contract/nextCommitmentFrom.ts';

/** Stands beside every saving on screen. Wording: common rules of the screens. Source: RENEWAL-02. */
export const nextCommitmentSentence = (termEnd: EpochDay): string =>
  `Freeing a seat does not lower this term's bill. It lowers the next commitment, from ${formatDay(nextCommitmentFrom(termEnd))}.`;

/** Label of every amount of money while the contract gives no reduction right. Source: RENEWAL-01. */
export const nextCommitmentLabel = (termEnd: EpochDay): string =>
  `next commitment, from ${formatDay(nextCommitmentFrom(termEnd))}`;
