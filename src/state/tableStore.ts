import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import type { FileKind } from '../core/ingest/kinds/fileKind.ts';
import type { KindProposal } from '../core/ingest/kinds/proposeKind.ts';
import type { TableSurvey } from '../core/ingest/kinds/surveyTable.ts';
import type { TableColumnPlan, TablePlan } from '../core/ingest/kinds/tablePlan.ts';
import type { Ask, ImportSource } from '../worker/protocol.ts';
import type { AnswerFileOutcome, FileReceipt, TableAnswer } from '../worker/tableView.ts';
import { shownOf, withOpenOrders, type AskedQuestion } from './askedQuestions.ts';
import type { AskWorker } from './askWorker.ts';
import { AT_REST, createImportRun, factsOfFailure, type ImportRunFacts } from './importRun.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';
import type { LoadStore } from './loadStore.ts';
import { columnsWith, surveyUnderPlan } from './surveyUnderPlan.ts';
import { askTableQuestion, mergeTableQuestions, tablePlanUnder } from './tableQuestions.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface TableDependencies {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  /** Takes over every file that is a users list. */
  readonly load: LoadStore;
  readonly workingDay: () => EpochDay;
  readonly download: (fileName: string, content: string, type: string) => void;
}

interface TableFacts extends ImportRunFacts {
  /** The kind as which the chosen file is read; users lists are read by the load store. */
  readonly kind: FileKind;
  /** What the chosen file looks like, whatever kind it is read as. */
  readonly recognised: KindProposal | undefined;
  readonly source: ImportSource | undefined;
  readonly sourceName: string;
  /** Answer files that wait for import. */
  readonly answerFiles: readonly File[];
  readonly survey: Loaded<TableSurvey>;
  readonly questions: readonly AskedQuestion[];
  readonly receipt: FileReceipt | undefined;
  /** What became of the answer files. */
  readonly answerResults: readonly AnswerFileOutcome[];
}

export interface TableState extends TableFacts {
  /** Takes files of any kind. Several are taken at once only when they are answer files. */
  choose(files: readonly File[]): Promise<void>;
  /** Takes several files of one kind and the same columns, to be read as one. */
  chooseTogether(files: readonly File[], kind: FileKind): Promise<void>;
  paste(text: string): Promise<void>;
  chooseKind(kind: FileKind): Promise<void>;
  /** Goes back to users lists without a file. */
  showUsers(): void;
  changePlan(change: Partial<TablePlan>): Promise<void>;
  changeColumn(position: number, change: Partial<TableColumnPlan>): Promise<void>;
  answerQuestion(asked: AskedQuestion, answer: NonNullable<AskedQuestion['answer']>): Promise<void>;
  importRows(): Promise<void>;
  cancelImport(): void;
  /** Puts the chosen file aside. */
  putAside(): void;
  showReceipt(receipt: FileReceipt): void;
  downloadRejected(file: string): Promise<void>;
  deleteFile(file: string): Promise<void>;
  dismissFailure(): void;
}

export type TableStore = StoreApi<TableState>;

const NO_FILE = {
  source: undefined,
  sourceName: '',
  recognised: undefined,
  answerFiles: [],
  survey: NOT_ASKED,
  questions: [],
  ...AT_REST,
} satisfies Partial<TableFacts>;

const NOTHING_SHOWN = {
  ended: undefined,
  receipt: undefined,
  answerResults: [],
  failure: undefined,
} satisfies Partial<TableFacts>;

const looksLikeAnswer = ({ name }: File): boolean => /\.json$/i.test(name);

type TableKindAsked = Ask<'surveyTable'>['kind'];

