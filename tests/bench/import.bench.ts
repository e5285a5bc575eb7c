import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BenchBrowser } from './support/benchBrowser.ts';
import { against, median, ratios, report, spread } from './support/figures.ts';
import { seededUsers, type SeededUsers } from './support/seededUsers.ts';
import { serveBench, type ServedBench } from './support/serveBench.ts';

const ROWS = Number(process.env['FALLOW_BENCH_ROWS'] ?? 1_000_000);
const PAIRS = Number(process.env['FALLOW_BENCH_PAIRS'] ?? 5);
const DEXIE_ROWS = Math.min(100_000, ROWS);

describe('import of a users file', () => {
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

  test('a users file from File to committed snapshot beside a bare PapaParse pass [APP-20]', async () => {
    const ours: number[] = [];
    const bare: number[] = [];
    const peaks: number[] = [];
    const gaps: number[] = [];
    const tasks: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      const reference = async (): Promise<void> => {
        const { answer } = await browser.run(served.page, users.path, 'papa', 'bare');
        expect(answer.rows).toBe(ROWS);
        bare.push(answer.milliseconds);
      };
      if (pair % 2 === 0) await reference();
      const { answer, peak } = await browser.run(served.page, users.path, 'importFallow', false);
      expect(answer).toMatchObject({
        read: ROWS,
        accepted: ROWS,
        rejected: 0,
        seats: ROWS,
        active: users.active,
      });
      ours.push(answer.milliseconds);
      peaks.push(peak);
      gaps.push(answer.longestGap);
      tasks.push(answer.longestTask);
      if (pair % 2 === 1) await reference();
    }
    const { peak: objects, answer } = await browser.run(served.page, users.path, 'papa', 'objects');
    expect(answer.rows).toBe(ROWS);
    report(`Import of ${ROWS} accounts, ${(users.bytes / 1e6).toFixed(1)} MB`, {
      'Fallow, ms': spread(ours),
      'bare PapaParse, ms': spread(bare),
      'ratio by pair': spread(ratios(ours, bare)),
      'ratio of medians': against(median(ours) / median(bare), ROWS > 100_000 ? 1 : 1.5),
      'peak, MB': spread(peaks),
      'PapaParse to objects, peak MB': objects.toFixed(0),
      'PapaParse to objects, ms': answer.milliseconds.toFixed(0),
      'peak ratio': against(median(peaks) / objects, 0.35),
      'longest gap of the page, ms': against(Math.max(...gaps), 100, ' ms'),
      'longest task of the page, ms': spread(tasks),
    });
  });

  test('100,000 accounts beside PapaParse to objects and Dexie bulkAdd', async () => {
    const few = seededUsers(DEXIE_ROWS);
    const ours: number[] = [];
    const dexie: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      const { answer } = await browser.run(served.page, few.path, 'importFallow', false);
      expect(answer).toMatchObject({ accepted: DEXIE_ROWS, seats: DEXIE_ROWS, active: few.active });
      ours.push(answer.milliseconds);
      const added = await browser.run(served.page, few.path, 'dexie', 'parseAndAdd', DEXIE_ROWS);
      expect(added.answer.rows).toBe(DEXIE_ROWS);
      dexie.push(added.answer.milliseconds);
      await browser.run(served.page, few.path, 'dexie', 'delete', 0);
    }
    report(`Import of ${DEXIE_ROWS} accounts beside PapaParse to objects and Dexie`, {
      'Fallow, ms': spread(ours),
      'PapaParse header: true and Dexie bulkAdd, ms': spread(dexie),
      'ratio by pair': spread(ratios(ours, dexie)),
      'ratio of medians': against(median(ours) / median(dexie), 0.1),
    });
  });

  test('storing the snapshot beside Dexie bulkAdd of the rows', async () => {
    const kept = await browser.run(served.page, users.path, 'importFallow', true);
    const { client } = kept.answer;
    const ours: number[] = [];
    const dexie: number[] = [];
    let bytes = 0;
    for (let pair = 0; pair < PAIRS; pair++) {
      const { answer } = await browser.run(served.page, users.path, 'storeChunks', client);
      expect(answer.seats).toBe(ROWS);
      bytes = answer.bytes;
      ours.push(answer.milliseconds);
      const added = await browser.run(served.page, users.path, 'dexie', 'bulkAdd', DEXIE_ROWS);
      expect(added.answer.rows).toBe(DEXIE_ROWS);
      dexie.push((added.answer.milliseconds * ROWS) / DEXIE_ROWS);
      await browser.run(served.page, users.path, 'dexie', 'delete', 0);
    }
    report(`Storing ${ROWS} accounts, ${(bytes / 1e6).toFixed(1)} MB of chunks`, {
      'Fallow, ms': spread(ours),
      [`Dexie bulkAdd, ms (${DEXIE_ROWS} rows, scaled)`]: spread(dexie),
      'ratio by pair': spread(ratios(ours, dexie)),
      'ratio of medians': against(median(ours) / median(dexie), 0.02),
    });
  });
});
