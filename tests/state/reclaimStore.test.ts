import { describe, expect, test } from 'vitest';
import { CASES_A_PAGE, createReclaimStore } from '../../src/state/reclaimStore.ts';
import type { CaseRow } from '../../src/worker/reclaimView.ts';
import { caseDetail, caseRow, pageOf } from '../support/exampleCases.ts';
import {
  exampleWorkspaceStore,
  EXAMPLE_WORKSPACE,
  fakeWorker,
  frozen,
  statesOf,
  WORKING_DAY,
  type Answers,
} from '../support/exampleWorkspace.ts';

const noNotice = { ...EXAMPLE_WORKSPACE, policies: [frozen(1, {}), frozen(2, { notify: false })] };

function storeOf(rows: readonly CaseRow[], answers: Answers = {}) {
  const downloads: string[] = [];
  const worker = fakeWorker({
    casePage: ({ query, from, count }) => pageOf(rows, query, from, count),
    caseDetail: ({ number }) =>
      caseDetail(caseRow(number), {
        policyVersion: number >= 100 ? 2 : 1,
        notice:
          number >= 200 ? { recipient: 'Ana', channel: 'e-mail', on: '9 Sep 2026', text: 'A' } : undefined,
      }),
    draftNotice: ({ number }) => ({ recipient: number < 3 ? 'Ana' : 'Ben', text: number < 3 ? 'A' : 'B' }),
    caseTable: () => ({ fileName: 'cases.csv', csv: 'Case\r\n1\r\n' }),
    act: ({ action }) => ({
      view: noNotice,
      done: action.act === 'caseStep' ? action.cases.length : 1,
      refused: [],
    }),
    ...answers,
  });
  const workspace = exampleWorkspaceStore(worker, noNotice);
  const store = createReclaimStore({
    ask: worker.ask,
    workspace,
    workingDay: () => WORKING_DAY,
    download: (fileName, content) => downloads.push(`${fileName}: ${content}`),
  });
  return { store, worker, workspace, downloads };
}

const many = Array.from({ length: CASES_A_PAGE + 20 }, (_, index) => caseRow(index + 1));

describe('the table of cases', () => {
  test('J at the last row of a page goes to the first of the next, K back', async () => {
    const { store } = storeOf(many);
    await store.getState().renew();
    store.getState().setActive(CASES_A_PAGE - 1);
    await store.getState().moveActive(1);
    expect(store.getState()).toMatchObject({ page: 1, active: 0 });
    expect(store.getState().cases.value?.rows[0]?.number).toBe(CASES_A_PAGE + 1);
    await store.getState().moveActive(-1);
    expect(store.getState()).toMatchObject({ page: 0, active: CASES_A_PAGE - 1 });
    store.getState().setActive(0);
    await store.getState().moveActive(-1);
    expect(store.getState()).toMatchObject({ page: 0, active: 0 });
  });

  test('select all takes the open cases of every page, closed ones never', async () => {
    const { store } = storeOf([...many, caseRow(500, { state: 'Closed Skipped' })]);
    await store.getState().renew();
    await store.getState().selectAll(true);
    expect(store.getState().selected.size).toBe(many.length);
    await store.getState().selectAll(false);
    expect(store.getState().selected.size).toBe(0);
  });

  test('what is ticked and unticked while the rows are renewed stays so, and what was closed meanwhile is ticked no more', async () => {
    const rows = [caseRow(1), caseRow(2), caseRow(3), caseRow(4)];
    const { store } = storeOf([caseRow(1), caseRow(2, { state: 'Closed Skipped' }), caseRow(3), caseRow(4)]);
    for (const row of rows.slice(0, 3)) store.getState().toggle(row);
    const renewed = store.getState().renew();
    store.getState().toggle(rows[0]!);
    store.getState().toggle(rows[3]!);
    await renewed;
    expect([...store.getState().selected.keys()]).toEqual([3, 4]);
  });

  test('a page that was overtaken by another question does not come on screen', async () => {
    const { store } = storeOf([caseRow(1), caseRow(2, { state: 'Awaiting User' })]);
    const slow = store.getState().renew();
    const wanted = store.getState().filterState('Awaiting User');
    await Promise.all([slow, wanted]);
    expect(store.getState().cases.value?.rows.map(({ number }) => number)).toEqual([2]);
  });

  test('a failed question keeps the rows that were there and says why', async () => {
    let broken = false;
    const { store } = storeOf(many, {
      casePage: ({ query, from, count }) =>
        broken ? { failure: { kind: 'otherTabNewer' } } : pageOf(many, query, from, count),
    });
    await store.getState().renew();
    broken = true;
    await store.getState().renew();
    expect(store.getState().cases).toMatchObject({ failure: { kind: 'otherTabNewer' }, loading: false });
    expect(store.getState().cases.value?.rows).toHaveLength(CASES_A_PAGE);
  });

  test('counts reclaimed seats by evidence class, dry-run cases in neither [RECLAIM-31]', async () => {
    const closed = [
      caseRow(1, { state: 'Closed Complete', proof: 'attested' }),
      caseRow(2, { state: 'Closed Complete', proof: 'verified' }),
      caseRow(3, { state: 'Closed Complete', proof: 'verified' }),
      caseRow(4, { state: 'Closed Complete', proof: 'attested', dryRun: true }),
    ];
    const { store, workspace } = storeOf(closed);
    workspace.getState().setView({
      ...noNotice,
      cases: statesOf({ 'Closed Complete': 3 }),
      dryRunCases: statesOf({ 'Closed Complete': 1 }),
    });
    await store.getState().renew();
    expect(store.getState().reclaimed).toEqual({ attested: 1, verified: 2 });
  });

  test('the table leaves as the file that the worker made', async () => {
    const { store, downloads } = storeOf(many);
    await store.getState().exportTable();
    expect(downloads).toEqual(['cases.csv: Case\r\n1\r\n']);
  });
});

