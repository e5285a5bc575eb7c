import type { ReactNode } from 'react';
import { weekday, type EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import type { PositionView } from '../../worker/positionView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { datedSampleSentence } from '../shared/datedSample.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Fri 30 Oct 2026`: a work-back day with its weekday. */
const formatWorkDay = (day: EpochDay): string => `${WEEKDAYS[weekday(day) - 1] ?? ''} ${formatDay(day)}`;

/** The dates counted back from the end of the term, and which of them have passed by the working day of the client. */
export function NoticeCard({ position }: { readonly position: PositionView }): ReactNode {
  const { navigate, today } = useApp();
  const isSample = useWorkspace((state) => state.view?.client.sample === true);
  const plan = position.workBack;
  if (!plan) {
    return (
      <Card title="Notice" tone="attention">
        <p>Notice date not known. Type the notice period on the Contract screen.</p>
        <Button onClick={() => navigate('contract')}>Go to Contract</Button>
      </Card>
    );
  }
  const days: readonly (readonly [string, EpochDay, boolean])[] = [
    ['Tell users by', plan.notifyUsersBy, true],
    ['Freeze by', plan.freezeBy, false],
    ['Verification export', plan.verificationExportBy, false],
    ['Send notice by', plan.sendNoticeBy, false],
    ['Notice date', plan.noticeDate, true],
  ];
  const now = today();
  return (
    <Card title="Notice">
      <dl className="work-back">
        {days.map(([name, day, strong]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={strong ? 'work-back-strong' : undefined}>
              {formatWorkDay(day)}
              {day < now && !isSample ? <span className="badge badge-plain">passed</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      {isSample ? (
        <p className="field-hint">{datedSampleSentence(position.asOf)}</p>
      ) : plan.noticeDate < now ? (
        <p className="inline-note inline-note-attention">
          Notice window missed; plan for the following term or negotiate. All figures are still shown.
        </p>
      ) : null}
      {plan.advisory ? (
        <p className="field-hint">The contract does not renew by itself: the dates are advisory.</p>
      ) : null}
    </Card>
  );
}
