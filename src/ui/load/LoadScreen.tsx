import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { ColumnPlan } from '../../core/ingest/importPlan.ts';
import type { Meaning } from '../../core/ingest/meaning.ts';
import { isEvidenceMeaning, proposedClassOf, signalKindOf } from '../../core/ingest/signalDefaults.ts';
import { unansweredOf, type AskedQuestion } from '../../state/askedQuestions.ts';
import { lacksLicenceType } from '../../state/fixedLicenceType.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { optionsOf } from '../shared/optionsOf.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { CompletenessCard } from './CompletenessCard.tsx';
import { FileCard } from './FileCard.tsx';
import { FileDrop } from './FileDrop.tsx';
import { LicenceCard } from './LicenceCard.tsx';
import { LoadFrame } from './LoadFrame.tsx';
import { columnName, wordFinding } from './loadWords.ts';
import { wordNoFile } from './queueWords.ts';
import { MappingTable } from './MappingTable.tsx';
import { MEANING_NAMES } from './meaningNames.ts';
import { PartsCard } from './PartsCard.tsx';
import { PlanFields } from './PlanFields.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { ReadAgainCard } from './ReadAgainCard.tsx';
import { SheetsCard } from './SheetsCard.tsx';
import { SystemCard } from './SystemCard.tsx';
import { TableScreen } from './TableScreen.tsx';

const MEANINGS = optionsOf(MEANING_NAMES);

/** A new meaning brings its signal kind; how its dates are read is found by the next survey. */
function changeOfMeaning(meaning: Meaning): Partial<ColumnPlan> {
  const signalKind = isEvidenceMeaning(meaning) ? signalKindOf(meaning) : undefined;
  return {
    meaning,
    signalKind,
    proposedClass: signalKind && proposedClassOf(signalKind),
    dates: undefined,
  };
}

/** The question that holds Import: an open order of day and month, or the answer that another file is to be loaded. */
const heldBy = (questions: readonly AskedQuestion[]): AskedQuestion | undefined =>
  questions.find(
    ({ kind, answer }) => (kind === 'dateOrder' && answer === undefined) || answer === 'replaceFile',
  );

/** Which file do I need? Was it read correctly? What is missing? */
export function LoadScreen(): ReactNode {
  const kind = useStore(useApp().stores().tables, (tables) => tables.kind);
  return kind === 'users' ? <UsersScreen /> : <TableScreen />;
}

/** The Load screen for users lists. */
function UsersScreen(): ReactNode {
  const { stores, navigate } = useApp();
  const store = stores().load;
  const state = useStore(store);
  const view = useWorkspace((workspace) => workspace.view);
  const tables = useStore(stores().tables);
  const queue = useStore(stores().queue);
  const survey = state.survey.value;
  const receipts = view?.receipts ?? [];
  const shown = state.receipt;
  const receipt = receipts.some(({ snapshot }) => snapshot === shown?.snapshot) ? shown : undefined;
  const asksAgain = state.repeat?.confirmed === false;
  const nameOf = (position: number): string => columnName(position, survey?.columns ?? []);
  const held = heldBy(state.questions);
  const undecided = state.completeness !== undefined && survey?.plan.completeness === undefined;

  const seatless = survey !== undefined && lacksLicenceType(survey.plan);

  const sentence = ((): string => {
    if (!survey) return state.survey.loading ? 'Looking at the file.' : wordNoFile(queue.queued);
    if (held?.answer === 'replaceFile')
      return `Put this file aside and load the one that replaces it, or change the answer about ${nameOf(held.position)}.`;
    if (held) return `Answer the question about ${nameOf(held.position)} first.`;
    if (seatless) return 'Say first what licence these seats have, under “Licence type of every row”.';
    if (undecided) return 'Say first whether this list is complete.';
    const rows = `${survey.wholeFile ? '' : 'about '}${formatCount(survey.estimatedRows)} rows`;
    const open = unansweredOf(state.questions).length;
    return `Reads ${rows} of ${visibleText(survey.fileName)} as of ${formatDay(survey.plan.asOf)}${open > 0 ? '; what is not answered is read as it stands and never as “never”' : ''}.`;
  })();

  return (
    <LoadFrame
      state={state}
      estimatedRows={survey?.estimatedRows}
      sentence={sentence}
      disabled={!survey || held !== undefined || seatless || undecided}
      asked={asksAgain ? state.repeat : state.completeness}
      side={
        <SystemCard
          system={state.system}
          disabled={state.importing}
          onSystem={(system) => void state.chooseSystem(system)}
          onKind={(kind) => void tables.chooseKind(kind)}
        />
      }
    >
      {receipt ? (
        <ReceiptCard
          receipt={receipt}
          repeated={state.ended === 'alreadyLoaded'}
          onRejected={() => void state.downloadRejected(receipt.snapshot)}
          onAnswerOtherwise={
            state.readFile?.snapshot === receipt.snapshot ? () => void state.answerOtherwise() : undefined
          }
          onGoOn={view?.contractLines.length === 0 ? () => navigate('contract') : () => navigate('define')}
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
          <FileCard
            survey={survey}
            notes={survey.findings.map((finding) => wordFinding(finding, survey.plan.system))}
            disabled={state.importing}
            onPutAside={state.putAside}
          />
          {survey.parts ? (
            <PartsCard
              survey={survey}
              parts={survey.parts}
              licenceTypes={view?.licenceTypes ?? []}
              onPlan={(change) => void state.changePlan(change)}
            />
          ) : null}
          {survey.sheets ? (
            <SheetsCard
              sheets={survey.sheets}
              chosen={survey.plan.dialect.workbook?.sheets ?? []}
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
          <LicenceCard
            survey={survey}
            licenceTypes={view?.licenceTypes ?? []}
            onType={(fixedLicenceType) => void state.changePlan({ fixedLicenceType })}
            onLeaveOut={(position) => void state.changeColumn(position, changeOfMeaning('ignore'))}
          />
          <QuestionCard
            questions={state.questions}
            nameOf={nameOf}
            asOf={survey.plan.asOf}
            dayIsFileTime={survey.asOfFrom === 'fileTime'}
            onAnswer={(asked, answer) => void state.answerQuestion(asked, answer)}
            onRecommended={() => void state.takeRecommended()}
          />
          <PlanFields survey={survey} onPlan={(change) => void state.changePlan(change)} />
          <MappingTable
            columns={survey.columns}
            nameOf={nameOf}
            meanings={MEANINGS}
            onMeaning={(position, meaning) => void state.changeColumn(position, changeOfMeaning(meaning))}
            onSignalKind={(position, signalKind) =>
              void state.changeColumn(position, {
                signalKind,
                proposedClass: proposedClassOf(signalKind),
              })
            }
            onDates={(position, dates) => void state.changeColumn(position, { dates })}
          />
        </>
      ) : (
        <FileDrop
          first={receipts.length === 0}
          disabled={state.importing}
          several
          onFiles={(files) => void queue.take(files)}
          onPaste={(text) => void tables.paste(text)}
        />
      )}
    </LoadFrame>
  );
}
