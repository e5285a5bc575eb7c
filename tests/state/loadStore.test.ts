import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../src/core/base/result.ts';
import type { AskWorker } from '../../src/state/askWorker.ts';
import { recommendedTo } from '../../src/state/askedQuestions.ts';
import { createLoadStore } from '../../src/state/loadStore.ts';
import type { Ask, Failure, Progress } from '../../src/worker/protocol.ts';
import {
  EXAMPLE_WORKSPACE,
  exampleWorkspaceStore,
  fakeWorker,
  WORKING_DAY,
} from '../support/exampleWorkspace.ts';
import { RECEIPT, SURVEY } from '../ui/load/exampleSurvey.ts';

const FILE = new File(['x'], 'users.csv', { lastModified: 1_782_800_000_000 });
const LOADED = { ...EXAMPLE_WORKSPACE, receipts: [RECEIPT] };

/** A store over a worker whose import runs until the test lets it end. */
function runningImport() {
  let told: { onProgress: (progress: Progress) => void; signal: AbortSignal } | undefined;
  let end: (result: unknown) => void = () => undefined;
  const ask = ((call: string, _question: unknown, options: typeof told) => {
    if (call === 'surveyFile') return Promise.resolve(succeed(SURVEY));
    told = options;
    return new Promise<unknown>((resolve) => {
      end = resolve;
      options?.signal.addEventListener('abort', () => resolve(fail<Failure>({ kind: 'cancelled' })));
    });
  }) as unknown as AskWorker;
  const workspace = exampleWorkspaceStore(fakeWorker({}));
  const store = createLoadStore({ ask, workspace, workingDay: () => WORKING_DAY, download: () => undefined });
  return { store, workspace, told: () => told, end: (result: unknown) => end(result) };
}

describe('a running import', () => {
  test('is told to stop, and leaves file and answers as they were [LOAD-02]', async () => {
    const { store, workspace, told } = runningImport();
    await store.getState().chooseFile(FILE);
    const running = store.getState().importRows();
    await Promise.resolve();
    told()?.onProgress({ done: 41_200, total: 100_000, unit: 'rows' });
    expect(store.getState()).toMatchObject({ importing: true, progress: { done: 41_200 } });
    const before = workspace.getState().view;
    store.getState().cancelImport();
    await running;
    expect(store.getState()).toMatchObject({
      importing: false,
      progress: undefined,
      ended: 'cancelled',
      failure: undefined,
    });
    expect(store.getState().survey.value).toBe(SURVEY);
    expect(workspace.getState().view).toBe(before);
  });

  test('is started once, and its view replaces the one before', async () => {
    const { store, workspace, end } = runningImport();
    await store.getState().chooseFile(FILE);
    const running = store.getState().importRows();
    await Promise.resolve();
    await store.getState().importRows();
    end(succeed({ import: { outcome: 'imported', receipt: RECEIPT }, view: LOADED }));
    await running;
    expect(workspace.getState().view).toBe(LOADED);
    expect(store.getState()).toMatchObject({ ended: 'imported', receipt: RECEIPT, source: undefined });
  });

  test('a failure stays until it is dismissed', async () => {
    const { store, end } = runningImport();
    await store.getState().chooseFile(FILE);
    const running = store.getState().importRows();
    await Promise.resolve();
    end(fail<Failure>({ kind: 'storageFull' }));
    await running;
    expect(store.getState().failure).toEqual({ kind: 'storageFull' });
    store.getState().dismissFailure();
    expect(store.getState().failure).toBeUndefined();
  });
});

