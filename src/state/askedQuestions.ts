import type { AskedOrder } from '../core/ingest/dateOrderScout.ts';
import type { DateOrder } from '../core/ingest/dateReading.ts';
import type { ColumnQuestion, FileSurvey } from '../core/ingest/fileSurvey.ts';
import { keepAnswer, type GivenAnswer } from '../core/ingest/givenAnswer.ts';
import type { ImportPlan } from '../core/ingest/importPlan.ts';
import { answerTo, applyXrayAnswer } from '../core/ingest/xray/applyXrayAnswer.ts';
import type { XrayAnswer, XrayQuestion } from '../core/ingest/xrayQuestion.ts';
import type { ShownQuestion } from '../worker/loadView.ts';

/** A question with the answer given to it, if any. Answered questions stay, so that the answer can be changed. */
export type AskedQuestion =
  | {
      readonly kind: 'dateOrder';
      readonly position: number;
      readonly header: string;
      /** Empty where the question arose beyond the surveyed rows. */
      readonly rows: Extract<ColumnQuestion, { kind: 'dateOrder' }>['rows'];
      /** The orders to choose from, and the rows under each of them, where a two-digit year may stand first. */
      readonly orders?: Extract<ColumnQuestion, { kind: 'dateOrder' }>['orders'];
      readonly readings?: Extract<ColumnQuestion, { kind: 'dateOrder' }>['readings'];
      readonly fitBoth: number | undefined;
      readonly answer: DateOrder | undefined;
    }
  | (Extract<ColumnQuestion, { kind: 'blankMeaning' }> & {
      readonly header: string;
      readonly answer: 'never' | 'notKnown' | undefined;
      /** The answer for the last file with the same columns. */
      readonly lastTime?: 'never' | 'notKnown' | undefined;
    })
  | {
      readonly kind: 'xray';
      readonly position: number;
      readonly header: string;
      readonly question: XrayQuestion;
      readonly answer: XrayAnswer['answer'] | undefined;
      readonly lastTime?: XrayAnswer['answer'] | undefined;
    };

/** What tells a question from all others of the file. */
export const questionKey = (asked: AskedQuestion): string =>
  `${asked.kind === 'xray' ? asked.question.kind : asked.kind}-${asked.position}`;

/** The answers as the plan holds them. */
const withAnswer = (asked: AskedQuestion, plan: ImportPlan): AskedQuestion => {
  const given = plan.answers?.find(
    ({ kind, position }) => kind === asked.kind && position === asked.position,
  );
  switch (asked.kind) {
    case 'dateOrder': {
      const order = plan.columns.find(({ position }) => position === asked.position)?.dates?.order;
      return { ...asked, answer: order === 'undecided' ? undefined : order };
    }
    case 'blankMeaning':
      return { ...asked, answer: given?.kind === 'blankMeaning' ? given.answer : undefined };
    case 'xray':
      return { ...asked, answer: answerTo(plan, asked.question) };
  }
};

export const withAnswers = (
  questions: readonly AskedQuestion[],
  plan: ImportPlan,
): readonly AskedQuestion[] => questions.map((asked) => withAnswer(asked, plan));

/** What a column proves is asked before what its cells mean. */
const placeOf = (asked: AskedQuestion): number =>
  asked.kind === 'xray' && asked.question.kind === 'attemptsColumn' ? 0 : 1;

/** First what must be answered, then whether this is the right file at all, then the rest; in file order of columns. */
function rankOf(asked: AskedQuestion): number {
  if (asked.kind === 'dateOrder') return 0;
  return asked.kind === 'xray' && asked.question.recommended === 'replaceFile' ? 1 : 2;
}

/** Answers that take away a column on which their question rests: the question is kept, so that it can be changed. */
const hidesItself = ({ answer }: AskedQuestion): boolean =>
  answer === 'ignoreCreated' || answer === 'ignoreSignIn';

