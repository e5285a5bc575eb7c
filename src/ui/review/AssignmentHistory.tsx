import { useState, type ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { SeatLife } from '../../worker/snapshotView.ts';
import { Button } from '../shared/Button.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { wordLifeEvent } from './lifeWords.ts';

/** When a seat was assigned, first used and retired, as all complete lists tell it. Read only when asked for. */
export function AssignmentHistory({ seat }: { readonly seat: number }): ReactNode {
  const [asked, setAsked] = useState(false);
  const life = useAsked('seatLife', { seat }, asked ? String(seat) : undefined);
  return (
    <section className="assignment-history" aria-label="Assignment history" aria-busy={life.loading}>
      {asked ? (
        <>
          <h3>Assignment history</h3>
          <FailureAlert failure={life.failure} />
          {life.value?.seat === seat ? (
            <History life={life.value} />
          ) : life.failure ? null : (
            <p className="soft">Reading the lists.</p>
          )}
        </>
      ) : (
        <Button kind="quiet" onClick={() => setAsked(true)}>
          Show assignment history
        </Button>
      )}
    </section>
  );
}

function History({ life }: { readonly life: SeatLife }): ReactNode {
  const first = life.lists[0];
  const last = life.lists.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <>
      {life.assignments.map(({ assigned, firstUsed, retired }) => (
        <dl key={`${assigned.from} ${assigned.day}`} className="fact-list">
          <dt>Assigned</dt>
          <dd>{wordLifeEvent(assigned)}</dd>
          <dt>First used</dt>
          <dd>{firstUsed ? wordLifeEvent(firstUsed) : 'not known'}</dd>
          <dt>Retired</dt>
          <dd>{retired ? wordLifeEvent(retired) : `still held on ${formatDay(last)}`}</dd>
        </dl>
      ))}
      <p className="field-hint">
        {life.lists.length === 1
          ? `From one complete list, of ${formatDay(last)}.`
          : `From ${formatCount(life.lists.length)} complete lists of this system, ${formatDay(first)} to ${formatDay(last)}.`}
      </p>
    </>
  );
}
