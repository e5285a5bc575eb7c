import type { ReactNode } from 'react';
import { shownText } from './shownText.ts';

/** What is the case now, announced politely when it changes. Mount it before it has something to say. */
export function StatusLine({
  label,
  children,
  className,
}: {
  readonly label?: string;
  readonly children?: ReactNode;
  readonly className?: string;
}): ReactNode {
  return (
    <div role="status" aria-label={label} className={className ?? 'status-line'}>
      {shownText(children)}
    </div>
  );
}
