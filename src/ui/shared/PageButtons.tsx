import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { Button } from './Button.tsx';

/** Where a page of rows stands among all, with the way on and back. Nothing when all rows are on it. */
export function PageButtons({
  what,
  from,
  count,
  total,
  onFrom,
}: {
  /** What the rows are, for the names of the buttons: `suggestions`. */
  readonly what: string;
  readonly from: number;
  /** Rows a page. */
  readonly count: number;
  readonly total: number;
  readonly onFrom: (from: number) => void;
}): ReactNode {
  if (total <= count) return null;
  return (
    <div className="button-row">
      <span className="soft">
        {formatCount(from + 1)} to {formatCount(Math.min(total, from + count))} of {formatCount(total)}
      </span>
      <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - count))}>
        Previous {what}
      </Button>
      <Button disabled={from + count >= total} onClick={() => onFrom(from + count)}>
        Next {what}
      </Button>
    </div>
  );
}