/**
 * What the newest survey asks, with questions that only their own answer has silenced. `told`: questions that were
 * found when the whole file was read.
 */
export function mergeQuestions(
  before: readonly AskedQuestion[],
  survey: FileSurvey,
  told: readonly XrayQuestion[] = [],
): readonly AskedQuestion[] {
  const { plan } = survey;
  const headerAt = (position: number): string =>
    survey.columns.find((column) => column.position === position)?.header ?? '';
  const columnAt = (position: number): ImportPlan['columns'][number] | undefined =>
    plan.columns.find((column) => column.position === position);
  const asXray = (question: XrayQuestion): AskedQuestion => ({
    kind: 'xray',
    position: question.position,
    header: headerAt(question.position),
    question,
    answer: undefined,
  });
  const asked = [
    ...survey.questions.map(
      (question) =>
        ({ ...question, header: headerAt(question.position), answer: undefined }) as AskedQuestion,
    ),
    ...(survey.xray ?? []).map(asXray),
    ...told
      .filter(({ kind, position }) => kind === 'secondTable' || columnAt(position)?.dates !== undefined)
      .map(asXray),
    ...before.filter((kept) =>
      kept.kind === 'dateOrder' ? columnAt(kept.position)?.dates !== undefined : hidesItself(kept),
    ),
  ];
  const distinct = new Map<string, AskedQuestion>();
  for (const question of asked) {
    const key = questionKey(question);
    if (!distinct.has(key)) distinct.set(key, question);
  }
  const proposed = [...distinct.values()].map((question) => withLastTime(question, survey.lastAnswers ?? []));
  return withAnswers(proposed, plan).toSorted(
    (one, other) =>
      rankOf(one) - rankOf(other) || one.position - other.position || placeOf(one) - placeOf(other),
  );
}

/** A question with what was answered last, where it still offers that answer. An order of day and month is asked anew. */
function withLastTime(asked: AskedQuestion, last: readonly GivenAnswer[]): AskedQuestion {
  if (asked.kind === 'dateOrder') return asked;
  const kind = asked.kind === 'xray' ? asked.question.kind : asked.kind;
  const given = last.find((answer) => answer.kind === kind && answer.position === asked.position);
  if (given === undefined) return asked;
  if (asked.kind === 'blankMeaning') {
    return given.kind === 'blankMeaning' ? { ...asked, lastTime: given.answer } : asked;
  }
  const offered = (asked.question.answers as readonly XrayAnswer['answer'][]).find(
    (answer) => answer === given.answer,
  );
  return offered === undefined ? asked : { ...asked, lastTime: offered };
}

/** The plan without answers to questions of the X-ray that are not asked any more. */
export function withoutStaleAnswers(plan: ImportPlan, questions: readonly AskedQuestion[]): ImportPlan {
  const keys = new Set(questions.map(questionKey));
  const kept = plan.answers?.filter(
    ({ kind, position }) =>
      kind === 'dateOrder' || kind === 'blankMeaning' || keys.has(`${kind}-${position}`),
  );
  return kept === undefined || kept.length === plan.answers?.length ? plan : { ...plan, answers: kept };
}

/** The plan without answers that rest on a column, whose meaning was changed by hand. */
export function withoutAnswersOf(
  plan: ImportPlan,
  position: number,
  questions: readonly AskedQuestion[],
): ImportPlan {
  if (plan.answers === undefined) return plan;
  const restsOn = (asked: AskedQuestion): boolean =>
    (asked.position === position && !asksFurtherTable(asked)) ||
    (asked.kind === 'xray' &&
      ((asked.question.kind === 'signInBeforeCreated' && asked.question.createdPosition === position) ||
        (asked.question.kind === 'actionAfterSignIn' && asked.question.signInPosition === position)));
  const resting = new Set(questions.filter(restsOn).map(questionKey));
  return {
    ...plan,
    answers: plan.answers.filter(
      (given) =>
        given.kind === 'secondTable' ||
        (given.position !== position && !resting.has(`${given.kind}-${given.position}`)),
    ),
  };
}

