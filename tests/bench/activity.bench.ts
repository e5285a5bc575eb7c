import { afterAll, beforeAll, expect, test } from 'vitest';
import { BenchBrowser } from './support/benchBrowser.ts';
import { against, median, ratios, report, spread } from './support/figures.ts';
import { seededLog, type SeededLog } from './support/seededLog.ts';
import { serveBench, type ServedBench } from './support/serveBench.ts';

const ROWS = Number(process.env['FALLOW_BENCH_LOG_ROWS'] ?? 5_000_000);
const PAIRS = Number(process.env['FALLOW_BENCH_PAIRS'] ?? 5);

let served: ServedBench;
let browser: BenchBrowser;
let log: SeededLog;

beforeAll(async () => {
  log = seededLog(ROWS);
  served = await serveBench();
  browser = new BenchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('an activity log from File to committed days beside a bare PapaParse pass [APP-20]', async () => {
  const ours: number[] = [];
  const bare: number[] = [];
  const peaks: number[] = [];
  const gaps: number[] = [];
  const silences: number[] = [];
  const firsts: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const reference = async (): Promise<void> => {
      const { answer } = await browser.run(served.page, log.path, 'papa', 'bare');
      expect(answer.rows).toBe(ROWS);
      bare.push(answer.milliseconds);
    };
    if (pair % 2 === 0) await reference();
    const { answer, peak } = await browser.run(served.page, log.path, 'importActivity');
    expect(answer).toMatchObject({
      read: ROWS,
      accepted: ROWS,
      rejected: 0,
      keys: log.keys,
      series: log.series,
      days: log.days,
      events: log.events,
    });
    ours.push(answer.milliseconds);
    peaks.push(peak);
    gaps.push(answer.longestGap);
    silences.push(answer.longestSilence);
    firsts.push(answer.firstProgress);
    if (pair % 2 === 1) await reference();
  }
  report(`Activity log of ${ROWS} rows, ${(log.bytes / 1e6).toFixed(1)} MB, ${log.keys} accounts`, {
    'Fallow, ms': spread(ours),
    'bare PapaParse, ms': spread(bare),
    'ratio by pair': spread(ratios(ours, bare)),
    'ratio of medians': against(median(ours) / median(bare), 1),
    'peak above idle, MB': spread(peaks),
    'highest peak': against(Math.max(...peaks), 250, ' MB'),
    'first progress after, ms': spread(firsts),
    'longest time without progress': against(Math.max(...silences), 250, ' ms'),
    'longest gap of the page': against(Math.max(...gaps), 50, ' ms'),
  });
});
