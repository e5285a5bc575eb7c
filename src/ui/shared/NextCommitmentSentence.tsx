import type { ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { nextCommitmentSentence } from '../../core/renewal/nextCommitmentSentence.ts';

/** Stands beside every saving. `termEnd` is the last day of the term; `undefined` while no contract line is typed. */
export function NextCommitmentSentence({ termEnd }: { readonly termEnd: EpochDay | undefined }): ReactNode {
  return (
    <p className="soft">
      {termEnd === undefined
        ? "Freeing a seat does not lower this term's bill. It lowers the next commitment, from the day after your term ends."
        : nextCommitmentSentence(termEnd)}
    </p>
  );
}
