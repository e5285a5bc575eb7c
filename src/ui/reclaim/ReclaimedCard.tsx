import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import { useApp } from '../shared/appContext.ts';
import { Card } from '../shared/Card.tsx';

/** Reclaimed seats by evidence class, side by side and never merged. A freeze is not in them. */
export function ReclaimedCard(): ReactNode {
  const { stores } = useApp();
  const { attested, verified } = useStore(stores().reclaim, (state) => state.reclaimed);
  return (
    <Card title="Reclaimed" aside="Closed Complete only">
      <div className="proof-pair">
        <p>
          <span className="number-middle">{formatCount(verified)}</span> verified
        </p>
        <p>
          <span className="number-middle">{formatCount(attested)}</span> attested
        </p>
      </div>
      <p className="soft">
        {attested > 0
          ? `${formatCount(attested)} ${attested === 1 ? 'seat is' : 'seats are'} recorded as reclaimed but not yet proven by an export.`
          : 'Attested: a person recorded it. Verified: a later complete export no longer shows the seat. A freeze alone counts for neither.'}
      </p>
    </Card>
  );
}
