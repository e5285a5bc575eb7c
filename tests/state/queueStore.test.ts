import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../src/core/base/result.ts';
import type { AskWorker } from '../../src/state/askWorker.ts';
import { createLoadStore } from '../../src/state/loadStore.ts';
import { offersOf, readyOf } from '../../src/state/queuedFile.ts';
import { createQueueStore } from '../../src/state/queueStore.ts';
import { createTableStore } from '../../src/state/tableStore.ts';
import type { Ask, Failure, ImportSource } from '../../src/worker/protocol.ts';
import {
  EXAMPLE_WORKSPACE,
  exampleWorkspaceStore,
  fakeWorker,
  WORKING_DAY,
} from '../support/exampleWorkspace.ts';
import { RECEIPT, SURVEY } from '../ui/load/exampleSurvey.ts';

const file = (name: string): File => new File([name], name, { lastModified: 1_782_800_000_000 });
const nameOf = (source: ImportSource): string => ('file' in source ? source.file.name : '');

/** A list of known columns; `column` makes its header another one. */
function surveyOf(name: string, change: object = {}, column = 'Login'): typeof SURVEY {
  const columns = SURVEY.plan.columns.map((own, at) => (at === 0 ? { ...own, header: column } : own));
  const plan = { ...SURVEY.plan, columns, fixedLicenceType: 'Fulfiller' };
  return { ...SURVEY, fileName: name, plan, questions: [], xray: [], isRemembered: true, ...change };
}

const LOADED = succeed({ import: { outcome: 'imported', receipt: RECEIPT }, view: EXAMPLE_WORKSPACE });
const OPEN_QUESTION = {
  kind: 'blankMeaning',
  position: 1,
  empty: 1,
  filled: 2,
  recommended: 'never',
} as const;

/** Stores over a worker whose surveys and imports are told by file name. */
function build(
  surveys: (name: string) => ReturnType<typeof surveyOf> | Failure,
  imports: (name: string, signal: AbortSignal | undefined) => unknown = () => LOADED,
) {
  const imported: (readonly string[])[] = [];
  const ask = (async (call: string, question: Ask<'importUsers'>, options?: { signal?: AbortSignal }) => {
    const name = nameOf(question.source);
    if (call === 'surveyTable') return fail<Failure>({ kind: 'noSnapshot' });
    if (call === 'surveyFile') {
      const found = surveys(name);
      return 'kind' in found ? fail(found) : succeed(found);
    }
    const { source } = question;
    imported.push('file' in source ? [source.file, ...(source.appended ?? [])].map((one) => one.name) : []);
    return imports(name, options?.signal);
  }) as unknown as AskWorker;
  const workspace = exampleWorkspaceStore(fakeWorker({}));
  const shared = { ask, workspace, workingDay: () => WORKING_DAY };
  const load = createLoadStore({ ...shared, download: () => undefined });
  const tables = createTableStore({ ...shared, load, download: () => undefined });
  const queue = createQueueStore({ ...shared, load, tables });
  const steps = (): Record<string, string> =>
    Object.fromEntries(queue.getState().queued.map((file) => [file.name, file.state.step]));
  return { queue, load, imported, steps };
}

