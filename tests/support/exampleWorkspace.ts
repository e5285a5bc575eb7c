import { dayFromCalendar } from '../../src/core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../../src/core/base/minorUnits.ts';
import { fail, succeed, type Result } from '../../src/core/base/result.ts';
import type { ContractLine } from '../../src/core/contract/contractLine.ts';
import { CATEGORIES, type Category } from '../../src/core/policy/category.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy/policy.ts';
import { CASE_STATES, type CaseState } from '../../src/core/reclaim/caseState.ts';
import { DEFAULT_PLAN } from '../../src/core/renewal/commitmentPlan.ts';
import type { AskWorker } from '../../src/state/askWorker.ts';
import { createWorkspaceStore, type WorkspaceStore } from '../../src/state/workspaceStore.ts';
import type { Action } from '../../src/worker/action.ts';
import type { Answer, Ask, CallName, Failure } from '../../src/worker/protocol.ts';
import type { ClientSummary, WorkspaceView } from '../../src/worker/workspaceView.ts';

export const WORKING_DAY = dayFromCalendar(2026, 9, 12);

/** Counts by category; what is not named is 0. */
export const countsOf = (counts: Partial<Record<Category, number>>): Record<Category, number> =>
  ({ ...Object.fromEntries(CATEGORIES.map((category) => [category, 0])), ...counts }) as Record<
    Category,
    number
  >;

export const statesOf = (counts: Partial<Record<CaseState, number>>): Record<CaseState, number> =>
  ({ ...Object.fromEntries(CASE_STATES.map((state) => [state, 0])), ...counts }) as Record<CaseState, number>;

/** The contract line of the running example: 1 000 seats at 1 200.00 a year, 7 % uplift, lots of 10. */
export const EXAMPLE_LINE: ContractLine = {
  id: 'line-1',
  vendor: 'Tern',
  product: 'Tern Desk',
  licenceType: 'Fulfiller',
  metric: 'namedUser',
  committedQuantity: 1000,
  unitPriceAYear: 120_000 as MinorUnits,
  pricePeriod: 'year',
  currency: 'GBP' as CurrencyCode,
  termStart: dayFromCalendar(2026, 1, 1),
  termEnd: dayFromCalendar(2026, 12, 31),
  reductionRight: 'none',
  notice: { length: 60, unit: 'days' },
  renewsAutomatically: true,
  upliftBasisPoints: 700,
  minimumQuantity: 700,
  lotSize: 10,
  restricted: false,
  paidSeat: true,
  deactivatedCounts: 'no',
  lighterLicenceType: undefined,
  overlap: undefined,
};

export const frozen = (version: number, policy: Partial<Policy>): WorkspaceView['policies'][number] => ({
  version,
  policy: { ...DEFAULT_POLICY, ...policy },
  hash: 'a'.repeat(64),
  frozenAt: '2026-07-01T09:00:00+01:00',
  frozenBy: 'Sample user',
  measurements: [],
});

export const EXAMPLE_WORKSPACE: WorkspaceView = {
  client: {
    id: 'client-1',
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
  },
  holidays: [],
  contractLines: [EXAMPLE_LINE],
  licenceTypes: ['Approver', 'Fulfiller'],
  receipts: [],
  files: [],
  current: undefined,
  evidenceColumns: [],
  policies: [frozen(1, {})],
  draftPolicy: DEFAULT_POLICY,
  cases: statesOf({}),
  dryRunCases: statesOf({}),
  due: [],
  plan: DEFAULT_PLAN,
  borderlineWaiting: undefined,
  queueWaived: undefined,
  ledger: {
    length: 412,
    head: { sequence: 412, hash: '81c2'.padEnd(64, '0') },
    check: { outcome: 'intact', entries: 412 },
  },
};

export type Answers = {
  [Name in CallName]?: (ask: Ask<Name>) => Answer<Name> | { readonly failure: Failure };
};

export interface FakeWorker {
  readonly ask: AskWorker;
  readonly calls: readonly { readonly call: CallName; readonly ask: unknown }[];
  readonly acts: () => readonly Action[];
}

/** A worker that answers from a table and remembers what it was asked. A call that is not in the table is a bug of the test. */
export function fakeWorker(answers: Answers): FakeWorker {
  const calls: { call: CallName; ask: unknown }[] = [];
  const ask = async (call: CallName, question: unknown): Promise<unknown> => {
    calls.push({ call, ask: question });
    const answer = answers[call] as ((ask: unknown) => unknown) | undefined;
    if (!answer) throw new Error(`The test has no answer for ${call}`);
    const given = answer(question);
    return given !== null && typeof given === 'object' && 'failure' in given
      ? fail(given.failure as Failure)
      : succeed(given);
  };
  return {
    ask: ask as AskWorker,
    calls,
    acts: () =>
      calls.filter(({ call }) => call === 'act').map(({ ask: asked }) => (asked as Ask<'act'>).action),
  };
}

/** A workspace store with an open client and a named actor. */
export function exampleWorkspaceStore(
  worker: FakeWorker,
  view: WorkspaceView = EXAMPLE_WORKSPACE,
  clients: Result<readonly ClientSummary[], Failure> = succeed([]),
): WorkspaceStore {
  const store = createWorkspaceStore({
    ask: worker.ask,
    listClients: () => Promise.resolve(clients),
    clock: () => ({ at: '2026-09-12T10:00:00+01:00', workingDay: WORKING_DAY }),
    witness: {
      remember: () => undefined,
      recall: () => undefined,
      clients: () => [],
      forget: () => undefined,
    },
  });
  store.getState().setActor('Sample user');
  store.getState().setView(view);
  return store;
}
