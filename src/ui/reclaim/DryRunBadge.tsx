import type { ReactNode } from 'react';

/** Stands wherever a dry-run case or its numbers stand: no step of it counts. */
export function DryRunBadge(): ReactNode {
  return <span className="badge badge-ochre">DRY RUN</span>;
}
