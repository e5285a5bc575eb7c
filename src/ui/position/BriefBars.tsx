import type { ReactNode } from 'react';
import { CATEGORIES, type Category } from '../../core/policy/category.ts';
import { CATEGORY_LOOKS } from '../shared/categoryColours.ts';
import { CategoryMark } from '../shared/CategoryMark.tsx';

export interface BriefBar {
  readonly label: string;
  readonly count: number;
  readonly shown: string;
  /** A category gives the bar its fixed colour and pattern. */
  readonly category?: string;
  /** Stands out from the others of a histogram. */
  readonly marked?: boolean;
}

interface BriefBarsProps {
  readonly caption: string;
  readonly rows: readonly BriefBar[];
}

const categoryOf = (name: string | undefined): Category | undefined =>
  CATEGORIES.find((category) => category === name);

/** Bars of one figure under one another, each with its label and number; the longest fills the width. */
export function BriefBars({ caption, rows }: BriefBarsProps): ReactNode {
  const longest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <figure className="brief-bars">
      <figcaption>{caption}</figcaption>
      <dl>
        {rows.map(({ label, count, shown, category: name, marked }) => {
          const category = categoryOf(name);
          return (
            <div key={label}>
              <dt>
                {category ? <CategoryMark category={category} withName={false} /> : null} {label}
              </dt>
              <dd>
                <span aria-hidden="true">
                  <span
                    className={marked ? 'brief-bar brief-bar-marked' : 'brief-bar'}
                    style={{
                      width: `${(100 * count) / longest}%`,
                      ...(category ? { background: CATEGORY_LOOKS[category].fill } : {}),
                    }}
                  />
                </span>
                <span className="brief-bar-number">{shown}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </figure>
  );
}
