import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { CATEGORY_NAMES, FLAGGED_CATEGORIES } from '../../core/policy/category.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import { Card } from '../shared/Card.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';

interface CasesCardProps {
  readonly store: DefineStore;
  readonly candidates: number | undefined;
  readonly onCandidates: () => void;
}

/** Flagged categories that may become cases. */
export function CasesCard({ store, candidates, onCandidates }: CasesCardProps): ReactNode {
  const { mayBecomeCases } = useStore(store, (state) => state.draft);
  const { edit } = store.getState();
  return (
    <Card>
      <fieldset className="radio-group">
        <legend>May become cases</legend>
        {FLAGGED_CATEGORIES.map((category) => (
          <CheckField
            key={category}
            label={CATEGORY_NAMES[category]}
            hint={
              category === 'borderline' ? 'and only after review, or when the queue is waived' : undefined
            }
            value={mayBecomeCases.includes(category)}
            onChange={(allowed) =>
              edit({
                mayBecomeCases: FLAGGED_CATEGORIES.filter((each) =>
                  each === category ? allowed : mayBecomeCases.includes(each),
                ),
              })
            }
          />
        ))}
      </fieldset>
      {candidates === undefined ? null : (
        <p className="soft may-become-candidates">
          <NumberLink count={candidates} label="candidates" onOpen={onCandidates} />{' '}
          {candidates === 1 ? 'candidate' : 'candidates'}: allowed, and blocked by no check.
        </p>
      )}
    </Card>
  );
}
