import { Fragment, type ReactNode } from 'react';
import { calendarFromDay, type EpochDay } from '../../core/base/epochDay.ts';
import { formatDay, formatLongDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { DateOrder } from '../../core/ingest/dateReading.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { QUESTION_TOPICS } from '../../core/ingest/xray/wordAnswer.ts';
import { wordXrayQuestion, XRAY_ANSWER_NAMES } from '../../core/ingest/xray/wordXrayQuestion.ts';
import type { FindingRow, XrayQuestion } from '../../core/ingest/xrayQuestion.ts';
import { recommendedTo, type AskedQuestion } from '../../state/askedQuestions.ts';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { counted } from './loadWords.ts';
import { DATE_ORDER_NAMES } from './meaningNames.ts';

/** What a question says, apart from the answer given to it. */
export interface QuestionContent {
  /** A few words, for the list of answered questions. */
  readonly topic: string;
  readonly sentence: ReactNode;
  /** The rows that caused it. */
  readonly rows: ReactNode;
  readonly options: readonly { readonly value: Answer; readonly name: string }[];
  readonly recommended: Answer | undefined;
  /** Why the recommended answer is. */
  readonly because: string;
}

export type Answer = NonNullable<AskedQuestion['answer']>;

type DateQuestion = Extract<AskedQuestion, { kind: 'dateOrder' }>;
type BlankQuestion = Extract<AskedQuestion, { kind: 'blankMeaning' }>;

/** The list that the questions are about. */
export interface AskedList {
  readonly nameOf: (position: number) => string;
  readonly asOf: EpochDay;
  /** The day is that of the file's own time, which copying a file may change. */
  readonly dayIsFileTime: boolean;
}

/** Beside the answer that was given for the last file with the same columns. */
const AS_LAST_TIME = 'As last time. Enter takes it.';

/** A question in words. */
export function questionContent(asked: AskedQuestion, list: AskedList): QuestionContent {
  const { nameOf, asOf } = list;
  switch (asked.kind) {
    case 'dateOrder':
      return dateOrderContent(asked, nameOf(asked.position));
    case 'blankMeaning':
      return blankContent(asked, nameOf(asked.position));
    case 'xray': {
      const { question } = asked;
      return {
        topic: QUESTION_TOPICS[question.kind],
        sentence: (
          <>
            {withName(wordXrayQuestion(question, asOf, nameOf), nameOf(question.position))}
            {question.kind === 'frozenColumn' && list.dayIsFileTime
              ? ' That day is only the time of the file: if the list is older, correct “Data as of” first.'
              : null}
          </>
        ),
        rows: <XrayRows question={question} nameOf={nameOf} />,
        options: question.answers.map((value) => ({ value, name: XRAY_ANSWER_NAMES[value] })),
        recommended: recommendedTo(asked),
        because: asked.lastTime === undefined ? 'Recommended. Enter takes it.' : AS_LAST_TIME,
      };
    }
  }
}

/** A sentence with the name of its column set apart. */
const withName = (sentence: string, name: string): ReactNode =>
  sentence.split(name).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <em>{name}</em> : null}
      {part}
    </Fragment>
  ));

/** "4 May", or with its year where both readings share day and month. */
function dayWords(day: EpochDay, withYear: boolean): string {
  const long = formatLongDay(day);
  return withYear ? long : long.replace(` ${calendarFromDay(day).year}`, '');
}

/** A row of the file with the days that it can mean. */
type OrderReading = NonNullable<DateQuestion['readings']>[number];

const readingsOf = ({ readings, rows }: DateQuestion): readonly OrderReading[] => readings ?? rows;

const ordersOf = ({ orders }: DateQuestion): readonly DateOrder[] =>
  orders === undefined || orders.length === 0 ? ['dayFirst', 'monthFirst'] : orders;

/** The first row that has another day under every order, else the first one. */
function sampleOf(rows: readonly OrderReading[], orders: readonly DateOrder[]): OrderReading | undefined {
  const isTelling = (row: OrderReading): boolean => {
    const days = orders.map((order) => row[order]);
    return !days.includes(undefined) && new Set(days).size === orders.length;
  };
  return rows.find(isTelling) ?? rows[0];
}

/** The orders in the words of one row: "4 May", "5 April"; by their names where the row rules one of them out. */
function wordsOf(
  sample: OrderReading | undefined,
  orders: readonly DateOrder[],
): ReadonlyMap<DateOrder, string> {
  const days = orders.map((order) => sample?.[order]).filter((day) => day !== undefined);
  if (days.length < orders.length) return new Map(orders.map((order) => [order, DATE_ORDER_NAMES[order]]));
  const isOneYear = new Set(days.map((day) => calendarFromDay(day).year)).size === 1;
  return new Map(orders.map((order, index) => [order, dayWords(days[index]!, !isOneYear)]));
}

