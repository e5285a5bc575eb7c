import type { TableColumnSurvey, TableSurvey } from '../core/ingest/kinds/surveyTable.ts';
import type { TableColumnPlan } from '../core/ingest/kinds/tablePlan.ts';
import { swapAnswerOf, type SwapQuestion } from '../core/ingest/xray/readingUnderSwap.ts';
import { questionKey, type AskedQuestion } from './askedQuestions.ts';

const headerAt = (columns: readonly TableColumnSurvey[], position: number): string =>
  columns[position]?.header ?? '';

/** Whether days are exchanged in a column, as a question that nobody has answered yet. */
export const askSwap = (question: SwapQuestion, columns: readonly TableColumnSurvey[]): AskedQuestion => ({
  kind: 'xray',
  position: question.position,
  header: headerAt(columns, question.position),
  question,
  answer: undefined,
});

/** Keeps the answers given so far and adds what the newest survey of a file of any kind asks, in file order. */
export function mergeTableQuestions(
  before: readonly AskedQuestion[],
  survey: TableSurvey,
): readonly AskedQuestion[] {
  const datesAt = (position: number): TableColumnPlan['dates'] =>
    survey.plan.columns.find((column) => column.position === position)?.dates;
  const kept = before.filter(({ position }) => datesAt(position) !== undefined);
  const asked: readonly AskedQuestion[] = [
    ...kept.filter(({ kind }) => kind !== 'xray'),
    ...survey.questions.map((question): AskedQuestion => ({
      ...question,
      header: headerAt(survey.columns, question.position),
      answer: undefined,
    })),
    ...(survey.swaps ?? []).map((question) => askSwap(question, survey.columns)),
    ...kept,
  ];
  const distinct = new Map(asked.toReversed().map((question) => [questionKey(question), question]));
  return [...distinct.values()]
    .map((question): AskedQuestion => {
      const dates = datesAt(question.position);
      return question.kind === 'xray' ? { ...question, answer: dates && swapAnswerOf(dates) } : question;
    })
    .toSorted((a, b) => a.position - b.position || (a.kind === 'dateOrder' ? -1 : 1));
}
