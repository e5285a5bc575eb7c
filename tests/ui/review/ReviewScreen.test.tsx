// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import type { SeatRow } from '../../../src/worker/reviewView.ts';
import { EXAMPLE_WORKSPACE } from '../../support/exampleWorkspace.ts';
import { drawReview, EXPLAINED, REVIEWED, SEATS } from './exampleReview.tsx';

beforeAll(() => {
  // jsdom has dialogs without their methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(cleanup);

const seatsTable = (): Promise<HTMLElement> => screen.findByRole('table', { name: 'Seats' });
const names = async (): Promise<(string | null)[]> =>
  within(await seatsTable())
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);
const region = (): HTMLElement => screen.getByRole('region', { name: 'Why this category' });

describe('the seats table', () => {
  test('shows every seat with its category and reason, and announces how many there are', async () => {
    drawReview();
    const table = await seatsTable();
    await within(table).findByText('Priya Raman');
    expect(table).toHaveAttribute('aria-rowcount', '8');
    const row = within(table).getByText('Priya Raman').closest('tr');
    expect(row).toHaveAttribute('aria-rowindex', '5');
    expect([...(row?.cells ?? [])].map((cell) => cell.textContent)).toEqual([
      '',
      'Priya Raman',
      'Fulfiller',
      'Finance',
      '20 Mar 2026',
      '22 Jun 2026',
      'Borderline one last-activity date only',
      '102',
    ]);
    expect(within(table).getByText('Case 17')).toBeVisible();
  });

  test('a unit that is longer than its two lines can be read in full, in the title and in the panel', async () => {
    const unit =
      'Regional Shared Service Centre for Procurement, Finance and Human Resources, Central Europe East';
    drawReview(REVIEWED, {}, [{ ...SEATS[0]!, unit }]);
    expect(await within(await seatsTable()).findByTitle(unit)).toHaveTextContent(unit);
    await waitFor(() => expect(region()).toHaveTextContent(`Unit${unit}`));
  });

  test('what is not known is said, never 0', async () => {
    drawReview();
    const row = (await within(await seatsTable()).findByText('svc-monitor')).closest('tr');
    expect(row).toHaveTextContent('not known');
    expect(row?.cells[7]).toHaveTextContent('–');
  });

  test('is sorted by the worker, and says so to readers', async () => {
    const { worker } = drawReview();
    const table = await seatsTable();
    await within(table).findByText('Priya Raman');
    expect(within(table).getByRole('columnheader', { name: /Seat/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await userEvent.click(within(table).getByRole('button', { name: /Idle/ }));
    expect(within(table).getByRole('columnheader', { name: /Idle/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await waitFor(async () => expect((await names())[0]).toBe('Ben Whitlock'));
    expect(worker.calls.filter(({ call }) => call === 'seatPage').at(-1)?.ask).toMatchObject({
      query: { sort: 'idle', descending: true },
    });
  });

  test('keeps only the rows on screen in the page, of a hundred thousand', async () => {
    const many = Array.from({ length: 100_000 }, (_, seat): SeatRow => ({
      ...(SEATS[1] as SeatRow),
      seat,
      name: `Person ${String(seat).padStart(6, '0')}`,
    }));
    const { worker } = drawReview(REVIEWED, {}, many);
    const table = await seatsTable();
    await within(table).findByText('Person 000000');
    expect(table).toHaveAttribute('aria-rowcount', '100001');
    expect(within(table).getAllByRole('row').length).toBeLessThan(40);
    screen.getByRole('region', { name: 'Rows of the seats table' }).focus();
    await userEvent.keyboard('{End}');
    const last = await within(table).findByText('Person 099999');
    expect(last.closest('tr')).toHaveAttribute('aria-rowindex', '100001');
    expect(last.closest('tr')).toHaveAttribute('aria-current', 'true');
    for (const { call, ask } of worker.calls) {
      if (call === 'seatPage') expect((ask as { count: number }).count).toBeLessThanOrEqual(100);
    }
  }, 20_000);

  test('moves and selects by keyboard', async () => {
    drawReview();
    await within(await seatsTable()).findByText('Priya Raman');
    await waitFor(() => expect(region()).toHaveTextContent('Aisha Okafor'));
    await userEvent.keyboard('jjj');
    await waitFor(() => expect(region()).toHaveTextContent('Priya Raman'));
    await userEvent.keyboard('x');
    expect(screen.getByRole('checkbox', { name: 'Select Priya Raman' })).toBeChecked();
    expect(screen.getByText('7 seats, 1 selected')).toBeVisible();
    await userEvent.keyboard('k');
    await waitFor(() => expect(region()).toHaveTextContent('Chloé Martin'));
    await userEvent.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Find a seat' })).toHaveFocus();
    await userEvent.keyboard('priya');
    await waitFor(async () => expect(await names()).toEqual(['Priya Raman']));
  });

  test('1 to 5 show one flagged line each', async () => {
    drawReview();
    await within(await seatsTable()).findByText('Priya Raman');
    await userEvent.keyboard('2');
    await waitFor(async () => expect(await names()).toEqual(['Tomás Ferreira']));
    expect(screen.getByRole('combobox', { name: 'Category' })).toHaveDisplayValue('Never used');
    await userEvent.keyboard('5');
    await waitFor(async () => expect(await names()).toEqual(['Ben Whitlock', 'Chloé Martin']));
  });

  test('filters by licence type, unit and category', async () => {
    drawReview();
    await within(await seatsTable()).findByText('Priya Raman');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Licence type' }), 'Approver');
    await waitFor(async () => expect(await names()).toEqual(['Chloé Martin']));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Licence type' }),
      'All licence types',
    );
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Unit' }), 'No unit');
    await waitFor(async () => expect(await names()).toEqual(['Chloé Martin']));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Unit' }), 'All units');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Flagged (five lines)');
    await waitFor(async () => expect(await names()).toHaveLength(4));
  });

  test('filtered to nothing says how to widen', async () => {
    drawReview();
    await within(await seatsTable()).findByText('Priya Raman');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a seat' }), 'nobody');
    expect(await screen.findByText(/No seat matches “nobody”/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all seats of this tab' }));
    await waitFor(async () => expect(await names()).toHaveLength(7));
  });

  test('a failed page says so', async () => {
    drawReview(REVIEWED, { seatPage: () => ({ failure: { kind: 'noSnapshot' } }) });
    expect(await screen.findByRole('alert')).toHaveTextContent('No user list is loaded yet.');
  });
});

test('says for which licence type sign-ins stand for work', async () => {
  drawReview();
  expect(
    await screen.findByText(
      'For Analytics only sign-ins are known. A sign-in is counted as use; seats that sign in without working cannot be seen.',
    ),
  ).toBeVisible();
});

describe('why this category', () => {
  test('gives rule, definition, file, row, the original text and its reading [REVIEW-02]', async () => {
    drawReview();
    await userEvent.click(await within(await seatsTable()).findByText('Priya Raman'));
    await within(region()).findByText('Priya Raman');
    expect(region()).toHaveTextContent(EXPLAINED.sentence);
    const facts = [...region().querySelectorAll('dl > dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]);
    expect(facts).toEqual([
      ['Rule', '10 · Borderline'],
      ['Definition', 'definition 1'],
      ['Last real work', '20 Mar 202620/03/2026 16:41 in Last workusers-site2.csv, row 418'],
      ['History', 'one date only (E0)'],
      ['Unit', 'Finance'],
    ]);
    const checks = within(within(region()).getByRole('table', { name: 'Checks' })).getAllByRole('row');
    expect(checks.map((row) => row.textContent)).toEqual([
      'CheckResult',
      'Human seatuser type human✓ pass',
      'Periodic patternpattern could not be tested! warn',
    ]);
  });

  test('shows the text of an assigned date, and says plainly that no column holds a sign-in [REVIEW-02]', async () => {
    const file = 'users-site2.csv';
    drawReview(REVIEWED, {
      explainSeat: ({ seat }) => ({
        ...EXPLAINED,
        seat,
        name: 'Priya Raman',
        licenceType: 'Fulfiller',
        category: 'neverUsed',
        evidence: [
          {
            label: 'Last sign-in',
            column: 'no column of sign-ins',
            file,
            fileRow: 0,
            rawText: '',
            reading: 'not loaded',
          },
          {
            label: 'Assigned on',
            column: 'Since',
            file,
            fileRow: 7,
            rawText: '1.2.24',
            reading: '1 Feb 2024',
          },
          { label: 'Last real work', column: 'Last work', file, fileRow: 7, rawText: '', reading: 'never' },
        ],
      }),
    });
    await within(await seatsTable()).findByText('Priya Raman');
    await waitFor(() => expect(region()).toHaveTextContent('Assigned on'));
    const cells = [...region().querySelectorAll('dl > dd')].map((cell) => cell.textContent);
    expect(cells.slice(2, 5)).toEqual([
      'not loadedno column of sign-ins',
      '1 Feb 20241.2.24 in Sinceusers-site2.csv, row 7',
      'neverempty cell in Last workusers-site2.csv, row 7',
    ]);
  });

  test('marks invited accounts and seats at the edge of the window', async () => {
    drawReview(REVIEWED, {
      explainSeat: ({ seat }) => ({
        ...EXPLAINED,
        seat,
        name: 'Aisha Okafor',
        licenceType: 'Fulfiller',
        category: 'tooNew',
        invited: true,
        boundary: true,
        securityNote: 'Activity on 10 Jun 2026, after the person left.',
      }),
    });
    await within(await seatsTable()).findByText('Priya Raman');
    await waitFor(() => expect(region()).toHaveTextContent('Invited, but the invitation was not accepted.'));
    expect(region()).toHaveTextContent('On the boundary');
    expect(region()).toHaveTextContent('after the person left');
  });
});

describe('the sums', () => {
  test('the bar and the list of what is not counted stand under the seats and open them [REVIEW-04]', async () => {
    drawReview();
    const list = await screen.findByRole('list', { name: 'Not counted' });
    expect(screen.getByRole('img', { name: 'Categories' })).toBeInTheDocument();
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'Non-human1Service, integration and shared accounts are never reclaimed and still take a seat.',
      'Excepted or absent0A recorded exception or a known absence protects them until it ends.',
      'Too new0Held for less than the window and not used yet.',
      'Unknown1No evidence decides; they are never counted as idle.',
      'Periodic0Used quarterly, seasonally, on call or at regular intervals, and not overdue.',
      'Borderline1Idle, but the pattern could not be tested, and nobody has reviewed them or waived the queue.',
    ]);
    expect(
      within(list)
        .getAllByRole('button')
        .map((link) => link.getAttribute('aria-label')),
    ).toEqual(['1 Non-human', '1 Unknown', '1 Borderline'].map((link) => `${link} seats not counted`));
    const stand = within(screen.getByRole('region', { name: 'Where every seat stands' }));
    expect(stand.getAllByText('Borderline')).toHaveLength(1);
    await userEvent.click(within(list).getByRole('button', { name: '1 Unknown seats not counted' }));
    await waitFor(async () => expect(await names()).toEqual(['Zora Neale']));
  });

  test('tabs carry their counts as descriptions', async () => {
    drawReview();
    await within(await seatsTable()).findByText('Priya Raman');
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Borderline' })).toHaveAccessibleDescription('1'),
    );
    expect(screen.getByRole('tab', { name: 'All' })).toHaveAccessibleDescription('7');
    await userEvent.click(screen.getByRole('tab', { name: 'Not people' }));
    await waitFor(async () => expect(await names()).toEqual(['svc-monitor']));
  });

  test('an empty borderline queue is good news', async () => {
    const seats = SEATS.filter(({ category }) => category !== 'borderline').map((seat, index) => ({
      ...seat,
      seat: index,
    }));
    drawReview(REVIEWED, {}, seats);
    await userEvent.click(await screen.findByRole('tab', { name: 'Borderline' }));
    expect(
      await screen.findByText(
        'No borderline seats left. 2 dormant, 1 never used; 0 protected with reasons (0 periodic, 0 excepted).',
      ),
    ).toBeVisible();
  });
});

describe('decisions on seats', () => {
  const onPriya = async (): Promise<void> => {
    await userEvent.click(await within(await seatsTable()).findByText('Priya Raman'));
    await waitFor(() => expect(region()).toHaveTextContent('Priya Raman'));
  };
  const dialog = (name: string): HTMLElement => screen.getByRole('dialog', { name });

  test('a borderline seat is marked inactive with a reason [REVIEW-09]', async () => {
    const { worker } = drawReview();
    await onPriya();
    await userEvent.keyboard('i');
    const save = within(dialog('Mark inactive')).getByRole('button', { name: 'Save finding' });
    expect(save).toBeDisabled();
    await userEvent.type(
      within(dialog('Mark inactive')).getByRole('textbox', { name: 'Reason' }),
      'left the team',
    );
    await userEvent.click(save);
    expect(worker.acts()).toEqual([{ act: 'markInactive', seats: [3], reason: 'left the team' }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('status', { name: 'Result' })).toHaveTextContent('1 seat marked inactive.');
  });

  test('or gets a declared pattern [REVIEW-09]', async () => {
    const { worker } = drawReview();
    await onPriya();
    await userEvent.click(screen.getByRole('button', { name: 'Declare a pattern' }));
    const box = within(dialog('Declare a pattern'));
    await userEvent.selectOptions(box.getByRole('combobox', { name: 'Pattern' }), 'Half-yearly');
    await userEvent.type(box.getByRole('textbox', { name: 'Reason' }), 'audit season');
    await userEvent.click(box.getByRole('button', { name: 'Save pattern' }));
    expect(worker.acts()).toEqual([
      { act: 'declarePattern', seats: [3], pattern: 'halfYearly', reason: 'audit season' },
    ]);
  });

  test('or an exception, which ends within 12 months [REVIEW-09]', async () => {
    const { worker } = drawReview();
    await onPriya();
    await userEvent.keyboard('e');
    const box = within(dialog('Add an exception'));
    await userEvent.type(box.getByRole('textbox', { name: 'Rationale' }), 'parental leave cover');
    await userEvent.type(box.getByRole('textbox', { name: 'Fallback control' }), 'monthly look');
    const endsOn = box.getByRole('textbox', { name: 'Ends on' });
    const save = box.getByRole('button', { name: 'Save exception' });
    await userEvent.type(endsOn, 'end of year');
    expect(endsOn).toHaveAccessibleDescription(/Type a date as 31 Dec 2026/);
    expect(save).toBeDisabled();
    await userEvent.clear(endsOn);
    await userEvent.type(endsOn, '1 Jul 2027');
    expect(endsOn).toHaveAccessibleDescription(/within 12 months: 30 Jun 2027/);
    expect(save).toBeDisabled();
    await userEvent.clear(endsOn);
    await userEvent.type(endsOn, '31 Dec 2026');
    await userEvent.click(save);
    expect(worker.acts()).toEqual([
      {
        act: 'addException',
        seats: [3],
        rationale: 'parental leave cover',
        until: dayFromCalendar(2026, 12, 31),
        fallbackControl: 'monthly look',
      },
    ]);
  }, 20_000);

  test('or the queue is waived with a reason [REVIEW-09]', async () => {
    const { worker } = drawReview();
    await userEvent.click(await screen.findByRole('tab', { name: 'Borderline' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Waive the queue' }));
    const box = within(dialog('Waive the queue'));
    expect(box.getByRole('button', { name: 'Waive' })).toBeDisabled();
    await userEvent.type(box.getByRole('textbox', { name: 'Reason' }), 'too few to matter');
    await userEvent.click(box.getByRole('button', { name: 'Waive' }));
    expect(worker.acts()).toEqual([{ act: 'waiveQueue', reason: 'too few to matter' }]);
  });

  test('an account is marked by hand as not a person', async () => {
    const { worker } = drawReview();
    await onPriya();
    await userEvent.click(screen.getByRole('button', { name: 'Mark as not a person' }));
    const box = within(dialog('Mark as not a person'));
    await userEvent.click(box.getByRole('radio', { name: 'Shared account or room' }));
    await userEvent.type(box.getByRole('textbox', { name: 'Reason' }), 'front desk');
    await userEvent.click(box.getByRole('button', { name: 'Save mark' }));
    expect(worker.acts()).toEqual([{ act: 'markHuman', seats: [3], mark: 'shared', reason: 'front desk' }]);
  });

  test('only what changes something is offered, by the category of the seat', async () => {
    drawReview();
    const offered = async (name: string): Promise<(string | null)[]> => {
      await userEvent.click(await within(await seatsTable()).findByText(name));
      await waitFor(() => expect(region()).toHaveTextContent(name));
      return within(region())
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
        .filter((act) => act !== 'Show assignment history');
    };
    expect(await offered('svc-monitor')).toEqual(['Mark as a person', 'Change the kind of account']);
    await userEvent.keyboard('i');
    await userEvent.keyboard('e');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await offered('Priya Raman')).toEqual([
      'Mark inactive',
      'Declare a pattern',
      'Add an exception',
      'Mark as not a person',
    ]);
    expect(await offered('Ben Whitlock')).toEqual([
      'Declare a pattern',
      'Add an exception',
      'Mark as not a person',
      'Create a case by hand',
    ]);
    expect(await offered('Zora Neale')).toEqual(['Add an exception', 'Mark as not a person']);
  });

  test('the kind of an account that is not a person is changed to another kind', async () => {
    const { worker } = drawReview();
    await userEvent.click(await within(await seatsTable()).findByText('svc-monitor'));
    await userEvent.click(await screen.findByRole('button', { name: 'Change the kind of account' }));
    const box = within(dialog('Change the kind of account'));
    const save = box.getByRole('button', { name: 'Save mark' });
    expect(box.getByRole('radio', { name: 'Service account' })).toBeChecked();
    await userEvent.type(box.getByRole('textbox', { name: 'Reason' }), 'front desk');
    expect(save).toBeDisabled();
    await userEvent.click(box.getByRole('radio', { name: 'Shared account or room' }));
    await userEvent.click(save);
    expect(worker.acts()).toEqual([{ act: 'markHuman', seats: [4], mark: 'shared', reason: 'front desk' }]);
  });

  test('accounts that are not people have their own table with class and rule, and can be marked as people [REVIEW-07]', async () => {
    const { worker } = drawReview();
    await userEvent.click(await screen.findByRole('tab', { name: /Not people/ }));
    const cell = await within(await seatsTable()).findByText('svc-monitor');
    await waitFor(async () => expect(await names()).toEqual(['svc-monitor']));
    const heads = within(await seatsTable()).getAllByRole('columnheader');
    expect(heads.map((head) => head.textContent?.replace(/[▲▼]/, ''))).toEqual([
      '',
      'Seat',
      'Class',
      'Rule or mark',
      'Licence type',
      'Unit',
      'Last real work',
    ]);
    expect([...(cell.closest('tr')?.cells ?? [])].slice(1, 4).map(({ textContent }) => textContent)).toEqual([
      'svc-monitor',
      'Service',
      'Its display name ‘svc-monitor’ matches the word ‘svc’',
    ]);
    await userEvent.click(within(await seatsTable()).getByRole('button', { name: /Class/ }));
    await waitFor(() =>
      expect(worker.calls.filter(({ call }) => call === 'seatPage').at(-1)?.ask).toMatchObject({
        query: { sort: 'accountClass', descending: false, categories: ['nonHuman'] },
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Mark as a person' }));
    const box = within(dialog('Mark as a person'));
    expect(box.getByRole('button', { name: 'Save mark' })).toBeDisabled();
    await userEvent.type(box.getByRole('textbox', { name: 'Reason' }), 'Monica runs it herself');
    await userEvent.click(box.getByRole('button', { name: 'Save mark' }));
    expect(worker.acts()).toEqual([
      { act: 'markHuman', seats: [4], mark: 'human', reason: 'Monica runs it herself' },
    ]);
    // The class is a column of this table alone.
    await userEvent.click(screen.getByRole('tab', { name: /^All/ }));
    await waitFor(async () => expect((await names())[0]).toBe('Aisha Okafor'));
    expect(worker.calls.filter(({ call }) => call === 'seatPage').at(-1)?.ask).toMatchObject({
      query: { sort: 'name' },
    });
    expect(screen.queryByRole('button', { name: 'Mark as a person' })).toBeNull();
  });

  test('select all means every seat under the filter', async () => {
    const { worker } = drawReview();
    await within(await seatsTable()).findByText('Priya Raman');
    await userEvent.keyboard('5');
    await waitFor(async () => expect(await names()).toHaveLength(2));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await userEvent.keyboard('i');
    await userEvent.type(within(dialog('Mark inactive')).getByRole('textbox', { name: 'Reason' }), 'checked');
    await userEvent.click(within(dialog('Mark inactive')).getByRole('button', { name: 'Save finding' }));
    await waitFor(() => expect(worker.acts()).toHaveLength(1));
    expect(worker.acts()[0]).toMatchObject({ seats: [1, 2] });
  });

  test('what could not be recorded stays in the dialog with its reason', async () => {
    drawReview(REVIEWED, {
      act: () => ({ failure: { kind: 'refused', reason: 'This seat has an open case.' } }),
    });
    await onPriya();
    await userEvent.keyboard('i');
    await userEvent.type(within(dialog('Mark inactive')).getByRole('textbox', { name: 'Reason' }), 'x');
    await userEvent.click(within(dialog('Mark inactive')).getByRole('button', { name: 'Save finding' }));
    expect(await within(dialog('Mark inactive')).findByRole('alert')).toHaveTextContent(
      'This seat has an open case.',
    );
  });
});

describe('creating cases', () => {
  test('says how many, that they are a dry run, and what stays out', async () => {
    drawReview();
    await screen.findByRole('button', { name: '3 candidates for cases' });
    expect(screen.getByText(/2 cases will be marked DRY RUN/)).toHaveTextContent(
      '3 candidates, 1 of them with an open case. 2 cases will be marked DRY RUN. Nobody is asked and nothing is counted.',
    );
    expect(
      screen.getByText('1 borderline seat is neither reviewed nor waived. It stays out of the cases.'),
    ).toBeVisible();
  });

  test('creates them for every candidate and names each seat it could not take', async () => {
    const { worker, opened } = drawReview(REVIEWED, {
      act: () => ({
        view: REVIEWED,
        done: 1,
        refused: [
          { subject: 'Ben Whitlock', reason: 'the seat has an open case' },
          { subject: 'Chloé Martin', reason: 'the seat has an open case' },
        ],
      }),
    });
    await screen.findByRole('button', { name: '3 candidates for cases' });
    await userEvent.click(screen.getByRole('button', { name: 'Create cases' }));
    expect(worker.acts()).toEqual([{ act: 'createCases', seats: undefined, manualReason: undefined }]);
    const result = await screen.findByRole('status', { name: 'Result' });
    await waitFor(() => expect(result).toHaveTextContent('1 of 3 cases created, marked DRY RUN.'));
    expect(within(result).getByRole('listitem')).toHaveTextContent(
      '2 not: the seat has an open case (Ben Whitlock, Chloé Martin)',
    );
    await userEvent.click(within(result).getByRole('button', { name: 'Open Reclaim' }));
    expect(opened).toEqual(['reclaim']);
  });

  test('counts while it works', async () => {
    let report: ((progress: { done: number; total: number; unit: 'cases' }) => void) | undefined;
    const { app } = drawReview();
    await screen.findByRole('button', { name: '3 candidates for cases' });
    app.workspace.setState({
      act: (_action, onProgress) => {
        report = onProgress;
        return new Promise(() => undefined);
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Create cases' }));
    report?.({ done: 120, total: 218, unit: 'cases' });
    expect(await screen.findByText('Creating cases: 120 of 218.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Create cases' })).toBeDisabled();
  });

  test('is at rest when every candidate has an open case', async () => {
    drawReview(
      REVIEWED,
      {},
      SEATS.map((seat) => ({ ...seat, openCase: 4 })),
    );
    expect(await screen.findByText(/candidates, all with an open case/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Create cases' })).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Ben Whitlock' }));
    expect(screen.getByRole('button', { name: 'Create cases' })).toBeEnabled();
  });

  test('one case can be created by hand with a reason', async () => {
    const { worker } = drawReview();
    await waitFor(() => expect(region()).toHaveTextContent('Aisha Okafor'));
    await userEvent.click(screen.getByRole('button', { name: 'Create a case by hand' }));
    const box = within(screen.getByRole('dialog', { name: 'Create a case by hand' }));
    await userEvent.type(box.getByRole('textbox', { name: 'Reason' }), 'mover');
    await userEvent.click(box.getByRole('button', { name: 'Create case' }));
    expect(worker.acts()).toEqual([{ act: 'createCases', seats: [0], manualReason: 'mover' }]);
  });

  test('a refused act can be put aside', async () => {
    drawReview(REVIEWED, {
      act: () => ({ failure: { kind: 'refused', reason: 'There is no candidate without an open case.' } }),
    });
    await screen.findByRole('button', { name: '3 candidates for cases' });
    await userEvent.click(screen.getByRole('button', { name: 'Create cases' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no candidate without an open case.');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is not offered before a definition is frozen [DEFINE-12]', async () => {
    const { opened } = drawReview({ ...REVIEWED, policies: [] });
    expect(
      await screen.findByText(/No definition is frozen yet; these are the categories of the draft/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create cases' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Create a case by hand' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Open Define' }));
    expect(opened).toEqual(['define']);
  });
});

test('a table with names is exported only after a question', async () => {
  const { files } = drawReview();
  await within(await seatsTable()).findByText('Priya Raman');
  await userEvent.click(screen.getByRole('button', { name: 'Export table' }));
  const box = within(screen.getByRole('dialog', { name: 'This file contains names' }));
  await userEvent.click(box.getByRole('button', { name: 'Cancel' }));
  expect(files).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Export table' }));
  await userEvent.click(screen.getByRole('button', { name: 'Export with names' }));
  await waitFor(() => expect(files).toEqual(['seats.csv']));
});

test('without a list Review says what to load first', async () => {
  drawReview({ ...EXAMPLE_WORKSPACE, current: undefined });
  expect(screen.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Load a user list' })).toBeVisible();
});
