import source from 'virtual:worker-source/thread';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { createWorkerClient, type AskWorker } from '../../../src/worker/client.ts';
import type { Stamp } from '../../../src/worker/protocol.ts';

/** Starts the app's own worker from the same bundle that the app uses. */
export function startThread(): { readonly ask: AskWorker; readonly worker: Worker } {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const ask = createWorkerClient(worker, (message) => {
    throw new Error(`The worker broke: ${message}`);
  });
  return { ask, worker };
}

export const BENCH_DAY = readIsoDay('2026-06-30')!;

export const STAMP: Stamp = { actor: 'Bench', at: '2026-06-30T12:00:00+01:00', workingDay: BENCH_DAY };

/** The value of an answer; a failure ends the run. */
export async function answered<Value>(
  asked: Promise<
    { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: unknown }
  >,
): Promise<Value> {
  const result = await asked;
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}
