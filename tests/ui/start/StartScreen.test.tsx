// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { StartScreen } from '../../../src/ui/start/StartScreen.tsx';
import type { Failure } from '../../../src/worker/protocol.ts';
import type { ClientSummary, WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { drawScreen, type DrawnScreen } from '../../support/drawScreen.tsx';
import {
  countsOf,
  EXAMPLE_WORKSPACE,
  frozen,
  statesOf,
  WORKING_DAY,
  type Answers,
} from '../../support/exampleWorkspace.ts';

// Queries by role walk through hundreds of time zones; a busy machine needs longer than the default for that.
vi.setConfig({ testTimeout: 30_000 });
beforeAll(supportDialogs);
afterEach(cleanup);

const NEW: WorkspaceView = { ...EXAMPLE_WORKSPACE, contractLines: [], policies: [] };
const clientOf = (id: string, name: string, rest: Partial<ClientSummary> = {}): ClientSummary => ({
  id,
  name,
  sample: false,
  stateLine: '',
  lastOpenedAt: '2026-09-11T10:00:00+01:00',
  ...rest,
});
const CLIENTS = [
  clientOf('c1', 'Nordwind', { stateLine: '48 waiting for managers, notice in 61 days' }),
  clientOf('c2', 'Larkfield Group', { sample: true }),
];

function drawStart(
  clients: readonly ClientSummary[] | Failure,
  answers: Answers = {},
  view?: WorkspaceView,
): DrawnScreen {
  return drawScreen(<StartScreen />, {
    answers,
    clients: 'kind' in clients ? fail(clients) : succeed(clients),
    prepare: (store) => store.setState({ view, actor: undefined }),
  });
}

describe('without a client', () => {
  test('says what is needed, that the data are safe, and offers the sample', async () => {
    drawStart([]);
    expect(screen.getByRole('heading', { level: 1, name: 'Start' })).toBeInTheDocument();
    expect(
      await screen.findByText(
        'Nothing here yet. You need two things: a user list exported from your tool with a last-activity column, and the seat quantity and price from your contract. No file? Open the sample and look around.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Files you open stay in this browser. This page cannot send them anywhere. Unplug the network and it still works.',
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Open the sample' })).toHaveLength(1);
  });

  test.each([
    ['at the foot', 'Open the sample'],
    ['in its card', 'Look around in the sample'],
  ])('the sample is one click away %s and leads to the next open step', async (_where, name) => {
    const { worker, opened } = drawStart([], {
      createClient: () => ({ ...EXAMPLE_WORKSPACE, policies: [], current: { snapshot: 's' } as never }),
    });
    await waitFor(() => expect(screen.getByRole('button', { name })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(opened).toEqual(['define']));
    expect(worker.calls.find(({ call }) => call === 'createClient')?.ask).toMatchObject({
      sample: true,
      stamp: { actor: 'Sample user' },
    });
  });

  test('the four steps, how many remain, and what freeing a seat does [APP-15]', () => {
    drawStart([]);
    const steps = screen.getAllByRole('listitem').map((step) => step.querySelector('strong')?.textContent);
    expect(steps).toEqual(['Define', 'Surface', 'Recover', 'Take it to the renewal']);
    expect(screen.getByText('4 steps remaining')).toBeInTheDocument();
    expect(
      screen.getByText(/Freeing a seat does not lower this term's bill\. It lowers the next commitment/),
    ).toBeInTheDocument();
  });

  test('a browser that keeps nothing says so and stays on the page', async () => {
    drawStart({ kind: 'storageBlocked' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your browser is not letting this page keep data',
    );
  });
});

test('a client that a tab with an older version holds is said to wait for that tab', async () => {
  const { workspace } = drawStart(CLIENTS);
  await screen.findByRole('list', { name: 'Recent clients' });
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => workspace.setState({ heldByTab: true }));
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Fallow is open in another tab with an older version, which holds the data of this client. Close or reload that tab: the client then opens here by itself. Nothing is lost.',
  );
  act(() => workspace.setState({ heldByTab: false }));
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('starting a client', () => {
  test('asks for name, zone and fiscal year, and goes to Load', async () => {
    const { worker, opened } = drawStart(CLIENTS, { createClient: () => NEW });
    await userEvent.click(screen.getByRole('button', { name: 'Start a client' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Client name' }), ' Harbour Ltd ');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Time zone' }), 'Europe/Berlin');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Fiscal year starts' }), 'April');
    await userEvent.click(screen.getByRole('button', { name: 'Create client' }));
    await waitFor(() => expect(opened).toEqual(['load']));
    expect(worker.calls.find(({ call }) => call === 'createClient')?.ask).toMatchObject({
      name: 'Harbour Ltd',
      timeZone: 'Europe/Berlin',
      fiscalYearStart: 4,
      sample: false,
    });
  });

  test('an empty name and a name that is taken are refused beside the field', async () => {
    const { worker } = drawStart(CLIENTS);
    await userEvent.click(screen.getByRole('button', { name: 'Start a client' }));
    await userEvent.click(screen.getByRole('button', { name: 'Create client' }));
    const field = screen.getByRole('textbox', { name: 'Client name' });
    expect(field).toHaveAccessibleDescription('Type a name for the client.');
    await userEvent.type(field, 'Nordwind');
    await userEvent.click(screen.getByRole('button', { name: 'Create client' }));
    expect(field).toHaveAccessibleDescription(/already in this browser/);
    expect(worker.calls.some(({ call }) => call === 'createClient')).toBe(false);
  });
});

describe('with clients', () => {
  test('lists them with their state, and the last one is the primary action', async () => {
    const { worker, opened } = drawStart(CLIENTS, { openClient: () => NEW });
    const list = await screen.findByRole('list', { name: 'Recent clients' });
    expect(list).toHaveTextContent('48 waiting for managers, notice in 61 days');
    await userEvent.click(screen.getByRole('button', { name: 'Open Nordwind' }));
    await waitFor(() => expect(opened).toEqual(['load']));
    expect(worker.calls.find(({ call }) => call === 'openClient')?.ask).toMatchObject({ id: 'c1' });
  });

  test('the sample is opened again, not made twice', async () => {
    const { worker } = drawStart(CLIENTS, { openClient: () => NEW });
    await screen.findByRole('list', { name: 'Recent clients' });
    await userEvent.click(screen.getByRole('button', { name: 'Open the sample' }));
    await waitFor(() => expect(worker.calls.some(({ call }) => call === 'openClient')).toBe(true));
    expect(worker.calls.find(({ call }) => call === 'openClient')?.ask).toMatchObject({ id: 'c2' });
    expect(worker.calls.some(({ call }) => call === 'createClient')).toBe(false);
  });

  test('wiping names what is lost and wants the name typed [APP-08] [APP-17]', async () => {
    const { worker } = drawStart(CLIENTS, {
      describeClient: () => ({ name: 'Nordwind', snapshots: 3, cases: 86, entries: 412 }),
      wipeClient: () => ({ name: 'Nordwind' }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Wipe Nordwind' }));
    const dialog = screen.getByRole('dialog', { name: 'Wipe Nordwind' });
    expect(
      await within(dialog).findByText(
        'This deletes all data of Nordwind in this browser: 3 snapshots, 86 cases, 412 ledger entries. Files you saved stay where you saved them.',
      ),
    ).toBeInTheDocument();
    const wipe = within(dialog).getByRole('button', { name: 'Wipe this client' });
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Type the client name' }), 'Nordwin');
    expect(wipe).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Type the client name' }), 'd');
    await userEvent.click(wipe);
    expect(await screen.findByText('Nordwind was deleted from this browser.')).toBeInTheDocument();
    expect(worker.calls.find(({ call }) => call === 'wipeClient')?.ask).toEqual({
      id: 'c1',
      typedName: 'Nordwind',
    });
  });

  test('a client whose content cannot be read can be wiped all the same, and that is said', async () => {
    drawStart(CLIENTS, { describeClient: () => ({ failure: { kind: 'clientMissing' } }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Wipe Nordwind' }));
    const dialog = screen.getByRole('dialog', { name: 'Wipe Nordwind' });
    await within(dialog).findByText(/How much it holds could not be read\./);
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Type the client name' }), 'Nordwind');
    expect(within(dialog).getByRole('button', { name: 'Wipe this client' })).toBeEnabled();
  });

  test('while a client is being opened nothing else can be, and who went elsewhere is left there', async () => {
    let arrive: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { opened, workspace } = drawStart(CLIENTS, {});
    workspace.setState({
      openClient: async () => {
        await waiting;
        return succeed(NEW);
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Open Nordwind' }));
    for (const name of ['Open Nordwind', 'Open the sample', 'Start a client', 'Wipe Nordwind']) {
      expect(screen.getByRole('button', { name })).toBeDisabled();
    }
    cleanup();
    await act(async () => {
      arrive();
      await waiting;
    });
    expect(opened).toEqual([]);
    drawStart(CLIENTS);
    expect(await screen.findByRole('button', { name: 'Open Nordwind' })).toBeEnabled();
  });

  test('who pressed a step while a client was being opened is left on it, though Start is still drawn', async () => {
    let arrive: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { opened, workspace } = drawStart(CLIENTS, {});
    workspace.setState({
      openClient: async () => {
        await waiting;
        return succeed(NEW);
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Open Nordwind' }));
    window.location.hash = '#/review';
    await act(async () => {
      arrive();
      await waiting;
    });
    window.location.hash = '';
    expect(opened).toEqual([]);
  });

  test.each([
    ['as counted after the last act', { borderlineWaiting: 3 }, 1],
    ['as measured, before the first act', { borderlineWaiting: undefined }, 1],
    ['none any more', { borderlineWaiting: 0 }, 2],
    ['but all are waived', { queueWaived: { at: '2026-09-01T09:00:00+01:00', reason: 'small' } }, 2],
  ])('Surface is not done while borderline seats wait: %s', (_, change, done) => {
    const counts = countsOf({ borderline: 3 });
    const measurement = { version: 1, snapshot: 's', asOf: WORKING_DAY, at: '', counts, flagged: 3 };
    drawStart(
      CLIENTS,
      {},
      {
        ...EXAMPLE_WORKSPACE,
        current: { snapshot: 's' } as never,
        policies: [{ ...frozen(1, {}), measurements: [measurement] }],
        cases: statesOf({ Ready: 2 }),
        ...change,
      },
    );
    expect(screen.getAllByText('(done)')).toHaveLength(done);
  });

  test('an open client ticks what is done and goes on with the next step [APP-15]', () => {
    const view: WorkspaceView = {
      ...EXAMPLE_WORKSPACE,
      current: { snapshot: 's' } as never,
      cases: statesOf({ Ready: 2, 'Closed Complete': 1 }),
    };
    const { opened } = drawStart(CLIENTS, {}, view);
    expect(screen.getByText('2 steps remaining')).toBeInTheDocument();
    expect(screen.getAllByText('(done)')).toHaveLength(2);
    expect(screen.getByText(/It lowers the next commitment, from 1 Jan 2027\./)).toBeInTheDocument();
    screen.getByRole('button', { name: 'Go on to Reclaim' }).click();
    expect(opened).toEqual(['reclaim']);
  });
});
