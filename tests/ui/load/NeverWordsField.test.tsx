// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { DateReading } from '../../../src/core/ingest/dateReading.ts';
import { MappingTable, type MappedColumn } from '../../../src/ui/load/MappingTable.tsx';
import { COLUMNS } from './exampleSurvey.ts';

afterEach(cleanup);

const NAME = 'Words for never in Last work';

function Table({
  last,
  onDates,
}: {
  readonly last: readonly [text: string, reading: string];
  readonly onDates: (dates: DateReading) => void;
}): ReactNode {
  const [own, setOwn] = useState<DateReading>();
  const columns = COLUMNS.map((column): MappedColumn<string> => {
    if (column.header !== 'Last work') return column;
    const [text, reading] = last;
    return {
      ...column,
      samples: [...column.samples, { text, reading }],
      proposal: { ...column.proposal, dates: own ?? column.proposal.dates },
    };
  });
  return (
    <MappingTable
      columns={columns}
      nameOf={(position) => COLUMNS[position]!.header}
      meanings={[]}
      onMeaning={() => undefined}
      onDates={(_, dates) => {
        setOwn(dates);
        onDates(dates);
      }}
    />
  );
}

test('a word that is no date can be declared to mean never, and be taken back [LOAD-22]', async () => {
  const seen: (readonly string[])[] = [];
  render(<Table last={['brak', 'not a date']} onDates={({ neverWords }) => seen.push(neverWords)} />);
  const field = screen.getByRole('textbox', { name: NAME });
  await userEvent.type(field, 'brak, nigdy jeszcze');
  expect(seen).toEqual([]);
  await userEvent.tab();
  expect(seen).toEqual([['brak', 'nigdy jeszcze']]);
  expect(field).toHaveValue('brak, nigdy jeszcze');
  await userEvent.clear(field);
  await userEvent.type(field, 'brak{Enter}');
  expect(seen.slice(1)).toEqual([['brak']]);
});

test('nothing is asked for where every sample is a date, a blank or a day that does not exist', () => {
  render(<Table last={['', 'blank']} onDates={() => undefined} />);
  expect(screen.queryByRole('textbox')).toBeNull();
});
