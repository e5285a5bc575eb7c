import type { ReactNode } from 'react';
import type { CaseDetail } from '../../worker/reclaimView.ts';
import { FileText } from '../shared/FileText.tsx';
import { formatStamp } from '../shared/formatStamp.ts';

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
            <span className="timeline-what">
              <FileText whole>{what}</FileText>
            </span>
            {reason === undefined || reason === '' ? null : (
              <span className="quoted timeline-reason">
                <FileText whole>{reason}</FileText>
              </span>
            )}
            <span className="soft timeline-stamp">
              {formatStamp(at)} · <FileText>{actor}</FileText> · entry {sequence}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
