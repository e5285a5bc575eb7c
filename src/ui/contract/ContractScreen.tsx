import { useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { findOverlaps } from '../../core/contract/findOverlaps.ts';
import { fitWorkBack } from '../../core/contract/fitWorkBack.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import { DEFAULT_LENGTHS, planWorkBack } from '../../core/contract/planWorkBack.ts';
import { readContractLine } from '../../core/contract/readContractLine.ts';
import { readHolidays } from '../../core/contract/readHolidays.ts';
import { readTypedDay } from '../../core/contract/readTypedDay.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { NextCommitmentSentence } from '../shared/NextCommitmentSentence.tsx';
import { Screen } from '../shared/Screen.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import './contract.css';
import { ContractTimeline } from './ContractTimeline.tsx';
import { HolidaysField } from './HolidaysField.tsx';
import { LineEditor } from './LineEditor.tsx';
import { LinesCard } from './LinesCard.tsx';
import { OverlapCard } from './OverlapCard.tsx';
import { WorkBackCard } from './WorkBackCard.tsx';

const SAVED_WORDS = {
  line: 'The contract line is saved.',
  holidays: 'The holidays are saved.',
  lineAndHolidays: 'The contract line and the holidays are saved.',
} as const;

/** What did we commit to? Until when? What can we change? When must we speak? */
export function ContractScreen(): ReactNode {
  const { stores, today, navigate } = useApp();
  const store = stores().contract;
  const { draft, changed, errors, saving, failure, saved, answering, ...acts } = useStore(store);
  const { holidays: holidayText, holidaysChanged, holidayErrors } = acts;
  const view = useWorkspace((workspace) => workspace.view);
  const [leaveFor, setLeaveFor] = useState<{ readonly go: () => void } | undefined>(undefined);
  const [removing, setRemoving] = useState(false);
  const [attempts, setAttempts] = useState(0);

  const lines = view?.contractLines ?? [];
  const sampleDatedOn = view?.client.sample ? view.current?.asOf : undefined;
  const isStored = lines.some(({ id }) => id === draft.id);
  const policy = view?.policies.at(-1)?.policy ?? view?.draftPolicy;
  const lengths = policy
    ? { ...DEFAULT_LENGTHS, grace: policy.graceDays, objection: policy.objectionDays }
    : DEFAULT_LENGTHS;
  const readDays = readHolidays(holidayText);
  const holidays = new Set(readDays.ok ? readDays.value : view?.holidays);
  const read = readContractLine(draft);
  const typed = read.ok ? read.value : undefined;
  const drawn = lines.map((line) => (line.id === typed?.id ? typed : line));
  if (typed && !isStored) drawn.push(typed);
  const termEnd = readTypedDay(draft.termEnd);
  const notice =
    /^\d{1,4}$/.test(draft.notice) && termEnd !== undefined
      ? { length: Number(draft.notice), unit: draft.noticeUnit }
      : undefined;
  const terms =
    termEnd === undefined || notice === undefined
      ? undefined
      : { termEnd, notice, renewsAutomatically: draft.renewsAutomatically };
  const plan = terms && planWorkBack(terms, lengths, holidays);

  /** Saves; with errors, the first field that needs another look gets the focus. */
  const save = async (): Promise<void> => {
    await acts.save();
    setAttempts((before) => before + 1);
  };
  useEffect(() => {
    if (attempts > 0) document.querySelector<HTMLElement>('.screen [aria-invalid=true]')?.focus();
  }, [attempts]);

  const next =
    view?.current === undefined
      ? ({ id: 'load', name: 'Load' } as const)
      : ({ id: 'define', name: 'Define' } as const);

  /** Leaves the editor only after a question when something typed would be lost. */
  const leave = (go: () => void): void => (changed ? setLeaveFor({ go }) : go());

  const unread = errors.length + (holidayErrors.length > 0 ? 1 : 0);
  const sentence =
    unread > 0
      ? unread === 1
        ? 'One field needs another look.'
        : `${unread} fields need another look.`
      : changed || holidaysChanged
        ? changed
          ? 'Stores the line and renews every figure that rests on it.'
          : 'Stores the holidays and renews every date that rests on them.'
        : isStored
          ? 'This line is stored.'
          : 'Quantity, price and term are enough to start.';

  return (
    <Screen
      title="Contract"
      question="What did we commit to? Until when? What can we change? When must we speak?"
      bar={
        <ActionBar sentence={sentence}>
          {saved === undefined ? null : (
            <Button onClick={() => navigate(next.id)}>Go on to {next.name}</Button>
          )}
          <Button
            kind="primary"
            disabled={saving || (isStored && !changed && !holidaysChanged)}
            onClick={() => void save()}
          >
            Save contract line
          </Button>
        </ActionBar>
      }
    >
      <div className="stack">
        <FailureAlert failure={failure} onDismiss={acts.dismissFailure} />
        <StatusLine>{saved === undefined ? null : SAVED_WORDS[saved]}</StatusLine>
        <LinesCard
          lines={lines}
          asOf={view?.current?.asOf ?? today()}
          open={draft.id}
          holidays={holidays}
          onOpen={(id) => leave(() => acts.openLine(id))}
          onAdd={() => leave(acts.addLine)}
        />
        {findOverlaps(lines).map((overlap) => (
          <OverlapCard
            key={overlap.second}
            overlap={overlap}
            lines={lines}
            answering={answering?.id === overlap.second ? answering.answer : undefined}
            onAnswer={(answer) => void acts.answerOverlap(overlap.second, answer)}
          />
        ))}
        <div className="contract-columns">
          <LineEditor
            draft={draft}
            errors={errors}
            isStored={isStored}
            licenceTypes={view?.licenceTypes ?? []}
            loaded={view?.current?.licenceTypes}
            onChange={acts.change}
            onLeave={acts.leave}
            aside={
              isStored ? (
                <Button kind="quiet" onClick={() => setRemoving(true)}>
                  Remove this line
                </Button>
              ) : undefined
            }
          />
          <div className="stack">
            <Card title="Timeline">
              {drawn.length > 0 ? (
                <ContractTimeline
                  lines={drawn}
                  today={sampleDatedOn ?? today()}
                  todayName={sampleDatedOn === undefined ? 'today' : 'data'}
                  holidays={holidays}
                />
              ) : (
                <p className="soft">The term appears here as soon as the line can be read.</p>
              )}
            </Card>
            <WorkBackCard
              plan={plan}
              fitting={terms && fitWorkBack(terms, lengths, today(), holidays)}
              notice={notice}
              today={today()}
              sampleDatedOn={sampleDatedOn}
            >
              <HolidaysField
                text={holidayText}
                errors={holidayErrors}
                onChange={acts.changeHolidays}
                onLeave={acts.leaveHolidays}
              />
            </WorkBackCard>
            <Card title="What freeing a seat does">
              <NextCommitmentSentence
                from={termEnd === undefined ? undefined : nextCommitmentFrom(termEnd)}
              />
            </Card>
          </div>
        </div>
      </div>
      {leaveFor ? (
        <ConfirmDialog
          title="Leave this line unsaved?"
          confirmName="Leave it"
          danger
          onCancel={() => setLeaveFor(undefined)}
          onConfirm={() => {
            setLeaveFor(undefined);
            leaveFor.go();
          }}
        >
          <p>
            What you typed in {draft.licenceType === '' ? 'the new line' : visibleLines(draft.licenceType)} is
            lost.
          </p>
        </ConfirmDialog>
      ) : null}
      {removing ? (
        <ConfirmDialog
          title={`Remove ${draft.licenceType}`}
          confirmName="Remove the line"
          danger
          onCancel={() => setRemoving(false)}
          onConfirm={() => {
            setRemoving(false);
            void acts.remove(draft.id);
          }}
        >
          <p>
            Quantity, price and terms of {visibleLines(draft.licenceType)}
            {termEnd === undefined ? '' : ` until ${formatDay(termEnd)}`} leave every figure. The ledger keeps
            that they were there.
          </p>
        </ConfirmDialog>
      ) : null}
    </Screen>
  );
}
