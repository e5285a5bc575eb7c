import type { ReactNode } from 'react';
import { shownText } from './shownText.ts';

export interface AlertProps {
  readonly children: ReactNode;
  /** Buttons that decide it. An alert stays until it is decided. */
  readonly actions?: ReactNode;
  readonly tone?: 'alarm' | 'attention';
}

/** An error that needs a decision; it stays on the page. */
export function Alert({ children, actions, tone = 'alarm' }: AlertProps): ReactNode {
  return (
    <div className={tone === 'attention' ? 'alert alert-attention' : 'alert'}>
      <div role="alert">{shownText(children)}</div>
      {actions === undefined ? null : <div className="button-row">{actions}</div>}
    </div>
  );
}
