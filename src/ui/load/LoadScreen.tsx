import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { lacksLicenceType, type AskedQuestion } from '../../state/loadStore.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { Progress } from '../shared/Progress.tsx';
import { Screen } from '../shared/Screen.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { CompletenessCard } from './CompletenessCard.tsx';
import { FileCard } from './FileCard.tsx';
import { FileDrop } from './FileDrop.tsx';
import './load.css';
import { LoadedTables } from './LoadedTables.tsx';
import { columnName } from './loadWords.ts';
import { MappingTable } from './MappingTable.tsx';
import { PlanFields } from './PlanFields.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { ReadAgainCard } from './ReadAgainCard.tsx';
import { SheetsCard } from './SheetsCard.tsx';
import { SystemCard } from './SystemCard.tsx';

/** Why Import cannot be pressed yet, or `undefined`. Unanswered questions about blanks do not hold it. */
const heldBy = (questions: readonly AskedQuestion[]): AskedQuestion | undefined =>
  questions.find((question) => question.kind === 'dateOrder' && question.answer === undefined);

/** Which file do I need? Was it read correctly? What is missing? */
export function LoadScreen(): ReactNode {
  const { stores, navigate } = useApp();
  const store = stores().load;
  const state = useStore(store);
  const view = useWorkspace((workspace) => workspace.view);
  const [opened, setOpened] = useState<Receipt | undefined>(undefined);
  const survey = state.survey.value;
  const receipts = view?.receipts ?? [];
  const shown = state.receipt ?? opened;
  const receipt = receipts.some(({ snapshot }) => snapshot === shown?.snapshot) ? shown : undefined;
  const asksAgain = state.repeat?.confirmed === false;
  const nameOf = (position: number): string => columnName(position, survey?.columns ?? []);
  const held = heldBy(state.questions);
  const undecided = state.completeness !== undefined && survey?.plan.completeness === undefined;

  const seatless = survey !== undefined && lacksLicenceType(survey.plan);

  /** Brings a result or a question to the person who pressed Import at the foot of a long page. */
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (
      asksAgain ||
      state.ended !== undefined ||
      state.completeness !== undefined ||
      state.failure !== undefined
    )
      top.current?.scrollIntoView?.({ block: 'start' });
  }, [asksAgain, state.ended, state.completeness, state.failure]);

  const sentence = ((): string => {
    if (!survey) return state.survey.loading ? 'Looking at the file.' : 'Choose a file first.';
    if (held) return `Answer the question about ${nameOf(held.position)} first.`;
    if (seatless) return 'Type first which licence type the rows hold, under “Licence type of every row”.';
    if (undecided) return 'Say first whether this list is complete.';
    const rows = `${survey.wholeFile ? '' : 'about '}${formatCount(survey.estimatedRows)} rows`;
    const open = state.questions.filter(({ answer }) => answer === undefined).length;
    return `Reads ${rows} of ${visibleText(survey.fileName)} as of ${formatDay(survey.plan.asOf)}${open > 0 ? '; empty cells stay “not known” until you answer' : ''}.`;
  })();

  return (
    <Screen
      title="Load"
      question="Which file do I need? Was it read correctly? What is missing?"
      bar={
        <ActionBar sentence={state.importing ? undefined : sentence}>
          {state.importing ? (
            <div className="load-progress">
              <Progress
                label="Import progress"
                done={state.progress?.done ?? 0}
                total={state.progress?.total ?? survey?.estimatedRows}
                sentence={`Reading ${visibleText(state.sourceName)}: ${formatCount(state.progress?.done ?? 0)} of about ${formatCount(state.progress?.total ?? survey?.estimatedRows ?? 0)} rows. You can keep using the page.`}
                cancelName="Cancel import"
                onCancel={state.cancelImport}
              />
            </div>
          ) : null}
          <Button
            kind="primary"
            disabled={!survey || held !== undefined || seatless || undecided || state.importing}
            onClick={() => {
              setOpened(undefined);
              void state.importRows();
            }}
          >
            Import
          </Button>
        </ActionBar>
      }
    >
      <div ref={top} className="load-columns">
        <div className="stack">
          <FailureAlert failure={state.failure} onDismiss={state.dismissFailure} />
          <StatusLine>{state.ended === 'cancelled' ? 'Cancelled. Nothing was kept.' : null}</StatusLine>
          {receipt ? (
            <ReceiptCard
              receipt={receipt}
              repeated={state.ended === 'alreadyLoaded'}
              onRejected={() => void state.downloadRejected(receipt.snapshot)}
              onGoOn={
                view?.contractLines.length === 0 ? () => navigate('contract') : () => navigate('define')
              }
              goOnTo={view?.contractLines.length === 0 ? 'Contract' : 'Define'}
            />
          ) : null}
          {survey ? (
            <>
              {state.repeat && asksAgain ? (
                <ReadAgainCard
                  receipt={state.repeat.receipt}
                  disabled={state.importing}
                  onReadAgain={() => void state.readAgain()}
                  onKeep={state.putAside}
                />
              ) : null}
              <FileCard survey={survey} disabled={state.importing} onPutAside={state.putAside} />
              {survey.sheets ? (
                <SheetsCard
                  sheets={survey.sheets}
                  disabled={state.importing}
                  onSheets={(sheets) =>
                    void state.changePlan({ dialect: { ...survey.plan.dialect, workbook: { sheets } } })
                  }
                />
              ) : null}
              {state.completeness ? (
                <CompletenessCard
                  question={state.completeness}
                  answer={survey.plan.completeness}
                  onAnswer={state.answerCompleteness}
                />
              ) : null}
              <QuestionCard
                questions={state.questions}
                nameOf={nameOf}
                onDateOrder={(position, order) => void state.answerDateOrder(position, order)}
                onBlank={(position, meaning) => void state.answerBlank(position, meaning)}
              />
              <PlanFields
                survey={survey}
                licenceTypes={view?.licenceTypes ?? []}
                onPlan={(change) => void state.changePlan(change)}
              />
              <MappingTable
                columns={survey.columns}
                nameOf={nameOf}
                onColumn={(position, change) => void state.changeColumn(position, change)}
              />
            </>
          ) : (
            <FileDrop
              first={receipts.length === 0}
              disabled={state.importing}
              onFile={(file) => {
                setOpened(undefined);
                void state.chooseFile(file);
              }}
              onPaste={(text) => void state.paste(text)}
            />
          )}
          {receipts.length > 0 ? (
            <LoadedTables
              receipts={receipts}
              current={view?.current?.snapshot}
              onReceipt={setOpened}
              onRejected={(snapshot) => void state.downloadRejected(snapshot)}
              onDelete={(snapshot) => void state.deleteSnapshot(snapshot)}
            />
          ) : null}
        </div>
        <SystemCard
          system={state.system}
          disabled={state.importing}
          onSystem={(system) => void state.chooseSystem(system)}
        />
      </div>
    </Screen>
  );
}
