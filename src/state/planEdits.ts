import type { ColumnPlan, ImportPlan } from '../core/ingest/importPlan.ts';
import {
  isTakeable,
  planUnder,
  recommendedTo,
  withAnswers,
  withoutAnswerAt,
  withoutAnswersOf,
  type AskedQuestion,
} from './askedQuestions.ts';
import type { LoadSlice } from './loadFacts.ts';
import { columnsWith, surveyUnderPlan } from './surveyUnderPlan.ts';

/** What a person changes in the plan of the file at hand. */
export interface PlanEdits {
  changePlan(change: Partial<ImportPlan>): Promise<void>;
  changeColumn(position: number, change: Partial<ColumnPlan>): Promise<void>;
  answerQuestion(asked: AskedQuestion, answer: NonNullable<AskedQuestion['answer']>): Promise<void>;
  /** Gives every open question its recommended answer, but never that another file is to be loaded. */
  takeRecommended(): Promise<void>;
  /** `undefined` takes the answer back. */
  answerCompleteness(answer: 'full' | 'filtered' | undefined): void;
}

/** `survey`: surveys the file at hand again, under the plan as changed. */
export function createPlanEdits(
  { get, set }: LoadSlice,
  survey: (plan: ImportPlan) => Promise<void>,
): PlanEdits {
  const planOf = (): ImportPlan | undefined => get().survey.value?.plan;

  /** Shows the change at once; the readings beside it follow with the next survey. */
  async function changePlan(change: Partial<ImportPlan>): Promise<void> {
    const { survey: shown, questions } = get();
    if (!shown.value) return;
    const plan = { ...shown.value.plan, ...change };
    set({
      survey: { ...shown, value: surveyUnderPlan(shown.value, plan) },
      questions: withAnswers(questions, plan),
    });
    await survey(plan);
  }

  const orderAskedAt = (position: number): AskedQuestion | undefined =>
    get().questions.find((asked) => asked.kind === 'dateOrder' && asked.position === position);

  return {
    changePlan,

    /** Another meaning takes back what was answered about the column. */
    async changeColumn(position, change) {
      const plan = planOf();
      if (!plan) return;
      const changed = { ...plan, columns: columnsWith(plan.columns, position, change) };
      const order = change.dates?.order;
      const asked = orderAskedAt(position);
      if (change.meaning !== undefined) {
        await changePlan(withoutAnswersOf(changed, position, get().questions));
      } else if (change.signalKind !== undefined) {
        await changePlan(withoutAnswerAt(changed, 'attemptsColumn', position));
      } else if (asked && order !== undefined && order !== 'undecided') {
        await changePlan(planUnder(changed, asked, order));
      } else await changePlan(changed);
    },

    async answerQuestion(asked, given) {
      const plan = planOf();
      if (plan) await changePlan(planUnder(plan, asked, given));
    },

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
  };
}
