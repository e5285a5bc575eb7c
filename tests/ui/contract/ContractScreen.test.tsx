// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { ContractScreen } from '../../../src/ui/contract/ContractScreen.tsx';
import type { Action } from '../../../src/worker/action.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { drawScreen, type DrawnScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_LINE, EXAMPLE_WORKSPACE } from '../../support/exampleWorkspace.ts';
import { RECEIPT } from '../load/exampleSurvey.ts';

vi.setConfig({ testTimeout: 30_000 });
beforeAll(supportDialogs);
afterEach(cleanup);

const EMPTY: WorkspaceView = { ...EXAMPLE_WORKSPACE, contractLines: [], policies: [] };

/** Lines after an act, as the worker would answer. */
function after(view: WorkspaceView, action: Action): WorkspaceView {
  if (action.act === 'saveContractLine')
    return {
      ...view,
      holidays: action.holidays ?? view.holidays,
      contractLines: [...view.contractLines.filter(({ id }) => id !== action.line.id), action.line],
    };
  if (action.act === 'saveHolidays') return { ...view, holidays: action.days };
  if (action.act === 'removeContractLine')
    return { ...view, contractLines: view.contractLines.filter(({ id }) => id !== action.id) };
  throw new Error(`${action.act} is not recorded on this screen`);
}

function drawContract(view: WorkspaceView = EXAMPLE_WORKSPACE): DrawnScreen {
  return drawScreen(<ContractScreen />, {
    view,
    answers: { act: ({ action }) => ({ view: after(view, action), done: 1, refused: [] }) },
  });
}

const type = (role: 'textbox' | 'spinbutton' | 'combobox', name: string, value: string): void => {
  fireEvent.change(screen.getByRole(role, { name }), { target: { value } });
};
const save = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Save contract line' }));

