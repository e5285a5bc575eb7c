import type { ReactNode } from 'react';
import { CATEGORY_NAMES, type Category } from '../../core/policy/category.ts';
import type { SeatPage } from '../../worker/reviewView.ts';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { BORDERLINE_NOT_COUNTED, NOT_COUNTED } from './reviewSentences.ts';

interface NotCountedProps {
  readonly counts: SeatPage['byCategory'];
  readonly queueWaived: boolean;
  readonly onOpen: (category: Category) => void;
}

/** The seats that are outside the flagged count, or wait outside the cases, each group with its rule. */
export function NotCounted({ counts, queueWaived, onOpen }: NotCountedProps): ReactNode {
  const groups = queueWaived ? NOT_COUNTED : [...NOT_COUNTED, BORDERLINE_NOT_COUNTED];
  return (
    <ul className="not-counted" aria-label="Not counted">
      {groups.map(({ category, rule }) => (
        <li key={category}>
          <CategoryMark category={category} />
          <NumberLink
            count={counts[category]}
            label={`${CATEGORY_NAMES[category]} seats not counted`}
            onOpen={() => onOpen(category)}
          />
          <span className="soft">{rule}</span>
        </li>
      ))}
    </ul>
  );
}
