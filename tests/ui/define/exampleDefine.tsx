import { render } from '@testing-library/react';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import type { MinorUnits } from '../../../src/core/base/minorUnits.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/core/policy/policy.ts';
import { createDefineStore } from '../../../src/state/defineStore.ts';
import { createReviewStore } from '../../../src/state/reviewStore.ts';
import { AppContext, type App } from '../../../src/ui/shared/appContext.ts';
import { DefineScreen } from '../../../src/ui/define/DefineScreen.tsx';
import type { Receipt } from '../../../src/worker/loadView.ts';
import type { PreviewAnswer } from '../../../src/worker/reviewView.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import {
  countsOf,
  EXAMPLE_WORKSPACE,
  exampleWorkspaceStore,
  fakeWorker,
  frozen,
  WORKING_DAY,
  type Answers,
  type FakeWorker,
} from '../../support/exampleWorkspace.ts';

export const AS_OF = dayFromCalendar(2026, 6, 30);
export const CURRENT = { snapshot: 'june', asOf: AS_OF } as Receipt;
export const COUNTS = countsOf({ active: 655, periodic: 30, nonHuman: 25, neverUsed: 40, dormant: 190 });

const COLUMNS: WorkspaceView['evidenceColumns'] = [
  { header: 'Last work', signalKind: 'action', proposedClass: 'meaningful', dated: 879 },
  { header: 'Last login', signalKind: 'applicationSignIn', proposedClass: 'loginOnly', dated: 921 },
];

export const NO_POLICY: WorkspaceView = {
  ...EXAMPLE_WORKSPACE,
  current: CURRENT,
  evidenceColumns: COLUMNS,
  policies: [],
};

export const MEASURED: WorkspaceView = {
  ...NO_POLICY,
  policies: [
    {
      ...frozen(1, {}),
      measurements: [
        {
          version: 1,
          snapshot: 'june',
          asOf: AS_OF,
          at: '2026-07-01T09:00:00Z',
          counts: COUNTS,
          flagged: 230,
        },
      ],
    },
  ],
};

export const NON_HUMAN_HITS: PreviewAnswer['nonHumanHits'] = {
  seats: 940,
  signs: {
    serviceWords: 9,
    integrationWords: 1,
    sharedWords: 0,
    breakGlass: 0,
    admin: 12,
    guest: 0,
    webServiceOnly: 4,
    integrationUser: 0,
    userType: 11,
    delegates: 2,
    sharedAddress: 3,
    namedDelegate: 0,
  },
  words: new Map([
    ['svc', 6],
    ['backup', 3],
    ['api', 1],
  ]),
  classes: { service: 14, integration: 6, shared: 5 },
  marked: { people: 1, notPeople: 2 },
};

/** The running example: 940 assigned, 230 flagged; two seats fewer for each day above 90. */
export function previewOf(policy: Policy, licenceType: string | undefined): PreviewAnswer {
  const dormant = 190 - 2 * (policy.windows.dormancy - 90);
  const counts = { ...COUNTS, dormant, active: COUNTS.active + (190 - dormant) };
  const price = (seats: number): MinorUnits => (seats * 128_400) as MinorUnits;
  return {
    asOf: AS_OF,
    counts: {
      licenceTypes: ['Fulfiller'],
      units: [''],
      cells: Uint32Array.from(CATEGORIES, (category) => (licenceType === 'Approver' ? 0 : counts[category])),
    },
    money: (['leaver', 'neverUsed', 'borderline', 'loginOnly', 'dormant'] as const).map((category) => ({
      category,
      currency: 'GBP',
      amount: price(counts[category]),
    })),
    changes: undefined,
    atOtherPreset: { window: 60, flagged: 268 },
    candidates: 230,
    nonHumanHits: NON_HUMAN_HITS,
    signInAsAction: [],
    paragraph: `A seat is inactive when its account has done none of: Last work, for ${policy.windows.dormancy} days up to 30 June 2026. Signing in ${policy.signInCountsAsWork ? 'counts' : 'does not count'} as work. We look back ${policy.lookBack} days for patterns; a seat idle ${policy.windows.dormancy} to ${policy.windows.borderline - 1} days waits for a person.`,
  };
}

const ANSWERS: Answers = {
  preview: ({ policy, licenceType }) => previewOf(policy, licenceType),
  changes: () => ({ total: 0, rows: [] }),
  saveDraftPolicy: () => null,
};

export interface DrawnDefine {
  readonly worker: FakeWorker;
  readonly app: App;
  readonly opened: string[];
  readonly view: () => WorkspaceView;
}

/** The Define screen over a worker that answers with the running example. */
export function drawDefine(view: WorkspaceView = NO_POLICY, answers: Answers = {}): DrawnDefine {
  const worker = fakeWorker({
    act: ({ action }) => {
      if (action.act !== 'freezePolicy') throw new Error('Only a policy is frozen on this screen.');
      const version = view.policies.length + 1;
      const measurement = {
        version,
        snapshot: 'june',
        asOf: AS_OF,
        at: '2026-07-01T09:00:00Z',
        counts: COUNTS,
        flagged: 230,
      };
      const added = { ...frozen(version, action.policy), measurements: [measurement] };
      return {
        view: { ...view, policies: [...view.policies, added], draftPolicy: action.policy },
        done: 1,
        refused: [],
      };
    },
    ...ANSWERS,
    ...answers,
  });
  const workspace = exampleWorkspaceStore(worker, view);
  const opened: string[] = [];
  const stores = {
    define: createDefineStore({ ask: worker.ask, draft: view.draftPolicy, onDraft: () => undefined }),
    review: createReviewStore({
      ask: ((call: string) =>
        Promise.resolve(
          call === 'seatPage'
            ? {
                ok: true,
                value: {
                  total: 0,
                  from: 0,
                  rows: [],
                  byCategory: countsOf({}),
                  candidates: 0,
                  withoutCase: 0,
                },
              }
            : { ok: false, failure: { kind: 'cancelled' } },
        )) as never,
      act: () => Promise.reject(new Error('Nothing is recorded here.')),
      download: () => undefined,
    }),
  };
  const app: App = {
    workspace,
    ask: worker.ask,
    stores: () => stores as never,
    navigate: (step) => opened.push(step),
    today: () => WORKING_DAY,
    download: () => undefined,
  };
  render(
    <AppContext value={app}>
      <DefineScreen />
    </AppContext>,
  );
  return {
    worker,
    app,
    opened,
    view: () => {
      const now = workspace.getState().view;
      if (!now) throw new Error('The client was closed.');
      return now;
    },
  };
}

export const policiesAsked = (worker: FakeWorker, call: 'preview' | 'saveDraftPolicy'): readonly Policy[] =>
  worker.calls.filter((each) => each.call === call).map((each) => (each.ask as { policy: Policy }).policy);

export { DEFAULT_POLICY };