describe('questions', () => {
  test('answers survive the next survey, and go with their column', async () => {
    const worker = fakeWorker({ surveyFile: ({ plan }) => ({ ...SURVEY, plan: plan ?? SURVEY.plan }) });
    const workspace = exampleWorkspaceStore(worker);
    const store = createLoadStore({
      ask: worker.ask,
      workspace,
      workingDay: () => WORKING_DAY,
      download: () => undefined,
    });
    await store.getState().chooseFile(FILE);
    expect(store.getState().questions.map(({ kind, answer }) => [kind, answer])).toEqual([
      ['dateOrder', undefined],
      ['blankMeaning', undefined],
    ]);
    const [order, blank] = store.getState().questions;
    await store.getState().answerQuestion(order!, 'monthFirst');
    await store.getState().answerQuestion(blank!, 'never');
    await store.getState().changePlan({ lagDays: 5 });
    expect(store.getState().questions.map(({ answer }) => answer)).toEqual(['monthFirst', 'never']);
    const plan = store.getState().survey.value?.plan;
    expect(plan?.columns[2]?.dates?.order).toBe('monthFirst');
    expect(plan?.columns[3]?.dates?.blankMeans).toBe('never');
    expect(worker.calls[0]?.ask).toMatchObject({
      fileTime: 1_782_800_000_000,
      plan: undefined,
      workingDay: WORKING_DAY,
    });
  });
});

test('answers of last time are the recommended ones, and nothing is answered before a person does [LOAD-13] [LOAD-26]', async () => {
  const lastAnswers = [
    { kind: 'dateOrder', position: 2, answer: 'dayFirst' },
    { kind: 'blankMeaning', position: 3, answer: 'notKnown' },
  ] as const;
  const worker = fakeWorker({
    surveyFile: ({ plan }) => ({ ...SURVEY, lastAnswers, plan: plan ?? SURVEY.plan }),
  });
  const store = createLoadStore({
    ask: worker.ask,
    workspace: exampleWorkspaceStore(worker),
    workingDay: () => WORKING_DAY,
    download: () => undefined,
  });
  await store.getState().chooseFile(FILE);
  const [order, blank] = store.getState().questions;
  expect([order?.answer, blank?.answer]).toEqual([undefined, undefined]);
  expect([recommendedTo(order!), recommendedTo(blank!)]).toEqual([undefined, 'notKnown']);
  expect(store.getState().survey.value?.plan.answers).toBeUndefined();
  await store.getState().takeRecommended();
  expect(store.getState().questions.map(({ answer }) => answer)).toEqual([undefined, 'notKnown']);
});

test('questions that arise when the whole file is read are put, can be answered, and are not asked twice [LOAD-26]', async () => {
  const late = {
    kind: 'placeholderDates',
    position: 3,
    count: 2,
    rows: [{ fileRow: 90_001, text: '1970-01-01' }],
    answers: ['never', 'notKnown'],
    recommended: 'never',
  } as const;
  const imports: unknown[] = [];
  const worker = fakeWorker({
    surveyFile: ({ plan }) => ({ ...SURVEY, questions: [], plan: plan ?? SURVEY.plan }),
    importUsers: ({ shown, unanswered }) => {
      imports.push({ shown, unanswered });
      return { import: { outcome: 'xrayOpen', questions: [late] }, view: EXAMPLE_WORKSPACE };
    },
  });
  const workspace = exampleWorkspaceStore(worker);
  const store = createLoadStore({
    ask: worker.ask,
    workspace,
    workingDay: () => WORKING_DAY,
    download: () => undefined,
  });
  await store.getState().chooseFile(FILE);
  await store.getState().importRows();
  const [question] = store.getState().questions;
  expect(question).toMatchObject({ kind: 'xray', question: late, answer: undefined });
  await store.getState().importRows();
  await store.getState().answerQuestion(question!, 'never');
  expect(store.getState().questions[0]).toMatchObject({ question: late, answer: 'never' });
  expect(store.getState().survey.value?.plan.columns[3]?.dates?.placeholdersMeanNever).toBe(true);
  await store.getState().importRows();
  const shown = [{ kind: 'placeholderDates', position: 3 }];
  expect(imports).toEqual([
    { shown: [], unanswered: [] },
    { shown, unanswered: [3] },
    { shown, unanswered: [] },
  ]);
});

