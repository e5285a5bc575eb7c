import type { ReactNode } from 'react';
import { shownText } from './shownText.ts';

export interface ActionBarProps {
  /** What the primary button will do, in one sentence. */
  readonly sentence?: ReactNode;
  readonly children?: ReactNode;
}

/** Bar at the foot of a screen with its one primary button, bottom right. */
export function ActionBar({ sentence, children }: ActionBarProps): ReactNode {
  return (
    <div className="action-bar">
      {sentence === undefined ? null : <p className="action-bar-sentence">{shownText(sentence)}</p>}
      {children}
    </div>
  );
}