describe('typing a line', () => {
  test('from the order form to a stored line [CONTRACT-01] [CONTRACT-03]', async () => {
    const { worker } = drawContract(EMPTY);
    expect(
      screen.getByText(
        'Type one line from your order form: how many seats, at what price, until when. That is enough to start.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Add a line' }));
    type('textbox', 'Vendor', 'Tern');
    type('textbox', 'Product', 'Tern Desk');
    type('combobox', 'Licence type', 'Fulfiller');
    type('spinbutton', 'Committed quantity', '1000');
    type('combobox', 'Price period', 'month');
    type('combobox', 'Currency', 'GBP');
    type('textbox', 'Unit price', '100.00');
    expect(screen.getByRole('textbox', { name: 'Unit price' })).toHaveAccessibleDescription(
      '100.00 a month is 1\u00a0200.00 a year.',
    );
    type('textbox', 'Term start', '2026-01-01');
    type('textbox', 'Term end', '31 Dec 2026');
    type('spinbutton', 'Notice', '60');
    const renews = screen.getByRole('checkbox', { name: 'Renews automatically' });
    expect(renews).toBeChecked();
    expect(renews).toHaveAccessibleDescription(
      'Most contracts do. Untick only if your contract says that it ends by itself.',
    );
    type('combobox', 'Reduction right', 'atAnniversary');
    type('spinbutton', 'Uplift (%)', '7');
    type('spinbutton', 'Minimum quantity', '700');
    type('spinbutton', 'Lot size', '10');
    type('combobox', 'Deactivated accounts still count', 'no');
    await save();
    await waitFor(() => expect(worker.acts()).toHaveLength(1));
    expect(worker.acts()[0]).toEqual({
      act: 'saveContractLine',
      line: { ...EXAMPLE_LINE, id: 'line-new-2', pricePeriod: 'month', reductionRight: 'atAnniversary' },
    });
    expect(await screen.findByText('The contract line is saved.')).toBeInTheDocument();
    const row = within(screen.getByRole('table', { name: 'Contract lines' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('FulfillerTern Desk1 000GBP 1 200.001 Jan 2026 to 31 Dec 202630 Oct 2026');
  });

  test('dates and prices are read in the forms of an order form, and what was read is shown', async () => {
    const { worker } = drawContract();
    type('combobox', 'Currency', 'EUR');
    type('textbox', 'Unit price', '1.200,50 EUR');
    type('textbox', 'Term start', '01.04.2026');
    type('textbox', 'Term end', '31/03/2027');
    expect(screen.getByRole('textbox', { name: 'Term end' })).toHaveAccessibleDescription('31 March 2027');
    await save();
    await waitFor(() => expect(worker.acts()).toHaveLength(1));
    expect(worker.acts()[0]).toMatchObject({
      line: {
        unitPriceAYear: 120_050,
        termStart: dayFromCalendar(2026, 4, 1),
        termEnd: dayFromCalendar(2027, 3, 31),
      },
    });
  });

  test('what cannot be read is said when the field is left, with both readings of a date', async () => {
    drawContract();
    const end = screen.getByRole('textbox', { name: 'Term end' });
    await userEvent.clear(end);
    await userEvent.type(end, '04/05/2027');
    expect(end).toBeValid();
    await userEvent.tab();
    expect(end).toHaveAccessibleDescription(
      /'04\/05\/2027' could be 4 May 2027 or 5 Apr 2027\. Type it as 2027-05-04 or 2027-04-05\./,
    );
    const price = screen.getByRole('textbox', { name: 'Unit price' });
    await userEvent.clear(price);
    await userEvent.type(price, '100 USD');
    await userEvent.tab();
    expect(price).toHaveAccessibleDescription(/'100 USD' is not an amount in GBP/);
    expect(screen.getByText('2 fields need another look.')).toBeInTheDocument();
    await userEvent.clear(price);
    await userEvent.tab();
    expect(price).toBeValid();
  });

  test('a licence type that no seat of the list has is said, and the one of the list can be taken', async () => {
    const licenceTypes = [{ name: 'User', seats: 400 }];
    drawContract({ ...EMPTY, licenceTypes: ['User'], current: { ...RECEIPT, licenceTypes } });
    const field = screen.getByRole('combobox', { name: 'Licence type' });
    const sentence = 'No seat of your list has this licence type. Your list has: User (400).';
    expect([...(field as HTMLInputElement).list!.options].map(({ value }) => value)).toEqual(['User']);
    expect(screen.queryByText(sentence)).toBeNull();
    type('combobox', 'Licence type', 'ITSM Fulfiller');
    expect(screen.getByText(sentence)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take User' }));
    expect(field).toHaveValue('User');
    expect(screen.queryByText(sentence)).toBeNull();
  });

  test.each([
    ['Define', 'define', RECEIPT],
    ['Load', 'load', undefined],
  ])('after saving, the way goes on to %s', async (name, step, current) => {
    const { opened } = drawContract({ ...EXAMPLE_WORKSPACE, current });
    expect(screen.queryByRole('button', { name: /^Go on to/ })).toBeNull();
    type('textbox', 'Unit price', '99');
    await save();
    await userEvent.click(await screen.findByRole('button', { name: `Go on to ${name}` }));
    expect(opened).toEqual([step]);
  });

  test('a term that ends before it starts is refused beside the field, and nothing is recorded [CONTRACT-04]', async () => {
    const { worker } = drawContract();
    type('textbox', 'Term end', '2025-12-31');
    type('spinbutton', 'Committed quantity', '');
    await save();
    expect(screen.getByRole('textbox', { name: 'Term end' })).toHaveAccessibleDescription(
      /Term end is before term start\./,
    );
    expect(screen.getByText('2 fields need another look.')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('spinbutton', { name: 'Committed quantity' })).toHaveFocus());
    expect(worker.acts()).toEqual([]);
    type('textbox', 'Term end', '2026-12-31');
    expect(screen.getByRole('textbox', { name: 'Term end' })).toBeValid();
  });

  test('a stored line comes back as it was typed', async () => {
    drawContract({ ...EXAMPLE_WORKSPACE, contractLines: [{ ...EXAMPLE_LINE, pricePeriod: 'month' }] });
    expect(screen.getByRole('textbox', { name: 'Unit price' })).toHaveValue('100.00');
    expect(screen.getByRole('spinbutton', { name: 'Uplift (%)' })).toHaveValue(7);
    expect(screen.getByRole('textbox', { name: 'Term end' })).toHaveValue('2026-12-31');
    expect(screen.getByRole('button', { name: 'Save contract line' })).toBeDisabled();
  });

  test('leaving a changed line asks first; an unchanged one is left at once [APP-17]', async () => {
    const second = { ...EXAMPLE_LINE, id: 'line-2', licenceType: 'Approver' };
    drawContract({ ...EXAMPLE_WORKSPACE, contractLines: [EXAMPLE_LINE, second] });
    await userEvent.click(screen.getByRole('button', { name: 'Approver' }));
    expect(screen.getByRole('combobox', { name: 'Licence type' })).toHaveValue('Approver');
    type('textbox', 'Unit price', '99');
    await userEvent.click(screen.getByRole('button', { name: 'Fulfiller' }));
    expect(screen.getByRole('dialog', { name: 'Leave this line unsaved?' })).toHaveTextContent(
      'What you typed in Approver is lost.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('textbox', { name: 'Unit price' })).toHaveValue('99');
  });

  test('removing a line says what leaves the figures [APP-17]', async () => {
    const { worker } = drawContract();
    await userEvent.click(screen.getByRole('button', { name: 'Remove this line' }));
    expect(screen.getByRole('dialog', { name: 'Remove Fulfiller' })).toHaveTextContent(
      'until 31 Dec 2026 leave every figure',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove the line' }));
    await waitFor(() => expect(worker.acts()).toEqual([{ act: 'removeContractLine', id: 'line-1' }]));
    expect(screen.getByRole('combobox', { name: 'Licence type' })).toHaveValue('');
  });
});

describe('dates', () => {
  const planRows = (): string[][] =>
    within(screen.getByRole('table', { name: 'Work-back plan' }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent ?? ''));

  test('the notice typed becomes a day, a sentence and a plan counted back from it [CONTRACT-11]', () => {
    drawContract();
    expect(
      screen.getByText(
        "You entered 60 days' notice. That makes 30 October 2026 the last working day. Today is 12 September: users must be told by 18 September to finish in time.",
      ),
    ).toBeInTheDocument();
    expect(planRows()).toEqual([
      ['Tell users by', 'Fri 18 Sep 2026', 'in 6 days'],
      ['Freeze by', 'Tue 29 Sep 2026', 'in 17 days'],
      ['Verification export', 'Tue 13 Oct 2026', 'in 31 days'],
      ['Send notice by', 'Tue 20 Oct 2026', 'in 38 days'],
      ['Notice date', 'Fri 30 Oct 2026', 'in 48 days'],
      ['Term end', 'Thu 31 Dec 2026', 'in 110 days'],
    ]);
  });

  test('months are the unit of the contract, clamped to the end of the month [CONTRACT-11]', () => {
    drawContract();
    type('spinbutton', 'Notice', '3');
    type('combobox', 'Notice unit', 'months');
    expect(planRows()[4]).toEqual(['Notice date', 'Wed 30 Sep 2026', 'in 18 days']);
    expect(
      screen.getByText(/^You entered 3 months' notice\..*the day to tell users, 18 August, has passed/),
    ).toBeInTheDocument();
  });

  test('past the day to tell users it says which objection and grace still fit, with their dates', () => {
    drawContract();
    // Notice 5 Oct 2026: send by 25 Sep, verify by 18 Sep; today is Sat 12 Sep, six days before it.
    type('spinbutton', 'Notice', '87');
    expect(
      screen.getByText(
        'What still fits is at most 2 days of objection and 2 days of grace: tell users by 14 September, freeze by 16 September. Set them under Define, Recovery.',
      ),
    ).toBeInTheDocument();
    expect(planRows().slice(0, 3)).toEqual([
      ['Tell users by', 'Tue 25 Aug 2026shortened Mon 14 Sep 2026', '18 days ago'],
      ['Freeze by', 'Fri 4 Sep 2026shortened Wed 16 Sep 2026', '8 days ago'],
      ['Verification export', 'Fri 18 Sep 2026', 'in 6 days'],
    ]);
  });

  test('where nothing fits any more it says so and what is left', () => {
    drawContract();
    type('spinbutton', 'Notice', '100');
    expect(
      screen.getByText(
        /^Nothing fits before the notice any more, even without objection and grace: the verification export was due by 4 September\. The notice itself is due by 22 September 2026: /,
      ),
    ).toBeInTheDocument();
    expect(planRows()[0]?.[1]).not.toContain('shortened');
  });

  test('a missed window is said plainly, and all figures are still shown', () => {
    drawContract();
    type('textbox', 'Term start', '2025-01-01');
    type('textbox', 'Term end', '2026-09-30');
    expect(
      screen.getByText(
        'Notice window missed; plan for the following term or negotiate. All figures are still shown.',
      ),
    ).toBeInTheDocument();
    expect(planRows()).toHaveLength(6);
  });

  test('the sample is dated: its dates are counted from its data and nothing is missed', () => {
    const asOf = dayFromCalendar(2026, 6, 30);
    const sample = { ...EXAMPLE_WORKSPACE, current: { ...RECEIPT, asOf } };
    drawContract(sample);
    type('textbox', 'Term start', '2025-01-01');
    type('textbox', 'Term end', '2026-09-30');
    expect(
      screen.getByText(
        /last working day\. The sample is dated 30 Jun 2026; its dates are not judged by today\.$/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Notice window missed/)).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'From 30 Jun 2026' })).toBeInTheDocument();
    cleanup();
    drawContract({ ...sample, client: { ...sample.client, sample: false } });
    type('textbox', 'Term start', '2025-01-01');
    type('textbox', 'Term end', '2026-09-30');
    expect(screen.getByText(/^Notice window missed/)).toBeInTheDocument();
  });

  test('the timeline says in words what it draws', () => {
    drawContract();
    expect(screen.getByRole('img', { name: 'Contract timeline' })).toHaveAccessibleDescription(
      'Fulfiller: 1 Jan 2026 to 31 Dec 2026, notice by 30 Oct 2026.',
    );
  });
});

describe('what stands beside the lines', () => {
  test('freeing a seat lowers the next commitment only, and the sentence says from when [RENEWAL-02]', () => {
    drawContract();
    expect(
      screen.getByText(
        "Freeing a seat does not lower this term's bill. It lowers the next commitment, from 1 Jan 2027.",
      ),
    ).toBeInTheDocument();
  });
});

describe('overlapping lines', () => {
  const FIRST = { ...EXAMPLE_LINE, licenceType: 'ITSM Fulfiller', termEnd: dayFromCalendar(2027, 6, 30) };
  const SECOND = {
    ...EXAMPLE_LINE,
    id: 'line-2',
    licenceType: 'ITSM Fulfiller',
    product: 'Tern Desk Plus',
    committedQuantity: 100,
    unitPriceAYear: 90_000 as MinorUnits,
    termStart: dayFromCalendar(2027, 1, 1),
    termEnd: dayFromCalendar(2027, 12, 31),
  };
  const TWO: WorkspaceView = { ...EXAMPLE_WORKSPACE, contractLines: [FIRST, SECOND] };
  const QUESTION =
    'Two lines for ITSM Fulfiller overlap from 1 January 2027. Is the second one additional seats or a replacement?';
  const radio = (name: string): HTMLElement =>
    within(screen.getByRole('radiogroup', { name: 'Overlapping lines' })).getByRole('radio', { name });
  const rows = (): string[] =>
    within(screen.getByRole('table', { name: 'Contract lines' }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' '));

  test('raise the question; both are marked as held back until it is answered [CONTRACT-04]', () => {
    drawContract(TWO);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent(QUESTION);
    expect(alert).toHaveTextContent('neither line is used in a figure');
    expect(rows().map((row) => row.includes('held back'))).toEqual([true, true]);
    expect(radio('Additional')).not.toBeChecked();
    expect(radio('Additional')).toHaveAccessibleDescription(
      'From 1 January 2027 the lines count together: 1\u00a0000 + 100 = 1\u00a0100 seats. Idle seats are valued at the lowest price, GBP 900.00 a year.',
    );
    expect(radio('Replacement')).toHaveAccessibleDescription(
      'From 1 January 2027 only the second line counts. What ran before it counts to 31 December 2026.',
    );
  });

  test('an answer is stored with the second line, and can be changed [CONTRACT-04]', async () => {
    const { worker } = drawContract(TWO);
    await userEvent.click(radio('Additional'));
    await waitFor(() =>
      expect(worker.acts()).toEqual([
        { act: 'saveContractLine', line: { ...SECOND, overlap: 'additional' } },
      ]),
    );
    expect(radio('Additional')).toBeChecked();
    expect(radio('Additional')).toHaveFocus();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(rows().join()).not.toContain('held back');
    expect(rows()[1]).toContain('100additional');
    expect(screen.getByText(/^From 1 January 2027 the lines count together/)).toBeInTheDocument();
    await userEvent.click(radio('Replacement'));
    await waitFor(() => expect(worker.acts()).toHaveLength(2));
    expect(worker.acts()[1]).toEqual({
      act: 'saveContractLine',
      line: { ...SECOND, overlap: 'replacement' },
    });
    expect(rows()[0]).toContain('replaced after 31 Dec 2026');
  });

  test('an answer asks for the name first, and is not given without one [CONTRACT-04]', async () => {
    const { worker, workspace } = drawScreen(<ContractScreen />, {
      view: TWO,
      answers: { act: ({ action }) => ({ view: after(TWO, action), done: 1, refused: [] }) },
      prepare: (store) => store.setState({ actor: undefined }),
    });
    await userEvent.click(radio('Replacement'));
    await waitFor(() => expect(workspace.getState().nameQuestion).toBeDefined());
    workspace.getState().nameQuestion?.answer(undefined);
    await waitFor(() => expect(workspace.getState().nameQuestion).toBeUndefined());
    expect(worker.acts()).toEqual([]);
    expect(radio('Replacement')).not.toBeChecked();
    await userEvent.click(radio('Replacement'));
    await waitFor(() => expect(workspace.getState().nameQuestion).toBeDefined());
    workspace.getState().nameQuestion?.answer('Robin');
    await waitFor(() => expect(worker.acts()).toHaveLength(1));
    await waitFor(() => expect(radio('Replacement')).toBeChecked());
  });

  test('the answer leaves what is typed in the editor, and a later save keeps it', async () => {
    const { worker } = drawContract(TWO);
    await userEvent.click(screen.getAllByRole('button', { name: 'ITSM Fulfiller' })[1]!);
    type('spinbutton', 'Committed quantity', '120');
    await userEvent.click(radio('Additional'));
    await waitFor(() => expect(worker.acts()).toHaveLength(1));
    expect(screen.getByRole('spinbutton', { name: 'Committed quantity' })).toHaveValue(120);
    await save();
    await waitFor(() => expect(worker.acts()).toHaveLength(2));
    expect(worker.acts()[1]).toMatchObject({
      line: { id: 'line-2', committedQuantity: 120, overlap: 'additional' },
    });
  });

  test('lines in different currencies are said not to be added [CONTRACT-03]', () => {
    drawContract({
      ...TWO,
      contractLines: [FIRST, { ...SECOND, currency: 'EUR' as CurrencyCode, overlap: 'additional' }],
    });
    expect(
      screen.getByText(/Amounts in different currencies are never added, so they stand in no figure/),
    ).toBeInTheDocument();
  });
});

describe('holidays', () => {
  const plan = (): readonly string[] =>
    within(screen.getByRole('table', { name: 'Work-back plan' }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[0]!.textContent);
  const [friday, thursday] = [dayFromCalendar(2026, 10, 30), dayFromCalendar(2026, 10, 29)];

  test('typed days move the plan, the list and the timeline, and are stored by themselves [CONTRACT-11]', async () => {
    const { worker } = drawContract();
    expect(plan()).toContain('Fri 30 Oct 2026');
    const field = screen.getByRole('textbox', { name: 'Holidays' });
    fireEvent.change(field, { target: { value: '30 Oct 2026\n2026-10-29' } });
    expect(field).toHaveAccessibleDescription(/ 2 days read\.$/);
    expect(plan()).toContain('Wed 28 Oct 2026');
    expect(plan()).not.toContain('Fri 30 Oct 2026');
    expect(
      within(screen.getByRole('table', { name: 'Contract lines' })).getByText('28 Oct 2026'),
    ).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Contract timeline' })).toHaveAccessibleDescription(
      /notice by 28 Oct 2026/,
    );
    await save();
    await waitFor(() => expect(worker.acts()).toEqual([{ act: 'saveHolidays', days: [thursday, friday] }]));
    expect(await screen.findByText('The holidays are saved.')).toBeInTheDocument();
    expect(field).toHaveValue('29 Oct 2026\n30 Oct 2026');
    expect(screen.getByRole('button', { name: 'Save contract line' })).toBeDisabled();
  });

  test('a line and the holidays changed beside it are one act', async () => {
    const { worker } = drawContract();
    type('spinbutton', 'Committed quantity', '900');
    type('textbox', 'Holidays', '2026-10-30');
    await save();
    await waitFor(() =>
      expect(worker.acts()).toEqual([
        {
          act: 'saveContractLine',
          line: { ...EXAMPLE_LINE, committedQuantity: 900 },
          holidays: [friday],
        },
      ]),
    );
  });

  test('every bad line is named, and nothing is stored until it is mended [CONTRACT-11]', async () => {
    const { worker } = drawContract();
    type('textbox', 'Holidays', '2026-10-30\nChristmas\n31 Feb 2026');
    await save();
    const field = screen.getByRole('textbox', { name: 'Holidays' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(
      /Line 2: 'Christmas' is not a date\. .*Line 3: '31 Feb 2026' is not a date\./,
    );
    await waitFor(() => expect(field).toHaveFocus());
    expect(screen.getByText('One field needs another look.')).toBeInTheDocument();
    expect(worker.acts()).toEqual([]);
    type('textbox', 'Holidays', '2026-10-30');
    expect(field).not.toBeInvalid();
  });
});

describe('what another tab has stored', () => {
  const renewed = { ...EXAMPLE_LINE, committedQuantity: 555 };
  const quantity = () => screen.getByRole('spinbutton', { name: 'Committed quantity' });

  test('is shown in the editor while nothing is typed over it', async () => {
    const { workspace } = drawContract();
    workspace
      .getState()
      .setView({ ...EXAMPLE_WORKSPACE, contractLines: [renewed], holidays: [dayFromCalendar(2026, 12, 25)] });
    await waitFor(() => expect(quantity()).toHaveValue(555));
    expect(screen.getByRole('textbox', { name: 'Holidays' })).toHaveValue('25 Dec 2026');
    workspace.getState().setView({ ...EXAMPLE_WORKSPACE, contractLines: [] });
    await waitFor(() => expect(quantity()).toHaveValue(null));
  });

  test('leaves what has been typed', async () => {
    const { workspace } = drawContract();
    type('spinbutton', 'Committed quantity', '900');
    type('textbox', 'Holidays', '2026-10-30');
    workspace
      .getState()
      .setView({ ...EXAMPLE_WORKSPACE, contractLines: [renewed], holidays: [dayFromCalendar(2026, 12, 25)] });
    expect(quantity()).toHaveValue(900);
    expect(screen.getByRole('textbox', { name: 'Holidays' })).toHaveValue('2026-10-30');
  });

  test('a new line gets an id of its own, whatever lines there are', async () => {
    const { worker } = drawContract();
    const ids: string[] = [];
    for (const [name, seats] of [
      ['Approver', '5'],
      ['Requester', '6'],
    ] as const) {
      await userEvent.click(screen.getByRole('button', { name: 'Add a line' }));
      type('combobox', 'Licence type', name);
      type('spinbutton', 'Committed quantity', seats);
      await save();
      await waitFor(() => expect(worker.acts()).toHaveLength(ids.length + 1), { timeout: 10_000 });
      const saved = worker.acts().at(-1) as Extract<Action, { act: 'saveContractLine' }>;
      ids.push(saved.line.id);
      await screen.findByText('The contract line is saved.');
    }
    expect(ids).toEqual(['line-new-1', 'line-new-2']);
  });
});

describe('the licence type of a new line', () => {
  const licenceType = (): HTMLElement => screen.getByRole('combobox', { name: 'Licence type' });
  const listOf = (...names: readonly string[]): WorkspaceView => ({
    ...EMPTY,
    current: { ...RECEIPT, licenceTypes: names.map((name) => ({ name, seats: 5 })) },
  });

  test('is the one of the list that no line has yet', () => {
    drawContract(listOf('ITSM Fulfiller'));
    expect(licenceType()).toHaveValue('ITSM Fulfiller');
  });

  test('is left to the user where several wait for a line', () => {
    drawContract(listOf('ITSM Fulfiller', 'Approver'));
    expect(licenceType()).toHaveValue('');
  });

  test('is taken from a list that is loaded later, but never over what was typed', () => {
    const { workspace } = drawContract({ ...EMPTY, current: undefined });
    const load = (name: string, snapshot: string): void => {
      const view = listOf(name);
      act(() =>
        workspace.setState({ view: { ...view, current: { ...RECEIPT, ...view.current, snapshot } } }),
      );
    };
    load('Agent', 'first');
    expect(licenceType()).toHaveValue('Agent');
    type('combobox', 'Licence type', 'Full agent');
    load('Approver', 'second');
    expect(licenceType()).toHaveValue('Full agent');
  });
});
