import type { DateReading } from '../dateReading.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';

/** The question whether a spreadsheet exchanged day and month in a part of a column. */
export type SwapQuestion = Extract<XrayQuestion, { readonly kind: 'swappedDays' }>;

/** How a column is read under an answer to {@link SwapQuestion}. Source: LOAD-28, spreadsheet swap. */
export function readingUnderSwap(
  { numericDates, ...dates }: DateReading,
  { textOrder }: Pick<SwapQuestion, 'textOrder'>,
  answer: SwapQuestion['recommended'],
): DateReading {
  return {
    ...dates,
    // Where only date cells were seen so far, the texts are read for the first time.
    ...(numericDates === 'refused' ? { order: textOrder } : {}),
    cellsSwapped: answer === 'swapBack',
  };
}

/** The answer under which a column is read, `undefined` while nobody has given one. */
export const swapAnswerOf = ({
  cellsSwapped,
}: Pick<DateReading, 'cellsSwapped'>): SwapQuestion['recommended'] | undefined =>
  cellsSwapped === undefined ? undefined : cellsSwapped ? 'swapBack' : 'asWritten';
