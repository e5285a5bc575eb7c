// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import type { FileSurvey } from '../../../src/core/ingest/fileSurvey.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { systemCardOf } from '../../../src/core/ingest/systems.ts';
import { LoadScreen } from '../../../src/ui/load/LoadScreen.tsx';
import { wordReceipt } from '../../../src/ui/load/loadWords.ts';
import { MEANING_NAMES } from '../../../src/ui/load/meaningNames.ts';
import type { ImportAnswer } from '../../../src/worker/loadView.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { drawScreen, type DrawnScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_LINE, EXAMPLE_WORKSPACE, type Answers } from '../../support/exampleWorkspace.ts';
import { RECEIPT, SURVEY } from './exampleSurvey.ts';

// Queries by role walk through hundreds of time zones; a busy machine needs longer than the default for that.
vi.setConfig({ testTimeout: 30_000 });
beforeAll(supportDialogs);
afterEach(cleanup);

const NO_TYPE = { ...SURVEY, questions: [], plan: { ...SURVEY.plan, fixedLicenceType: undefined } };
const LOADED: WorkspaceView = { ...EXAMPLE_WORKSPACE, receipts: [RECEIPT], current: RECEIPT };

/** The survey as the worker makes it under a plan: the plan counts, questions that it answers are gone. */
const surveyUnder = (plan: ImportPlan | undefined, survey: FileSurvey = SURVEY): FileSurvey => ({
  ...survey,
  plan: plan ?? survey.plan,
  columns: survey.columns.map((column) => ({
    ...column,
    proposal: plan?.columns.find(({ position }) => position === column.position) ?? column.proposal,
  })),
  questions: survey.questions.filter(
    ({ kind, position }) =>
      kind !== 'dateOrder' ||
      plan === undefined ||
      plan.columns.find((column) => column.position === position)?.dates?.order === 'undecided',
  ),
});

function drawLoad(answers: Answers = {}, view: WorkspaceView = EXAMPLE_WORKSPACE): DrawnScreen {
  return drawScreen(<LoadScreen />, {
    view,
    answers: { surveyFile: ({ plan }) => surveyUnder(plan), ...answers },
  });
}

const chooseFile = async (): Promise<void> => {
  await userEvent.upload(
    screen.getByLabelText('Choose files'),
    new File(['x'], 'users.csv', { type: 'text/csv' }),
  );
  await screen.findByRole('table', { name: 'Column mapping' });
};
const imports = (drawn: DrawnScreen): readonly ImportPlan[] =>
  drawn.worker.calls
    .filter(({ call }) => call === 'importUsers')
    .map(({ ask }) => (ask as { plan: ImportPlan }).plan);
const importEnds = (end: ImportAnswer): Answers => ({ importUsers: () => ({ import: end, view: LOADED }) });
const question = (name: string): HTMLElement => screen.getByRole('group', { name: `Question about ${name}` });

