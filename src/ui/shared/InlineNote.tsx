import type { ReactNode } from 'react';
import { shownText } from './shownText.ts';

/** Something worth knowing beside what it concerns; never an error. */
export function InlineNote({
  children,
  tone = 'plain',
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'attention';
}): ReactNode {
  return (
    <div className={tone === 'attention' ? 'inline-note inline-note-attention' : 'inline-note'}>
      {shownText(children)}
    </div>
  );
}
