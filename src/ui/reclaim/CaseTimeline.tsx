import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { readIsoDay } from '../../core/base/epochDay.ts';
import type { CaseDetail } from '../../worker/reclaimView.ts';

/** `9 Sep 2026 10:00` of a ledger time, as the device told it; anything else as it stands. */
function formatStamp(at: string): string {
  const day = readIsoDay(at.slice(0, 10));
  return day === undefined ? at : `${formatDay(day)} ${at.slice(11, 16)}`;
}

/** Every entry of the ledger about a case, newest first. */
export function CaseTimeline({ timeline }: Pick<CaseDetail, 'timeline'>): ReactNode {
  return (
    <section className="card" aria-label="What happened">
      <div className="card-head">
        <h3>Timeline</h3>
        <span className="card-aside">time as told by this device</span>
      </div>
      <ol className="timeline" aria-label="Timeline">
        {timeline.toReversed().map(({ sequence, at, actor, what, reason }) => (
          <li key={sequence}>
            <span className="timeline-what">{what}</span>
            {reason === undefined || reason === '' ? null : (
              <span className="quoted timeline-reason">{reason}</span>
            )}
            <span className="soft timeline-stamp">
              {formatStamp(at)} · {actor} · entry {sequence}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
