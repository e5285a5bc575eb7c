// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Shell } from '../../../src/ui/shell/Shell.tsx';
import { useWorkspace } from '../../../src/ui/shared/appContext.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import type { Answers } from '../../support/exampleWorkspace.ts';
import { EXAMPLE_WORKSPACE, frozen, statesOf } from '../../support/exampleWorkspace.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { drawScreen, type DrawnScreen } from '../../support/drawScreen.tsx';

beforeAll(supportDialogs);
afterEach(cleanup);

function Framed({ step }: { readonly step: 'define' | 'start' }) {
  const view = useWorkspace((state) => state.view);
  return (
    <Shell current={step} view={view}>
      <h1 tabIndex={-1}>Define</h1>
    </Shell>
  );
}

const drawShell = (view: WorkspaceView = EXAMPLE_WORKSPACE, answers: Answers = {}): DrawnScreen =>
  drawScreen(<Framed step="define" />, { view, answers });

const LEDGER_ROWS = [
  {
    sequence: 412,
    at: '2026-07-01T09:30:00+01:00',
    actor: 'Ada',
    kind: 'policyFrozen',
    subject: 'policy:1',
    about: 'Definition 1',
    what: 'Definition 1 frozen',
    reason: '',
    hash: '81c2'.padEnd(64, '0'),
  },
];

describe('the frame', () => {
  test('a page that a newer Fallow has overtaken says so and offers nothing but to be reloaded', () => {
    const { workspace } = drawShell();
    const note = screen.getByRole('status', { name: 'Other tabs' });
    act(() => workspace.getState().loseClient('newerVersion'));
    expect(note).toHaveTextContent(
      'A newer Fallow has opened this client in another tab. Nothing more can be recorded here, and nothing was lost. Reload this page to go on.',
    );
    expect(within(note).getAllByRole('button')).toHaveLength(1);
    expect(within(note).getByRole('button', { name: 'Reload this page' })).toBeEnabled();
  });

  test('seven steps by exact names in three groups; the open one is marked [APP-14]', () => {
    drawShell();
    const links = within(screen.getByRole('navigation', { name: 'Steps' })).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Start',
      'Load',
      'Contract',
      'Define',
      'Review',
      'Reclaim',
      'Position & brief',
    ]);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      ['start', 'load', 'contract', 'define', 'review', 'reclaim', 'position'].map((step) => `#/${step}`),
    );
    expect(links.filter((link) => link.getAttribute('aria-current') === 'step')).toEqual([links[3]]);
    expect(screen.getAllByRole('list').map((list) => list.getAttribute('aria-labelledby') !== null)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('ticks, counts and warnings are descriptions of the links [APP-14]', () => {
    drawShell({
      ...EXAMPLE_WORKSPACE,
      cases: statesOf({ Ready: 20, 'Closed Complete': 4 }),
      due: [{ kind: 'noticeToSend', cases: [1, 2, 3], dueOn: undefined, applicable: false }],
    });
    expect(screen.getByRole('link', { name: 'Contract' })).toHaveAccessibleDescription('done');
    expect(screen.getByRole('link', { name: 'Reclaim' })).toHaveAccessibleDescription('3 cases are due');
    expect(screen.getByRole('link', { name: 'Position & brief' })).toHaveAccessibleDescription('');
  });

  test('what is due in a dry run alone is counted calmly', () => {
    drawShell({
      ...EXAMPLE_WORKSPACE,
      cases: statesOf({ 'Closed Complete': 4 }),
      dryRunCases: statesOf({ Ready: 458 }),
      due: [{ kind: 'noticeToSend', cases: [1, 2, 3], dueOn: undefined, applicable: false }],
    });
    expect(screen.getByRole('link', { name: 'Reclaim' })).toHaveAccessibleDescription(
      '3 cases of a dry run; nobody is asked',
    );
    expect(screen.queryByText('3 due')).toBeNull();
  });

  test('the status strip always shows the client, the term, the definition and that there is no network [APP-04]', () => {
    drawShell();
    const status = screen.getByRole('region', { name: 'Workspace status' });
    expect(status).toHaveTextContent('Client Larkfield Group');
    expect(status).toHaveTextContent('Contract Tern Desk, to 31 Dec 2026');
    expect(status).toHaveTextContent('Data as of not loaded');
    expect(status).toHaveTextContent('Definition 1');
    expect(status).toHaveTextContent('DRY RUN');
    expect(status).toHaveTextContent('Network: none');
  });

  test('a changed draft and a live definition are told apart', () => {
    const version = frozen(1, { dryRun: false });
    drawShell({
      ...EXAMPLE_WORKSPACE,
      policies: [version],
      draftPolicy: { ...version.policy, lookBack: 200 },
    });
    const status = screen.getByRole('region', { name: 'Workspace status' });
    expect(status).toHaveTextContent('Definition draft of 2');
    expect(status).not.toHaveTextContent('DRY RUN');
  });

  test('a broken ledger is said on every screen and stays', () => {
    drawShell({
      ...EXAMPLE_WORKSPACE,
      ledger: { ...EXAMPLE_WORKSPACE.ledger, check: { outcome: 'broken', sequence: 388, what: 'altered' } },
    });
    expect(screen.getByRole('alert')).toHaveTextContent('Entry 388 was altered after it was written.');
  });

  test('the skip link leads to the content [APP-13]', async () => {
    drawShell();
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });
});

