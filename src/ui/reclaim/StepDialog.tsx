import { useEffect, useState, type ReactNode } from 'react';
import { termsInLines } from '../../core/contract/termsByLicenceType.ts';
import type { StepOutcome } from '../../state/reclaimStore.ts';
import type { CaseStepName } from '../../core/reclaim/caseStep.ts';
import type { CaseDetail } from '../../worker/reclaimView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { STEP_NAMES } from './caseWords.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { NoticeSending, NoticeTextFields } from './NoticeFields.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { PersonForm } from './PersonForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { newStepDraft, stepOfDraft, type StepDraft, type StepFormProps } from './stepDraft.ts';

const SAVE_NAMES: Readonly<Partial<Record<CaseStepName, string>>> = {
  linkPerson: 'Save person',
  recordNotice: 'Save notice',
  recordDecision: 'Save decision',
  recordAppeal: 'Save appeal',
  stepFailed: 'Save failure',
  resolved: 'Save and go on',
  withdraw: 'Withdraw case',
  undo: 'Undo step',
};

interface StepDialogProps {
  readonly detail: CaseDetail;
  readonly step: CaseStepName;
}

/** Asks what a step needs, and records it. A refusal stays here, beside what was typed. */
export function StepDialog({ detail, step }: StepDialogProps): ReactNode {
  const { stores, today, ask } = useApp();
  const store = stores().reclaim;
  const lines = useWorkspace((state) => state.view?.contractLines);
  const lighter = termsInLines(lines ?? [], detail.licenceType).lighterLicenceType ?? '';
  const [draft, setDraft] = useState(() => newStepDraft(detail, today(), lighter));
  const [outcome, setOutcome] = useState<StepOutcome | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const onDraft = (change: Partial<StepDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const { number } = detail;
  const [workingDay] = useState(today);
  useEffect(() => {
    if (step !== 'recordNotice') return undefined;
    let left = false;
    void ask('draftNotice', { number, workingDay }).then((drafted) => {
      if (left) return;
      if (!drafted.ok) setOutcome({ done: 0, refused: [], failure: drafted.failure });
      // Whoever has begun to type keeps what is typed.
      else
        setDraft((before) =>
          before.recipient + before.text === '' ? { ...before, ...drafted.value } : before,
        );
    });
    return () => {
      left = true;
    };
  }, [ask, number, step, workingDay]);

  const given = stepOfDraft(step, draft);
  const close = (): void => store.getState().askStep(undefined);
  const save = async (): Promise<void> => {
    if (!given || busy) return;
    setBusy(true);
    try {
      const result = await store.getState().takeStep([number], given);
      if (result.done > 0) close();
      else setOutcome(result);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={STEP_NAMES[step]}
      onClose={close}
      withClose={false}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button kind="primary" disabled={given === undefined || busy} onClick={() => void save()}>
            {SAVE_NAMES[step] ?? 'Save'}
          </Button>
        </>
      }
    >
      <StepForm step={step} detail={detail} draft={draft} onDraft={onDraft} />
      {outcome?.failure ? <FailureAlert failure={outcome.failure} /> : <OutcomeLine outcome={outcome} />}
    </Dialog>
  );
}

function StepForm({ step, ...form }: StepFormProps & { readonly step: CaseStepName }): ReactNode {
  const { draft, onDraft } = form;
  if (step === 'recordDecision') return <DecisionForm {...form} />;
  if (step === 'linkPerson') return <PersonForm {...form} />;
  if (step !== 'recordNotice') return <ReasonForm step={step} {...form} />;
  return (
    <>
      <NoticeSending
        channel={draft.noticeChannel}
        sentOn={draft.sentOn}
        onChannel={(noticeChannel) => onDraft({ noticeChannel })}
        onSentOn={(sentOn) => onDraft({ sentOn })}
      />
      <NoticeTextFields recipient={draft.recipient} text={draft.text} onChange={onDraft} />
    </>
  );
}
