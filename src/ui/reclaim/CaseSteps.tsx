import { useId, useState, type ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay, formatLongDay } from '../../core/base/formatDay.ts';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import type { CaseStep } from '../../worker/action.ts';
import type { CaseStepName } from '../../core/reclaim/caseStep.ts';
import type { CaseDetail } from '../../worker/reclaimView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { TextField } from '../shared/TextField.tsx';
import { NOT_A_DAY, STEP_NAMES } from './caseWords.ts';
import { ConvertDialog } from './ConvertDialog.tsx';
import { asideSteps, asksFirst, isDated, onwardSteps, type OfferedStep } from './stepOrder.ts';

/** `29 September`: the year is left out where the day is near. */
const dayOfMonth = (day: EpochDay): string => formatLongDay(day).replace(/ \d+$/, '');

/** The steps that exist from here. One that cannot be taken now says why beside its button. */
export function CaseSteps({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { stores, today } = useApp();
  const store = stores().reclaim;
  const [doneOn, setDoneOn] = useState(formatDay(today()));
  const [override, setOverride] = useState('');
  const [busy, setBusy] = useState(false);
  const [converting, setConverting] = useState(false);
  const onward = onwardSteps(detail.steps);
  const aside = asideSteps(detail.steps);
  const day = readTypedDay(doneOn);
  const inGrace = detail.graceEnds !== undefined && day !== undefined && day <= detail.graceEnds;
  const deactivates = onward.some(({ step }) => step === 'recordDeactivation');

  const record = async (step: CaseStep): Promise<void> => {
    setBusy(true);
    try {
      await store.getState().takeStep([detail.number], step);
    } finally {
      setBusy(false);
    }
  };
  const take = (step: CaseStepName): void => {
    if (step === 'reclaim') return void store.getState().planReclaim([detail.number]);
    if (asksFirst(step)) return store.getState().askStep(step);
    if (step === 'recordFreeze' || step === 'recordDowngrade') {
      if (day !== undefined) void record({ step, on: day });
      return;
    }
    if (step === 'recordDeactivation') {
      const overrideReason = inGrace && override.trim() !== '' ? override.trim() : undefined;
      if (day !== undefined) void record({ step, on: day, overrideReason });
      return;
    }
    if (step === 'convertToLive') return setConverting(true);
    if (step === 'unfreeze' || step === 'closeComplete' || step === 'applyDue') {
      void record({ step });
    }
  };
  const refusalOf = ({ step, refusal }: OfferedStep): string | undefined => {
    if (isDated(step) && day === undefined) return NOT_A_DAY;
    if (step !== 'recordDeactivation' || detail.graceEnds === undefined) return refusal;
    if (!inGrace || override.trim() !== '') return undefined;
    return `Cannot record the deactivation: grace ends ${dayOfMonth(detail.graceEnds)}.`;
  };
  const line = (offered: OfferedStep): ReactNode => (
    <StepLine key={offered.step} offered={offered} refusal={refusalOf(offered)} busy={busy} onTake={take} />
  );

  if (detail.steps.length === 0) {
    return <p className="soft">This case is closed. No step is left on it.</p>;
  }
  return (
    <section className="card case-steps" aria-label="Next steps">
      <div className="card-head">
        <h3>Next steps</h3>
        <span className="card-aside">Fallow records what you did; it changes nothing in your platform</span>
      </div>
      {onward.some(({ step }) => isDated(step)) ? (
        <div className="field-row">
          <TextField
            label="Done on"
            value={doneOn}
            onChange={setDoneOn}
            error={day === undefined ? NOT_A_DAY : undefined}
          />
          {deactivates && inGrace ? (
            <TextField
              label="Reason to override the grace"
              value={override}
              onChange={setOverride}
              hint="Only if the person agreed to an earlier end."
            />
          ) : null}
        </div>
      ) : null}
      <ul className="step-list">{onward.map(line)}</ul>
      {aside.length > 0 ? <ul className="step-list step-list-aside">{aside.map(line)}</ul> : null}
      {converting ? (
        <ConvertDialog
          count={1}
          onCancel={() => setConverting(false)}
          onConfirm={() => {
            setConverting(false);
            void record({ step: 'convertToLive' });
          }}
        />
      ) : null}
    </section>
  );
}

interface StepLineProps {
  readonly offered: OfferedStep;
  readonly refusal: string | undefined;
  readonly busy: boolean;
  readonly onTake: (step: CaseStepName) => void;
}

function StepLine({ offered, refusal, busy, onTake }: StepLineProps): ReactNode {
  const id = useId();
  return (
    <li>
      <Button
        disabled={busy || refusal !== undefined}
        aria-describedby={refusal === undefined ? undefined : id}
        onClick={() => onTake(offered.step)}
      >
        {STEP_NAMES[offered.step]}
      </Button>
      {refusal === undefined ? null : (
        <span id={id} className="step-refusal">
          {refusal}
        </span>
      )}
    </li>
  );
}
