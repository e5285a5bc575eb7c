import { describe, expect, test, vi } from 'vitest';
import { readIsoDay } from '../../src/core/base/epochDay.ts';
import { succeed } from '../../src/core/base/result.ts';
import { createLedgerWitness, type WitnessStorage } from '../../src/state/ledgerWitness.ts';
import type { TabNews } from '../../src/state/otherTabs.ts';
import { createWorkspaceStore } from '../../src/state/workspaceStore.ts';
import type { WorkspaceView } from '../../src/worker/workspaceView.ts';
import { EXAMPLE_WORKSPACE, exampleWorkspaceStore, fakeWorker } from '../support/exampleWorkspace.ts';

function memoryStorage(): WitnessStorage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('recording an act', () => {
  test('asks for a name once before the first act and stamps every act with it [RECLAIM-35]', async () => {
    const worker = fakeWorker({ act: () => ({ view: EXAMPLE_WORKSPACE, done: 1, refused: [] }) });
    const store = exampleWorkspaceStore(worker);
    store.setState({ actor: undefined });
    const act = { act: 'waiveQueue', reason: 'agreed' } as const;
    const first = store.getState().act(act);
    store.getState().nameQuestion?.answer('Nadia Weber');
    expect((await first).ok).toBe(true);
    await store.getState().act(act);
    expect(store.getState().nameQuestion).toBeUndefined();
    const stamps = worker.calls.map(
      ({ ask }) => (ask as { readonly stamp: { readonly actor: string } }).stamp.actor,
    );
    expect(stamps).toEqual(['Nadia Weber', 'Nadia Weber']);
  });

  test('without a name nothing is recorded', async () => {
    const worker = fakeWorker({});
    const store = exampleWorkspaceStore(worker);
    store.setState({ actor: undefined });
    const asked = store.getState().act({ act: 'waiveQueue', reason: 'agreed' });
    store.getState().nameQuestion?.answer(undefined);
    expect(await asked).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(worker.calls).toEqual([]);
  });

  test('day and time of the device go with the stamp, and the day with the question for what is due: nowhere else [APP-19]', async () => {
    const worker = fakeWorker({
      act: () => ({ view: EXAMPLE_WORKSPACE, done: 1, refused: [] }),
      createClient: () => EXAMPLE_WORKSPACE,
      openClient: () => EXAMPLE_WORKSPACE,
      wipeClient: () => ({ name: 'Larkfield' }),
      renewView: () => EXAMPLE_WORKSPACE,
    });
    const store = exampleWorkspaceStore(worker);
    const day = readIsoDay('2026-09-12');
    const { act, createClient, openClient, renew, wipeClient } = store.getState();
    await act({ act: 'waiveQueue', reason: 'agreed' });
    await createClient({ name: 'B', timeZone: 'UTC', fiscalYearStart: 1, sample: false });
    await openClient('b');
    await renew();
    await wipeClient('b', 'B');
    expect(worker.calls.map(({ call }) => call)).toEqual([
      'act',
      'createClient',
      'openClient',
      'renewView',
      'wipeClient',
    ]);
    for (const { call, ask } of worker.calls) {
      const { stamp, workingDay, ...rest } = ask as Record<string, unknown>;
      if (stamp !== undefined)
        expect(stamp).toMatchObject({ at: '2026-09-12T10:00:00+01:00', workingDay: day });
      expect(workingDay).toBe(call === 'renewView' ? day : undefined);
      expect(JSON.stringify(rest)).not.toMatch(new RegExp(`2026-09-12|${day}`));
    }
  });
});

describe('opening a client', () => {
  test('does not wait for the list of clients to be read again', async () => {
    const worker = fakeWorker({ openClient: () => EXAMPLE_WORKSPACE });
    const store = exampleWorkspaceStore(worker);
    let asked = 0;
    store.setState({
      view: undefined,
      loadClients: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
    });
    const opened = await store.getState().openClient('c1');
    expect(opened).toEqual({ ok: true, value: EXAMPLE_WORKSPACE });
    expect(store.getState().view).toBe(EXAMPLE_WORKSPACE);
    expect(asked).toBe(1);
  });
});

describe('the witness outside the database', () => {
  const ledger = (length: number, hash: string) => ({
    length,
    head: { sequence: length, hash },
    check: { outcome: 'intact', entries: length } as const,
  });

  test('remembers length and head of each client apart, and forgets a wiped one', () => {
    const witness = createLedgerWitness(memoryStorage());
    witness.remember('a', ledger(12, 'ab12'));
    witness.remember('b', ledger(3, 'cd34'));
    expect(witness.recall('a')).toEqual({ length: 12, hash: 'ab12' });
    expect(witness.clients()).toEqual(['a', 'b']);
    witness.forget('a');
    expect(witness.recall('a')).toBeUndefined();
  });

  test('a browser that keeps nothing is no error', () => {
    const witness = createLedgerWitness(undefined);
    witness.remember('a', ledger(12, 'ab12'));
    expect(witness.recall('a')).toBeUndefined();
    const refusing = createLedgerWitness({
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException('no', 'QuotaExceededError');
      },
    });
    expect(() => refusing.remember('a', ledger(1, 'ab'))).not.toThrow();
  });
});

