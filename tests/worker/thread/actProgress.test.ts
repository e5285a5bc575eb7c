import { describe, expect, test } from 'vitest';
import type { Progress } from '../../../src/worker/protocol.ts';
import { actProgress } from '../../../src/worker/thread/actProgress.ts';
import { nextTask } from '../../../src/worker/thread/importPace.ts';

/** An act of so many subjects on a clock that every entry moves by some milliseconds, through all three stages. */
async function recordSlowly(subjects: number, entries: number, step: number) {
  let now = 0;
  const told: { at: number; progress: Progress }[] = [];
  const canceller = new AbortController();
  const onProgress = (progress: Progress): void => void told.push({ at: now, progress });
  const progress = actProgress({ signal: canceller.signal, onProgress }, { elapsed: () => now, nextTask });
  for (let done = 1; done <= subjects; done++) {
    now += step;
    await progress.decided(done, subjects);
  }
  for (let done = 1; done <= entries; done++) {
    now += step;
    await progress.pace.breathe(done, entries);
  }
  for (let done = 1; done <= entries; done += 50) {
    now += 50 * step;
    progress.pace.stored(Math.min(done + 49, entries), entries);
  }
  return { told, now, canceller, progress };
}

describe('actProgress', () => {
  test('reports at least every 250 ms, never backwards, from nothing to all [APP-17]', async () => {
    const { told, now } = await recordSlowly(1_000, 2_000, 3);
    const times = [...told.map(({ at }) => at), now];
    expect(Math.max(...times.map((at, index) => at - (times[index - 1] ?? 0)))).toBeLessThan(250);
    const counts = told.map(({ progress }) => progress.done);
    expect(counts).toEqual([...new Set(counts)].toSorted((a, b) => a - b));
    expect([counts[0], counts.at(-1)]).toEqual([0, 1_000]);
    expect(told.length).toBeGreaterThan(60);
    expect(told.every(({ progress }) => progress.total === 1_000 && progress.unit === 'cases')).toBe(true);
  });

  test('says nothing of an act on a few subjects', async () => {
    expect((await recordSlowly(3, 6, 1)).told).toEqual([]);
  });

  test('throws once it is cancelled, while deciding and while storing', async () => {
    const { canceller, progress } = await recordSlowly(100, 100, 50);
    canceller.abort();
    expect(() => progress.pace.stored(1, 2)).toThrow();
    await expect(recordCancelled()).rejects.toThrow();
  });
});

async function recordCancelled(): Promise<void> {
  let now = 0;
  const canceller = new AbortController();
  const tools = { signal: canceller.signal, onProgress: () => canceller.abort() };
  const progress = actProgress(tools, { elapsed: () => now, nextTask });
  for (let done = 1; done <= 100; done++) {
    now += 50;
    await progress.decided(done, 100);
  }
}
