import { furtherTableAnswer } from '../core/ingest/furtherTables.ts';
import type { TableColumnSurvey, TableQuestion, TableSurvey } from '../core/ingest/kinds/surveyTable.ts';
import type { TableColumnPlan } from '../core/ingest/kinds/tablePlan.ts';
import { swapAnswerOf } from '../core/ingest/xray/readingUnderSwap.ts';
import { asksFurtherTable, questionKey, type AskedQuestion } from './askedQuestions.ts';

const headerAt = (columns: readonly TableColumnSurvey[], position: number): string =>
  columns[position]?.header ?? '';

/** What the X-ray asks, as a question that nobody has answered yet. */
export const askTableQuestion = (
  question: TableQuestion,
  columns: readonly TableColumnSurvey[],
): AskedQuestion => ({
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
  const kept = before.filter((asked) => asksFurtherTable(asked) || datesAt(asked.position) !== undefined);
  const found = [...(survey.swaps ?? []), ...(survey.furtherTable ? [survey.furtherTable] : [])];
  const asked: readonly AskedQuestion[] = [
    ...kept.filter(({ kind }) => kind !== 'xray'),
    ...survey.questions.map((question): AskedQuestion => ({
      ...question,
      header: headerAt(survey.columns, question.position),
      answer: undefined,
    })),
    ...found.map((question) => askTableQuestion(question, survey.columns)),
    ...kept,
  ];
  const distinct = new Map(asked.toReversed().map((question) => [questionKey(question), question]));
  return [...distinct.values()]
    .map((question): AskedQuestion => {
      if (question.kind !== 'xray') return question;
      const dates = datesAt(question.position);
      const answer = asksFurtherTable(question)
        ? furtherTableAnswer(survey.plan)
        : dates && swapAnswerOf(dates);
      return { ...question, answer };
    })
    .toSorted((a, b) => a.position - b.position || (a.kind === 'dateOrder' ? -1 : 1));
}