describe('the system of a file', () => {
  /** A store whose files are recognised as exports of one system, whatever was asked. */
  function recognisingStore(savedSystem?: string) {
    const asked: string[] = [];
    const known = { files: true };
    const ask = ((_call: string, question: { readonly system: string }) => {
      asked.push(question.system);
      const recognised = known.files ? { system: 'atlassian', exportName: 'Export users' } : undefined;
      const plan = { ...SURVEY.plan, system: savedSystem ?? question.system };
      return Promise.resolve(succeed({ ...SURVEY, plan, recognised }));
    }) as unknown as AskWorker;
    const workspace = exampleWorkspaceStore(fakeWorker({}));
    const store = createLoadStore({
      ask,
      workspace,
      workingDay: () => WORKING_DAY,
      download: () => undefined,
    });
    return { store, asked, known };
  }

  test('is the one whose export its columns are, until a person chooses another [LOAD-09]', async () => {
    const { store, asked } = recognisingStore();
    const before = store.getState().system;
    await store.getState().chooseFile(FILE);
    expect(asked).toEqual([before, 'atlassian']);
    expect(store.getState().system).toBe('atlassian');
    await store.getState().chooseSystem('other');
    expect(asked).toEqual([before, 'atlassian', 'other']);
    expect(store.getState().system).toBe('other');
    await store.getState().chooseFile(FILE);
    expect(store.getState().system).toBe('atlassian');
  });

  test('is not that of the file before, where its own columns tell none [LOAD-09]', async () => {
    const { store, known } = recognisingStore();
    const before = store.getState().system;
    await store.getState().chooseFile(FILE);
    expect(store.getState().system).toBe('atlassian');
    known.files = false;
    await store.getState().chooseFile(FILE);
    expect(store.getState().system).toBe(before);
    await store.getState().chooseSystem('jira');
    await store.getState().chooseFile(FILE);
    expect(store.getState().system).toBe('jira');
  });

  test('is the one of the saved mapping, where there is one [LOAD-13]', async () => {
    const { store } = recognisingStore('freshservice');
    await store.getState().chooseFile(FILE);
    expect(store.getState().system).toBe('freshservice');
  });
});

describe('the question whether a list is complete', () => {
  test('hands its answer back with the list it was given beside, and asks anew beside another [LOAD-35]', async () => {
    const open = {
      outcome: 'completenessOpen',
      previousAccounts: 100,
      accounts: 79,
      missingLicenceTypes: [],
    };
    const besides = ['snapshot-a', 'snapshot-b'];
    const asked: { completeness: unknown; answeredBeside: unknown }[] = [];
    const ask = ((call: string, question: Ask<'importUsers'>) => {
      if (call === 'surveyFile') return Promise.resolve(succeed(SURVEY));
      asked.push({
        completeness: question.plan.completeness,
        answeredBeside: question.answeredBeside,
      });
      const beside = besides.shift();
      const end = beside ? { ...open, beside } : { outcome: 'imported', receipt: RECEIPT };
      return Promise.resolve(succeed({ import: end, view: LOADED }));
    }) as unknown as AskWorker;
    const workspace = exampleWorkspaceStore(fakeWorker({}));
    const store = createLoadStore({
      ask,
      workspace,
      workingDay: () => WORKING_DAY,
      download: () => undefined,
    });
    await store.getState().chooseFile(FILE);
    await store.getState().importRows();
    store.getState().answerCompleteness('full');
    await store.getState().importRows();
    expect(store.getState().survey.value?.plan.completeness).toBeUndefined();
    store.getState().answerCompleteness('filtered');
    await store.getState().importRows();
    expect(asked).toEqual([
      { completeness: undefined, answeredBeside: undefined },
      { completeness: 'full', answeredBeside: 'snapshot-a' },
      { completeness: 'filtered', answeredBeside: 'snapshot-b' },
    ]);
    expect(store.getState()).toMatchObject({ ended: 'imported', completeness: undefined });
  });
});
