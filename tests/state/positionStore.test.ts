import { describe, expect, test } from 'vitest';
import { DEFAULT_PLAN } from '../../src/core/renewal/commitmentPlan.ts';
import { createPositionStore, type DrawBriefPdf } from '../../src/state/positionStore.ts';
import type { Receipt } from '../../src/worker/loadView.ts';
import { EXAMPLE_BRIEF, EXAMPLE_POSITION_VIEW } from '../support/examplePosition.ts';
import {
  exampleWorkspaceStore,
  EXAMPLE_WORKSPACE,
  fakeWorker,
  type Answers,
} from '../support/exampleWorkspace.ts';

const loaded = { ...EXAMPLE_WORKSPACE, current: { asOf: EXAMPLE_POSITION_VIEW.asOf } as Receipt };
const PDF = new Uint8Array([37, 80, 68, 70]);

function storeOf(answers: Answers = {}, drawBriefPdf?: DrawBriefPdf) {
  const happened: string[] = [];
  const worker = fakeWorker({
    position: () => EXAMPLE_POSITION_VIEW,
    briefContent: ({ options }) => ({ ...EXAMPLE_BRIEF, paper: options.paper }),
    recordBriefExport: ({ fileName }) => {
      happened.push(`recorded ${fileName}`);
      return loaded;
    },
    act: () => ({ view: loaded, done: 1, refused: [] }),
    ...answers,
  });
  const workspace = exampleWorkspaceStore(worker, loaded);
  const draw: DrawBriefPdf = async (_content, onProgress) => {
    onProgress(1);
    return { pdf: PDF, sha256: '3f9a'.padEnd(64, '1'), pages: 11 };
  };
  const store = createPositionStore({
    ask: worker.ask,
    workspace,
    drawBriefPdf: drawBriefPdf ?? draw,
    download: (fileName, content, type) =>
      happened.push(`left ${fileName}, ${content.length} bytes of ${type}`),
  });
  return { store, worker, workspace, happened };
}

async function openBrief(store: ReturnType<typeof storeOf>['store']): Promise<void> {
  store.getState().showTab('brief');
  await store.getState().renew();
}

describe('exporting the brief', () => {
  test('the export is in the ledger before the file leaves, under a name without a client', async () => {
    const { store, happened } = storeOf();
    await openBrief(store);
    await store.getState().exportBrief();
    expect(happened).toEqual([
      'recorded renewal-brief-internal-2026-06-30-3f9a.pdf',
      'left renewal-brief-internal-2026-06-30-3f9a.pdf, 4 bytes of application/pdf',
    ]);
    expect(store.getState().result).toEqual({
      briefId: '0badcafe',
      fileName: 'renewal-brief-internal-2026-06-30-3f9a.pdf',
      sha256: '3f9a'.padEnd(64, '1'),
      pages: 11,
      head: loaded.ledger.head,
    });
    expect(store.getState().building).toBeUndefined();
  });

  test('nothing leaves when the record refuses', async () => {
    const { store, happened } = storeOf({
      recordBriefExport: () => ({ failure: { kind: 'otherTabNewer' } }),
    });
    await openBrief(store);
    await store.getState().exportBrief();
    expect(happened).toEqual([]);
    expect(store.getState()).toMatchObject({ exportFailure: { kind: 'otherTabNewer' }, result: undefined });
  });

  test('a bug while drawing is not swallowed and leaves the screen usable', async () => {
    const { store, happened } = storeOf({}, () => Promise.reject(new Error('no font')));
    await openBrief(store);
    await expect(store.getState().exportBrief()).rejects.toThrow('no font');
    expect(store.getState().building).toBeUndefined();
    expect(happened).toEqual([]);
  });

  test('a second press while one is building does nothing', async () => {
    const { store, happened } = storeOf();
    await openBrief(store);
    await Promise.all([store.getState().exportBrief(), store.getState().exportBrief()]);
    expect(happened).toHaveLength(2);
  });
});

describe('exporting from another tab', () => {
  test('the content is fetched first, and again after the workspace has changed', async () => {
    const { store, worker } = storeOf();
    const fetched = (): number => worker.calls.filter(({ call }) => call === 'briefContent').length;
    await store.getState().renew();
    expect(fetched()).toBe(0);
    await store.getState().prepareBrief();
    await store.getState().prepareBrief();
    expect(fetched()).toBe(1);
    await store.getState().renew();
    await store.getState().prepareBrief();
    expect(fetched()).toBe(2);
  });

  test('why there is no brief is told beside the button', async () => {
    const { store } = storeOf({ briefContent: () => ({ failure: { kind: 'notFrozen' } }) });
    expect(await store.getState().prepareBrief()).toBeUndefined();
    expect(store.getState().exportFailure).toEqual({ kind: 'notFrozen' });
  });
});

describe('what the brief is made of', () => {
  test('the brief date is the data-as-of date until a person types one', async () => {
    const { store, worker } = storeOf();
    await openBrief(store);
    await store.getState().typeBriefDate('2026-08-12');
    const asked = worker.calls.filter(({ call }) => call === 'briefContent').map(({ ask }) => ask);
    expect(asked.at(0)).toEqual({ options: { edition: 'internal', paper: 'A4', briefDate: '2026-06-30' } });
    expect(asked.at(-1)).toEqual({ options: { edition: 'internal', paper: 'A4', briefDate: '2026-08-12' } });
  });

  test('another paper takes back the sentence about the file that left', async () => {
    const { store } = storeOf();
    await openBrief(store);
    await store.getState().exportBrief();
    await store.getState().choosePaper('Letter');
    expect(store.getState().content.value?.paper).toBe('Letter');
    expect(store.getState().result).toBeUndefined();
  });

  test('the preview turns between its first and last page', async () => {
    const { store } = storeOf();
    await openBrief(store);
    store.getState().turnPage(-1);
    expect(store.getState().page).toBe(0);
    store.getState().turnPage(1);
    store.getState().turnPage(1);
    expect(store.getState().page).toBe(EXAMPLE_BRIEF.sections.length - 1);
  });

  test('the plan is recorded as an act', async () => {
    const { store, worker } = storeOf();
    const plan = { ...DEFAULT_PLAN, bufferBasisPoints: 1000 };
    await store.getState().savePlan(plan);
    expect(worker.acts()).toEqual([{ act: 'savePlan', plan }]);
  });
});