describe('other tabs', () => {
  const longer = (length: number): WorkspaceView => ({
    ...EXAMPLE_WORKSPACE,
    ledger: { ...EXAMPLE_WORKSPACE.ledger, length },
  });

  /** A store whose tab hears what the test says; `stored` is what the thread finds in the database. */
  function tab(stored: { view: WorkspaceView; day: string }) {
    const told: TabNews[] = [];
    let hear: (news: TabNews) => void = () => undefined;
    const worker = fakeWorker({
      renewView: () => stored.view,
      act: () => ({ view: longer(500), done: 1, refused: [] }),
      openClient: () => stored.view,
      wipeClient: () => ({ name: 'Larkfield' }),
    });
    let listed = 0;
    const store = createWorkspaceStore({
      ask: worker.ask,
      listClients: () => Promise.resolve(succeed((listed++, []))),
      clock: (zone) => ({
        at: `${stored.day}T10:00:00+00:00`,
        workingDay: readIsoDay(zone === 'UTC' ? '2026-09-11' : stored.day)!,
      }),
      witness: createLedgerWitness(memoryStorage()),
      otherTabs: { tell: (news) => told.push(news), listen: (listener) => (hear = listener) },
    });
    store.getState().setActor('Sample user');
    store.getState().setView(EXAMPLE_WORKSPACE);
    return { store, worker, told, hear: (news: TabNews) => hear(news), listed: () => listed };
  }
  const { id } = EXAMPLE_WORKSPACE.client;

  test('an act is told to them with the client and the length, an answer that adds nothing is not [APP-11]', async () => {
    const { store, told } = tab({ view: EXAMPLE_WORKSPACE, day: '2026-09-12' });
    store.getState().setView({ ...EXAMPLE_WORKSPACE });
    expect(told).toEqual([]);
    await store.getState().act({ act: 'waiveQueue', reason: 'agreed' });
    expect(told).toEqual([{ kind: 'recorded', client: id, length: 500 }]);
  });

  test('what another tab recorded is asked for, shown and said, and not told on [APP-11]', async () => {
    const stored = { view: longer(500), day: '2026-09-12' };
    const { store, told, hear } = tab(stored);
    hear({ kind: 'recorded', client: id, length: 500 });
    await vi.waitFor(() => expect(store.getState().tabNews).toBe('recorded'));
    expect(store.getState().view).toBe(stored.view);
    expect(told).toEqual([]);
    store.getState().dismissTabNews();
    expect(store.getState().tabNews).toBeUndefined();
  });

  test('news of the state already shown, or of another client, leave the view', async () => {
    const { store, worker, hear, listed } = tab({ view: longer(412), day: '2026-09-12' });
    hear({ kind: 'recorded', client: id, length: 412 });
    hear({ kind: 'recorded', client: 'another', length: 3 });
    await vi.waitFor(() => expect(listed()).toBe(1));
    expect(worker.calls).toEqual([]);
    expect(store.getState().tabNews).toBeUndefined();
  });

  test('a client that a newer Fallow has taken over is said to be out of date', () => {
    const { store } = tab({ view: EXAMPLE_WORKSPACE, day: '2026-09-12' });
    store.getState().loseClient('newerVersion');
    expect(store.getState().tabNews).toBe('outdated');
    store.getState().loseClient('wiped');
    expect(store.getState().tabNews).toBe('wiped');
  });

  test('a wipe is told and said [APP-08]', async () => {
    const { store, told, hear } = tab({ view: EXAMPLE_WORKSPACE, day: '2026-09-12' });
    hear({ kind: 'wiped', client: id });
    await vi.waitFor(() => expect(store.getState().tabNews).toBe('wiped'));
    await store.getState().wipeClient(id, 'Larkfield');
    expect(told).toEqual([{ kind: 'wiped', client: id }]);
  });

  test('renewing shows another day and says nothing of other tabs; the same day leaves the view [RECLAIM-28]', async () => {
    const stored = { view: { ...EXAMPLE_WORKSPACE }, day: '2026-09-12' };
    const { store } = tab(stored);
    await store.getState().renew();
    expect(store.getState().view).toBe(EXAMPLE_WORKSPACE);
    stored.day = '2026-09-13';
    await store.getState().renew();
    expect(store.getState().view).toBe(stored.view);
    expect(store.getState().tabNews).toBeUndefined();
  });

  test('a client opened in a zone where it is another day is asked for what is due there', async () => {
    const stored = { view: EXAMPLE_WORKSPACE, day: '2026-09-12' };
    const { store, worker } = tab(stored);
    await store.getState().openClient(id);
    await vi.waitFor(() =>
      expect(worker.calls.map(({ call, ask }) => [call, ask]).at(-1)).toEqual([
        'renewView',
        { workingDay: readIsoDay('2026-09-12') },
      ]),
    );
  });
});
