// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { CASE_STATES } from '../../../src/core/reclaim/caseState.ts';
import { caseRow, GRACE_END } from '../../support/exampleCases.ts';
import { WORKING_DAY } from '../../support/exampleWorkspace.ts';
import { fillJsdomGaps } from '../../support/jsdomGaps.ts';
import { CASES, drawReclaim, workspaceOf, type DrawReclaim } from './exampleReclaim.tsx';

vi.setConfig({ testTimeout: 20_000 });
beforeAll(fillJsdomGaps);
afterEach(cleanup);

const cell = (table: HTMLElement, column: string): string => {
  const headers = within(table)
    .getAllByRole('columnheader')
    .map((header) => header.textContent);
  const row = within(table).getAllByRole('row')[1];
  return row?.children[headers.indexOf(column)]?.textContent ?? '';
};

async function openCases(options?: DrawReclaim) {
  const user = userEvent.setup({ delay: null });
  const drawn = drawReclaim(options);
  await user.click(screen.getByRole('tab', { name: 'Cases' }));
  const table = await screen.findByRole('table', { name: 'Cases' });
  await waitFor(() => expect(within(table).getAllByRole('rowheader').length).toBeGreaterThan(0));
  return { user, table, ...drawn };
}

async function openCase(number: number, options?: DrawReclaim) {
  const drawn = await openCases(options);
  await drawn.user.click(screen.getByRole('button', { name: `Open case ${number}` }));
  const dialog = await screen.findByRole('dialog', { name: `Case ${number}` });
  await within(dialog).findByRole('list', { name: 'Timeline' });
  return { ...drawn, dialog };
}