/** The plan without one answer, which a change by hand has overtaken. */
export const withoutAnswerAt = (
  plan: ImportPlan,
  kind: XrayQuestion['kind'],
  position: number,
): ImportPlan =>
  plan.answers === undefined
    ? plan
    : {
        ...plan,
        answers: plan.answers.filter((given) => given.kind !== kind || given.position !== position),
      };

/** The plan under an answer to any question. */
export function planUnder(
  plan: ImportPlan,
  asked: AskedQuestion,
  answer: NonNullable<AskedQuestion['answer']>,
): ImportPlan {
  const { position } = asked;
  if (asked.kind === 'xray') return applyXrayAnswer(plan, asked.question, answer as XrayAnswer['answer']);
  const withDates = (change: Partial<NonNullable<ImportPlan['columns'][number]['dates']>>): ImportPlan => ({
    ...plan,
    columns: plan.columns.map((column) =>
      column.position === position && column.dates
        ? { ...column, dates: { ...column.dates, ...change } }
        : column,
    ),
  });
  if (asked.kind === 'dateOrder') {
    const order = answer as DateOrder;
    return keepAnswer(withDates({ order }), { kind: 'dateOrder', position, answer: order });
  }
  const meaning = answer as 'never' | 'notKnown';
  return keepAnswer(withDates({ blankMeans: meaning }), { kind: 'blankMeaning', position, answer: meaning });
}

/** Questions that are open and whose recommended answer can be taken as it stands: another file is never taken. */
export const isTakeable = (asked: AskedQuestion): boolean =>
  asked.answer === undefined && recommendedTo(asked) !== undefined && recommendedTo(asked) !== 'replaceFile';

/** The recommended answer, which is that of last time where there is one; an order of day and month has none. */
export const recommendedTo = (asked: AskedQuestion): NonNullable<AskedQuestion['answer']> | undefined =>
  asked.kind === 'xray'
    ? (asked.lastTime ?? asked.question.recommended)
    : asked.kind === 'blankMeaning'
      ? (asked.lastTime ?? asked.recommended)
      : undefined;

/** The questions with those of the orders that were found open when the whole file was read; one a column. */
export function withOpenOrders(
  before: readonly AskedQuestion[],
  { position, header, open, further = [] }: AskedOrder & { readonly further?: readonly AskedOrder[] },
): readonly AskedQuestion[] {
  const asked = [{ position, header, open }, ...further].map(askOrder);
  const keys = new Set(asked.map(questionKey));
  return [...asked, ...before.filter((known) => !keys.has(questionKey(known)))];
}

const askOrder = ({ position, header, open }: AskedOrder): AskedQuestion => ({
  kind: 'dateOrder',
  position,
  header,
  rows: [],
  ...(open === undefined ? {} : { orders: open.orders, readings: open.readings }),
  fitBoth: open?.fitBoth,
  answer: undefined,
});

/** The questions of the X-ray on the screen. */
export const shownOf = (questions: readonly AskedQuestion[]): readonly ShownQuestion[] =>
  questions
    .flatMap((asked) => (asked.kind === 'xray' ? [asked.question] : []))
    .map(({ kind, position }) => ({ kind, position }));

/**
 * Places of the columns of questions on the screen that nobody has answered, one a question. What became of another table
 * below the list is told by itself.
 */
export const unansweredOf = (questions: readonly AskedQuestion[]): readonly number[] =>
  questions
    .filter((asked) => asked.answer === undefined && !asksFurtherTable(asked))
    .map(({ position }) => position);

/** Whether it is asked to what list the rows of another table belong. */
export const asksFurtherTable = (asked: AskedQuestion): boolean =>
  asked.kind === 'xray' && asked.question.kind === 'secondTable';
