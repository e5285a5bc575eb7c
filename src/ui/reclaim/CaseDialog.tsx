import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatLongDay } from '../../core/base/formatDay.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { CASE_STAGES } from '../../core/reclaim/caseStage.ts';
import type { CaseDetail } from '../../worker/reclaimView.ts';
import { useApp } from '../shared/appContext.ts';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { formatDays, stateDetail, STATE_HELP } from './caseWords.ts';
import { DryRunBadge } from './DryRunBadge.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { StepDialog } from './StepDialog.tsx';

/** One case: where it stands, what can be done, what must be put back, and everything that happened. */
export function CaseDialog({ number }: { readonly number: number }): ReactNode {
  const { stores } = useApp();
  const store = stores().reclaim;
  const { value: detail, failure } = useStore(store, (state) => state.detail);
  const asking = useStore(store, (state) => state.asking);
  const outcome = useStore(store, (state) => state.outcome);
  return (
    <>
      <Dialog title={`Case ${number}`} wide onClose={store.getState().closeCase}>
        <FailureAlert failure={failure} />
        {detail ? (
          <>
            <CaseHead detail={detail} />
            <Stages stage={detail.stage} closed={detail.state} />
            <div className="case-columns">
              <div className="stack">
                <CaseSteps key={`${detail.state} ${detail.subStep}`} detail={detail} />
                {asking === undefined ? <OutcomeLine outcome={outcome} /> : null}
                <RestoreCard detail={detail} />
              </div>
              <div className="stack">
                <CaseFacts detail={detail} />
                <CaseTimeline timeline={detail.timeline} />
              </div>
            </div>
          </>
        ) : failure ? null : (
          <StatusLine>Reading the case…</StatusLine>
        )}
      </Dialog>
      {detail && asking !== undefined ? <StepDialog key={asking} detail={detail} step={asking} /> : null}
    </>
  );
}

function CaseHead({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const waits = stateDetail(detail);
  return (
    <div className="case-head">
      <p>
        <strong className="quoted case-name">{visibleText(detail.name)}</strong> ·{' '}
        <FileText>{detail.licenceType}</FileText>
        {detail.unit === '' ? '' : ` · ${visibleText(detail.unit)}`} ·{' '}
        <CategoryMark category={detail.category} />
      </p>
      <p>
        <strong>{detail.state}</strong>
        {waits === '' ? '' : `: ${waits}`}{' '}
        <span className="soft">· {formatDays(detail.daysInState)} in this state</span>{' '}
        {detail.dryRun ? <DryRunBadge /> : null}
      </p>
      <p className="soft">{STATE_HELP[detail.state]}</p>
      {detail.dryRun ? (
        <p className="inline-note inline-note-attention">
          This case is part of a dry run: nobody is asked, its steps are simulated and it is in no total.
        </p>
      ) : null}
      {detail.errorText === undefined ? null : (
        <p className="inline-note inline-note-attention quoted">
          <FileText whole>{detail.errorText}</FileText>
        </p>
      )}
    </div>
  );
}

function Stages({ stage, closed }: { readonly stage: number; readonly closed: string }): ReactNode {
  const done = closed === 'Closed Complete' ? CASE_STAGES.length : stage;
  return (
    <ol className="stages" aria-label="Stages">
      {CASE_STAGES.map((name, index) => (
        <li
          key={name}
          className={index < done ? 'stage-done' : index === done ? 'stage-now' : undefined}
          aria-current={index === done ? 'step' : undefined}
        >
          {name}
          <span className="visually-hidden">
            {index < done ? ', done' : index > done ? ', not reached' : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}

function RestoreCard({ detail }: { readonly detail: CaseDetail }): ReactNode {
  if (!detail.restoreCard) return null;
  return (
    <section className="card" aria-label="Restore card">
      <div className="card-head">
        <h3>Restore card</h3>
        <span className="card-aside">what to put back if the seat is restored</span>
      </div>
      <dl className="fact-list">
        {detail.restoreCard.map(({ label, value }) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
    </section>
  );
}

function CaseFacts({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { notice, waiver, graceEnds, justification } = detail;
  return (
    <section className="card" aria-label="About the seat">
      <div className="card-head">
        <h3>About the seat</h3>
      </div>
      <dl className="fact-list">
        <Fact label="Account" value={detail.accountId} />
        <Fact label="E-mail" value={detail.email} />
        <Fact label="Manager" value={detail.manager} />
        <Fact
          label="Raised"
          value={`${detail.origin === 'manual' ? 'by hand' : 'from a candidate'}, definition ${detail.policyVersion}`}
        />
        {graceEnds === undefined ? null : <Fact label="Grace ends" value={formatLongDay(graceEnds)} />}
        {justification === undefined ? null : <Fact label="Justification" value={justification} />}
        {waiver === undefined ? null : <Fact label="Notice waived" value={`${waiver.who}: ${waiver.why}`} />}
        {notice === undefined ? null : (
          <Fact label="Notice" value={`${notice.recipient}, ${notice.channel}, ${notice.on}`} />
        )}
      </dl>
      {notice === undefined ? null : (
        <details className="notice-text">
          <summary>Text of the notice</summary>
          <p className="quoted">
            <FileText whole>{notice.text}</FileText>
          </p>
        </details>
      )}
    </section>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd className="quoted">
        {value === '' ? <span className="soft">not known</span> : <FileText whole>{value}</FileText>}
      </dd>
    </>
  );
}