describe('the ledger', () => {
  const answers: Answers = {
    ledgerPage: () => ({ total: 120, rows: LEDGER_ROWS }),
    verifyLedger: () => ({ outcome: 'intact', entries: 412 }),
    exportLedger: () => ({ fileName: 'ledger.ndjson', text: '{}', view: EXAMPLE_WORKSPACE }),
  };

  test('is filtered by kind, from the first entry on [RECLAIM-35]', async () => {
    const { worker } = drawShell(EXAMPLE_WORKSPACE, answers);
    await userEvent.click(screen.getByRole('button', { name: 'Ledger' }));
    const dialog = screen.getByRole('dialog', { name: 'Ledger' });
    await within(dialog).findByText('Definition 1 frozen');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Next entries' }));
    const kind = within(dialog).getByRole('combobox', { name: 'Kind of entry' });
    await userEvent.selectOptions(kind, 'Case moved');
    await waitFor(() =>
      expect(worker.calls.filter(({ call }) => call === 'ledgerPage').at(-1)?.ask).toEqual({
        search: '',
        kind: 'caseMoved',
        from: 0,
        count: 50,
      }),
    );
  });

  test('shows entries, finds, pages and checks them', async () => {
    const { worker } = drawShell(EXAMPLE_WORKSPACE, answers);
    await userEvent.click(screen.getByRole('button', { name: 'Ledger' }));
    const dialog = screen.getByRole('dialog', { name: 'Ledger' });
    expect(await within(dialog).findByText('Definition 1 frozen')).toBeInTheDocument();
    expect(within(dialog).getByRole('table', { name: 'Ledger entries' })).toHaveAttribute(
      'aria-rowcount',
      '121',
    );
    expect(within(dialog).getByRole('cell', { name: 'Definition 1' })).toBeInTheDocument();
    expect(within(dialog).queryByText('policy:1')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Next entries' }));
    fireEvent.change(within(dialog).getByRole('searchbox', { name: 'Find in the ledger' }), {
      target: { value: 'Ada' },
    });
    await waitFor(() =>
      expect(worker.calls.filter(({ call }) => call === 'ledgerPage').map(({ ask }) => ask)).toEqual([
        { search: '', kind: undefined, from: 0, count: 50 },
        { search: '', kind: undefined, from: 50, count: 50 },
        { search: 'Ada', kind: undefined, from: 0, count: 50 },
      ]),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Verify ledger' }));
    await waitFor(() =>
      expect(within(dialog).getByRole('status', { name: 'Ledger check' })).toHaveTextContent(
        '412 entries checked. The chain is unbroken.',
      ),
    );
  });

  test('an export with names is asked for first, and can be cancelled', async () => {
    const { downloads, worker } = drawShell(EXAMPLE_WORKSPACE, answers);
    await userEvent.click(screen.getByRole('button', { name: 'Ledger' }));
    await userEvent.click(screen.getByRole('button', { name: 'Export ledger' }));
    await userEvent.click(
      within(screen.getByRole('dialog', { name: 'This file contains names' })).getByRole('button', {
        name: 'Cancel',
      }),
    );
    expect(worker.calls.some(({ call }) => call === 'exportLedger')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Export ledger' }));
    await userEvent.click(screen.getByRole('button', { name: 'Export with names' }));
    await waitFor(() => expect(downloads.map(({ fileName }) => fileName)).toEqual(['ledger.ndjson']));
  });

  test('shows an act that was recorded while it is open', async () => {
    const { worker, workspace } = drawShell(EXAMPLE_WORKSPACE, answers);
    await userEvent.click(screen.getByRole('button', { name: 'Ledger' }));
    await within(screen.getByRole('dialog', { name: 'Ledger' })).findByText('Definition 1 frozen');
    const asked = (): number => worker.calls.filter(({ call }) => call === 'ledgerPage').length;
    const before = asked();
    const { ledger } = EXAMPLE_WORKSPACE;
    act(() =>
      workspace
        .getState()
        .setView({ ...EXAMPLE_WORKSPACE, ledger: { ...ledger, length: ledger.length + 1 } }),
    );
    await waitFor(() => expect(asked()).toBe(before + 1));
  });
});

describe('acts of the whole page', () => {
  test('undo wants a reason and says why it was refused [APP-17]', async () => {
    const { worker } = drawShell(EXAMPLE_WORKSPACE, {
      act: () => ({
        view: EXAMPLE_WORKSPACE,
        done: 0,
        refused: [{ subject: 'policy:1', reason: 'A frozen definition stays.' }],
      }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    const dialog = screen.getByRole('dialog', { name: 'Undo the last act' });
    expect(within(dialog).getByRole('button', { name: 'Undo it' })).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'typed twice');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Undo it' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('A frozen definition stays.');
    expect(worker.acts()).toEqual([{ act: 'undoLast', reason: 'typed twice' }]);
  });

  test('undo names what it would take back, and is held when the last act stands [APP-17]', async () => {
    const { workspace } = drawShell();
    const show = (undo: WorkspaceView['undo']) =>
      act(() => workspace.setState({ view: { ...EXAMPLE_WORKSPACE, undo } }));
    show({ what: 'Case 4: Awaiting User → Awaiting Approval' });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    const dialog = screen.getByRole('dialog', { name: 'Undo the last act' });
    expect(dialog).toHaveTextContent('Takes back: Case 4: Awaiting User → Awaiting Approval');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'typed twice');
    expect(within(dialog).getByRole('button', { name: 'Undo it' })).toBeEnabled();
    show({ refusal: 'The last act stands and cannot be taken back: Definition frozen as version 1.' });
    expect(dialog).toHaveTextContent('Definition frozen as version 1.');
    expect(within(dialog).getByRole('button', { name: 'Undo it' })).toBeDisabled();
  });

  test('the name is asked once before the first recorded act, and not again', async () => {
    const { workspace, worker } = drawScreen(<Framed step="define" />, {
      prepare: (store) => store.setState({ actor: undefined }),
      answers: { act: () => ({ view: EXAMPLE_WORKSPACE, done: 1, refused: [] }) },
    });
    const first = workspace.getState().act({ act: 'undoLast', reason: 'x' });
    const dialog = await screen.findByRole('dialog', { name: 'Your name' });
    expect(within(dialog).getByRole('button', { name: 'Continue' })).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Your name' }), 'Ada Lovelace');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Continue' }));
    await act(async () => void (await first));
    await act(async () => void (await workspace.getState().act({ act: 'undoLast', reason: 'y' })));
    expect(screen.queryByRole('dialog')).toBeNull();
    const actors = worker.calls
      .filter(({ call }) => call === 'act')
      .map(({ ask }) => (ask as { stamp: { actor: string } }).stamp.actor);
    expect(actors).toEqual(['Ada Lovelace', 'Ada Lovelace']);
  });

  test('without a name nothing is recorded', async () => {
    const { workspace, worker } = drawScreen(<Framed step="define" />, {
      prepare: (store) => store.setState({ actor: undefined }),
    });
    const attempt = workspace.getState().act({ act: 'undoLast', reason: 'x' });
    fireEvent.keyDown(await screen.findByRole('dialog', { name: 'Your name' }), { key: 'Escape' });
    await act(async () => expect(await attempt).toEqual({ ok: false, failure: { kind: 'cancelled' } }));
    expect(worker.acts()).toEqual([]);
    expect(screen.getByRole('status', { name: 'Not recorded' })).toHaveTextContent(
      'Not recorded: no name was given.',
    );
    const again = workspace.getState().act({ act: 'undoLast', reason: 'x' });
    await waitFor(() => expect(screen.getByRole('status', { name: 'Not recorded' })).toBeEmptyDOMElement());
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await act(async () => expect(await again).toEqual({ ok: false, failure: { kind: 'cancelled' } }));
  });

  test('the name typed last is proposed for the next client', async () => {
    const { workspace } = drawScreen(<Framed step="define" />, {
      prepare: (store) => store.setState({ actor: undefined, lastTypedName: 'Ada Lovelace' }),
      answers: { act: () => ({ view: EXAMPLE_WORKSPACE, done: 1, refused: [] }) },
    });
    const attempt = workspace.getState().act({ act: 'undoLast', reason: 'x' });
    expect(await screen.findByRole('textbox', { name: 'Your name' })).toHaveValue('Ada Lovelace');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await act(async () => expect(await attempt).toMatchObject({ ok: true }));
  });

  test('a question mark opens Help, and Help can switch single-letter keys off', async () => {
    drawShell();
    await userEvent.keyboard('?');
    const help = screen.getByRole('dialog', { name: 'Help' });
    await userEvent.click(within(help).getByRole('switch', { name: 'Single-letter keys' }));
    fireEvent.keyDown(help, { key: 'Escape' });
    await userEvent.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
