// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { surveyTable } from '../../../src/core/ingest/kinds/surveyTable.ts';
import { FILE_KIND_NAMES } from '../../../src/core/ingest/kinds/fileKind.ts';
import { LoadScreen } from '../../../src/ui/load/LoadScreen.tsx';
import type { Ask } from '../../../src/worker/protocol.ts';
import { drawScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_WORKSPACE } from '../../support/exampleWorkspace.ts';

const AS_OF = readIsoDay('2026-06-30')!;
const HEADER = ['employee_number', 'hire date', 'unit_id'];
const ROWS = [
  ['0017', '2020-01-31', 'U-1'],
  ['0018', '2021-02-01', 'U-2'],
];

interface SurveyAnswer {
  readonly form: 'rows';
  readonly survey: ReturnType<typeof surveyTable>;
}

/** The survey that the worker would make of two people. */
const answer = (asked: Ask<'surveyTable'>): SurveyAnswer => surveyOf(asked, HEADER, ROWS, 'people.csv');

function surveyOf(
  { kind, plan }: Ask<'surveyTable'>,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  fileName: string,
): SurveyAnswer {
  const dialect = { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 } as const;
  const input = {
    rows,
    fileRows: rows.map((_, row) => row + 2),
    fileName,
    bytes: 80,
    preview: [header.join(',')],
    found: { dialect, header, linesAbove: [] },
    wholeFile: true,
    estimatedRows: 2,
    system: 'other',
    workspaceZone: 'Europe/London',
    fileDay: AS_OF,
    workingDay: AS_OF,
    plan: undefined,
  };
  return { form: 'rows', survey: surveyTable(input, kind, plan) };
}

const choose = async (name = 'people.csv'): Promise<void> =>
  userEvent.upload(screen.getByLabelText('Choose files'), new File(['x'], name, { type: 'text/csv' }));
const kind = () => screen.getByRole('combobox', { name: 'Kind of file' });

afterEach(cleanup);
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('the kind of file', () => {
  test('offers every kind by its name [LOAD-08]', () => {
    drawScreen(<LoadScreen />, {});
    const names = within(kind())
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(names).toEqual(Object.values(FILE_KIND_NAMES));
  });

  test('is recognised and explained, and Import waits for what the kind must be told [LOAD-08]', async () => {
    const { worker } = drawScreen(<LoadScreen />, { answers: { surveyTable: answer } });
    await choose();
    await screen.findByText(/^Recognised as Roster by its columns employee_number and hire date\./);
    expect(kind()).toHaveValue('roster');
    expect(screen.getByRole('combobox', { name: 'Meaning of hire date' })).toHaveValue('joinedOn');
    expect(screen.getByText('31 Jan 2020')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: 'Full export' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled());
    expect(worker.calls.every(({ call }) => call === 'surveyTable')).toBe(true);
  });

  test('can be changed by a person, and then says what the file looks like', async () => {
    drawScreen(<LoadScreen />, { answers: { surveyTable: answer } });
    await choose();
    await screen.findByText(/^Recognised as Roster/);
    await userEvent.selectOptions(kind(), 'Unit mapping');
    await screen.findByText('This file looks like Roster. It is read as Unit mapping, as you chose.');
    expect(screen.getByText('Map a column to Source value first.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
  });

  test('that was chosen for one file does not hold for the next', async () => {
    const { worker } = drawScreen(<LoadScreen />, { answers: { surveyTable: answer } });
    await userEvent.selectOptions(kind(), 'Assets');
    await choose();
    await screen.findByText('This file looks like Roster. It is read as Assets, as you chose.');
    await userEvent.click(screen.getByRole('button', { name: 'Put this file aside' }));
    await choose('next.csv');
    await screen.findByText(/^Recognised as Roster/);
    const asked = worker.calls.map(({ ask }) => (ask as Ask<'surveyTable'>).kind);
    expect(asked).toEqual(['assets', undefined]);
  });
});

test('exchanged days of a log are one question with a recommended answer, and the import asks what was shown [LOAD-28]', async () => {
  const header = ['user_name', 'date', 'event'];
  const entries = [
    ['ann', '2026-03-02', 'resolve'],
    ['ann', '25/02/2026', 'resolve'],
    ['bob', '2026-04-01', 'resolve'],
    ['bob', '13/04/2026', 'resolve'],
  ];
  const log = (asked: Ask<'surveyTable'>): SurveyAnswer => surveyOf(asked, header, entries, 'export.csv');
  const { worker } = drawScreen(<LoadScreen />, {
    answers: { surveyTable: log, importTable: () => ({ failure: { kind: 'cancelled' } }) },
  });
  await choose('export.csv');
  await screen.findByRole('heading', { name: 'Questions about this file' });
  expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled();
  await userEvent.click(screen.getByRole('radio', { name: /^Turn them back/ }));
  await waitFor(() => {
    const { plan } = worker.calls.findLast(({ call }) => call === 'surveyTable')!.ask as Ask<'surveyTable'>;
    expect(plan?.columns[1]?.dates).toMatchObject({ cellsSwapped: true, order: 'dayFirst' });
    expect(plan?.answers).toEqual([{ kind: 'swappedDays', position: 1, answer: 'swapBack' }]);
  });
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));
  await waitFor(() =>
    expect(worker.calls.find(({ call }) => call === 'importTable')?.ask).toMatchObject({
      shown: [{ kind: 'swappedDays', position: 1 }],
      plan: { answers: [{ kind: 'swappedDays', position: 1, answer: 'swapBack' }] },
    }),
  );
});

