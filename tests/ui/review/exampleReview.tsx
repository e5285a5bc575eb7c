import { render } from '@testing-library/react';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { CATEGORIES, type Category } from '../../../src/core/policy/category.ts';
import { createReviewStore } from '../../../src/state/reviewStore.ts';
import { AppContext, type App } from '../../../src/ui/shared/appContext.ts';
import { ReviewScreen } from '../../../src/ui/review/ReviewScreen.tsx';
import type { Receipt } from '../../../src/worker/loadView.ts';
import type { SeatExplanation, SeatPage, SeatQuery, SeatRow } from '../../../src/worker/reviewView.ts';
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

export const REVIEWED: WorkspaceView = {
  ...EXAMPLE_WORKSPACE,
  current: { snapshot: 'june', asOf: dayFromCalendar(2026, 6, 30) } as Receipt,
  policies: [frozen(1, { dryRun: true })],
};

const seatOf = (seat: number, name: string, category: Category, rest: Partial<SeatRow> = {}): SeatRow => ({
  seat,
  name,
  accountId: name.toLowerCase(),
  licenceType: 'Fulfiller',
  unit: 'Finance',
  lastWork: '20 Mar 2026',
  lastSignIn: '22 Jun 2026',
  category,
  reason: '',
  nonHuman: undefined,
  idle: '102',
  candidate: category === 'dormant' || category === 'neverUsed',
  openCase: undefined,
  fileRow: seat + 2,
  ...rest,
});

export const SEATS: readonly SeatRow[] = [
  seatOf(0, 'Aisha Okafor', 'active', { idle: '3' }),
  seatOf(1, 'Ben Whitlock', 'dormant', { idle: '190' }),
  seatOf(2, 'Chloé Martin', 'dormant', { licenceType: 'Approver', unit: '', openCase: 17 }),
  seatOf(3, 'Priya Raman', 'borderline', { reason: 'one last-activity date only' }),
  seatOf(4, 'svc-monitor', 'nonHuman', {
    lastWork: '',
    idle: '',
    nonHuman: {
      kind: 'service',
      because: 'its display name ‘svc-monitor’ matches the word ‘svc’',
      byHand: false,
    },
  }),
  seatOf(5, 'Tomás Ferreira', 'neverUsed', { lastWork: 'never', idle: '' }),
  seatOf(6, 'Zora Neale', 'unknown', { reason: 'nothing readable', idle: '' }),
];

const matches = (query: SeatQuery, seat: SeatRow): boolean =>
  (query.categories.length === 0 || query.categories.includes(seat.category)) &&
  (query.licenceType === undefined || query.licenceType === seat.licenceType) &&
  (query.unit === undefined || query.unit === seat.unit) &&
  (!query.candidatesOnly || seat.candidate) &&
  seat.name.toLowerCase().includes(query.search.toLowerCase());

const pageOf = (seats: readonly SeatRow[], query: SeatQuery, from: number, count: number): SeatPage => {
  const found = seats
    .filter((seat) => matches(query, seat))
    .toSorted((a, b) => {
      const order = query.sort === 'idle' ? Number(a.idle) - Number(b.idle) : a.name < b.name ? -1 : 1;
      return query.descending ? -order : order;
    });
  const byCategory = countsOf(
    Object.fromEntries(
      CATEGORIES.map((category) => [category, found.filter((seat) => seat.category === category).length]),
    ),
  );
  return {
    total: found.length,
    from,
    rows: found.slice(from, from + count),
    byCategory,
    candidates: found.filter((seat) => seat.candidate).length,
    withoutCase: seats.filter((seat) => seat.candidate && seat.openCase === undefined).length,
  };
};

export const EXPLAINED: Omit<SeatExplanation, 'seat' | 'name' | 'licenceType' | 'category'> = {
  rule: 10,
  sentence:
    'Idle 102 days. Only one last-activity date is known, so a quarterly pattern cannot be ruled out. Load an activity export, ask the manager, or decide here.',
  policyVersion: 'definition 1',
  boundary: false,
  evidence: [
    {
      label: 'Last real work',
      column: 'Last work',
      file: 'users-site2.csv',
      fileRow: 418,
      rawText: '20/03/2026 16:41',
      reading: '20 Mar 2026',
    },
  ],
  history: 'one date only (E0)',
  checks: [
    { check: 'humanSeat', result: 'pass', evidence: 'user type human' },
    { check: 'periodicPattern', result: 'warn', evidence: 'pattern could not be tested' },
  ],
  invited: false,
  securityNote: undefined,
};

export interface DrawnReview {
  readonly worker: FakeWorker;
  readonly app: App;
  readonly opened: string[];
  readonly files: string[];
}

/** The Review screen over a worker with seven seats. */
export function drawReview(
  view: WorkspaceView = REVIEWED,
  answers: Answers = {},
  seats: readonly SeatRow[] = SEATS,
): DrawnReview {
  const worker = fakeWorker({
    seatPage: ({ query, from, count }) => pageOf(seats, query, from, count),
    seatRows: ({ query }) => Uint32Array.from(pageOf(seats, query, 0, seats.length).rows, ({ seat }) => seat),
    seatTable: () => ({ fileName: 'seats.csv', csv: 'Seat' }),
    explainSeat: ({ seat }) => {
      const { name, licenceType, category } = seats[seat] ?? seatOf(seat, '', 'active');
      return { ...EXPLAINED, seat, name, licenceType, category };
    },
    preview: () =>
      ({
        counts: { units: ['Finance', ''], licenceTypes: [], cells: new Uint32Array() },
        signInAsAction: ['Analytics'],
      }) as never,
    act: () => ({ view, done: 1, refused: [] }),
    ...answers,
  });
  const workspace = exampleWorkspaceStore(worker, view);
  const opened: string[] = [];
  const files: string[] = [];
  const review = createReviewStore({
    ask: worker.ask,
    act: (action, onProgress) => workspace.getState().act(action, onProgress),
    download: (fileName) => files.push(fileName),
  });
  const app: App = {
    workspace,
    ask: worker.ask,
    stores: () => ({ review }) as never,
    navigate: (step) => opened.push(step),
    today: () => WORKING_DAY,
    download: () => undefined,
  };
  render(
    <AppContext value={app}>
      <ReviewScreen />
    </AppContext>,
  );
  return { worker, app, opened, files };
}
