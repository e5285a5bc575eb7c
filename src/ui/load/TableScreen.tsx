import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { asksSignal } from '../../core/ingest/kinds/logSignal.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { QueuedFile } from '../../state/queuedFile.ts';
import type { TableState } from '../../state/tableStore.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { InlineNote } from '../shared/InlineNote.tsx';
import { AnswerResults } from './AnswerResults.tsx';
import { FileCard } from './FileCard.tsx';
import { FileDrop } from './FileDrop.tsx';
import { KindCard } from './KindCard.tsx';
import { meaningOptions, wordGroup, wordRecognition, wordTableFinding } from './kindWords.ts';
import { LoadFrame } from './LoadFrame.tsx';
import { columnName } from './loadWords.ts';
import { wordNoFile } from './queueWords.ts';
import { MappingTable } from './MappingTable.tsx';
import { TablePartsCard } from './PartsCard.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { SheetsCard } from './SheetsCard.tsx';
import { TableFields } from './TableFields.tsx';
import { TableReceiptCard } from './TableReceiptCard.tsx';

/** Why Import cannot be pressed yet, or `undefined`. */
function heldBy(
  state: TableState,
  queued: readonly QueuedFile[],
  nameOf: (position: number) => string,
): string | undefined {
  const survey = state.survey.value;
  if (state.answerFiles.length > 0) return undefined;
  if (!survey) return state.survey.loading ? 'Looking at the file.' : wordNoFile(queued);
  // Only an open order holds the import: what the X-ray asks is read as it stands until it is answered.
  const open = state.questions.find(({ kind, answer }) => kind === 'dateOrder' && answer === undefined);
  if (open) return `Answer the question about ${nameOf(open.position)} first.`;
  const missing = survey.missing[0];
  if (missing) return `Map a column to ${wordGroup(missing)} first.`;
  if (survey.lacksCurrency) return 'Type first in which currency the prices are.';
  if (survey.plan.kind === 'roster' && survey.plan.facts.completeness === undefined)
    return 'Say first whether this list is complete.';
  if (asksSignal(survey.plan)) return 'Say first what an entry of this log proves.';
  return undefined;
}

function sentenceOf(state: TableState, held: string | undefined): string {
  if (held !== undefined) return held;
  const count = state.answerFiles.length;
  if (count > 0)
    return count === 1
      ? 'Checks 1 answer file.'
      : `Checks ${formatCount(count)} answer files, each on its own.`;
  const survey = state.survey.value;
  if (!survey) return '';
  const rows = `${survey.wholeFile ? '' : 'about '}${formatCount(survey.estimatedRows)} rows`;
  return `Reads ${rows} of ${visibleText(survey.fileName)} as of ${formatDay(survey.plan.asOf)}.`;
}

/** The Load screen for every kind of file but users. */
export function TableScreen(): ReactNode {
  const { stores } = useApp();
  const state = useStore(stores().tables);
  const queue = useStore(stores().queue);
  const files = useWorkspace((workspace) => workspace.view?.files ?? NO_FILES);
  const survey = state.survey.value;
  const receipt = files.some(({ file }) => file === state.receipt?.file) ? state.receipt : undefined;
  const nameOf = (position: number): string => columnName(position, survey?.columns ?? []);
  const held = heldBy(state, queue.queued, nameOf);

  return (
    <LoadFrame
      state={state}
      estimatedRows={survey?.estimatedRows}
      sentence={sentenceOf(state, held)}
      disabled={held !== undefined}
      side={
        <KindCard
          kind={state.kind}
          disabled={state.importing}
          onKind={(kind) => void state.chooseKind(kind)}
        />
      }
    >
      {receipt ? (
        <TableReceiptCard
          receipt={receipt}
          repeated={state.ended === 'alreadyLoaded'}
          onRejected={() => void state.downloadRejected(receipt.file)}
        />
      ) : null}
      <AnswerResults waiting={state.answerFiles} results={state.answerResults} onPutAside={state.putAside} />
      {survey ? (
        <>
          {state.recognised ? (
            <InlineNote tone={state.recognised.kind === state.kind ? 'plain' : 'attention'}>
              {wordRecognition(state.recognised, state.kind)}
            </InlineNote>
          ) : null}
          <FileCard
            survey={survey}
            notes={survey.findings.map((finding) => wordTableFinding(finding, survey.plan.system))}
            disabled={state.importing}
            onPutAside={state.putAside}
          />
          {survey.sheets ? (
            <SheetsCard
              sheets={survey.sheets}
              disabled={state.importing}
              onSheets={(sheets) =>
                void state.changePlan({ dialect: { ...survey.plan.dialect, workbook: { sheets } } })
              }
            />
          ) : null}
          {survey.parts ? <TablePartsCard parts={survey.parts} /> : null}
          <QuestionCard
            questions={state.questions}
            nameOf={nameOf}
            asOf={survey.plan.asOf}
            onAnswer={(asked, answer) => void state.answerQuestion(asked, answer)}
          />
          <TableFields survey={survey} onPlan={(change) => void state.changePlan(change)} />
          <MappingTable
            columns={survey.columns}
            nameOf={nameOf}
            meanings={meaningOptions(survey.plan.kind)}
            onMeaning={(position, meaning) =>
              void state.changeColumn(position, { meaning, dates: undefined })
            }
            onDates={(position, dates) => void state.changeColumn(position, { dates })}
          />
        </>
      ) : state.answerFiles.length === 0 ? (
        <FileDrop
          first={false}
          several
          disabled={state.importing}
          onFiles={(chosen) => void queue.take(chosen)}
          onPaste={(text) => void state.paste(text)}
        />
      ) : null}
    </LoadFrame>
  );
}

const NO_FILES = [] as const;
