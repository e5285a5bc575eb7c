import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import type { FileSurvey } from '../core/ingest/fileSurvey.ts';
import type { ColumnPlan, ImportPlan } from '../core/ingest/importPlan.ts';
import { FIRST_SYSTEM } from '../core/ingest/platforms/firstSystem.ts';
import { askFinding } from '../core/ingest/xray/askFinding.ts';
import type { XrayQuestion } from '../core/ingest/xrayQuestion.ts';
import type { ImportAnswer, Receipt } from '../worker/loadView.ts';
import type { ImportSource } from '../worker/protocol.ts';
import {
  isTakeable,
  mergeQuestions,
  planUnder,
  recommendedTo,
  shownOf,
  unansweredOf,
  withAnswers,
  withOpenOrders,
  withoutAnswerAt,
  withoutAnswersOf,
  withoutStaleAnswers,
  type AskedQuestion,
} from './askedQuestions.ts';
import type { AskWorker } from './askWorker.ts';
import { licenceTypeToPropose } from './fixedLicenceType.ts';
import { AT_REST, createImportRun, type ImportRunFacts } from './importRun.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';
import { columnsWith, surveyUnderPlan } from './surveyUnderPlan.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface LoadDependencies {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  readonly workingDay: () => EpochDay;
  readonly download: (fileName: string, content: string, type: string) => void;
}

export type CompletenessQuestion = Omit<Extract<ImportAnswer, { outcome: 'completenessOpen' }>, 'outcome'>;

interface LoadFacts extends ImportRunFacts {
  readonly system: string;
  readonly source: ImportSource | undefined;
  readonly sourceName: string;
  /** The survey as last made under the plan. */
  readonly survey: Loaded<FileSurvey>;
  readonly questions: readonly AskedQuestion[];
  /** The file of the last import, as long as the page is open: it can be read again with other answers. */
  readonly readFile:
    { readonly snapshot: string; readonly source: ImportSource; readonly name: string } | undefined;
  readonly completeness: CompletenessQuestion | undefined;
  readonly receipt: Receipt | undefined;
  /** The chosen file was loaded before with other settings; `confirmed` once it is to be read again. */
  readonly repeat: { readonly receipt: Receipt; readonly confirmed: boolean } | undefined;
}

export interface LoadState extends LoadFacts {
  chooseSystem(system: string): Promise<void>;
  chooseFile(file: File): Promise<void>;
  /** Takes several files of the same columns, to be read as one list. */
  chooseFiles(files: readonly File[]): Promise<void>;
  paste(text: string): Promise<void>;
  changePlan(change: Partial<ImportPlan>): Promise<void>;
  changeColumn(position: number, change: Partial<ColumnPlan>): Promise<void>;
  answerQuestion(asked: AskedQuestion, answer: NonNullable<AskedQuestion['answer']>): Promise<void>;
  /** Gives every open question its recommended answer, but never that another file is to be loaded. */
  takeRecommended(): Promise<void>;
  answerCompleteness(answer: 'full' | 'filtered'): void;
  importRows(): Promise<void>;
  /** Reads a file that was loaded before with the new settings, and deletes its old snapshot. */
  readAgain(): Promise<void>;
  cancelImport(): void;
  /** Shows the file of the last import again, with its answers, to answer otherwise. */
  answerOtherwise(): Promise<void>;
  /** Puts the chosen file aside. */
  putAside(): void;
  /** Shows the receipt of an earlier import. */
  showReceipt(receipt: Receipt): void;
  downloadRejected(snapshot: string): Promise<void>;
  /** `namesBaseline`: the person has said that the baseline is meant. */
  deleteSnapshot(snapshot: string, namesBaseline?: boolean): Promise<void>;
  dismissFailure(): void;
}

export type LoadStore = StoreApi<LoadState>;

const NO_FILE = {
  source: undefined,
  sourceName: '',
  survey: NOT_ASKED,
  questions: [],
  completeness: undefined,
  repeat: undefined,
  ...AT_REST,
} satisfies Partial<LoadFacts>;

/** System that a file is recognised to come from, where it is another than asked for and no saved mapping names one. */
function recognisedSystem({ plan, recognised }: FileSurvey, asked: string): string | undefined {
  return plan.system === asked && recognised?.system !== asked ? recognised?.system : undefined;
}

/** System of the newest list, else the first of all. */
const newestSystem = (workspace: WorkspaceStore): string =>
  workspace.getState().view?.receipts[0]?.source.system ?? FIRST_SYSTEM;

