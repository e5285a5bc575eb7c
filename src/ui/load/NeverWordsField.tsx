import { useState, type ReactNode } from 'react';
import type { DateReading } from '../../core/ingest/dateReading.ts';
import type { SampleReading } from '../../core/ingest/fileSurvey.ts';
import { ownNeverWords, withOwnNeverWords } from '../../core/ingest/ownNeverWords.ts';
import { TextField } from '../shared/TextField.tsx';

/** Whether a column has a sample that could be a word for never, or such words already. */
export const mayNameNever = (samples: readonly SampleReading[], dates: DateReading): boolean =>
  ownNeverWords(dates).length > 0 ||
  samples.some(({ text, reading }) => reading === 'not a date' && !/\d/.test(text));

/** Further words for never of one column of dates of use; taken over when the field is left. */
export function NeverWordsField({
  name,
  dates,
  onDates,
}: {
  readonly name: string;
  readonly dates: DateReading;
  readonly onDates: (dates: DateReading) => void;
}): ReactNode {
  const [typed, setTyped] = useState<string>();
  const take = (): void => {
    if (typed === undefined) return;
    setTyped(undefined);
    onDates(withOwnNeverWords(dates, typed));
  };
  return (
    <TextField
      label={`Words for never in ${name}`}
      hint="Separated by commas. A cell that holds one of them means never."
      value={typed ?? ownNeverWords(dates).join(', ')}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