function dateOrderContent(question: DateQuestion, name: string): QuestionContent {
  const orders = ordersOf(question);
  const rows = readingsOf(question);
  const sample = sampleOf(rows, orders);
  const words = wordsOf(sample, orders);
  const withYear = orders.includes('yearFirst');
  return {
    topic: QUESTION_TOPICS.dateOrder,
    sentence: (
      <>
        We cannot tell day from {withYear ? 'month and year' : 'month'} in <em>{name}</em>.{' '}
        {sample ? (
          <>
            Row {formatCount(sample.fileRow)} says <span className="quoted">{visibleText(sample.text)}</span>.
            Is that{' '}
            {orders.map((order, index) => (
              <Fragment key={order}>
                {index > 0 ? ' or ' : ''}
                <strong>{words.get(order)}</strong>
              </Fragment>
            ))}
            ?
          </>
        ) : (
          'Does the day or the month come first?'
        )}{' '}
        {question.fitBoth === undefined
          ? null
          : `(All ${formatCount(question.fitBoth)} values fit ${orders.length > 2 ? 'all three' : 'both'}.)`}
      </>
    ),
    rows:
      rows.length > 0 ? (
        <DataTable
          caption={`Readings of ${name}`}
          columns={[
            ROW_NUMBER,
            IN_THE_FILE,
            ...orders.map((order) => ({
              header: DATE_ORDER_NAMES[order],
              cell: (row: OrderReading) => (row[order] === undefined ? 'not a date' : formatDay(row[order])),
            })),
          ]}
          rows={rows}
          rowKey={(row) => row.fileRow}
        />
      ) : null,
    options: orders.map((value) => ({ value, name: words.get(value) ?? DATE_ORDER_NAMES[value] })),
    recommended: undefined,
    because: '',
  };
}

const WHY_BLANK = {
  never: 'Recommended: the column is filled for others. Enter takes it.',
  notKnown: 'Recommended: too little is filled to be sure. Enter takes it.',
} as const;

function blankContent(question: BlankQuestion, name: string): QuestionContent {
  return {
    topic: QUESTION_TOPICS.blankMeaning,
    sentence: (
      <>
        <em>{name}</em> is empty in {counted(question.empty, 'row', 'rows')} and filled in{' '}
        {formatCount(question.filled)}. Does empty mean never used, or not known?
      </>
    ),
    rows: null,
    options: [
      { value: 'never', name: 'Never used' },
      { value: 'notKnown', name: 'Not known' },
    ],
    recommended: recommendedTo(question),
    because: question.lastTime === undefined ? WHY_BLANK[question.recommended] : AS_LAST_TIME,
  };
}

const ROW_NUMBER: Column<{ readonly fileRow: number }> = {
  header: 'Row',
  align: 'end',
  width: '4rem',
  cell: (row) => formatCount(row.fileRow),
};
const IN_THE_FILE: Column<{ readonly text: string }> = {
  header: 'In the file',
  cell: (row) =>
    row.text === '' ? (
      <span className="soft">(empty)</span>
    ) : (
      <span className="quoted">{visibleText(row.text)}</span>
    ),
};

/** What stands beside the original text: another cell of the row, or the day that the text would be. */
function besideHeader(question: XrayQuestion, nameOf: (position: number) => string): string {
  if (question.kind === 'signInBeforeCreated') return nameOf(question.createdPosition);
  if (question.kind === 'actionAfterSignIn') return nameOf(question.signInPosition);
  return 'Would be';
}

/** The first rows that caused a finding, and how many more there are. */
function XrayRows({
  question,
  nameOf,
}: {
  readonly question: XrayQuestion;
  readonly nameOf: (position: number) => string;
}): ReactNode {
  const { rows, position, count, kind } = question;
  if (rows.length === 0) return null;
  const more = count - rows.length;
  const beside: Column<FindingRow> = {
    header: besideHeader(question, nameOf),
    cell: (row) => <span className="quoted">{visibleText(row.beside ?? '')}</span>,
  };
  return (
    <div>
      <DataTable
        caption={`Rows of ${nameOf(position)}: ${QUESTION_TOPICS[kind]}`}
        columns={[
          ROW_NUMBER,
          { ...IN_THE_FILE, header: nameOf(position) },
          ...(rows.some((row) => row.beside !== undefined) ? [beside] : []),
        ]}
        rows={rows}
        rowKey={(row) => row.fileRow}
      />
      {more > 0 ? (
        <p className="soft load-more-rows">
          and {formatCount(more)} more {more === 1 ? 'row' : 'rows'} like these
        </p>
      ) : null}
    </div>
  );
}