describe('files chosen together', () => {
  test('are looked at one by one; one press imports those that ask nothing, and a refused one holds up none [LOAD-04]', async () => {
    const { queue, imported, steps } = build(
      (name) => {
        if (name === 'b.png') return { kind: 'unreadableFile', fileName: name, why: { kind: 'empty' } };
        return surveyOf(name, name === 'c.csv' ? { questions: [OPEN_QUESTION] } : {}, name);
      },
      (name) => (name === 'd.csv' ? fail<Failure>({ kind: 'refused', reason: 'No room.' }) : LOADED),
    );
    await queue.getState().take(['a.csv', 'b.png', 'c.csv', 'd.csv', 'e.csv'].map(file));
    expect(steps()).toEqual({
      'a.csv': 'ready',
      'b.png': 'failed',
      'c.csv': 'asks',
      'd.csv': 'ready',
      'e.csv': 'ready',
    });
    expect(imported).toEqual([]);
    await queue.getState().importReady();
    expect(imported).toEqual([['a.csv'], ['d.csv'], ['e.csv']]);
    expect(steps()).toEqual({
      'a.csv': 'done',
      'b.png': 'failed',
      'c.csv': 'asks',
      'd.csv': 'failed',
      'e.csv': 'done',
    });
  });

  test('a file whose columns were never seen waits for a person [LOAD-04]', async () => {
    const { queue } = build((name) => {
      const { isRemembered: _, ...survey } = surveyOf(name, {}, name);
      return { ...survey, recognised: undefined };
    });
    await queue.getState().take([file('a.csv'), file('b.csv')]);
    const { queued, apart } = queue.getState();
    expect(queued.map(({ state }) => state)).toEqual([
      { step: 'asks', waitsFor: { kind: 'mapping' } },
      { step: 'asks', waitsFor: { kind: 'mapping' } },
    ]);
    expect(readyOf(queued, apart)).toEqual([]);
  });

  test('cancelling stops the one at work, which is ready again, and leaves those behind it waiting [LOAD-02, LOAD-04]', async () => {
    const { queue, imported, steps } = build(
      (name) => surveyOf(name, {}, name),
      (_, signal) =>
        new Promise((resolve) =>
          signal?.addEventListener('abort', () => resolve(fail<Failure>({ kind: 'cancelled' }))),
        ),
    );
    await queue.getState().take([file('a.csv'), file('b.csv')]);
    const running = queue.getState().importReady();
    await expect.poll(() => imported.length).toBe(1);
    queue.getState().cancel();
    await running;
    expect(steps()).toEqual({ 'a.csv': 'ready', 'b.csv': 'ready' });
    expect(queue.getState()).toMatchObject({ running: false, cancelled: 'a.csv' });
    expect(imported).toEqual([['a.csv']]);
  });

  test('files of the same columns are offered together in the order of their names, and wait for the answer [LOAD-04]', async () => {
    const { queue, imported } = build((name) => surveyOf(name));
    await queue.getState().take(['p_10.csv', 'p_2.csv', 'p_1.csv'].map(file));
    const [offer] = offersOf(queue.getState().queued, queue.getState().apart);
    expect(offer?.queued.map(({ name }) => name)).toEqual(['p_1.csv', 'p_2.csv', 'p_10.csv']);
    await queue.getState().importReady();
    expect(imported).toEqual([]);
    await queue.getState().putTogether(offer!.header);
    expect(queue.getState().queued).toHaveLength(1);
    await queue.getState().importReady();
    expect(imported).toEqual([['p_1.csv', 'p_2.csv', 'p_10.csv']]);
  });

  test('put together, what they ask is shown at once; a file that is on the screen stays there [LOAD-04]', async () => {
    const asking = { questions: [OPEN_QUESTION] };
    const first = build((name) => surveyOf(name, asking));
    await first.queue.getState().take(['p_1.csv', 'p_2.csv'].map(file));
    const headerOf = ({ queue }: typeof first): string =>
      offersOf(queue.getState().queued, queue.getState().apart)[0]!.header;
    await first.queue.getState().putTogether(headerOf(first));
    expect(first.steps()).toEqual({ 'p_1.csv': 'open' });
    expect(first.load.getState().survey.value?.fileName).toBe('p_1.csv');

    const second = build((name) => surveyOf(name, asking, name === 'other.csv' ? name : undefined));
    await second.queue.getState().take(['other.csv', 'p_1.csv', 'p_2.csv'].map(file));
    await second.queue.getState().open(second.queue.getState().queued[0]!.id);
    await second.queue.getState().putTogether(headerOf(second));
    expect(second.steps()).toEqual({ 'other.csv': 'open', 'p_1.csv': 'asks' });
  });

  test('kept apart they are imported each for itself [LOAD-04]', async () => {
    const { queue, imported } = build((name) => surveyOf(name));
    await queue.getState().take(['a.csv', 'b.csv'].map(file));
    queue.getState().keepApart(offersOf(queue.getState().queued, queue.getState().apart)[0]!.header);
    await queue.getState().importReady();
    expect(imported).toEqual([['a.csv'], ['b.csv']]);
  });

  test('a file that is opened and imported on the screen is done; one that is put aside waits again [LOAD-04]', async () => {
    const { queue, load, steps } = build((name) => surveyOf(name, { questions: [OPEN_QUESTION] }, name));
    await queue.getState().take(['a.csv', 'b.csv'].map(file));
    const [first] = queue.getState().queued;
    await queue.getState().open(first!.id);
    expect(steps()).toEqual({ 'a.csv': 'open', 'b.csv': 'asks' });
    load.getState().putAside();
    expect(steps()).toEqual({ 'a.csv': 'asks', 'b.csv': 'asks' });
    await queue.getState().open(first!.id);
    await load.getState().importRows();
    expect(steps()).toEqual({ 'a.csv': 'done', 'b.csv': 'asks' });
  });

  test('a list that proves incomplete while it is imported asks, and the others go on [LOAD-04]', async () => {
    const { queue, steps } = build(
      (name) => surveyOf(name, {}, name),
      (name) =>
        name === 'a.csv'
          ? succeed({
              import: {
                outcome: 'completenessOpen',
                previousAccounts: 9,
                accounts: 1,
                missingLicenceTypes: [],
              },
              view: EXAMPLE_WORKSPACE,
            })
          : LOADED,
    );
    await queue.getState().take(['a.csv', 'b.csv'].map(file));
    await queue.getState().importReady();
    expect(steps()).toEqual({ 'a.csv': 'asks', 'b.csv': 'done' });
  });

  test('one file alone goes to the screen at once', async () => {
    const { queue, load } = build((name) => surveyOf(name));
    await queue.getState().take([file('a.csv')]);
    expect(queue.getState().queued).toEqual([]);
    expect(load.getState().sourceName).toBe('a.csv');
  });
});

