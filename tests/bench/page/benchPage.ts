import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import type { AskWorker } from '../../../src/worker/client.ts';
import type { SeatQuery } from '../../../src/worker/reviewView.ts';
import { askBenchWorker } from './askBenchWorker.ts';
import type { DexieAnswer, DexieQuestion } from './dexieRows.worker.ts';
import { openDuckTable } from './duckQuestion.ts';
import { answered, BENCH_DAY, STAMP, startThread } from './fallowClient.ts';
import { watchGaps, type Gaps } from './gapWatch.ts';
import type { PapaAnswer, PapaQuestion } from './papa.worker.ts';
import type { WorkbookAnswer, WorkbookQuestion } from './workbook.worker.ts';
import type { StoreAnswer, StoreQuestion } from './storeChunks.worker.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

export interface ImportFigures extends Gaps {
  readonly client: string;
  readonly milliseconds: number;
  readonly surveyMilliseconds: number;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly seats: number;
  readonly active: number;
}

export interface ActivityFigures extends Gaps {
  readonly milliseconds: number;
  /** From the request to the first report of progress, in milliseconds. */
  readonly firstProgress: number;
  /** Longest time between two reports of progress, in milliseconds. */
  readonly longestSilence: number;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly keys: number;
  readonly series: number;
  readonly days: number;
  readonly events: number;
}

export interface PreviewFigures {
  readonly seats: number;
  /** Milliseconds of every move, request to answer on the page. */
  readonly moves: readonly number[];
  /** Milliseconds of the first question, with everything that is prepared once. */
  readonly first: number;
  readonly active: Readonly<Record<number, number>>;
  readonly duck: readonly number[];
  readonly duckSeats: number;
  readonly duckActive: Readonly<Record<number, number>>;
}

export interface ReopenFigures extends Gaps {
  readonly opened: number;
  readonly firstRows: number;
  readonly rows: number;
  readonly total: number;
}

const FIRST_PAGE: SeatQuery = seatQuery();

/** Milliseconds that a person looks at the receipt before the browser is closed. */
const LOOK_AT_RECEIPT = 1_000;

function chosenFile(): File {
  const file = document.querySelector<HTMLInputElement>('#file')?.files?.[0];
  if (!file) throw new Error('No file was chosen');
  return file;
}

async function createClient(ask: AskWorker): Promise<string> {
  const view = await answered(
    ask('createClient', {
      name: 'Bench',
      timeZone: 'Europe/London',
      fiscalYearStart: 1,
      sample: false,
      stamp: STAMP,
    }),
  );
  return view.client.id;
}

async function activeSeats(ask: AskWorker, window: number): Promise<{ seats: number; active: number }> {
  const policy = { ...DEFAULT_POLICY, windows: { dormancy: window, borderline: 2 * window } };
  const { counts } = await answered(ask('preview', { policy, licenceType: undefined }));
  let seats = 0;
  let active = 0;
  const code = CATEGORIES.indexOf('active');
  counts.cells.forEach((count, cell) => {
    seats += count;
    if (cell % CATEGORIES.length === code) active += count;
  });
  return { seats, active };
}

/** Survey and import of the chosen file, as the Load screen does it. The clock runs from the import's request. */
async function importInto(ask: AskWorker): Promise<Omit<ImportFigures, 'client'>> {
  const file = chosenFile();
  const gaps = watchGaps();
  const start = performance.now();
  const survey = await answered(
    ask('surveyFile', {
      source: { file },
      fileTime: file.lastModified,
      system: 'servicenow',
      plan: undefined,
      workingDay: BENCH_DAY,
    }),
  );
  const surveyed = performance.now();
  const done = await answered(
    ask('importUsers', {
      source: { file },
      plan: { ...survey.plan, asOf: BENCH_DAY },
      estimatedRows: survey.estimatedRows,
      stamp: STAMP,
    }),
  );
  const end = performance.now();
  const seen = gaps.stop();
  await (globalThis as { readonly benchMeasured?: () => Promise<void> }).benchMeasured?.();
  if (done.import.outcome !== 'imported') throw new Error(`Import ended as ${done.import.outcome}`);
  const { rows, seats } = done.import.receipt;
  const { active } = await activeSeats(ask, 90);
  return {
    ...seen,
    milliseconds: end - start,
    surveyMilliseconds: surveyed - start,
    read: rows.read,
    accepted: rows.accepted,
    rejected: rows.rejected,
    seats,
    active,
  };
}

