import { expect, test } from 'vitest';
import { createLoadStore } from '../../src/state/loadStore.ts';
import { createTableStore } from '../../src/state/tableStore.ts';
import { exampleWorkspaceStore, fakeWorker, WORKING_DAY } from '../support/exampleWorkspace.ts';
import { SURVEY } from '../ui/load/exampleSurvey.ts';

const FILES = ['one.csv', 'two.csv', 'three.csv'].map((name) => new File([name], name));

test.each([1, 3])('%i files taken together go on as users lists whole', async (count) => {
  const worker = fakeWorker({
    surveyFile: () => SURVEY,
    surveyTable: () => ({ failure: { kind: 'refused', reason: 'not asked here' } }),
  });
  const workspace = exampleWorkspaceStore(worker);
  const shared = { ask: worker.ask, workspace, workingDay: () => WORKING_DAY, download: () => undefined };
  const load = createLoadStore(shared);
  const tables = createTableStore({ ...shared, load });
  const files = FILES.slice(0, count);
  await tables.getState().chooseTogether(files, 'users');
  expect(tables.getState()).toMatchObject({ kind: 'users', source: undefined });
  const { source } = load.getState();
  if (!source || !('file' in source)) throw new Error('No file was handed on.');
  expect([source.file, ...(source.appended ?? [])]).toEqual(files);
  expect(worker.calls.map(({ call }) => call)).toEqual(['surveyFile']);
});
