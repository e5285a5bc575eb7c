import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import { calendarFromDay, type EpochDay } from '../../core/base/epochDay.ts';
import { formatDay, formatLongDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { DateOrder } from '../../core/ingest/dateReading.ts';
import type { AskedQuestion } from '../../state/loadStore.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { RadioGroup } from '../shared/RadioGroup.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';

export interface QuestionCardProps {
  readonly questions: readonly AskedQuestion[];
  readonly nameOf: (position: number) => string;
  readonly onDateOrder: (position: number, order: DateOrder) => void;
  readonly onBlank: (position: number, meaning: 'never' | 'notKnown') => void;
}

type DateQuestion = Extract<AskedQuestion, { kind: 'dateOrder' }>;
type BlankQuestion = Extract<AskedQuestion, { kind: 'blankMeaning' }>;

/** "4 May", or with its year where both readings share day and month. */
function dayWords(day: EpochDay, withYear: boolean): string {
  const long = formatLongDay(day);
  return withYear ? long : long.replace(` ${calendarFromDay(day).year}`, '');
}

const ORDER_NAMES: Readonly<Record<DateOrder, string>> = {
  dayFirst: 'Day first',
  monthFirst: 'Month first',
  yearFirst: 'Year first',
};

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
  if (days.length < orders.length) return new Map(orders.map((order) => [order, ORDER_NAMES[order]]));
  const isOneYear = new Set(days.map((day) => calendarFromDay(day).year)).size === 1;
  return new Map(orders.map((order, index) => [order, dayWords(days[index]!, !isOneYear)]));
}

function DateOrderQuestion({
  question,
  name,
  onAnswer,
}: {
  readonly question: DateQuestion;
  readonly name: string;
  readonly onAnswer: (order: DateOrder) => void;
}): ReactNode {
  const orders = ordersOf(question);
  const rows = readingsOf(question);
  const sample = sampleOf(rows, orders);
  const words = wordsOf(sample, orders);
  const withYear = orders.includes('yearFirst');
  return (
    <div className="stack-tight load-question">
      <p>
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
      </p>
      {rows.length > 0 ? (
        <DataTable
          caption={`Readings of ${name}`}
          columns={[
            { header: 'Row', align: 'end', width: '4rem', cell: (row) => formatCount(row.fileRow) },
            { header: 'In the file', cell: (row) => <span className="quoted">{visibleText(row.text)}</span> },
            ...orders.map((order) => ({
              header: ORDER_NAMES[order],
              cell: (row: OrderReading) => (row[order] === undefined ? 'not a date' : formatDay(row[order])),
            })),
          ]}
          rows={rows}
          rowKey={(row) => row.fileRow}
        />
      ) : null}
      <RadioGroup
        role="group"
        label={`Question about ${name}`}
        labelHidden
        value={question.answer}
        options={orders.map((value) => ({ value, name: words.get(value) ?? ORDER_NAMES[value] }))}
        onChange={onAnswer}
      />
    </div>
  );
}

const BLANK_NAMES = { never: 'Never used', notKnown: 'Not known' } as const;

function BlankMeaningQuestion({
  question,
  name,
  onAnswer,
}: {
  readonly question: BlankQuestion;
  readonly name: string;
  readonly onAnswer: (meaning: 'never' | 'notKnown') => void;
}): ReactNode {
  const takeRecommended = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onAnswer(question.recommended);
  };
  const why = {
    never: 'Recommended: the column is filled for others. Enter takes it.',
    notKnown: 'Recommended: too little is filled to be sure. Enter takes it.',
  };
  return (
    <div className="stack-tight load-question">
      <p>
        <em>{name}</em> is empty in {formatCount(question.empty)} rows and filled in{' '}
        {formatCount(question.filled)}. Does empty mean never used, or not known?
      </p>
      <RadioGroup
        role="group"
        label={`Question about ${name}`}
        labelHidden
        value={question.answer}
        options={(['never', 'notKnown'] as const).map((value) => ({
          value,
          name: BLANK_NAMES[value],
          hint: value === question.recommended ? why[value] : undefined,
        }))}
        onChange={onAnswer}
        onKeyDown={takeRecommended}
      />
    </div>
  );
}

/** The questions one at a time: answered ones stay, the next open one follows. */
export function QuestionCard({ questions, nameOf, onDateOrder, onBlank }: QuestionCardProps): ReactNode {
  const open = questions.filter(({ answer }) => answer === undefined);
  const next = open[0];
  const shown = questions.filter((question) => question.answer !== undefined || question === next);
  if (questions.length === 0) return null;
  const aside =
    open.length === 0 ? 'All answered' : open.length === 1 ? '1 open' : `${formatCount(open.length)} open`;
  return (
    <Card title="Questions about this file" aside={aside} tone={open.length > 0 ? 'attention' : 'plain'}>
      <div className="stack">
        {shown.map((question) =>
          question.kind === 'dateOrder' ? (
            <DateOrderQuestion
              key={`order-${question.position}`}
              question={question}
              name={nameOf(question.position)}
              onAnswer={(order) => onDateOrder(question.position, order)}
            />
          ) : (
            <BlankMeaningQuestion
              key={`blank-${question.position}`}
              question={question}
              name={nameOf(question.position)}
              onAnswer={(meaning) => onBlank(question.position, meaning)}
            />
          ),
        )}
      </div>
    </Card>
  );
}
