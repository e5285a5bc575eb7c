import type { ReactNode } from 'react';
import { addDays, type EpochDay } from '../../core/base/epochDay.ts';
import { nextCommitmentSentence } from '../../core/renewal/nextCommitmentSentence.ts';

export interface NextCommitmentSentenceProps {
  /** First day of the next commitment, the day after term end; `undefined` while no contract line is typed. */
  readonly from: EpochDay | undefined;
}

/** Stands beside every saving and cannot be switched off. */
export function NextCommitmentSentence({ from }: NextCommitmentSentenceProps): ReactNode {
  return (
    <p className="soft">
      {from === undefined
        ? "Freeing a seat does not lower this term's bill. It lowers the next commitment, from the day after your term ends."
        : nextCommitmentSentence(addDays(from, -1))}
    </p>
  );
}