describe('what is due', () => {
  test('lists due steps with their counts and applies them by a click only [RECLAIM-28]', async () => {
    const user = userEvent.setup({ delay: null });
    const { worker } = drawReclaim({
      view: {
        due: [
          { kind: 'noticeToSend', cases: [1, 2], dueOn: undefined, applicable: false },
          { kind: 'graceEnded', cases: [3], dueOn: dayFromCalendar(2026, 9, 9), applicable: true },
        ],
      },
    });
    const list = screen.getByRole('list', { name: 'Due now' });
    expect(within(list).getByRole('button', { name: '2 Notices to send' })).toBeVisible();
    expect(within(list).getByRole('button', { name: '1 Grace ended' })).toBeVisible();
    expect(list).toHaveTextContent('Due since 9 Sep 2026');
    expect(worker.acts()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Apply due steps' }));
    expect(worker.acts()).toEqual([{ act: 'applyDueSteps' }]);
    expect(await screen.findByText('Recorded for 1 case.')).toBeVisible();
  });

  test('the next job of a person is due too, and is not applied by itself', () => {
    const at = { dueOn: undefined, applicable: false } as const;
    drawReclaim({
      view: {
        due: [
          { kind: 'seatsToFreeze', cases: [1], ...at },
          { kind: 'seatsToDeactivate', cases: [2, 3], ...at },
          { kind: 'toClose', cases: [4], ...at },
        ],
      },
    });
    for (const name of ['1 Seats to freeze', '2 Seats to deactivate', '1 Deactivated, waiting to be closed'])
      expect(screen.getByRole('button', { name })).toBeVisible();
    expect(screen.queryByText(/Nothing is due today/)).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Apply due steps' })).toBeDisabled();
  });

  test('a due count opens its cases', async () => {
    const user = userEvent.setup({ delay: null });
    drawReclaim({
      view: { due: [{ kind: 'answerOverdue', cases: [3], dueOn: WORKING_DAY, applicable: false }] },
    });
    await user.click(screen.getByRole('button', { name: '1 Answers overdue: decide' }));
    const table = await screen.findByRole('table', { name: 'Cases' });
    await waitFor(() => expect(within(table).getAllByRole('rowheader')).toHaveLength(1));
    expect(within(table).getByRole('rowheader')).toHaveTextContent('Zora Neale');
  });

  test('says what to do when no case is open', () => {
    drawReclaim({ cases: [caseRow(1, { state: 'Closed Complete', proof: 'verified' })] });
    expect(
      screen.getByText('No open cases. Load a new export to prove what has been freed, or go to the brief.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Apply due steps' })).toBeDisabled();
  });

  test('without any case it leads to Review', async () => {
    const { went } = drawReclaim({ cases: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Go to Review' }));
    expect(went).toEqual(['review']);
  });

  test('reclaimed seats stand by evidence class, never as one number [RECLAIM-31]', async () => {
    drawReclaim({
      cases: [
        caseRow(1, { state: 'Closed Complete', proof: 'attested' }),
        caseRow(2, { state: 'Closed Complete', proof: 'verified' }),
        caseRow(3, { state: 'Closed Complete', proof: 'verified' }),
        caseRow(4, { state: 'Closed Complete', proof: 'attested', dryRun: true }),
      ],
    });
    expect(await screen.findByText('2', { selector: '.number-middle' })).toBeVisible();
    expect(
      screen.getByText('1 seat is recorded as reclaimed but not yet proven by an export.'),
    ).toBeVisible();
  });
});

describe('the table of cases', () => {
  test('the eight states add up to the cases, a dry run to a row of its own [RECLAIM-01, RECLAIM-29]', async () => {
    await openCases();
    const counts = screen.getByRole('table', { name: 'Cases by state' });
    const headers = within(counts)
      .getAllByRole('columnheader')
      .map((header) => header.textContent);
    expect(headers).toEqual(['Kind', ...CASE_STATES, 'Total']);
    const rows = within(counts)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((child) => child.textContent));
    expect(rows).toEqual([
      ['Cases', '0', '2', '1', '0', '0', '1', '0', '0', '4'],
      ['DRY RUN', '0', '1', '0', '0', '0', '0', '0', '0', '1'],
    ]);
  });

  test('a row says what the case waits for and for how long', async () => {
    const { user, table } = await openCases();
    await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Awaiting User');
    await waitFor(() => expect(within(table).getAllByRole('rowheader')).toHaveLength(1));
    expect(cell(table, 'Name')).toBe('Zora Neale');
    expect(cell(table, 'Detail')).toBe('answer by 10 Sep 2026');
    expect(cell(table, 'In state')).toBe('12 days');
    expect(table).toHaveAttribute('aria-rowcount', '2');
  });

  test('a dry-run case is marked in its row', async () => {
    const { table } = await openCases();
    const row = within(table).getByText('Goran Petrović').closest('tr');
    expect(row).toHaveTextContent('DRY RUN');
  });

  test('says how to widen when nothing fits', async () => {
    const { user, table } = await openCases();
    await user.type(screen.getByRole('searchbox', { name: 'Find a case' }), 'nobody');
    expect(await within(table).findByText(/No case fits/)).toBeVisible();
  });

  test('explains Closed Skipped apart from Closed Canceled [RECLAIM-07]', async () => {
    await openCases();
    expect(screen.getByText(/Your platform’s own workflow may use “skipped”/)).toBeVisible();
    expect(screen.getByText(/Not reclaimed because work was seen/)).toBeVisible();
  });

  test('J and K move, D opens the decision of the row, Enter its case', async () => {
    const { user, table } = await openCases({
      details: { 3: { steps: [{ step: 'recordDecision', refusal: undefined }] } },
    });
    await user.keyboard('jj');
    expect(within(table).getByText('Zora Neale').closest('tr')).toHaveFocus();
    await user.keyboard('k{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('jd');
    expect(await screen.findByRole('dialog', { name: 'Record decision' })).toBeVisible();
  });

  test('every table can be exported', async () => {
    const { user, downloads } = await openCases();
    await user.click(screen.getByRole('button', { name: 'Export table' }));
    await waitFor(() => expect(downloads).toEqual(['cases.csv']));
  });

  test('selected dry-run cases become live after a question', async () => {
    const { user, worker } = await openCases();
    expect(screen.queryByRole('button', { name: 'Convert to live' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Select case 4' }));
    await user.click(screen.getByRole('button', { name: 'Convert to live' }));
    await user.click(screen.getByRole('button', { name: 'Convert' }));
    expect(worker.acts()).toEqual([{ act: 'caseStep', cases: [4], step: { step: 'convertToLive' } }]);
    expect(
      await screen.findByText(/The dry-run case ended\. No live case started: not a candidate any more\./),
    ).toBeVisible();
  });

  test('converting from the case asks first and leads to the live case', async () => {
    const after = workspaceOf([...CASES, caseRow(6, { name: 'Goran Petrović' })]);
    const { user, dialog, worker } = await openCase(4, {
      details: { 4: { steps: [{ step: 'convertToLive', refusal: undefined }] } },
      answers: { act: () => ({ view: after, done: 1, refused: [], opened: [6] }) },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Convert to live' }));
    expect(worker.acts()).toEqual([]);
    const asked = screen.getByRole('dialog', { name: 'Convert to live' });
    expect(asked).toHaveTextContent(
      'The dry-run case ends; a live case starts at Ready if the seat is still a candidate.',
    );
    await user.click(within(asked).getByRole('button', { name: 'Convert' }));
    expect(await within(dialog).findByText(/Live case 6 started at Ready\./)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Go to case 6' }));
    expect(await screen.findByRole('dialog', { name: 'Case 6' })).toBeVisible();
  });
});

describe('Reclaim', () => {
  test('records the notice of each selected Ready case as it was sent', async () => {
    const { user, worker } = await openCases();
    const reclaim = screen.getByRole('button', { name: 'Reclaim' });
    expect(reclaim).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'Select case 1' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select case 2' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select case 3' }));
    expect(screen.getByText('3 selected, 2 of them Ready.')).toBeVisible();
    await user.click(reclaim);
    const dialog = await screen.findByRole('dialog', { name: 'Reclaim' });
    const text = await within(dialog).findByRole('textbox', { name: 'Text' });
    await user.clear(text);
    await user.type(text, 'Hello');
    await user.click(within(dialog).getByRole('button', { name: 'Next notice' }));
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Channel' }), 'Letter');
    const sentOn = within(dialog).getByRole('textbox', { name: 'Sent on' });
    await user.clear(sentOn);
    await user.type(sentOn, '11 Sep 2026');
    await user.click(within(dialog).getByRole('button', { name: 'Save notice' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const on = dayFromCalendar(2026, 9, 11);
    const step = (recipient: string, letter: string) => ({
      step: 'reclaim',
      notice: { recipient, text: letter, channel: 'letter', on },
      waiver: undefined,
    });
    expect(worker.acts()).toEqual([
      { act: 'caseStep', cases: [1], step: step('person1@larkfield.example', 'Hello') },
      {
        act: 'caseStep',
        cases: [2],
        step: step('person2@larkfield.example', 'Dear person 2, your seat shows no use.'),
      },
    ]);
  });

  test('a notice is waived only with a reason', async () => {
    const { user, worker } = await openCases();
    await user.click(screen.getByRole('checkbox', { name: 'Select case 1' }));
    await user.click(screen.getByRole('button', { name: 'Reclaim' }));
    const dialog = await screen.findByRole('dialog', { name: 'Reclaim' });
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Waive the notice' }));
    const save = within(dialog).getByRole('button', { name: 'Save waiver' });
    expect(save).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason for the waiver' }), 'Left in May');
    await user.click(save);
    await waitFor(() => expect(worker.acts()).toHaveLength(1));
    expect(worker.acts()[0]).toEqual({
      act: 'caseStep',
      cases: [1],
      step: { step: 'reclaim', notice: undefined, waiver: 'Left in May' },
    });
  });

  test('the notice of a dry-run case is simulated and not to be sent', async () => {
    const { user } = await openCases();
    await user.click(screen.getByRole('checkbox', { name: 'Select case 4' }));
    await user.click(screen.getByRole('button', { name: 'Reclaim' }));
    expect(
      await screen.findByText('DRY RUN: the notice of the dry run is simulated. Send nothing.'),
    ).toBeVisible();
  });

  test('an impossible day is refused in words before anything is recorded', async () => {
    const { user } = await openCases();
    await user.click(screen.getByRole('checkbox', { name: 'Select case 1' }));
    await user.click(screen.getByRole('button', { name: 'Reclaim' }));
    const sentOn = await screen.findByRole('textbox', { name: 'Sent on' });
    await user.clear(sentOn);
    await user.type(sentOn, '31 Feb 2026');
    expect(sentOn).toHaveAccessibleDescription('Type the day like 2026-06-30 or 30 Jun 2026.');
    expect(screen.getByRole('button', { name: 'Save notice' })).toBeDisabled();
  });

  test('what was not done is named with its reason', async () => {
    const { user } = await openCases({
      answers: {
        act: () => ({
          view: workspaceOf(CASES),
          done: 0,
          refused: [{ subject: 'Case 1', reason: 'This case is closed.' }],
        }),
      },
    });
    await user.click(screen.getByRole('checkbox', { name: 'Select case 1' }));
    await user.click(screen.getByRole('button', { name: 'Reclaim' }));
    await user.click(await screen.findByRole('button', { name: 'Save notice' }));
    const refused = await screen.findByRole('list', { name: 'Not done' });
    expect(refused).toHaveTextContent('Case 1 This case is closed.');
  });
});

describe('one case', () => {
  test('shows its six stages and where it stands', async () => {
    const { dialog } = await openCase(3, { details: { 3: { stage: 2 } } });
    const stages = within(within(dialog).getByRole('list', { name: 'Stages' })).getAllByRole('listitem');
    expect(stages.map((stage) => stage.textContent.replace(/, (done|not reached)$/, ''))).toEqual([
      'Scan',
      'Route',
      'Decide',
      'Freeze and grace',
      'Deactivate and transfer',
      'Savings event',
    ]);
    expect(stages[2]).toHaveAttribute('aria-current', 'step');
  });

  test('offers the steps of the worker and says beside a button why it cannot be pressed', async () => {
    const { dialog } = await openCase(3, {
      details: {
        3: {
          steps: [
            { step: 'applyDue', refusal: 'Nothing is due on this case before 11 Sep 2026.' },
            { step: 'recordDecision', refusal: undefined },
          ],
        },
      },
    });
    const due = within(dialog).getByRole('button', { name: 'Apply due step' });
    expect(due).toBeDisabled();
    expect(due).toHaveAccessibleDescription('Nothing is due on this case before 11 Sep 2026.');
    expect(within(dialog).getByRole('button', { name: 'Record decision' })).toBeEnabled();
  });

  test('a manager who keeps a seat gives a reason and the end of the exception [RECLAIM-15]', async () => {
    const { user, dialog, worker } = await openCase(3, {
      details: { 3: { steps: [{ step: 'recordDecision', refusal: undefined }] } },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Record decision' }));
    const decision = await screen.findByRole('dialog', { name: 'Record decision' });
    const save = within(decision).getByRole('button', { name: 'Save decision' });
    await user.click(within(decision).getByRole('radio', { name: 'The manager' }));
    await user.click(
      within(within(decision).getByRole('radiogroup', { name: 'Decision' })).getByRole('radio', {
        name: 'Keep',
      }),
    );
    expect(save).toBeDisabled();
    await user.type(within(decision).getByRole('textbox', { name: 'Reason' }), 'Audit in October');
    expect(save).toBeDisabled();
    await user.type(within(decision).getByRole('textbox', { name: 'Ends on' }), '2026-11-30');
    await user.selectOptions(within(decision).getByRole('combobox', { name: 'Channel' }), 'Ticket');
    await user.type(within(decision).getByRole('textbox', { name: 'Reference' }), 'CHG-4711');
    await user.click(save);
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Record decision' })).toBeNull());
    expect(worker.acts()).toEqual([
      {
        act: 'caseStep',
        cases: [3],
        step: {
          step: 'recordDecision',
          decision: 'keep',
          by: 'manager',
          channel: 'ticket',
          reference: 'CHG-4711',
          reason: 'Audit in October',
          lighterLicenceType: undefined,
          exceptionUntil: dayFromCalendar(2026, 11, 30),
          fallbackControl: '',
        },
      },
    ]);
  });

  test('an objection of the user cannot be saved without a reason [RECLAIM-12]', async () => {
    const { user, dialog } = await openCase(3, {
      details: { 3: { steps: [{ step: 'recordDecision', refusal: undefined }] } },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Record decision' }));
    const decision = await screen.findByRole('dialog', { name: 'Record decision' });
    await user.click(within(decision).getByRole('radio', { name: 'Keep' }));
    expect(within(decision).getByRole('button', { name: 'Save decision' })).toBeDisabled();
    await user.click(within(decision).getByRole('button', { name: 'Covers for someone' }));
    expect(within(decision).getByRole('textbox', { name: 'Reason' })).toHaveValue('Covers for someone');
    expect(within(decision).getByRole('button', { name: 'Save decision' })).toBeEnabled();
    expect(within(decision).getByRole('radio', { name: 'Downgrade' })).toBeDisabled();
  });

  test('deactivation waits for the end of grace, or needs an override with a reason [RECLAIM-24]', async () => {
    const { user, dialog, worker } = await openCase(3, {
      details: {
        3: {
          state: 'Awaiting Revocation',
          subStep: 'frozen',
          graceEnds: GRACE_END,
          steps: [
            {
              step: 'recordDeactivation',
              refusal: 'Cannot record the deactivation: grace ends 29 September.',
            },
          ],
        },
      },
    });
    const deactivate = within(dialog).getByRole('button', { name: 'Record deactivation' });
    expect(deactivate).toBeDisabled();
    expect(deactivate).toHaveAccessibleDescription(
      'Cannot record the deactivation: grace ends 29 September.',
    );
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Reason to override the grace' }),
      'Left the company',
    );
    await user.click(deactivate);
    expect(worker.acts()).toEqual([
      {
        act: 'caseStep',
        cases: [3],
        step: { step: 'recordDeactivation', on: WORKING_DAY, overrideReason: 'Left the company' },
      },
    ]);
  });

  test('unfreezing is one click, and the restore card says what to put back [RECLAIM-25]', async () => {
    const { user, dialog, worker } = await openCase(3, {
      details: {
        3: {
          state: 'Awaiting Revocation',
          subStep: 'frozen',
          graceEnds: GRACE_END,
          restoreCard: [
            { label: 'Licence type', value: 'Fulfiller' },
            { label: 'Role', value: 'itil' },
          ],
          steps: [
            { step: 'unfreeze', refusal: undefined },
            { step: 'recordAppeal', refusal: undefined },
          ],
        },
      },
    });
    const card = within(dialog).getByRole('region', { name: 'Restore card' });
    expect(card).toHaveTextContent('Licence typeFulfillerRoleitil');
    await user.click(within(dialog).getByRole('button', { name: 'Unfreeze' }));
    expect(worker.acts()).toEqual([{ act: 'caseStep', cases: [3], step: { step: 'unfreeze' } }]);
  });

  test('taking a step back needs a reason and erases nothing', async () => {
    const { user, dialog, worker } = await openCase(3, {
      details: { 3: { steps: [{ step: 'undo', refusal: undefined }] } },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Undo last step' }));
    const undo = await screen.findByRole('dialog', { name: 'Undo last step' });
    expect(undo).toHaveTextContent('A reversing entry is added to the ledger. Nothing is erased.');
    expect(within(undo).getByRole('button', { name: 'Undo step' })).toBeDisabled();
    await user.type(within(undo).getByRole('textbox', { name: 'Reason' }), 'Wrong seat');
    await user.click(within(undo).getByRole('button', { name: 'Undo step' }));
    expect(worker.acts()).toEqual([
      { act: 'caseStep', cases: [3], step: { step: 'undo', reason: 'Wrong seat' } },
    ]);
  });

  test('a refusal of the worker stays beside what was typed', async () => {
    const { user, dialog } = await openCase(3, {
      details: { 3: { steps: [{ step: 'withdraw', refusal: undefined }] } },
      answers: { act: () => ({ failure: { kind: 'refused', reason: 'Case 3 is closed.' } }) },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    const withdraw = await screen.findByRole('dialog', { name: 'Withdraw' });
    await user.type(within(withdraw).getByRole('textbox', { name: 'Reason' }), 'Needed after all');
    await user.click(within(withdraw).getByRole('button', { name: 'Withdraw case' }));
    expect(await within(withdraw).findByText('Case 3 is closed.')).toBeVisible();
    expect(within(withdraw).getByRole('textbox', { name: 'Reason' })).toHaveValue('Needed after all');
  });

  test('a dry-run case says that its steps are simulated', async () => {
    const { dialog } = await openCase(4);
    expect(dialog).toHaveTextContent('DRY RUN');
    expect(dialog).toHaveTextContent('its steps are simulated and it is in no total');
  });

  test('the timeline tells who did what and when, newest first', async () => {
    const entry = (sequence: number, what: string) => ({
      sequence,
      at: `2026-09-0${sequence}T10:00:00+01:00`,
      actor: 'Sample user',
      what,
      reason: undefined,
    });
    const { dialog } = await openCase(3, {
      details: { 3: { timeline: [entry(7, 'Case created'), entry(8, 'Notice recorded')] } },
    });
    const lines = within(within(dialog).getByRole('list', { name: 'Timeline' })).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      'Notice recorded8 Sep 2026 10:00 · Sample user · entry 8',
      'Case created7 Sep 2026 10:00 · Sample user · entry 7',
    ]);
  });
});
