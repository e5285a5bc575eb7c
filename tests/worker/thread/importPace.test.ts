import { expect, test } from 'vitest';
import { nextTask, Pace } from '../../../src/worker/thread/importPace.ts';

test('reports at least every 250 ms and hears a cancel that waits for its turn [LOAD-02]', async () => {
  let now = 0;
  const reports: number[] = [];
  const controller = new AbortController();
  const pace = new Pace({ elapsed: () => now, nextTask }, controller.signal, () => reports.push(now));
  for (let piece = 0; piece < 200; piece += 1) {
    now += 7;
    await pace.breathe(piece);
  }
  const gaps = reports.map((at, index) => at - (reports[index - 1] ?? 0));
  expect(Math.max(...gaps, now - reports.at(-1)!)).toBeLessThan(250);

  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    controller.abort();
  });
  port1.start();
  port2.postMessage('cancel');
  const goOn = async (): Promise<void> => {
    for (let piece = 0; piece < 100; piece += 1) {
      now += 50;
      await pace.breathe(piece);
    }
  };
  await expect(goOn()).rejects.toThrow();
});
