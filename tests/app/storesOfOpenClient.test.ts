import { expect, test } from 'vitest';
import { storesOfOpenClient } from '../../src/app/storesOfOpenClient.ts';
import { contractLineToTexts } from '../../src/core/contract/contractLineToTexts.ts';
import type { WorkspaceView } from '../../src/worker/workspaceView.ts';
import {
  EXAMPLE_LINE,
  EXAMPLE_WORKSPACE,
  exampleWorkspaceStore,
  fakeWorker,
  WORKING_DAY,
} from '../support/exampleWorkspace.ts';

function opened() {
  const worker = fakeWorker({});
  const workspace = exampleWorkspaceStore(worker, EXAMPLE_WORKSPACE);
  let following = 0;
  const subscribe = workspace.subscribe.bind(workspace);
  workspace.subscribe = (hear) => {
    const end = subscribe(hear);
    following += 1;
    return () => {
      following -= 1;
      end();
    };
  };
  const stores = storesOfOpenClient({
    ask: worker.ask,
    workspace,
    today: () => WORKING_DAY,
    download: () => undefined,
    nextLineId: () => 'line-new',
    drawBriefPdf: () => Promise.reject(new Error('Nothing is drawn here')),
  });
  const show = (view: WorkspaceView | undefined): void => workspace.setState({ view });
  return { stores, show, following: () => following };
}

const other: WorkspaceView = {
  ...EXAMPLE_WORKSPACE,
  client: { ...EXAMPLE_WORKSPACE.client, id: 'client-2' },
};

test('makes the stores of a client once, and others for another client', () => {
  const { stores, show } = opened();
  const first = stores();
  show({ ...EXAMPLE_WORKSPACE, holidays: [WORKING_DAY] });
  expect(stores()).toBe(first);
  show(other);
  expect(stores()).not.toBe(first);
});

test('the stores of a client that was left follow the workspace no more', () => {
  const { stores, show, following } = opened();
  const first = stores();
  const each = following();
  expect(each).toBeGreaterThan(0);
  for (const view of [other, EXAMPLE_WORKSPACE, other, EXAMPLE_WORKSPACE]) {
    show(view);
    stores();
    expect(following()).toBe(each);
  }
  const line = { ...EXAMPLE_LINE, committedQuantity: 900 };
  show({ ...EXAMPLE_WORKSPACE, contractLines: [line] });
  expect(stores().contract.getState().draft).toEqual(contractLineToTexts(line));
  expect(first.contract.getState().draft).toEqual(contractLineToTexts(EXAMPLE_LINE));
});

test('a client that was closed and opened again keeps its stores, which go on following it', () => {
  const { stores, show } = opened();
  const { contract } = stores();
  show(undefined);
  show(EXAMPLE_WORKSPACE);
  const line = { ...EXAMPLE_LINE, committedQuantity: 900 };
  show({ ...EXAMPLE_WORKSPACE, contractLines: [line] });
  expect(stores().contract).toBe(contract);
  expect(contract.getState().draft).toEqual(contractLineToTexts(line));
});

test('without an open client there are no stores', () => {
  const { stores, show } = opened();
  show(undefined);
  expect(stores).toThrow('No client is open.');
});