describe('Reclaim', () => {
  test('drafts a notice for each case, except where one is on record already', async () => {
    const { store } = storeOf(many);
    await store.getState().planReclaim([1, 2, 3, 100, 200]);
    expect(store.getState().plan.value).toEqual({
      notices: [
        { number: 1, name: 'Person 1', recipient: 'Ana', text: 'A', notify: true, dryRun: false },
        { number: 2, name: 'Person 2', recipient: 'Ana', text: 'A', notify: true, dryRun: false },
        { number: 3, name: 'Person 3', recipient: 'Ben', text: 'B', notify: true, dryRun: false },
        { number: 100, name: 'Person 100', recipient: 'Ben', text: 'B', notify: false, dryRun: false },
      ],
      noticed: [200],
    });
    expect(store.getState().progress).toBeUndefined();
  });

  test('records every case once: by distinct notice, the waived ones together, and those with a notice', async () => {
    const { store, worker } = storeOf(many);
    await store.getState().planReclaim([1, 2, 3, 100, 200]);
    const notices = store.getState().plan.value?.notices ?? [];
    const outcome = await store.getState().reclaim({
      notices,
      channel: 'e-mail',
      on: WORKING_DAY,
      waived: new Set([100]),
      waiver: 'agreed in the meeting',
    });
    expect(outcome).toEqual({ done: 5, refused: [], failure: undefined });
    const notice = { channel: 'e-mail', on: WORKING_DAY };
    expect(worker.acts()).toEqual([
      {
        act: 'caseStep',
        cases: [1, 2],
        step: { step: 'reclaim', notice: { recipient: 'Ana', text: 'A', ...notice }, waiver: undefined },
      },
      {
        act: 'caseStep',
        cases: [3],
        step: { step: 'reclaim', notice: { recipient: 'Ben', text: 'B', ...notice }, waiver: undefined },
      },
      {
        act: 'caseStep',
        cases: [100],
        step: { step: 'reclaim', notice: undefined, waiver: 'agreed in the meeting' },
      },
      { act: 'caseStep', cases: [200], step: { step: 'reclaim', notice: undefined, waiver: undefined } },
    ]);
    expect(store.getState().plan.value).toBeUndefined();
  });

  test('stops at the first failure and keeps what was refused', async () => {
    let acts = 0;
    const { store, worker } = storeOf(many, {
      act: () => {
        acts += 1;
        return acts === 1
          ? { view: noNotice, done: 1, refused: [{ subject: 'Case 2', reason: 'Closed meanwhile.' }] }
          : { failure: { kind: 'otherTabNewer' } };
      },
    });
    await store.getState().planReclaim([1, 2, 3, 100]);
    const notices = store.getState().plan.value?.notices ?? [];
    const outcome = await store
      .getState()
      .reclaim({ notices, channel: 'e-mail', on: WORKING_DAY, waived: new Set(), waiver: '' });
    expect(outcome).toEqual({
      done: 1,
      refused: [{ subject: 'Case 2', reason: 'Closed meanwhile.' }],
      failure: { kind: 'otherTabNewer' },
    });
    expect(worker.acts()).toHaveLength(2);
  });
});