/** Choosing, mapping and importing a users file. The rows stay in the worker. */
export function createLoadStore({ ask, workspace, workingDay, download }: LoadDependencies): LoadStore {
  /** Surveys asked for so far: an answer that a later change has overtaken must not take that change back. */
  let surveys = 0;
  /** Whether the person chose the system for the file at hand, which stands above what the file looks like. */
  let isSystemChosen = false;
  /** The system that the person chose last. */
  let lastChosen: string | undefined;
  /** Questions about the chosen file that were found when it was read whole. */
  let told: readonly XrayQuestion[] = [];

  return createStore<LoadState>()((set, get) => {
    const importRun = createImportRun(workspace, set);

    async function survey(plan: ImportPlan | undefined): Promise<void> {
      const { source, system } = get();
      if (!source) return;
      surveys += 1;
      const asked = surveys;
      set({ survey: renewing(get().survey), failure: undefined, ended: undefined });
      const fileTime = 'file' in source ? source.file.lastModified : undefined;
      const found = await ask(
        'surveyFile',
        { source, fileTime, system, plan, workingDay: workingDay() },
        { latest: true },
      );
      if (get().source !== source || asked !== surveys) return;
      const recognised = found.ok ? recognisedSystem(found.value, system) : undefined;
      if (recognised !== undefined && plan === undefined && !isSystemChosen) {
        set({ system: recognised });
        await survey(undefined);
        return;
      }
      if (found.ok) {
        const questions = mergeQuestions(get().questions, found.value, told);
        const settled = withoutStaleAnswers(found.value.plan, questions);
        set({
          survey: arrived(settled === found.value.plan ? found.value : { ...found.value, plan: settled }),
          system: settled.system,
          questions,
        });
        const lines = workspace.getState().view?.contractLines ?? [];
        const licenceType = plan === undefined ? licenceTypeToPropose(found.value.plan, lines) : undefined;
        if (licenceType !== undefined) await changePlan({ fixedLicenceType: licenceType });
      } else if (found.failure.kind !== 'cancelled') {
        set({ survey: notArrived(get().survey, found.failure), failure: found.failure });
      }
    }

    async function choose(source: ImportSource, sourceName: string): Promise<void> {
      told = [];
      isSystemChosen = false;
      // What an earlier file was recognised as says nothing of this one.
      const system = lastChosen ?? newestSystem(workspace);
      set({ ...NO_FILE, source, sourceName, system, receipt: undefined });
      await survey(undefined);
    }

    const planOf = (): ImportPlan | undefined => get().survey.value?.plan;

    /** Shows the change at once; the readings beside it follow with the next survey. */
    async function changePlan(change: Partial<ImportPlan>): Promise<void> {
      const { survey: shown } = get();
      if (!shown.value) return;
      const plan = { ...shown.value.plan, ...change };
      const questions = withAnswers(get().questions, plan);
      set({ survey: { ...shown, value: surveyUnderPlan(shown.value, plan) }, questions });
      await survey(plan);
    }

    async function answerQuestion(
      asked: AskedQuestion,
      given: NonNullable<AskedQuestion['answer']>,
    ): Promise<void> {
      const plan = planOf();
      if (plan) await changePlan(planUnder(plan, asked, given));
    }

    const askedAt = (kind: AskedQuestion['kind'], position: number): AskedQuestion | undefined =>
      get().questions.find((asked) => asked.kind === kind && asked.position === position);

    /** A column as changed by hand. Another meaning takes back what was answered about the column. */
    async function changeColumn(position: number, change: Partial<ColumnPlan>): Promise<void> {
      const plan = planOf();
      if (!plan) return;
      const changed = { ...plan, columns: columnsWith(plan.columns, position, change) };
      const order = change.dates?.order;
      const asked = askedAt('dateOrder', position);
      if (change.meaning !== undefined) {
        await changePlan(withoutAnswersOf(changed, position, get().questions));
      } else if (change.signalKind !== undefined) {
        await changePlan(withoutAnswerAt(changed, 'attemptsColumn', position));
      } else if (asked && order !== undefined && order !== 'undecided') {
        await changePlan(planUnder(changed, asked, order));
      } else await changePlan(changed);
    }

    /** The receipt of a file, and the file itself, so that it can be read again with other answers. */
    function shownAs(end: Extract<ImportAnswer, { receipt: Receipt }>): Partial<LoadFacts> {
      const { source, sourceName } = get();
      const { outcome, receipt } = end;
      const readFile = source && { snapshot: receipt.snapshot, source, name: sourceName };
      return { ended: outcome, receipt, readFile };
    }

    function finish(end: ImportAnswer): void {
      switch (end.outcome) {
        case 'alreadyLoaded':
          if (end.otherSettings) set({ repeat: { receipt: end.receipt, confirmed: false } });
          else set({ ...NO_FILE, ...shownAs(end) });
          return;
        case 'imported':
          set({ ...NO_FILE, ...shownAs(end) });
          return;
        case 'dateOrderOpen':
          set({ ended: 'asks', questions: withOpenOrders(get().questions, end) });
          return;
        case 'xrayOpen': {
          const { survey: shown, questions } = get();
          told = [...told, ...end.questions];
          if (shown.value) set({ ended: 'asks', questions: mergeQuestions(questions, shown.value, told) });
          return;
        }
        case 'completenessOpen':
          set({ ended: 'asks', completeness: end });
      }
    }

    /** Removes the snapshot that a file read again has replaced; refused while open cases rest on it. */
    async function removeReplaced({ snapshot }: Receipt): Promise<void> {
      const done = await workspace.getState().act({ act: 'deleteSnapshot', snapshot });
      if (done.ok) return;
      const reason = done.failure.kind === 'refused' ? ` ${done.failure.reason}` : '';
      set({
        failure: {
          kind: 'refused',
          reason: `The file was read again, but its old snapshot could not be deleted and stays in the list.${reason}`,
        },
      });
    }

    return {
      ...NO_FILE,
      system: newestSystem(workspace),
      readFile: undefined,
      ended: undefined,
      receipt: undefined,
      failure: undefined,

      async chooseSystem(system) {
        isSystemChosen = get().source !== undefined;
        lastChosen = system;
        set({ system, questions: [] });
        await survey(undefined);
      },
      chooseFile: (file) => choose({ file }, file.name),
      async chooseFiles([file, ...appended]) {
        if (!file) return;
        if (appended.length === 0) await choose({ file }, file.name);
        else await choose({ file, appended }, `${file.name} and ${appended.length} more`);
      },
      async paste(text) {
        if (text.trim() === '') get().putAside();
        else await choose({ pasted: text }, 'Pasted rows');
      },
      changePlan,
      changeColumn,
      answerQuestion,
      async takeRecommended() {
        const plan = planOf();
        if (!plan) return;
        const takeable = get().questions.filter(isTakeable);
        await changePlan(
          takeable.reduce((under, asked) => planUnder(under, asked, recommendedTo(asked)!), plan),
        );
      },
      answerCompleteness(completeness) {
        const { survey: shown } = get();
        if (!shown.value) return;
        set({ survey: { ...shown, value: { ...shown.value, plan: { ...shown.value.plan, completeness } } } });
      },

      async importRows() {
        const { source, survey: shown, importing, repeat } = get();
        if (!source || !shown.value || importing) return;
        const { plan, estimatedRows } = shown.value;
        const again = repeat?.confirmed === true;
        const done = await importRun.run(
          (stamp, options) =>
            ask(
              'importUsers',
              {
                source,
                plan,
                estimatedRows,
                again,
                shown: shownOf(get().questions),
                unanswered: unansweredOf(get().questions),
                stamp,
              },
              options,
            ),
          () => set({ failure: undefined, ended: undefined, receipt: undefined }),
        );
        if (!done) return;
        finish(done.import);
        if (repeat?.confirmed && done.import.outcome === 'imported') {
          await removeReplaced(repeat.receipt);
        }
      },
      async readAgain() {
        const { repeat } = get();
        if (!repeat) return;
        set({ repeat: { ...repeat, confirmed: true } });
        await get().importRows();
      },
      async answerOtherwise() {
        const { readFile, receipt } = get();
        if (!readFile || receipt?.snapshot !== readFile.snapshot) return;
        told = receipt.findings.map(askFinding).filter((question) => question !== undefined);
        const { source, name } = readFile;
        set({ ...NO_FILE, source, sourceName: name, system: receipt.plan.system, receipt: undefined });
        await survey(receipt.plan);
      },
      cancelImport: importRun.cancel,
      putAside: () => set({ ...NO_FILE, failure: undefined }),
      showReceipt: (receipt) => set({ receipt, ended: undefined }),

      async downloadRejected(snapshot) {
        const found = await ask('rejectedRows', { snapshot });
        if (found.ok) download(found.value.fileName, found.value.csv, 'text/csv');
        else set({ failure: found.failure });
      },
      async deleteSnapshot(snapshot, namesBaseline = false) {
        const done = await workspace
          .getState()
          .act({ act: 'deleteSnapshot', snapshot, ...(namesBaseline ? { namesBaseline } : {}) });
        if (!done.ok && done.failure.kind !== 'cancelled') set({ failure: done.failure });
        if (done.ok && get().receipt?.snapshot === snapshot) set({ receipt: undefined, ended: undefined });
      },
      dismissFailure: () => set({ failure: undefined }),
    };
  });
}
