// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import type { FileSurvey } from '../../../src/core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import type { XrayQuestion } from '../../../src/core/ingest/xrayQuestion.ts';
import { LoadScreen } from '../../../src/ui/load/LoadScreen.tsx';
import type { Receipt } from '../../../src/worker/loadView.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { drawScreen, type DrawnScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_WORKSPACE } from '../../support/exampleWorkspace.ts';
import { RECEIPT, SURVEY } from './exampleSurvey.ts';

// Queries by role walk through hundreds of time zones; a busy machine needs longer than the default for that.
vi.setConfig({ testTimeout: 30_000 });
beforeAll(supportDialogs);
afterEach(cleanup);

const SHARED: XrayQuestion = {
  kind: 'sharedOldestDate',
  position: 2,
  count: 214,
  rows: [
    { fileRow: 4, text: '30/07/2020' },
    { fileRow: 9, text: '30/07/2020' },
  ],
  day: dayFromCalendar(2020, 7, 30),
  answers: ['never', 'realDate'],
  recommended: 'never',
};
const PLACEHOLDER: XrayQuestion = {
  kind: 'placeholderDates',
  position: 2,
  count: 2,
  rows: [{ fileRow: 5, text: '01/01/1970' }],
  answers: ['never', 'notKnown'],
  recommended: 'never',
};
const FROZEN: XrayQuestion = {
  kind: 'frozenColumn',
  position: 3,
  count: 879,
  rows: [{ fileRow: 12, text: '18/06/2026' }],
  latest: dayFromCalendar(2026, 6, 18),
  answers: ['replaceFile', 'useAnyway'],
  recommended: 'replaceFile',
};

/** The survey as the worker makes it under a plan, with findings of the X-ray beside the question about blanks. */
const surveyed = (plan: ImportPlan | undefined): FileSurvey => ({
  ...SURVEY,
  plan: plan ?? {
    ...SURVEY.plan,
    columns: SURVEY.plan.columns.map((column) =>
      column.dates ? { ...column, dates: { ...column.dates, order: 'dayFirst' } } : column,
    ),
  },
  questions: SURVEY.questions.filter(({ kind }) => kind === 'blankMeaning'),
  xray: [PLACEHOLDER, SHARED, FROZEN],
});

const receiptOf = (plan: ImportPlan): Receipt => ({ ...RECEIPT, plan });

async function drawAsked(): Promise<DrawnScreen> {
  const drawn = drawScreen(<LoadScreen />, {
    view: EXAMPLE_WORKSPACE,
    answers: {
      surveyFile: ({ plan }) => surveyed(plan),
      importUsers: ({ plan }) => ({
        import: { outcome: 'imported', receipt: receiptOf(plan) },
        view: { ...EXAMPLE_WORKSPACE, receipts: [receiptOf(plan)], current: receiptOf(plan) },
      }),
    },
  });
  await userEvent.upload(screen.getByLabelText('Choose files'), new File(['x'], 'users.csv'));
  await screen.findByRole('table', { name: 'Column mapping' });
  return drawn;
}

const group = (name: string): HTMLElement => screen.getByRole('group', { name: `Question about ${name}` });
const radio = (name: string, answer: string): HTMLElement =>
  within(group(name)).getByRole('radio', { name: answer });
const importButton = (): HTMLElement => screen.getByRole('button', { name: 'Import' });
const importedPlan = (drawn: DrawnScreen): ImportPlan =>
  (drawn.worker.calls.find(({ call }) => call === 'importUsers')!.ask as { plan: ImportPlan }).plan;

