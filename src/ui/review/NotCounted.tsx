import { useState, type ReactNode } from 'react';
import { CATEGORY_NAMES, type Category } from '../../core/policy/category.ts';
import type { NotCountedGroup } from '../../core/policy/countNotCounted.ts';
import { Button } from '../shared/Button.tsx';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';

interface NotCountedProps {
  readonly groups: readonly NotCountedGroup[];
  readonly onOpen: (category: Category) => void;
}

/**
 * The seats that are outside the flagged count, or wait outside the cases, in one line; one press away each group has
 * its rule beside it. Readers that do not see the screen are always told the rule.
 */
export function NotCounted({ groups, onOpen }: NotCountedProps): ReactNode {
  const [withRules, setWithRules] = useState(false);
  return (
    <div className={withRules ? 'not-counted-line not-counted-open' : 'not-counted-line'}>
      <span className="soft" aria-hidden="true">
        Not counted
      </span>
      <ul className="not-counted" aria-label="Not counted">
        {groups.map(({ category, seats, rule }) => (
          <li key={category}>
            <CategoryMark category={category} />
            <NumberLink
              count={seats}
              label={`${CATEGORY_NAMES[category]} seats not counted`}
              onOpen={() => onOpen(category)}
            />
            <span className={withRules ? 'soft' : 'visually-hidden'}>{rule}</span>
          </li>
        ))}
      </ul>
      <Button kind="quiet" aria-expanded={withRules} onClick={() => setWithRules(!withRules)}>
        {withRules ? 'Hide the rules' : 'Show the rules'}
      </Button>
    </div>
  );
}