/** Choosing, recognising, mapping and importing files of every kind; users lists are handed on. */
export function createTableStore({
  ask,
  workspace,
  load,
  workingDay,
  download,
}: TableDependencies): TableStore {
  /** Surveys asked for so far: an answer that a later change has overtaken must not take that change back. */
  let surveys = 0;
  /** The kind that a person chose for the file at hand, or for the next one; otherwise it is recognised. */
  let said: FileKind | undefined;

  return createStore<TableState>()((set, get) => {
    const importRun = createImportRun(workspace, set);

    /** Asks for a survey; `undefined` when it was overtaken. */
    async function askSurvey(kind: TableKindAsked, plan: TablePlan | undefined) {
      const { source } = get();
      if (!source) return undefined;
      surveys += 1;
      const asked = surveys;
      const fileTime = 'file' in source ? source.file.lastModified : undefined;
      const { system } = load.getState();
      const question = { source, fileTime, system, kind, plan, workingDay: workingDay() };
      const found = await ask('surveyTable', question);
      return get().source === source && asked === surveys ? found : undefined;
    }

    /** Hands the chosen file to the load store, which reads users lists and words what cannot be read at all. */
    async function handOn(): Promise<void> {
      const { source } = get();
      set({ ...NO_FILE, kind: 'users' });
      if (source && 'file' in source) {
        await load.getState().chooseFiles([source.file, ...(source.appended ?? [])]);
      }
      if (source && 'pasted' in source) await load.getState().paste(source.pasted);
    }

    function showSurvey(survey: TableSurvey): void {
      set({
        kind: survey.plan.kind,
        recognised: survey.proposedKind,
        survey: arrived(survey),
        questions: mergeTableQuestions(get().questions, survey),
      });
    }

    /** Finds out what a new file is. */
    async function recognise(source: ImportSource, sourceName: string): Promise<void> {
      set({ ...NO_FILE, ...NOTHING_SHOWN, source, sourceName });
      load.getState().putAside();
      if (said === 'users') return handOn();
      const asKind = said === 'answers' ? undefined : said;
      const found = await askSurvey(asKind, undefined);
      if (!found) return;
      if (!found.ok) {
        if (asKind === undefined) await handOn();
        else if (found.failure.kind !== 'cancelled') set({ ...NO_FILE, failure: found.failure });
        return;
      }
      if (found.value.form === 'answers') {
        const files = 'file' in source ? [source.file] : [];
        set({ ...NO_FILE, kind: 'answers', answerFiles: files, sourceName });
        return;
      }
      const { survey } = found.value;
      if (asKind === undefined && survey.proposedKind.kind === 'users') await handOn();
      else showSurvey(survey);
    }

    async function surveyAgain(kind: TableKindAsked, plan: TablePlan | undefined): Promise<void> {
      set({ survey: renewing(get().survey), failure: undefined, ended: undefined });
      const found = await askSurvey(kind, plan);
      if (!found) return;
      if (found.ok && found.value.form === 'rows') showSurvey(found.value.survey);
      else if (!found.ok && found.failure.kind !== 'cancelled')
        set({ survey: notArrived(get().survey, found.failure), failure: found.failure });
    }

    /** Shows the change at once; the readings beside it follow with the next survey. */
    async function changePlan(change: Partial<TablePlan>): Promise<void> {
      const { survey: shown } = get();
      if (!shown.value) return;
      const plan = { ...shown.value.plan, ...change };
      set({ survey: { ...shown, value: surveyUnderPlan(shown.value, plan) } });
      await surveyAgain(plan.kind, plan);
    }

    const withColumn = (position: number, change: Partial<TableColumnPlan>): readonly TableColumnPlan[] =>
      columnsWith(get().survey.value?.plan.columns ?? [], position, change);

    function finish(end: TableAnswer): void {
      if (end.outcome === 'dateOrderOpen') {
        set({ ended: 'asks', questions: withOpenOrders(get().questions, end) });
        return;
      }
      if (end.outcome === 'xrayOpen') {
        const columns = get().survey.value?.columns ?? [];
        const late = end.questions.map((question) => askTableQuestion(question, columns));
        set({ ended: 'asks', questions: [...get().questions, ...late] });
        return;
      }
      said = undefined;
      set({ ...NO_FILE, ended: end.outcome, receipt: end.receipt });
    }

    const clear = (): void => set({ ...NOTHING_SHOWN });

    async function importAnswers(files: readonly File[]): Promise<void> {
      const done = await importRun.run(
        (stamp, options) => ask('importAnswers', { files, stamp }, options),
        clear,
      );
      if (done) set({ ...NO_FILE, answerResults: done.results });
    }

    return {
      ...NO_FILE,
      ...NOTHING_SHOWN,
      kind: 'users',

      async choose(files) {
        const [first, ...others] = files;
        if (!first) return;
        if (files.every(looksLikeAnswer)) {
          set({ ...NO_FILE, ...NOTHING_SHOWN, kind: 'answers', answerFiles: files, sourceName: first.name });
          return;
        }
        await recognise({ file: first }, first.name);
        if (others.length > 0) {
          const reason = `Files are taken one at a time: this is ${first.name}. Choose the others after it.`;
          set({ failure: { kind: 'refused', reason } });
        }
      },
      async chooseTogether([file, ...appended], kind) {
        if (!file) return;
        said = kind;
        await recognise({ file, appended }, `${file.name} and ${appended.length} more`);
      },
      async paste(text) {
        if (text.trim() === '') get().putAside();
        else await recognise({ pasted: text }, 'Pasted rows');
      },

      async chooseKind(kind) {
        const { source } = get();
        const users = load.getState();
        said = kind;
        if (kind === get().kind) return;
        if (kind === 'users') {
          set({ ...NOTHING_SHOWN });
          await handOn();
          return;
        }
        const chosen = source ?? users.source;
        const sourceName = source ? get().sourceName : users.sourceName;
        users.putAside();
        set({ ...NO_FILE, ...NOTHING_SHOWN, kind });
        if (!chosen || kind === 'answers') return;
        set({ source: chosen, sourceName });
        await surveyAgain(kind, undefined);
      },

      showUsers() {
        said = undefined;
        set({ ...NO_FILE, ...NOTHING_SHOWN, kind: 'users' });
      },
      changePlan,
      changeColumn: (position, change) =>
        // What is changed by hand overtakes the answers about the column.
        changePlan({
          columns: withColumn(position, change),
          answers: get().survey.value?.plan.answers?.filter(
            (given) => given.kind === 'secondTable' || given.position !== position,
          ),
        }),
      async answerQuestion(asked, answer) {
        const plan = get().survey.value?.plan;
        if (!plan) return;
        set({
          questions: get().questions.map((known) =>
            known === asked ? ({ ...asked, answer } as AskedQuestion) : known,
          ),
        });
        await changePlan(tablePlanUnder(plan, asked, answer));
      },

      async importRows() {
        const { source, survey, importing, answerFiles } = get();
        if (importing) return;
        if (answerFiles.length > 0) return importAnswers(answerFiles);
        if (!source || !survey.value) return;
        const { plan, estimatedRows } = survey.value;
        const done = await importRun.run(
          (stamp, options) =>
            ask(
              'importTable',
              { source, plan, estimatedRows, shown: shownOf(get().questions), stamp },
              options,
            ),
          clear,
        );
        if (done) finish(done.import);
      },
      cancelImport: importRun.cancel,
      putAside() {
        said = undefined;
        set({ ...NO_FILE, failure: undefined });
      },
      showReceipt: (receipt) => set({ kind: receipt.kind, receipt, ended: undefined }),

      async downloadRejected(file) {
        const found = await ask('rejectedTableRows', { file });
        if (found.ok) download(found.value.fileName, found.value.csv, 'text/csv');
        else set({ failure: found.failure });
      },
      async deleteFile(file) {
        const stamp = await workspace.getState().stamp();
        if (!stamp) return;
        const done = await ask('deleteTable', { file, stamp });
        if (!done.ok) {
          set(factsOfFailure(done.failure));
          return;
        }
        workspace.getState().setView(done.value);
        if (get().receipt?.file === file) set({ receipt: undefined, ended: undefined });
      },
      dismissFailure: () => set({ failure: undefined }),
    };
  });
}
