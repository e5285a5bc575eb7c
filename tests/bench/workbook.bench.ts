import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BenchBrowser } from './support/benchBrowser.ts';
import { against, median, ratios, report, spread } from './support/figures.ts';
import { BENCH_HEADER } from './support/seededUsers.ts';
import { FIRST_ACTIVE_DAY, seededWorkbook, type SeededWorkbook } from './support/seededWorkbook.ts';
import { serveBench, type ServedBench } from './support/serveBench.ts';

const ROWS = Number(process.env['FALLOW_BENCH_WORKBOOK_ROWS'] ?? 100_000);
const PAIRS = Number(process.env['FALLOW_BENCH_PAIRS'] ?? 5);
const LAST_LOGIN = BENCH_HEADER.split(',').indexOf('last_login_time');

describe('reading a workbook', () => {
  let served: ServedBench;
  let browser: BenchBrowser;
  let workbook: SeededWorkbook;

  beforeAll(async () => {
    workbook = seededWorkbook(ROWS);
    served = await serveBench();
    browser = new BenchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('every cell of a workbook beside read-excel-file', async () => {
    const { rows, cells, active, bytes, path } = workbook;
    const times = { fallow: [] as number[], reference: [] as number[] };
    const peaks = { fallow: [] as number[], reference: [] as number[] };
    const run = async (how: 'fallow' | 'reference'): Promise<void> => {
      const { answer, peak } = await browser.run(
        served.page,
        path,
        'workbook',
        how,
        LAST_LOGIN,
        FIRST_ACTIVE_DAY,
      );
      expect(answer).toMatchObject({ rows, cells, active });
      times[how].push(answer.milliseconds);
      peaks[how].push(peak);
    };
    for (let pair = 0; pair < PAIRS; pair++) {
      await run(pair % 2 === 0 ? 'reference' : 'fallow');
      await run(pair % 2 === 0 ? 'fallow' : 'reference');
    }
    report(`Workbook of ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${cells} cells`, {
      'Fallow, ms': spread(times.fallow),
      'read-excel-file, ms': spread(times.reference),
      'ratio by pair': spread(ratios(times.fallow, times.reference)),
      'ratio of medians': against(median(times.fallow) / median(times.reference), 0.35),
      'Fallow, peak MB': spread(peaks.fallow),
      'read-excel-file, peak MB': spread(peaks.reference),
      'peak ratio': against(median(peaks.fallow) / median(peaks.reference), 0.6),
    });
  });
});
