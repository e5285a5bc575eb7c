import type { EpochDay } from '../core/base/epochDay.ts';
import type { FileSurvey } from '../core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../core/ingest/importPlan.ts';
import { FIRST_SYSTEM } from '../core/ingest/platforms/firstSystem.ts';
import type { XrayQuestion } from '../core/ingest/xrayQuestion.ts';
import type { ImportSource } from '../worker/protocol.ts';
import { mergeQuestions, withoutStaleAnswers } from './askedQuestions.ts';
import type { AskWorker } from './askWorker.ts';
import { licenceTypeToPropose } from './fixedLicenceType.ts';
import { arrived, notArrived, renewing } from './loaded.ts';
import { NO_FILE, type LoadSlice } from './loadFacts.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface SurveyingTools {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  readonly workingDay: () => EpochDay;
  /** Changes the plan of the file at hand, which surveys it again. */
  readonly changePlan: (change: Partial<ImportPlan>) => Promise<void>;
}

/** Keeps the survey on the screen that of the file at hand, under its plan. */
export interface FileSurveying {
  /** Surveys the file at hand under a plan, or proposes one. */
  survey(plan: ImportPlan | undefined): Promise<void>;
  choose(source: ImportSource, sourceName: string): Promise<void>;
  chooseSystem(system: string): Promise<void>;
  /** Takes up a file again under the plan of its import, with the questions that were found when it was read whole. */
  reopen(
    source: ImportSource,
    name: string,
    plan: ImportPlan,
    questions: readonly XrayQuestion[],
  ): Promise<void>;
  /** Shows questions that were found when the file was read whole, beside those of its survey. */
  tell(questions: readonly XrayQuestion[]): void;
}

/** System that a file is recognised to come from, where it is another than asked for and no saved mapping names one. */
function recognisedSystem({ plan, recognised }: FileSurvey, asked: string): string | undefined {
  return plan.system === asked && recognised?.system !== asked ? recognised?.system : undefined;
}

/** System of the newest list, else the first of all. */
export const newestSystem = (workspace: WorkspaceStore): string =>
  workspace.getState().view?.receipts[0]?.source.system ?? FIRST_SYSTEM;

export function createFileSurveying(
  { get, set }: LoadSlice,
  { ask, workspace, workingDay, changePlan }: SurveyingTools,
): FileSurveying {
  /** Surveys asked for so far: an answer that a later change has overtaken must not take that change back. */
  let surveys = 0;
  /** Whether the person chose the system for the file at hand, which stands above what the file looks like. */
  let isSystemChosen = false;
  /** The system that the person chose last. */
  let lastChosen: string | undefined;
  /** Questions about the chosen file that were found when it was read whole. */
  let told: readonly XrayQuestion[] = [];

  async function survey(plan: ImportPlan | undefined): Promise<void> {
    const { source, system } = get();
    if (!source) return;
    surveys += 1;
    const asked = surveys;
    set({ survey: renewing(get().survey), failure: undefined, ended: undefined });
    const fileTime = 'file' in source ? source.file.lastModified : undefined;
    const found = await ask(
      'surveyFile',
      {
        source,
        fileTime,
        system,
        isSystemChosen: isSystemChosen || lastChosen !== undefined,
        plan,
        workingDay: workingDay(),
      },
      { latest: true },
    );
    if (get().source !== source || asked !== surveys) return;
    if (!found.ok) {
      if (found.failure.kind === 'cancelled') return;
      set({ survey: notArrived(get().survey, found.failure), failure: found.failure });
      return;
    }
    const recognised = recognisedSystem(found.value, system);
    if (recognised !== undefined && plan === undefined && !isSystemChosen) {
      set({ system: recognised });
      await survey(undefined);
      return;
    }
    await show(found.value, plan === undefined);
  }

  async function show(found: FileSurvey, isFirst: boolean): Promise<void> {
    const questions = mergeQuestions(get().questions, found, told);
    const plan = withoutStaleAnswers(found.plan, questions);
    set({
      survey: arrived(plan === found.plan ? found : { ...found, plan }),
      system: plan.system,
      questions,
    });
    const lines = workspace.getState().view?.contractLines ?? [];
    const licenceType = isFirst ? licenceTypeToPropose(found.plan, lines) : undefined;
    if (licenceType !== undefined) await changePlan({ fixedLicenceType: licenceType });
  }

  return {
    survey,
    async choose(source, sourceName) {
      told = [];
      isSystemChosen = false;
      // What an earlier file was recognised as says nothing of this one.
      const system = lastChosen ?? newestSystem(workspace);
      set({ ...NO_FILE, source, sourceName, system, receipt: undefined });
      await survey(undefined);
    },
    async chooseSystem(system) {
      isSystemChosen = get().source !== undefined;
      lastChosen = system;
      set({ system, questions: [] });
      await survey(undefined);
    },
    async reopen(source, sourceName, plan, questions) {
      told = questions;
      set({ ...NO_FILE, source, sourceName, system: plan.system, receipt: undefined });
      await survey(plan);
    },
    tell(questions) {
      const { survey: shown, questions: asked } = get();
      told = [...told, ...questions];
      if (shown.value) set({ ended: 'asks', questions: mergeQuestions(asked, shown.value, told) });
    },
  };
}
