import type { ReactNode } from 'react';
import { CATEGORY_NAMES, type Category } from '../../core/policy/category.ts';
import { countNotCounted } from '../../core/policy/countNotCounted.ts';
import type { SeatPage } from '../../worker/reviewView.ts';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';

interface NotCountedProps {
  readonly counts: SeatPage['byCategory'];
  readonly queueWaived: boolean;
  readonly onOpen: (category: Category) => void;
}

/** The seats that are outside the flagged count, or wait outside the cases, each group with its rule. */
export function NotCounted({ counts, queueWaived, onOpen }: NotCountedProps): ReactNode {
  return (
    <ul className="not-counted" aria-label="Not counted">
      {countNotCounted(counts, queueWaived).map(({ category, seats, rule }) => (
        <li key={category}>
          <CategoryMark category={category} />
          <NumberLink
            count={seats}
            label={`${CATEGORY_NAMES[category]} seats not counted`}
            onOpen={() => onOpen(category)}
          />
          <span className="soft">{rule}</span>
        </li>
      ))}
    </ul>
  );
}