test('whether another table belongs to a file of any kind is asked, and read as answered [LOAD-26]', async () => {
  const below = [...ROWS, ['', '', ''], ['Department', 'Status', ''], ['Sales', 'Active', '']];
  const roster = (asked: Ask<'surveyTable'>): SurveyAnswer => surveyOf(asked, HEADER, below, 'people.csv');
  const { worker } = drawScreen(<LoadScreen />, { answers: { surveyTable: roster } });
  await choose();
  await screen.findByRole('heading', { name: 'Questions about this file' });
  expect(screen.getByText(/^Row 5 begins .* Do its rows/)).toBeInTheDocument();
  expect(screen.getByText(/2 rows of it were left out/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'They belong to the list' }));
  await waitFor(() => {
    const { plan } = worker.calls.findLast(({ call }) => call === 'surveyTable')!.ask as Ask<'surveyTable'>;
    expect(plan?.answers).toEqual([{ kind: 'secondTable', position: 0, answer: 'belongs' }]);
  });
  await waitFor(() => expect(screen.queryByText(/rows of it were left out/)).toBeNull());
  expect(screen.getByRole('radio', { name: 'They belong to the list' })).toBeChecked();
});

describe('a log without event types', () => {
  const entries = [
    ['ann', '2026-06-20'],
    ['bob', '2026-06-21'],
  ];
  const proves = () => screen.getByRole('combobox', { name: 'What an event proves' });

  test('waits until somebody says what an entry proves, where nothing in it says so [LOAD-15]', async () => {
    const header = ['user_name', 'date'];
    const log = (asked: Ask<'surveyTable'>): SurveyAnswer => surveyOf(asked, header, entries, 'export.csv');
    drawScreen(<LoadScreen />, { answers: { surveyTable: log } });
    await userEvent.selectOptions(kind(), 'Activity');
    await choose('export.csv');
    await screen.findByText('Say first what an entry of this log proves.');
    expect(proves()).toHaveValue('');
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    await userEvent.selectOptions(proves(), 'Work');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled());
    expect(proves()).toHaveValue('action');
  });

  test('is taken for sign-ins where its columns or its name say so, and can be changed [LOAD-15]', async () => {
    const header = ['user_name', 'date'];
    const log = (asked: Ask<'surveyTable'>): SurveyAnswer => surveyOf(asked, header, entries, 'logins.csv');
    drawScreen(<LoadScreen />, { answers: { surveyTable: log } });
    await userEvent.selectOptions(kind(), 'Activity');
    await choose('logins.csv');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled());
    expect(proves()).toHaveValue('applicationSignIn');
    expect(screen.getByText(/^Taken from the columns, the name or the platform of the file\./)).toBeVisible();
    await userEvent.selectOptions(proves(), 'Single sign-on');
    await waitFor(() => expect(screen.queryByText(/^Taken from the columns/)).toBeNull());
    expect(proves()).toHaveValue('ssoSignIn');
  });
});

test('loaded files of every kind are listed with kind, rows, dates, fingerprint and use [LOAD-08]', () => {
  const file = {
    file: 'f1',
    kind: 'onCall',
    asOf: AS_OF,
    importedAt: '2026-06-30T14:02:11+01:00',
    source: { name: 'duties.csv', bytes: 10, sha256: '3f9a'.repeat(16) },
    rows: { read: 1_200, accepted: 1_199, rejected: 1, repeats: 0, blankLines: 0 },
    stored: 1_199,
    range: { from: readIsoDay('2026-05-04')!, to: readIsoDay('2026-07-13')! },
    findings: [],
    errors: [],
    plan: undefined,
    answer: undefined,
  } as const;
  drawScreen(<LoadScreen />, { view: { ...EXAMPLE_WORKSPACE, files: [file] } });
  const row = within(screen.getByRole('table', { name: 'Loaded files' })).getByRole('row', {
    name: /duties\.csv/,
  });
  const words = row.textContent.replace(/\s/g, ' ');
  for (const part of ['On-call', 'Kept for later', '1 200', '4 May 2026 to', '13 Jul 2026', '3f9a3f9a'])
    expect(words).toContain(part);
  expect(within(row).getByRole('button', { name: 'Delete file duties.csv' })).toBeInTheDocument();
});
