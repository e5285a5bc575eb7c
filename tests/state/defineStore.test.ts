import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy/policy.ts';
import type { AskWorker } from '../../src/state/askWorker.ts';
import { createDefineStore } from '../../src/state/defineStore.ts';
import type { PreviewAnswer } from '../../src/worker/reviewView.ts';

interface Asked {
  readonly call: string;
  readonly ask: { readonly policy: Policy; readonly licenceType?: string; readonly from?: number };
  readonly answer: (value: unknown) => Promise<void>;
}

function fakeWorker(): { ask: AskWorker; asked: Asked[]; named: (call: string) => Asked[] } {
  const asked: Asked[] = [];
  const ask = ((call: string, question: Asked['ask']) =>
    new Promise((resolve) => {
      asked.push({
        call,
        ask: question,
        answer: async (value) => {
          resolve({ ok: true, value });
          await Promise.resolve();
          await Promise.resolve();
        },
      });
    })) as unknown as AskWorker;
  return { ask, asked, named: (call) => asked.filter((request) => request.call === call) };
}

const answerFor = (paragraph: string): Partial<PreviewAnswer> => ({ paragraph });

describe('the draft of a definition', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = (draft: Policy = DEFAULT_POLICY) => {
    const worker = fakeWorker();
    const drafts: Policy[] = [];
    const store = createDefineStore({ ask: worker.ask, draft, onDraft: (policy) => drafts.push(policy) });
    return { ...worker, store, drafts };
  };

  test('asks for a preview at every step of a drag and stores the draft once it rests', async () => {
    const { store, named, drafts } = open();
    for (let days = 91; days <= 100; days += 1) store.getState().setWindow(days);
    expect(named('preview').map(({ ask }) => ask.policy.windows.dormancy)).toEqual([
      91, 92, 93, 94, 95, 96, 97, 98, 99, 100,
    ]);
    expect(named('saveDraftPolicy')).toHaveLength(0);
    expect(named('changes')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(300);
    expect(named('saveDraftPolicy').map(({ ask }) => ask.policy.windows.dormancy)).toEqual([100]);
    expect(named('changes').map(({ ask }) => ask.policy.windows.dormancy)).toEqual([100]);
    expect(drafts.map((policy) => policy.windows.dormancy)).toEqual([100]);
  });

  test('shows the answer of an overtaken step, marked as still being renewed', async () => {
    const { store, named } = open();
    store.getState().setWindow(80);
    store.getState().setWindow(70);
    await named('preview')[0]?.answer(answerFor('eighty'));
    expect(store.getState().preview).toMatchObject({ value: { paragraph: 'eighty' }, loading: true });
    await named('preview')[1]?.answer(answerFor('seventy'));
    expect(store.getState().preview).toMatchObject({ value: { paragraph: 'seventy' }, loading: false });
  });

  test('keeps the window between 14 and 730 days [DEFINE-01]', () => {
    const { store } = open();
    store.getState().setWindow(3);
    expect(store.getState().draft.windows.dormancy).toBe(14);
    store.getState().setWindow(10_000);
    expect(store.getState().draft.windows.dormancy).toBe(730);
  });

  test('lets the borderline limit follow at twice the window until it is set by hand [DEFINE-01]', () => {
    const { store } = open();
    store.getState().setWindow(60);
    expect(store.getState().draft.windows).toEqual({ dormancy: 60, borderline: 120 });
    store.getState().setBorderline(100);
    store.getState().setWindow(80);
    expect(store.getState().draft.windows).toEqual({ dormancy: 80, borderline: 100 });
    store.getState().setWindow(130);
    expect(store.getState().draft.windows).toEqual({ dormancy: 130, borderline: 130 });
    store.getState().setWindow(80);
    expect(store.getState().draft.windows).toEqual({ dormancy: 80, borderline: 100 });
    store.getState().followWindow();
    expect(store.getState().draft.windows).toEqual({ dormancy: 80, borderline: 160 });
  });

  test('never lets the borderline limit fall below the window', () => {
    const { store } = open();
    store.getState().setBorderline(20);
    expect(store.getState().draft.windows).toEqual({ dormancy: 90, borderline: 90 });
  });

  test('gives one licence type windows of its own and takes them back [DEFINE-01]', () => {
    const { store } = open();
    store.getState().setTypeWindows('Approver', { dormancy: 120, borderline: 100 });
    expect(store.getState().draft.windowsByLicenceType).toEqual({
      Approver: { dormancy: 120, borderline: 120 },
    });
    store.getState().setTypeWindows('Approver', undefined);
    expect(store.getState().draft.windowsByLicenceType).toEqual({});
  });

  test('drops the answer to an earlier licence type', async () => {
    const { store, named } = open();
    store.getState().filterLicenceType('Fulfiller');
    store.getState().filterLicenceType('Approver');
    await named('preview')[0]?.answer(answerFor('fulfiller'));
    expect(store.getState().preview.value).toBeUndefined();
    await named('preview')[1]?.answer(answerFor('approver'));
    expect(store.getState().preview.value?.paragraph).toBe('approver');
  });

  test('appends further pages of the change list', async () => {
    const { store, named } = open();
    store.getState().renew('june 1');
    await named('changes')[0]?.answer({ total: 3, rows: [{ seat: 1 }, { seat: 2 }] });
    void store.getState().showMoreChanges();
    expect(named('changes')[1]?.ask.from).toBe(2);
    await named('changes')[1]?.answer({ total: 3, rows: [{ seat: 3 }] });
    expect(store.getState().changes.value?.rows.map((row) => row.seat)).toEqual([1, 2, 3]);
  });

  test('asks anew only when data or record changed', () => {
    const { store, named } = open();
    store.getState().renew('june 1');
    store.getState().renew('june 1');
    expect(named('preview')).toHaveLength(1);
    store.getState().renew('june 2');
    expect(named('preview')).toHaveLength(2);
  });

  test('stores the draft at once when asked to', async () => {
    const { store, named } = open();
    store.getState().edit({ notify: false });
    void store.getState().flush();
    expect(named('saveDraftPolicy').map(({ ask }) => ask.policy.notify)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(300);
    expect(named('saveDraftPolicy')).toHaveLength(1);
  });

  test('a draft that another tab has stored is given up by neither, until a person chooses', async () => {
    const { store, named } = open();
    const other: Policy = { ...DEFAULT_POLICY, windows: { dormancy: 60, borderline: 120 } };
    store.getState().setWindow(120);
    vi.advanceTimersByTime(1_000);
    await named('saveDraftPolicy')[0]!.answer({ other });
    expect(store.getState().otherDraft).toEqual(other);
    expect(store.getState().draft.windows.dormancy).toBe(120);

    const kept = store.getState().keepOwnDraft();
    expect(named('saveDraftPolicy')[1]!.ask).toMatchObject({
      over: true,
      policy: { windows: { dormancy: 120 } },
    });
    await named('saveDraftPolicy')[1]!.answer(null);
    await kept;
    expect(store.getState().otherDraft).toBeUndefined();

    store.getState().setWindow(130);
    vi.advanceTimersByTime(1_000);
    await named('saveDraftPolicy')[2]!.answer({ other });
    store.getState().takeOtherDraft();
    expect(store.getState().draft).toEqual(other);
    expect(store.getState().otherDraft).toBeUndefined();
  });
});
