import type { ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import type { FittingWorkBack } from '../../core/contract/fitWorkBack.ts';
import type { WorkBackPlan } from '../../core/contract/workBackPlan.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { daysFrom, fittingSentence, noticeSentence, weekdayAndDay } from './contractWords.ts';

export interface WorkBackCardProps {
  readonly plan: WorkBackPlan | undefined;
  /** What still fits from today; `undefined` where nothing does. */
  readonly fitting: FittingWorkBack | undefined;
  readonly notice: { readonly length: number; readonly unit: 'days' | 'months' } | undefined;
  readonly today: EpochDay;
  /** Day of the data of the sample: its dates are counted from there and never called passed. */
  readonly sampleDatedOn: EpochDay | undefined;
  /** The field *Holidays*. */
  readonly children: ReactNode;
}

interface PlanRow {
  readonly step: string;
  readonly day: EpochDay;
  /** The same step with the objection and grace that still fit. */
  readonly fittingDay: EpochDay | undefined;
}

/** The day of a step; once the day to tell users has passed, under it the day that shortened times lead to. */
function PlanDay({
  row: { day, fittingDay },
  isLate,
}: {
  readonly row: PlanRow;
  readonly isLate: boolean;
}): ReactNode {
  if (!isLate || fittingDay === undefined || fittingDay === day) return weekdayAndDay(day);
  return (
    <>
      {weekdayAndDay(day)}
      <div className="work-back-shortened">shortened {weekdayAndDay(fittingDay)}</div>
    </>
  );
}

/** Dates counted back from the notice date, in the order in which they come. */
export function WorkBackCard({
  plan,
  fitting,
  notice,
  today,
  sampleDatedOn,
  children,
}: WorkBackCardProps): ReactNode {
  if (plan === undefined || notice === undefined) {
    return (
      <Card title="When must we speak?">
        <div className="stack-tight">
          <p className="soft">
            Type term end and notice, and the last day to speak appears here with the dates counted back from
            it.
          </p>
          {children}
        </div>
      </Card>
    );
  }
  const from = sampleDatedOn ?? today;
  const missed = plan.noticeDate < from;
  const isLate = sampleDatedOn === undefined && !missed && plan.notifyUsersBy < today;
  const rows: readonly PlanRow[] = [
    { step: 'Tell users by', day: plan.notifyUsersBy, fittingDay: fitting?.plan.notifyUsersBy },
    { step: 'Freeze by', day: plan.freezeBy, fittingDay: fitting?.plan.freezeBy },
    {
      step: 'Verification export',
      day: plan.verificationExportBy,
      fittingDay: fitting?.plan.verificationExportBy,
    },
    { step: 'Send notice by', day: plan.sendNoticeBy, fittingDay: fitting?.plan.sendNoticeBy },
    { step: 'Notice date', day: plan.noticeDate, fittingDay: fitting?.plan.noticeDate },
    { step: 'Term end', day: plan.termEnd, fittingDay: fitting?.plan.termEnd },
  ];
  return (
    <Card title="When must we speak?" tone={missed ? 'attention' : 'plain'}>
      <div className="stack-tight">
        <p>{noticeSentence(plan, notice, today, sampleDatedOn)}</p>
        {isLate ? (
          <p className="inline-note inline-note-attention">{fittingSentence(plan, fitting)}</p>
        ) : null}
        <DataTable
          caption="Work-back plan"
          columns={[
            { header: 'Step', rowHeader: true, cell: ({ step }) => step },
            { header: 'Day', align: 'end', cell: (row) => <PlanDay row={row} isLate={isLate} /> },
            {
              header: sampleDatedOn === undefined ? 'From today' : `From ${formatDay(sampleDatedOn)}`,
              align: 'end',
              cell: ({ day }) =>
                day < from ? (
                  <span className="badge badge-ochre">{daysFrom(from, day)}</span>
                ) : (
                  daysFrom(from, day)
                ),
            },
          ]}
          rows={rows}
          rowKey={({ step }) => step}
        />
        {children}
      </div>
    </Card>
  );
}
