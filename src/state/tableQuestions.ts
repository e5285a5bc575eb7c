import type { DateOrder, DateReading } from '../core/ingest/dateReading.ts';
import { furtherTableAnswer, type FurtherTableAnswer } from '../core/ingest/foundTables.ts';
import { keepAnswer, type GivenAnswer } from '../core/ingest/givenAnswer.ts';
import type { TableColumnSurvey, TableQuestion, TableSurvey } from '../core/ingest/kinds/surveyTable.ts';
import type { TableColumnPlan, TablePlan } from '../core/ingest/kinds/tablePlan.ts';
import { readingUnderSwap, swapAnswerOf, type SwapQuestion } from '../core/ingest/xray/readingUnderSwap.ts';
import { asksFurtherTable, questionKey, type AskedQuestion } from './askedQuestions.ts';
import { columnsWith } from './surveyUnderPlan.ts';

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

/** The plan under an answer to a question; unchanged where the question is none that a file of any kind asks. */
export function tablePlanUnder(
  plan: TablePlan,
  asked: AskedQuestion,
  answer: NonNullable<AskedQuestion['answer']>,
): TablePlan {
  const { position } = asked;
  const dates = plan.columns.find((column) => column.position === position)?.dates;
  const under = (changed: DateReading, given: GivenAnswer): TablePlan =>
    keepAnswer({ ...plan, columns: columnsWith(plan.columns, position, { dates: changed }) }, given);
  if (asked.kind === 'dateOrder' && dates) {
    const order = answer as DateOrder;
    return under({ ...dates, order }, { kind: 'dateOrder', position, answer: order });
  }
  if (asked.kind !== 'xray') return plan;
  if (asked.question.kind === 'swappedDays' && dates) {
    const swap = answer as SwapQuestion['recommended'];
    const read = readingUnderSwap(dates, asked.question, swap);
    return under(read, { kind: 'swappedDays', position, answer: swap });
  }
  if (asksFurtherTable(asked)) {
    return keepAnswer(plan, { kind: 'secondTable', position, answer: answer as FurtherTableAnswer });
  }
  return plan;
}
