import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BenchBrowser } from './support/benchBrowser.ts';
import { against, median, ratios, report, spread } from './support/figures.ts';
import { openReview } from './support/openReview.ts';
import { seededUsers, type SeededUsers } from './support/seededUsers.ts';
import { serveBench, type ServedBench } from './support/serveBench.ts';

const ROWS = Number(process.env['FALLOW_BENCH_ROWS'] ?? 1_000_000);
const PAIRS = Number(process.env['FALLOW_BENCH_PAIRS'] ?? 5);
const DEXIE_ROWS = Math.min(100_000, ROWS);

describe('reopening a workspace after the browser was restarted', () => {
  let served: ServedBench;
  let browser: BenchBrowser;
  /** The rows of Dexie lie in a profile of their own: one store of the browser would slow the opening of the other. */
  let rival: BenchBrowser;
  let users: SeededUsers;

  beforeAll(async () => {
    users = seededUsers(ROWS);
    served = await serveBench();
    browser = new BenchBrowser();
    rival = new BenchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rival?.close();
    await served?.stop();
  });

  test('to the first 50 rows of Review, beside Dexie toArray of the rows', async () => {
    const kept = await browser.run(served.page, users.path, 'importFallow', true);
    const { client } = kept.answer;
    await rival.run(served.page, users.path, 'dexie', 'bulkAdd', DEXIE_ROWS);
    await rival.restart();
    const ours: number[] = [];
    const opened: number[] = [];
    const dexie: number[] = [];
    const gaps: number[] = [];
    const peaks: number[] = [];
    const screens: number[] = [];
    const screenTasks: number[] = [];
    const scrollTasks: number[] = [];
    const jumps: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      await browser.restart();
      const { answer, peak } = await browser.run(served.page, users.path, 'reopen', client);
      expect(answer).toMatchObject({ rows: 50, total: ROWS });
      ours.push(answer.firstRows);
      opened.push(answer.opened);
      gaps.push(answer.longestGap);
      peaks.push(peak);

      await browser.restart();
      const read = await rival.run(served.page, users.path, 'dexie', 'toArray', 0);
      await rival.restart();
      expect(read.answer.rows).toBe(DEXIE_ROWS);
      dexie.push((read.answer.milliseconds * ROWS) / DEXIE_ROWS);

      const page = await browser.page(served.app);
      const screen = await openReview(page, ROWS);
      screens.push(screen.milliseconds);
      screenTasks.push(screen.longestTask);
      scrollTasks.push(screen.longestScrollTask);
      jumps.push(screen.jump);
      await page.close();
    }
    report(`Reopening ${ROWS} seats`, {
      'client open, ms': spread(opened),
      'first 50 rows, ms': spread(ours),
      [`Dexie toArray, ms (${DEXIE_ROWS} rows, scaled)`]: spread(dexie),
      'ratio by pair': spread(ratios(ours, dexie)),
      'ratio of medians': against(median(ours) / median(dexie), 0.05),
      'peak, MB': spread(peaks),
      'longest gap of the page, ms': against(Math.max(...gaps), 100, ' ms'),
      'app, press to rows on the Review screen, ms': spread(screens),
      'app, jump to the middle of the table, ms': spread(jumps),
      'app, longest task while opening Review': against(Math.max(...screenTasks), 100, ' ms'),
      'app, longest task while scrolling': against(Math.max(...scrollTasks), 100, ' ms'),
    });
  });
});