const cases = {
  async importFallow(keep: boolean): Promise<ImportFigures> {
    const { ask, worker } = startThread();
    const client = await createClient(ask);
    const figures = await importInto(ask);
    if (keep) await new Promise((resolve) => setTimeout(resolve, LOOK_AT_RECEIPT));
    else await answered(ask('wipeClient', { id: client, typedName: 'Bench' }));
    worker.terminate();
    return { ...figures, client };
  },

  /** Survey and import of the chosen log, as the Load screen does it. */
  async importActivity(): Promise<ActivityFigures> {
    const { ask, worker } = startThread();
    const client = await createClient(ask);
    const file = chosenFile();
    const gaps = watchGaps();
    const start = performance.now();
    const surveyed = await answered(
      ask('surveyTable', {
        source: { file },
        fileTime: file.lastModified,
        system: 'other',
        kind: 'activity',
        plan: undefined,
        workingDay: BENCH_DAY,
      }),
    );
    if (surveyed.form !== 'rows') throw new Error('The log was taken for an answer file');
    const { plan, estimatedRows } = surveyed.survey;
    const askedAt = performance.now();
    let reportedAt = askedAt;
    let firstProgress = 0;
    let longestSilence = 0;
    const heard = (): void => {
      const now = performance.now();
      if (reportedAt === askedAt) firstProgress = now - askedAt;
      longestSilence = Math.max(longestSilence, now - reportedAt);
      reportedAt = now;
    };
    const done = await answered(
      ask(
        'importTable',
        { source: { file }, plan: { ...plan, asOf: BENCH_DAY }, estimatedRows, stamp: STAMP },
        { onProgress: heard },
      ),
    );
    const milliseconds = performance.now() - start;
    heard();
    const seen = gaps.stop();
    await (globalThis as { readonly benchMeasured?: () => Promise<void> }).benchMeasured?.();
    if (done.import.outcome !== 'imported') throw new Error(`Import ended as ${done.import.outcome}`);
    const { rows, activity } = done.import.receipt;
    await answered(ask('wipeClient', { id: client, typedName: 'Bench' }));
    worker.terminate();
    return {
      ...seen,
      milliseconds,
      firstProgress,
      longestSilence,
      read: rows.read,
      accepted: rows.accepted,
      rejected: rows.rejected,
      keys: activity!.keys,
      series: activity!.series,
      days: activity!.days,
      events: activity!.events.reduce((sum, { events }) => sum + events, 0),
    };
  },

  async wipe(client: string): Promise<void> {
    const { ask, worker } = startThread();
    await answered(ask('wipeClient', { id: client, typedName: 'Bench' }));
    worker.terminate();
  },

  async papa(how: PapaQuestion['how']): Promise<PapaAnswer & Gaps> {
    const worker = new Worker(new URL('./papa.worker.ts', import.meta.url), { type: 'module' });
    const gaps = watchGaps();
    const question: PapaQuestion = { file: chosenFile(), how };
    const answer = await askBenchWorker<PapaAnswer>(worker, question);
    worker.terminate();
    return { ...answer, ...gaps.stop() };
  },

  async workbook(
    how: WorkbookQuestion['how'],
    position: number,
    since: number,
  ): Promise<WorkbookAnswer & Gaps> {
    const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' });
    const gaps = watchGaps();
    const question: WorkbookQuestion = { file: chosenFile(), how, position, since };
    const answer = await askBenchWorker<WorkbookAnswer>(worker, question);
    worker.terminate();
    return { ...answer, ...gaps.stop() };
  },

  async dexie(act: 'bulkAdd' | 'parseAndAdd' | 'toArray' | 'delete', rows: number): Promise<DexieAnswer> {
    const worker = new Worker(new URL('./dexieRows.worker.ts', import.meta.url), { type: 'module' });
    const question: DexieQuestion =
      act === 'bulkAdd' || act === 'parseAndAdd' ? { do: act, file: chosenFile(), rows } : { do: act };
    const answer = await askBenchWorker<DexieAnswer>(worker, question);
    worker.terminate();
    return answer;
  },

  async storeChunks(client: string): Promise<StoreAnswer> {
    const worker = new Worker(new URL('./storeChunks.worker.ts', import.meta.url), { type: 'module' });
    const question: StoreQuestion = { client };
    const answer = await askBenchWorker<StoreAnswer>(worker, question);
    worker.terminate();
    return answer;
  },

  /** Moves of the slider and the same question to DuckDB-WASM, one after the other in turns. */
  async preview(client: string, windows: readonly number[], duckEvery: number): Promise<PreviewFigures> {
    const { ask, worker } = startThread();
    await answered(ask('openClient', { id: client, remembered: undefined, stamp: STAMP }));
    const table = await openDuckTable(chosenFile(), '2026-06-30');
    const firstStart = performance.now();
    const { seats } = await activeSeats(ask, 91);
    const first = performance.now() - firstStart;
    await table.count(91);
    const moves: number[] = [];
    const duck: number[] = [];
    const active: Record<number, number> = {};
    const duckActive: Record<number, number> = {};
    let turn = 0;
    for (const window of windows) {
      const start = performance.now();
      const counted = await activeSeats(ask, window);
      moves.push(performance.now() - start);
      active[window] = counted.active;
      turn += 1;
      if (turn % duckEvery !== 0) continue;
      const asked = await table.count(window);
      duck.push(asked.milliseconds);
      duckActive[window] = asked.active;
    }
    const duckSeats = table.rows;
    await table.close();
    worker.terminate();
    return { seats, moves, first, active, duck, duckSeats, duckActive };
  },

  /** From a thread with nothing in memory to the first 50 rows of Review's list, through the same calls. */
  async reopen(client: string): Promise<ReopenFigures> {
    const { ask, worker } = startThread();
    // The app starts the thread as soon as the page is loaded; the worker of Dexie stands ready as well.
    await answered(ask('closeClient', {}));
    const gaps = watchGaps();
    const start = performance.now();
    await answered(ask('openClient', { id: client, remembered: undefined, stamp: STAMP }));
    const opened = performance.now() - start;
    const page = await answered(ask('seatPage', { query: FIRST_PAGE, from: 0, count: 50 }));
    const firstRows = performance.now() - start;
    worker.terminate();
    return { ...gaps.stop(), opened, firstRows, rows: page.rows.length, total: page.total };
  },
};

export type BenchCases = typeof cases;

(globalThis as unknown as { fallowBench: BenchCases }).fallowBench = cases;
document.documentElement.dataset['ready'] = 'yes';
