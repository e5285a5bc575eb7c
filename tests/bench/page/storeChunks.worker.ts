import { ClientDatabase } from '../../../src/storage/database.ts';
import { SnapshotStage } from '../../../src/storage/snapshotStage.ts';
import { listSnapshots } from '../../../src/storage/snapshotStore.ts';
import { browserLocks } from '../../../src/storage/importLock.ts';
import { answerBench } from './askBenchWorker.ts';

export interface StoreQuestion {
  readonly client: string;
}

export interface StoreAnswer {
  readonly seats: number;
  readonly chunks: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Stores the chunks of a client's snapshot once more, in a client of their own: stage, write, commit. */
answerBench<StoreQuestion>(async ({ client }): Promise<StoreAnswer> => {
  const from = new ClientDatabase(client);
  const heads = await listSnapshots(from);
  const head = heads.ok ? heads.value[0] : undefined;
  if (!head) throw new Error('There is no snapshot to store again');
  const chunks = await from.chunks.where('snapshot').equals(head.layout.id).toArray();
  from.close();
  const into = new ClientDatabase('bench-store');
  await into.open();
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes.byteLength, 0);
  const start = performance.now();
  const stage = await SnapshotStage.begin(into, head.layout.id, '2026-06-30T12:00:00Z', browserLocks());
  for (const chunk of chunks) {
    stage.write(chunk.column, chunk.chunk, new Uint8Array(chunk.bytes));
    await stage.room();
  }
  const { layout, summary, receipt } = head;
  await stage.commit({ layout, summary, receipt }, () => Promise.resolve());
  const milliseconds = performance.now() - start;
  const stored = await listSnapshots(into);
  const seats = stored.ok ? (stored.value[0]?.layout.seats ?? 0) : 0;
  await into.delete();
  return { seats, chunks: chunks.length, bytes, milliseconds };
});
