import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';

export interface NumberLinkProps {
  readonly count: number;
  readonly onOpen: () => void;
  /** What is counted; the accessible name is "‹count› ‹label›". */
  readonly label: string;
}

/** A number that opens the rows behind it. Nothing stands behind a zero: it is plain text. */
export function NumberLink({ count, onOpen, label }: NumberLinkProps): ReactNode {
  if (count === 0) return <span className="number-none">0</span>;
  return (
    <button
      type="button"
      className="number-link"
      aria-label={`${formatCount(count)} ${visibleLines(label)}`}
      onClick={onOpen}
    >
      {formatCount(count)}
    </button>
  );
}
