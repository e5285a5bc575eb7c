import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../src/core/base/epochDay.ts';
import { createLedgerWitness, type WitnessStorage } from '../../src/state/ledgerWitness.ts';
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

  test('the working day goes with the stamp and nowhere else [APP-19]', async () => {
    const worker = fakeWorker({
      act: () => ({ view: EXAMPLE_WORKSPACE, done: 1, refused: [] }),
      position: () => {
        throw new Error('not asked');
      },
    });
    const store = exampleWorkspaceStore(worker);
    await store.getState().act({ act: 'waiveQueue', reason: 'agreed' });
    expect(worker.calls[0]?.ask).toMatchObject({ stamp: { workingDay: readIsoDay('2026-09-12') } });
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