test('files of any one kind and the same columns are offered together and imported as one [LOAD-04]', async () => {
  const tableOf = (kind: string, name: string) => ({
    fileName: name,
    estimatedRows: 2,
    plan: {
      kind,
      columns: [{ position: 0, header: 'employee_number', meaning: 'employeeNumber' }],
      facts: { completeness: 'full' },
    },
    questions: [],
    missing: [],
    lacksCurrency: false,
    proposedKind: { kind, because: ['employee_number'] },
  });
  const asked: (readonly [string, readonly string[], unknown])[] = [];
  const ask = (async (call: string, question: Ask<'surveyTable'>) => {
    const { source } = question;
    const names = 'file' in source ? [source.file, ...(source.appended ?? [])].map(({ name }) => name) : [];
    asked.push([call, names, question.kind]);
    if (call === 'importTable') return fail<Failure>({ kind: 'refused', reason: 'Not read.' });
    const kind = names[0]!.startsWith('absent') ? 'absences' : 'roster';
    return succeed({ form: 'rows', survey: tableOf(question.kind ?? kind, names[0]!) });
  }) as unknown as AskWorker;
  const workspace = exampleWorkspaceStore(fakeWorker({}));
  const shared = { ask, workspace, workingDay: () => WORKING_DAY };
  const load = createLoadStore({ ...shared, download: () => undefined });
  const tables = createTableStore({ ...shared, load, download: () => undefined });
  const queue = createQueueStore({ ...shared, load, tables });
  await queue.getState().take(['site-10.csv', 'absent.csv', 'site-2.csv'].map(file));
  const offers = offersOf(queue.getState().queued, queue.getState().apart);
  expect(offers.map(({ queued }) => queued.map(({ name }) => name))).toEqual([['site-2.csv', 'site-10.csv']]);
  await queue.getState().putTogether(offers[0]!.header);
  expect(asked.at(-1)).toEqual(['surveyTable', ['site-2.csv', 'site-10.csv'], 'roster']);
  await queue.getState().importReady();
  expect(asked.filter(([call]) => call === 'importTable').map(([, names]) => names)).toEqual([
    ['site-2.csv', 'site-10.csv'],
    ['absent.csv'],
  ]);
  expect(queue.getState().queued.map(({ state }) => state.step)).toEqual(['failed', 'failed']);
});
