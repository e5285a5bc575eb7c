import type { ReactNode } from 'react';

/** An empty screen, table or panel: what it is for and what to do next. */
export function EmptyState({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <div className="empty-state">
      <p>{children}</p>
      {action}
    </div>
  );
}
