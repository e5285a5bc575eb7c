import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { PositionView } from '../../worker/positionView.ts';
import { useApp } from '../shared/appContext.ts';
import { Card } from '../shared/Card.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';

/** Reclaimed seats by evidence class: always both. A dry run is in neither. */
export function RecoveredCard({ position }: { readonly position: PositionView }): ReactNode {
  const { stores, navigate } = useApp();
  const { attested, verified } = position.reclaimed;
  const total = attested + verified;
  const open = (): void => {
    const reclaim = stores().reclaim.getState();
    reclaim.showTab('cases');
    void reclaim.filterState('Closed Complete');
    navigate('reclaim');
  };
  return (
    <Card title="Recovered">
      <p>
        <span className="number-middle">
          <NumberLink count={total} label="reclaimed seats" onOpen={open} />
        </span>{' '}
        <span className="soft">
          reclaimed: {formatCount(verified)} verified, {formatCount(attested)} attested
        </span>
      </p>
      {total > 0 ? (
        <div className="proof-bar" aria-hidden="true">
          <span className="proof-verified" style={{ flexGrow: verified }} />
          <span className="proof-attested" style={{ flexGrow: attested }} />
        </div>
      ) : null}
      <p className="field-hint">
        {attested > 0
          ? `${formatCount(attested)} ${attested === 1 ? 'seat is' : 'seats are'} recorded as reclaimed but not yet proven by an export.`
          : total === 0
            ? 'A seat counts once its case is Closed Complete. A freeze and a dry run do not count.'
            : 'Every one is proven by a later complete export.'}
      </p>
    </Card>
  );
}