describe('before a file', () => {
  test('says which export is needed and where it is found', async () => {
    drawLoad();
    expect(
      screen.getByText(
        'Drop your first export here. Start with the user list; everything else can come later.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/User Administration › Users/)).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'System' }), 'Other system');
    expect(screen.queryByText(/User Administration › Users/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
  });

  test.each(['ServiceNow', 'Okta', 'Other system'])(
    'the card of %s names menu path, columns and known limits [LOAD-09]',
    async (name) => {
      drawLoad();
      await userEvent.selectOptions(screen.getByRole('combobox', { name: 'System' }), name);
      const card = screen
        .getByRole('heading', { name: 'Which file do I need?' })
        .closest('section, div.card');
      const { menuPath, columns, limits } = systemCardOf(name);
      for (const told of [menuPath, ...columns.flatMap(({ header, why }) => [header, why]), ...limits]) {
        expect(card).toHaveTextContent(told.replaceAll(/\s+/g, ' '));
      }
      expect(limits.length).toBeGreaterThan(0);
    },
  );

  test('a refused file is named, stays on the page until dismissed, and can be replaced [APP-17]', async () => {
    drawLoad({
      surveyFile: () => ({
        failure: { kind: 'unreadableFile', fileName: 'logo.csv', why: { kind: 'image', format: 'PNG' } },
      }),
    });
    await userEvent.upload(screen.getByLabelText('Choose files'), new File(['x'], 'logo.csv'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'logo.csv is an image (PNG), not a list. Export the list as CSV and load that file.',
    );
    expect(screen.getByLabelText('Choose files')).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('pasted rows are read like a file [LOAD-01]', async () => {
    const { worker } = drawLoad();
    fireEvent.change(screen.getByRole('textbox', { name: 'Paste rows' }), {
      target: { value: 'id\tlast\na\t2026-01-01' },
    });
    await screen.findByRole('table', { name: 'Column mapping' });
    expect(worker.calls.find(({ call }) => call === 'surveyFile')?.ask).toMatchObject({
      source: { pasted: 'id\tlast\na\t2026-01-01' },
    });
  });
});

describe('the mapping', () => {
  test('shows each column with meaning, samples and the reading beside them [LOAD-13]', async () => {
    drawLoad();
    await chooseFile();
    const row = screen.getByRole('rowheader', { name: /^Last work/ }).closest('tr');
    expect(
      [...(row?.cells ?? [])]
        .slice(2, 4)
        .map((cell) => [...cell.querySelectorAll('.load-sample')].map((each) => each.textContent)),
    ).toEqual([
      ['20/03/2026', '31/02/2026'],
      ['20 Mar 2026', 'not a date'],
    ]);
    expect(screen.getByRole('combobox', { name: 'Meaning of Last work' })).toHaveDisplayValue('Last action');
    expect(screen.getByRole('combobox', { name: 'Signal kind of Last work' })).toHaveDisplayValue('Action');
    expect(screen.getByRole('combobox', { name: 'Date order of Last work' })).toHaveDisplayValue('Day first');
    expect(screen.queryByRole('combobox', { name: 'Signal kind of Name' })).toBeNull();
  });

  test('every meaning can be changed, and the next reading follows it [LOAD-13]', async () => {
    const { worker } = drawLoad();
    await chooseFile();
    for (const { header } of SURVEY.columns) {
      const field = screen.getByRole('combobox', { name: `Meaning of ${header}` });
      expect(field).toBeEnabled();
      const offered = within(field)
        .getAllByRole<HTMLOptionElement>('option')
        .map(({ value }) => value);
      expect(offered.toSorted()).toEqual(Object.keys(MEANING_NAMES).toSorted());
    }
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Meaning of Title' }), 'Last sign-in');
    const asked = worker.calls.filter(({ call }) => call === 'surveyFile').at(-1)?.ask as {
      plan: ImportPlan;
    };
    expect(asked.plan.columns[4]).toMatchObject({
      meaning: 'lastSignIn',
      signalKind: 'applicationSignIn',
      dates: undefined,
    });
  });

  test('a column that looks like a key can be given no meaning, and is named [LOAD-10]', async () => {
    const secret = {
      position: 5,
      header: 'api_token',
      filled: 940,
      empty: 0,
      samples: [{ text: '••••', reading: 'not imported' }],
      proposal: { ...SURVEY.plan.columns[4]!, position: 5, header: 'api_token' },
    };
    const columns = [...SURVEY.columns, secret];
    const plan = { ...SURVEY.plan, columns: columns.map(({ proposal }) => proposal) };
    drawLoad({ surveyFile: () => ({ ...SURVEY, columns, plan }) });
    await chooseFile();
    expect(screen.getByRole('combobox', { name: 'Meaning of api_token' })).toBeDisabled();
    expect(screen.getByRole('combobox', { name: 'Meaning of Title' })).toBeEnabled();
    expect(
      screen.getByText('Column api_token looks like a password or key. We left it out.'),
    ).toBeInTheDocument();
  });

  test('what one row is stands as proposed, and the import follows what the user states [LOAD-16]', async () => {
    const drawn = drawLoad({
      surveyFile: ({ plan }) => surveyUnder(plan, { ...SURVEY, questions: [] }),
      ...importEnds({ outcome: 'imported', receipt: RECEIPT }),
    });
    await chooseFile();
    const field = screen.getByRole('combobox', { name: 'One row is' });
    expect(field).toHaveDisplayValue('An account');
    expect(
      within(field)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual([
      'An account',
      'An account and a licence',
      'An account and a group',
      'An account and a role',
      'An account and a site',
    ]);
    await userEvent.selectOptions(field, 'An account and a licence');
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(imports(drawn).map(({ rowIs }) => rowIs)).toEqual(['accountAndLicence']);
  });

  test('the encoding is shown with the first lines, and marks that turn the direction of writing are visible [LOAD-05] [APP-12]', async () => {
    drawLoad();
    await chooseFile();
    expect(
      screen.getByText(/Read as Western European \(windows-1252\), cells separated by semicolons/),
    ).toBeInTheDocument();
    expect(screen.getByText('First lines as read').closest('details')).toHaveTextContent(
      'a.okafor,Chloé ⟨U+202E⟩Martin,04/05/2026',
    );
    expect(
      screen.getByText('Column api_token looks like a password or key. We left it out.'),
    ).toBeInTheDocument();
    expect(document.body.textContent).not.toContain('\u202e');
  });

  test('the data-as-of date is proposed with its origin and can be changed [LOAD-24]', async () => {
    const drawn = drawLoad(importEnds({ outcome: 'imported', receipt: RECEIPT }));
    await chooseFile();
    const asOf = screen.getByRole('textbox', { name: 'Data as of' });
    expect(asOf).toHaveValue('2026-06-30');
    expect(asOf).toHaveAccessibleDescription(/Taken from the time of the file/);
    fireEvent.change(asOf, { target: { value: '2026-06-28' } });
    await userEvent.click(within(question('Last login')).getByRole('radio', { name: '4 May' }));
    fireEvent.change(screen.getByRole('spinbutton', { name: 'Lag (days)' }), { target: { value: '3' } });
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(imports(drawn)[0]).toMatchObject({ asOf: dayFromCalendar(2026, 6, 28), lagDays: 3 });
  });

  test.each([
    ['no contract line', []],
    ['two contract lines', [EXAMPLE_LINE, { ...EXAMPLE_LINE, id: 'line-2', licenceType: 'Approver' }]],
  ])(
    'a list that names no licence type waits for one: with %s nothing is guessed',
    async (_, contractLines) => {
      drawLoad(
        { surveyFile: ({ plan }) => surveyUnder(plan, NO_TYPE) },
        { ...EXAMPLE_WORKSPACE, contractLines, licenceTypes: ['User'] },
      );
      await chooseFile();
      const field = screen.getByRole('combobox', { name: 'Licence type of every row' });
      expect(field).toHaveValue('');
      expect(field).toHaveAccessibleDescription(/Type it as it stands in the order form\./);
      expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
      expect(
        screen.getByText('Say first what licence these seats have, under “Licence type of every row”.'),
      ).toBeInTheDocument();
      fireEvent.change(field, { target: { value: 'ITSM Fulfiller' } });
      await waitFor(() => expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled());
    },
  );

  test('the licence that no column names is a question with a recommended answer, before the mapping table', async () => {
    drawLoad(
      { surveyFile: ({ plan }) => surveyUnder(plan, NO_TYPE) },
      { ...EXAMPLE_WORKSPACE, contractLines: [], licenceTypes: [] },
    );
    await chooseFile();
    const heading = screen.getByRole('heading', { name: 'What licence do these seats have?' });
    const table = screen.getByRole('table', { name: 'Column mapping' });
    expect(heading.compareDocumentPosition(table)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await userEvent.click(screen.getByRole('button', { name: 'Use “ServiceNow user” (recommended)' }));
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Licence type of every row' })).toHaveValue(
        'ServiceNow user',
      ),
    );
    expect(screen.queryByRole('button', { name: /recommended\)$/ })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled();
  });

  test('a licence column that is mostly empty is said with what it does, and one type can be named instead', async () => {
    const [id, name, login, work, title] = SURVEY.columns;
    const asLicence = (filled: number): typeof SURVEY => {
      const licence = { ...title!, filled, empty: 940 - filled };
      const proposal = { ...licence.proposal, meaning: 'licenceType' as const };
      const columns = [id!, name!, login!, work!, { ...licence, proposal }];
      return {
        ...SURVEY,
        columns,
        plan: { ...SURVEY.plan, fixedLicenceType: undefined, columns: columns.map((each) => each.proposal) },
      };
    };
    const mostly = /^Title is empty in 870 of 940 rows\. Accounts without a licence type hold no seat/;
    const said = (): HTMLElement | null =>
      screen.queryByText((_, element) => element?.tagName === 'P' && mostly.test(element.textContent));
    drawLoad({ surveyFile: ({ plan }) => (plan ? surveyUnder(plan, asLicence(70)) : asLicence(70)) });
    await chooseFile();
    expect(said()).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Name one licence type for every row' }));
    expect(await screen.findByRole('combobox', { name: 'Licence type of every row' })).toBeInTheDocument();
    expect(said()).not.toBeInTheDocument();
    cleanup();
    drawLoad({ surveyFile: () => asLicence(900) });
    await chooseFile();
    expect(screen.queryByText('What licence do these seats have?')).not.toBeInTheDocument();
  });

  test('a list whose only dates are sign-ins says so in its receipt', () => {
    const columns = RECEIPT.plan.columns.filter(({ meaning }) => meaning !== 'lastAction');
    expect(wordReceipt(RECEIPT)).toContain('Last work from 4 Mar 2024');
    expect(wordReceipt({ ...RECEIPT, plan: { ...RECEIPT.plan, columns } })).toContain(
      'Last sign-in from 4 Mar 2024 to 29 Jun 2026.',
    );
  });

  test('a list that names no licence type takes that of the only contract line', async () => {
    drawLoad({ surveyFile: ({ plan }) => surveyUnder(plan, NO_TYPE) });
    await chooseFile();
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Licence type of every row' })).toHaveValue('Fulfiller'),
    );
  });
});

describe('questions', () => {
  test('day and month: both readings of the same three rows, and no import until it is answered [LOAD-19]', async () => {
    const drawn = drawLoad(importEnds({ outcome: 'imported', receipt: RECEIPT }));
    await chooseFile();
    const card = question('Last login').closest('.load-question');
    expect(card).toHaveTextContent(
      'We cannot tell day from month in Last login. Row 2 says 04/05/2026. Is that 4 May or 5 April? (All 940 values fit both.)',
    );
    expect(
      within(screen.getByRole('table', { name: 'Readings of Last login' }))
        .getAllByRole('row')
        .slice(1)
        .map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)),
    ).toEqual([
      ['2', '04/05/2026', '4 May 2026', '5 Apr 2026'],
      ['3', '02/06/2026', '2 Jun 2026', '6 Feb 2026'],
      ['9', '11/01/2026', '11 Jan 2026', '1 Nov 2026'],
    ]);
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    expect(screen.queryByRole('group', { name: 'Question about Last work' })).toBeNull();
    await userEvent.click(within(question('Last login')).getByRole('radio', { name: '5 April' }));
    expect(screen.getByRole('combobox', { name: 'Date order of Last login' })).toHaveDisplayValue(
      'Month first',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(imports(drawn)[0]?.columns[2]?.dates?.order).toBe('monthFirst');
  });

  test('a question that arises beyond the surveyed rows imports nothing and is asked then [LOAD-19]', async () => {
    const quiet = { ...SURVEY, questions: [] };
    drawLoad({
      ...importEnds({ outcome: 'dateOrderOpen', position: 2, header: 'Last login' }),
      surveyFile: ({ plan }) => surveyUnder(plan, quiet),
    });
    await chooseFile();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByRole('group', { name: 'Question about Last login' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Receipt' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    const said = 'Nothing is imported yet: reading the whole file raised a question.';
    const told = (): readonly string[] => screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(told()).toContain(`${said} Answer it, then press Import again.`);
    const [first] = within(question('Last login')).getAllByRole('radio');
    expect(first).toHaveFocus();
    await userEvent.click(first!);
    expect(told().join()).not.toContain(said);
  });

  test('blanks: one question at a time, and Enter takes the recommended answer', async () => {
    const drawn = drawLoad(importEnds({ outcome: 'imported', receipt: RECEIPT }));
    await chooseFile();
    await userEvent.click(within(question('Last login')).getByRole('radio', { name: '4 May' }));
    expect(question('Last work').closest('.load-question')).toHaveTextContent(
      'Last work is empty in 61 rows and filled in 879. Does empty mean never used, or not known?',
    );
    act(() => within(question('Last work')).getByRole('radio', { name: 'Not known' }).focus());
    await userEvent.keyboard('{Enter}');
    expect(within(question('Last work')).getByRole('radio', { name: 'Never used' })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(imports(drawn)[0]?.columns[3]?.dates?.blankMeans).toBe('never');
  });

  test('a short list asks whether it is complete before anything changes [LOAD-35]', async () => {
    const quiet = { ...SURVEY, questions: [] };
    const drawn = drawLoad({
      surveyFile: ({ plan }) => surveyUnder(plan, quiet),
      importUsers: ({ plan }) => ({
        import:
          plan.completeness === undefined
            ? {
                outcome: 'completenessOpen',
                previousAccounts: 940,
                accounts: 212,
                missingLicenceTypes: ['Approver'],
              }
            : { outcome: 'imported', receipt: { ...RECEIPT, completeness: plan.completeness } },
        view: LOADED,
      }),
    });
    await chooseFile();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(
      await screen.findByText(
        'Your last list had 940 accounts, this one has 212. Missing altogether: Approver. Is this a filtered list? If yes, we will not close any case because of it.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    const group = screen.getByRole('radiogroup', { name: 'Is this list complete?' });
    await userEvent.click(within(group).getByRole('radio', { name: 'Filtered list' }));
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(imports(drawn).map(({ completeness }) => completeness)).toEqual([undefined, 'filtered']);
    expect(await screen.findByRole('region', { name: 'Receipt' })).toHaveTextContent(
      'it closes no case and removes no seat',
    );
  });
});

describe('the import', () => {
  const ready = { ...SURVEY, questions: [] };

  test('shows rows read against the total and can be cancelled; then nothing was kept [LOAD-02]', async () => {
    const drawn = drawLoad({ surveyFile: () => ready });
    await chooseFile();
    let cancelled = false;
    const load = drawn.app.stores().load;
    // The worker of this test answers at once, so the running import is put into the store by hand.
    act(() =>
      load.setState({
        importing: true,
        progress: { done: 41_200, total: 100_000, unit: 'rows' },
        cancelImport: () => {
          cancelled = true;
          load.setState({ importing: false, progress: undefined, ended: 'cancelled' });
        },
      }),
    );
    expect(
      screen.getByText('Reading users.csv: 41 200 of about 100 000 rows. You can keep using the page.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'Import progress' })).toHaveAttribute(
      'aria-valuenow',
      '41',
    );
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
    expect(cancelled).toBe(true);
    expect(screen.getByText('Cancelled. Nothing was kept.')).toBeInTheDocument();
  });

  test('the receipt counts rows, accounts and seats apart and quotes what was rejected [LOAD-33]', async () => {
    const drawn = drawLoad({
      ...importEnds({ outcome: 'imported', receipt: RECEIPT }),
      surveyFile: () => ready,
      rejectedRows: () => ({ fileName: 'users-rejected.csv', csv: 'row,column' }),
    });
    await chooseFile();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    const receipt = await screen.findByRole('region', { name: 'Receipt' });
    expect(receipt).toHaveTextContent(
      '940 rows read, 937 accepted, 3 rejected. 921 accounts, 937 seats. Last work from 4 Mar 2024 to 29 Jun 2026. History from 27 May 2025. 905 units named. Fingerprint 3f9a…',
    );
    expect(receipt).toHaveTextContent('users.csv, as of 30 Jun 2026');
    expect(receipt).toHaveTextContent("Row 118, Last login: '31/02/2026' is not a date.");
    expect(receipt).toHaveTextContent('2 more rows in the file of rejected rows.');
    await userEvent.click(within(receipt).getByRole('button', { name: 'Download rejected rows' }));
    await waitFor(() =>
      expect(drawn.downloads).toEqual([{ fileName: 'users-rejected.csv', content: 'row,column' }]),
    );
    expect(drawn.workspace.getState().view?.receipts).toEqual([RECEIPT]);
  });

  test('the same bytes again add nothing and say when they were first loaded [LOAD-11]', async () => {
    drawLoad({
      ...importEnds({ outcome: 'alreadyLoaded', receipt: RECEIPT, otherSettings: false }),
      surveyFile: () => ready,
    });
    await chooseFile();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByRole('region', { name: 'Receipt' })).toHaveTextContent(
      'You have already loaded this exact file (30 June, 14:02). Nothing was added.',
    );
  });

  /** A file loaded before as `june`; read again it becomes `again`. */
  const AGAIN = { ...RECEIPT, snapshot: 'again', licenceTypes: [{ name: 'ITSM Fulfiller', seats: 937 }] };
  const readsAgain = (act: NonNullable<Answers['act']>): Answers => ({
    surveyFile: () => ready,
    importUsers: ({ again }) =>
      again === true
        ? {
            import: { outcome: 'imported', receipt: AGAIN },
            view: { ...LOADED, receipts: [AGAIN, RECEIPT], current: AGAIN },
          }
        : { import: { outcome: 'alreadyLoaded', receipt: RECEIPT, otherSettings: true }, view: LOADED },
    act,
  });

  test('the same bytes with other settings are read again when asked, and the old snapshot goes [LOAD-11] [APP-17]', async () => {
    const { worker } = drawLoad(
      readsAgain(() => ({
        view: { ...LOADED, receipts: [AGAIN], current: AGAIN },
        done: 1,
        refused: [],
      })),
      LOADED,
    );
    await chooseFile();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    const card = await screen.findByRole('region', { name: 'This file is loaded already' });
    expect(card).toHaveTextContent(
      'You have loaded this file before (30 June, 14:02) with other settings. Read it again with the new settings? The old snapshot is replaced.',
    );
    expect(card).toHaveTextContent('This deletes 921 accounts and 937 seats as of 30 Jun 2026');
    expect(worker.acts()).toEqual([]);
    await userEvent.click(within(card).getByRole('button', { name: 'Read it again' }));
    await waitFor(() => expect(worker.acts()).toEqual([{ act: 'deleteSnapshot', snapshot: 'june' }]));
    expect(await screen.findByRole('region', { name: 'Receipt' })).toHaveTextContent('ITSM Fulfiller 937');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('the old snapshot stays while open cases rest on it, and the screen says so', async () => {
    const reason = '2 open cases rest on this snapshot. Close or withdraw them first.';
    drawLoad(
      readsAgain(() => ({ failure: { kind: 'refused', reason } })),
      LOADED,
    );
    await chooseFile();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Read it again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      `The file was read again, but its old snapshot could not be deleted and stays in the list. ${reason}`,
    );
  });

  test('the settings can be left as they were', async () => {
    const { worker } = drawLoad(
      readsAgain(() => ({ view: LOADED, done: 0, refused: [] })),
      LOADED,
    );
    await chooseFile();
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Keep what is loaded' }));
    expect(screen.getByLabelText('Choose files')).toBeInTheDocument();
    expect(worker.acts()).toEqual([]);
  });

  test('a list without any date of use names the export and the column to add [LOAD-17]', async () => {
    drawLoad({ surveyFile: () => ({ ...ready, findings: [{ kind: 'noDateOfUse' }] }) });
    await chooseFile();
    expect(
      screen.getByText(
        /^This list has names but no date of last use\. Without it nobody can be called inactive\. In ServiceNow choose User Administration › Users.* and tick Last login\.$/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled();
  });
});

describe('what is loaded', () => {
  test('files and snapshots are listed, and deleting one says what is lost [LOAD-34] [APP-17]', async () => {
    const { worker } = drawLoad(
      {
        act: () => ({ view: EXAMPLE_WORKSPACE, done: 1, refused: [] }),
        deletionLoss: ({ snapshot }) => ({
          snapshot,
          isBaseline: false,
          isInUse: true,
          nextInUse: undefined,
          evidence: [],
          measured: [],
          cases: { all: 0, open: 0 },
          waivers: 0,
          tenureSeats: 0,
          lists: { with: 1, without: 0 },
        }),
      },
      LOADED,
    );
    expect(within(screen.getByRole('table', { name: 'Loaded files' })).getAllByRole('row')).toHaveLength(2);
    expect(screen.getByRole('table', { name: 'Snapshots' })).toHaveTextContent(
      '30 Jun 2026 in useFull export9219371',
    );
    await userEvent.click(screen.getByRole('button', { name: 'users.csv' }));
    expect(screen.getByRole('region', { name: 'Receipt' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Delete snapshot 30 Jun 2026' }));
    const dialog = screen.getByRole('dialog', { name: 'Delete snapshot 30 Jun 2026' });
    expect(dialog).toHaveTextContent(
      'This deletes 921 accounts and 937 seats as of 30 Jun 2026, read from users.csv',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(worker.acts()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Delete snapshot 30 Jun 2026' }));
    await screen.findByText(/No other list is left: there will be no figures/);
    await userEvent.click(screen.getByRole('button', { name: 'Delete this snapshot' }));
    await waitFor(() => expect(worker.acts()).toEqual([{ act: 'deleteSnapshot', snapshot: 'june' }]));
    await waitFor(() => expect(screen.queryByRole('table', { name: 'Snapshots' })).toBeNull());
    expect(screen.queryByRole('region', { name: 'Receipt' })).toBeNull();
  });
});
