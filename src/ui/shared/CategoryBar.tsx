import { useId, useState, type ReactNode } from 'react';
import { formatCount, formatShare } from '../../core/base/formatNumber.ts';
import { ASSIGNED_CATEGORIES, CATEGORY_NAMES, type Category } from '../../core/policy/category.ts';
import { Button } from './Button.tsx';
import { CategoryMark } from './CategoryMark.tsx';
import { CategoryPatternFill } from './CategoryPatternFill.tsx';
import { DataTable } from './DataTable.tsx';
import { NumberLink } from './NumberLink.tsx';

export interface CategoryBarProps {
  readonly counts: Readonly<Record<Category, number>>;
  readonly label?: string;
  /** Opens the rows of one category; without it the numbers are plain. */
  readonly onOpen?: (category: Category) => void;
  /** A lower bar with its legend in one line, where it stands above rows. */
  readonly slim?: boolean;
  /** Categories that are named beside the bar in another way, and so are left out of the legend. */
  readonly namedElsewhere?: readonly Category[];
}

/** From in use over protected to flagged; Not a seat lies outside "assigned" and comes last. */
const ORDER: readonly Category[] = [...ASSIGNED_CATEGORIES, 'notASeat'];
const HEIGHT = 28;
const SLIM_HEIGHT = 18;

/** All seats as one bar of categories that sums to the total, with its numbers as a table one key away. */
export function CategoryBar({
  counts,
  label = 'Categories',
  onOpen,
  slim = false,
  namedElsewhere = [],
}: CategoryBarProps): ReactNode {
  const id = `bar-${useId()}`;
  const [asTable, setAsTable] = useState(false);
  const shown = ORDER.filter((category) => counts[category] > 0);
  const height = slim ? SLIM_HEIGHT : HEIGHT;
  const total = shown.reduce((sum, category) => sum + counts[category], 0);
  const numberOf = (category: Category): ReactNode =>
    onOpen ? (
      <NumberLink
        count={counts[category]}
        label={`${CATEGORY_NAMES[category]} seats`}
        onOpen={() => onOpen(category)}
      />
    ) : (
      formatCount(counts[category])
    );
  return (
    <div className={slim ? 'category-bar category-bar-slim' : 'category-bar'}>
      <svg role="img" aria-label={label} aria-describedby={`${id}-words`}>
        <defs>
          {shown.map((category) => (
            <CategoryPatternFill key={category} id={`${id}-${category}`} category={category} />
          ))}
        </defs>
        {shown.map((category, index) => {
          const before = shown.slice(0, index).reduce((sum, other) => sum + counts[other], 0);
          const end = `${((before + counts[category]) / total) * 100}%`;
          return (
            <g key={category}>
              <rect
                x={`${(before / total) * 100}%`}
                width={`${(counts[category] / total) * 100}%`}
                height={height}
                fill={`url(#${id}-${category})`}
              />
              <line className="category-bar-gap" x1={end} x2={end} y2={height} />
            </g>
          );
        })}
        <rect className="category-edge" width="100%" height={height} />
      </svg>
      <p id={`${id}-words`} className="visually-hidden">
        {shown.map((category) => `${CATEGORY_NAMES[category]} ${formatCount(counts[category])}`).join(', ')}.
      </p>
      {asTable ? (
        <DataTable
          caption={`${label} data`}
          columns={[
            { header: 'Category', cell: (category) => <CategoryMark category={category} /> },
            { header: 'Seats', align: 'end', cell: numberOf },
            { header: 'Share', align: 'end', cell: (category) => formatShare(counts[category], total) },
          ]}
          rows={ORDER}
          rowKey={(category) => category}
          footer={
            <tr>
              <th scope="row">All</th>
              <td className="cell-end">{formatCount(total)}</td>
              <td className="cell-end">{formatShare(total, total)}</td>
            </tr>
          }
        />
      ) : (
        <ul className="category-bar-legend">
          {shown
            .filter((category) => !namedElsewhere.includes(category))
            .map((category) => (
              <li key={category} className="category-mark">
                <CategoryMark category={category} />
                {numberOf(category)}
              </li>
            ))}
        </ul>
      )}
      <div>
        <Button kind="quiet" aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Hide the table' : 'Show as a table'}
        </Button>
      </div>
    </div>
  );
}
