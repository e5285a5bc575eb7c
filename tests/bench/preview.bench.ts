import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BenchBrowser } from './support/benchBrowser.ts';
import { against, median, percentile, report, spread } from './support/figures.ts';
import { seededUsers, type SeededUsers } from './support/seededUsers.ts';
import { serveBench, type ServedBench } from './support/serveBench.ts';

const ROWS = Number(process.env['FALLOW_BENCH_ROWS'] ?? 1_000_000);
const MOVES = 120;
/** DuckDB-WASM answers every second move: enough for a percentile, and the run stays short. */
const DUCK_EVERY = 2;

/** Windows as a person drags: up and down over the whole scale, no window twice in a row. */
const WINDOWS = Array.from({ length: MOVES }, (_, move) => 14 + ((move * 37) % 300));

describe('one move of the slider', () => {
  let served: ServedBench;
  let browser: BenchBrowser;
  let users: SeededUsers;

  beforeAll(async () => {
    users = seededUsers(ROWS);
    served = await serveBench();
    browser = new BenchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('counts and cost by unit, licence type and category, message included, beside DuckDB-WASM', async () => {
    const kept = await browser.run(served.page, users.path, 'importFallow', true);
    const { answer } = await browser.run(
      served.page,
      users.path,
      'preview',
      kept.answer.client,
      WINDOWS,
      DUCK_EVERY,
    );
    expect(answer.seats).toBe(ROWS);
    expect(answer.duckSeats).toBe(ROWS);
    expect(answer.moves).toHaveLength(MOVES);
    for (const [window, active] of Object.entries(answer.duckActive)) {
      expect(answer.active[Number(window)], `window ${window}`).toBe(active);
    }
    const ours = percentile(answer.moves, 0.95);
    const duck = percentile(answer.duck, 0.95);
    report(`Slider over ${ROWS} seats`, {
      'first question, ms': answer.first.toFixed(0),
      'Fallow, ms': spread(answer.moves),
      'Fallow, p95': against(ours, 16, ' ms'),
      'DuckDB-WASM, ms': spread(answer.duck),
      'DuckDB-WASM, p95': `${duck.toFixed(0)} ms`,
      'ratio of p95': against(ours / duck, 0.1),
      'ratio of medians': (median(answer.moves) / median(answer.duck)).toFixed(3),
    });
  });
});