describe('questions of the X-ray', () => {
  test('are put one at a time, first whether this is the right file, each with its rows [LOAD-26]', async () => {
    await drawAsked();
    expect(screen.getAllByRole('group', { name: /^Question about/ })).toHaveLength(1);
    const frozen = group('Last work').closest('li');
    expect(frozen).toHaveTextContent(
      'Nobody in this file has a date after 18 June in Last work although it was exported on 30 June 2026.',
    );
    const rows = within(screen.getByRole('table', { name: 'Rows of Last work: no recent date' }));
    expect(rows.getByRole('row', { name: '12 18/06/2026' })).toBeInTheDocument();
    expect(frozen).toHaveTextContent('and 878 more rows like these');
    expect(radio('Last work', 'Replace file')).toHaveAccessibleDescription('Recommended. Enter takes it.');
    await userEvent.click(radio('Last work', 'Use it anyway'));
    expect(group('Last login').closest('li')).toHaveTextContent(
      'Last login says 01/01/1970 or the like in 2 rows, which systems write where there is no date. Does this mean never?',
    );
    expect(screen.getByText('3 open')).toBeInTheDocument();
  });

  test('Enter takes the recommended answer and moves on; the open question has the plain name [LOAD-26]', async () => {
    const drawn = await drawAsked();
    await userEvent.click(radio('Last work', 'Use it anyway'));
    act(() => radio('Last login', 'Not known').focus());
    await userEvent.keyboard('{Enter}');
    expect(group('Last login').closest('li')).toHaveTextContent(
      '214 accounts share the date 30 Jul 2020 in Last login, older than every other date. Does this mean never?',
    );
    expect(within(group('Last login')).getAllByRole('radio')[0]).toHaveFocus();
    expect(radio('Last login: placeholder dates', 'Never')).toBeChecked();
    await userEvent.click(radio('Last login', 'A real date'));
    await userEvent.click(importButton());
    const plan = importedPlan(drawn);
    expect(plan.answers).toEqual([
      { kind: 'frozenColumn', position: 3, answer: 'useAnyway' },
      { kind: 'placeholderDates', position: 2, answer: 'never' },
      { kind: 'sharedOldestDate', position: 2, answer: 'realDate' },
    ]);
    expect(plan.columns[2]?.dates).toMatchObject({ placeholdersMeanNever: true, neverDays: [] });
  });

  test('an answered question stays as a line that shows its rows again and can be changed', async () => {
    const drawn = await drawAsked();
    await userEvent.click(radio('Last work', 'Use it anyway'));
    await userEvent.click(radio('Last login', 'Never'));
    const line = 'Last login: placeholder dates';
    expect(screen.queryByRole('table', { name: 'Rows of Last login: placeholder dates' })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the question about Last login: placeholder dates' }),
    );
    expect(screen.getByRole('table', { name: 'Rows of Last login: placeholder dates' })).toBeInTheDocument();
    await userEvent.click(radio(line, 'Not known'));
    await userEvent.click(importButton());
    expect(importedPlan(drawn).columns[2]?.dates?.placeholdersMeanNever).toBe(false);
  });

  test('Replace file holds the import and says why; the answer can be changed [LOAD-26]', async () => {
    await drawAsked();
    await userEvent.click(radio('Last work', 'Replace file'));
    expect(importButton()).toBeDisabled();
    expect(
      screen.getByText(
        'Put this file aside and load the one that replaces it, or change the answer about Last work.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(radio('Last work', 'Use it anyway'));
    expect(importButton()).toBeEnabled();
  });

  test('nothing is read as never without an answer; all recommended answers are taken at once on a press [LOAD-23]', async () => {
    const drawn = await drawAsked();
    expect(importButton()).toBeEnabled();
    const before = drawn.worker.calls.filter(({ call }) => call === 'surveyFile').at(-1)?.ask as {
      plan: ImportPlan | undefined;
    };
    expect(before.plan?.answers).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: 'Take the recommended answers' }));
    expect(screen.getByText('1 open')).toBeInTheDocument();
    expect(radio('Last work', 'Replace file')).not.toBeChecked();
    await userEvent.click(importButton());
    expect(importedPlan(drawn).columns[2]?.dates).toMatchObject({
      placeholdersMeanNever: true,
      neverDays: [dayFromCalendar(2020, 7, 30)],
    });
    expect(importedPlan(drawn).columns[3]?.dates?.blankMeans).toBe('never');
  });

  test('another meaning takes back what was answered about the column', async () => {
    const drawn = await drawAsked();
    await userEvent.click(radio('Last work', 'Use it anyway'));
    await userEvent.click(radio('Last login', 'Never'));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Meaning of Last login' }),
      'Last SSO sign-in',
    );
    const asked = drawn.worker.calls.filter(({ call }) => call === 'surveyFile').at(-1)?.ask as {
      plan: ImportPlan;
    };
    expect(asked.plan.answers).toEqual([{ kind: 'frozenColumn', position: 3, answer: 'useAnyway' }]);
  });
});

test('whether another table belongs to the list is kept whatever the first column means, and never counts as read as it stands [LOAD-26]', async () => {
  const below: XrayQuestion = {
    kind: 'secondTable',
    position: 0,
    count: 3,
    rows: [],
    row: 942,
    names: ['Licence', 'Purchased'],
    answers: ['leaveOut', 'belongs'],
    recommended: 'leaveOut',
  };
  const asked = (plan: ImportPlan | undefined): FileSurvey => ({
    ...surveyed(plan),
    questions: [],
    xray: [below],
  });
  const drawn = drawScreen(<LoadScreen />, {
    view: EXAMPLE_WORKSPACE,
    answers: { surveyFile: ({ plan }) => asked(plan) },
  });
  await userEvent.upload(screen.getByLabelText('Choose files'), new File(['x'], 'users.csv'));
  await screen.findByRole('table', { name: 'Column mapping' });
  const name = SURVEY.columns[0]!.header;
  expect(group(name).closest('li')).toHaveTextContent('Row 942 begins another table');
  expect(screen.getByText(/^Reads 940 rows/)).not.toHaveTextContent('as it stands');
  await userEvent.click(radio(name, 'They belong to the list'));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: `Meaning of ${name}` }), 'E-mail');
  const last = drawn.worker.calls.filter(({ call }) => call === 'surveyFile').at(-1)?.ask as {
    plan: ImportPlan;
  };
  expect(last.plan.columns[0]?.meaning).toBe('email');
  expect(last.plan.answers).toEqual([{ kind: 'secondTable', position: 0, answer: 'belongs' }]);
});

describe('the receipt', () => {
  test('lists the answers, and the file can be read again with others as long as the page is open [LOAD-26]', async () => {
    await drawAsked();
    await userEvent.click(radio('Last work', 'Use it anyway'));
    await userEvent.click(radio('Last login', 'Never'));
    await userEvent.click(importButton());
    const receipt = within(await screen.findByRole('region', { name: 'Receipt' }));
    const told = receipt.getByText('2 questions answered').closest('details');
    expect(told).toHaveTextContent('Last login, placeholder datesNever');
    expect(told).toHaveTextContent('Last work, no recent dateUse it anyway');
    await userEvent.click(receipt.getByRole('button', { name: 'Answer otherwise' }));
    await screen.findByRole('table', { name: 'Column mapping' });
    expect(screen.getByText('2 open')).toBeInTheDocument();
    expect(radio('Last login: placeholder dates', 'Never')).toBeChecked();
  });
});
