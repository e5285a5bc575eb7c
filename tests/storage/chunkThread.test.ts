import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChunkRecord, ClientDatabase } from '../../src/storage/database.ts';
import type { Locks } from '../../src/storage/importLock.ts';
import { SnapshotStage } from '../../src/storage/snapshotStage.ts';
import { eachInOwnDatabase, IMPORTED_AT } from '../support/importSetting.ts';

type Listener = (event: unknown) => void;

/** Runs the program of a worker in this thread, over the same databases; messages are copied as between threads. */
class NearWorker {
  static alive = 0;
  static breaksWith: string | undefined;
  private readonly listeners = new Map<string, Listener[]>();
  private readonly program: Promise<(event: { data: unknown }) => void>;

  constructor(url: string) {
    NearWorker.alive += 1;
    this.program = fetch(url)
      .then((response) => response.text())
      .then((text) => {
        const post = (data: unknown): void => this.tell('message', { data: structuredClone(data) });
        // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the text of a worker is a program
        const build = new Function('postMessage', `let onmessage; ${text}; return onmessage;`);
        return build(post) as (event: { data: unknown }) => void;
      });
  }

  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  postMessage(message: unknown, transfer: ArrayBuffer[]): void {
    const data: unknown = structuredClone(message, { transfer });
    const { breaksWith } = NearWorker;
    if (breaksWith === undefined) void this.program.then((hear) => hear({ data }));
    else queueMicrotask(() => this.tell('error', { message: breaksWith }));
  }

  terminate(): void {
    NearWorker.alive -= 1;
  }

  private tell(type: string, event: unknown): void {
    for (const listener of this.listeners.get(type) ?? []) listener(event);
  }
}

let db: ClientDatabase;

eachInOwnDatabase((opened) => {
  db = opened;
});
beforeEach(() => {
  NearWorker.alive = 0;
  NearWorker.breaksWith = undefined;
  vi.stubGlobal('Worker', NearWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const begin = (): Promise<SnapshotStage> => SnapshotStage.begin(db, 's1', IMPORTED_AT, undefined);

const chunkOf = (bytes: number, fill: number): Uint8Array<ArrayBuffer> => new Uint8Array(bytes).fill(fill);

const stored = (): Promise<ChunkRecord[]> => db.chunks.toArray();

test('what an import holds beyond its first bytes is stored by a thread of its own, and all are there in the end [LOAD-02]', async () => {
  const stage = await begin();
  stage.write('small', 0, chunkOf(10, 1));
  await stage.settled();
  expect(NearWorker.alive).toBe(0);

  stage.write('large', 0, chunkOf(13 << 20, 2));
  stage.write('large', 1, chunkOf(13 << 20, 3));
  expect((await stage.read('large', 1)).byteLength).toBe(13 << 20);
  expect(NearWorker.alive).toBe(1);

  const found = await stored();
  expect(found.map(({ column, chunk }) => `${column}/${chunk}`)).toEqual(['large/0', 'large/1', 'small/0']);
  expect(found.map(({ bytes }) => new Uint8Array(bytes).at(-1))).toEqual([2, 3, 1]);
});

test('an import that is given up leaves no chunk and no thread [LOAD-02]', async () => {
  const stage = await begin();
  for (let chunk = 0; chunk < 4; chunk += 1) stage.write('large', chunk, chunkOf(13 << 20, chunk));
  await stage.room();
  await stage.discard();
  expect(await stored()).toEqual([]);
  expect(await db.staging.count()).toBe(0);
  expect(NearWorker.alive).toBe(0);
});

test('the thread of an import that will be large stands ready for its first chunks, which are stored together', async () => {
  const stage = await begin();
  stage.prepareFor(9 << 20);
  expect(NearWorker.alive).toBe(1);
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  for (let column = 0; column < 9; column += 1) stage.write(`column${column}`, 0, chunkOf(9, column));
  await stage.settled();
  expect(transactions).toHaveBeenCalledTimes(1);
  transactions.mockRestore();
  expect((await stored()).map(({ bytes }) => new Uint8Array(bytes)[8])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('chunks that come before an import is noted as begun wait for that', async () => {
  let grant = (): void => undefined;
  const granted = new Promise<void>((resolve) => {
    grant = resolve;
  });
  const locks = { request: (_: string, hold: () => Promise<void>) => granted.then(hold) } as unknown as Locks;
  const stage = SnapshotStage.start(db, 's1', IMPORTED_AT, locks);
  stage.write('small', 0, chunkOf(10, 1));
  await stage.room();
  expect([await db.staging.count(), await db.chunks.count()]).toEqual([0, 0]);
  grant();
  await stage.settled();
  expect([await db.staging.count(), await db.chunks.count()]).toEqual([1, 1]);
});

test('an import that cannot be noted as begun stores nothing and says why [LOAD-02]', async () => {
  const locks = { request: () => Promise.reject(new Error('No lock')) };
  await expect(SnapshotStage.begin(db, 's1', IMPORTED_AT, locks)).rejects.toThrow('No lock');
  const stage = SnapshotStage.start(db, 's1', IMPORTED_AT, locks);
  stage.prepareFor(9 << 20);
  stage.write('small', 0, chunkOf(10, 1));
  await expect(stage.settled()).rejects.toThrow('No lock');
  await expect(stage.room()).rejects.toThrow('No lock');
  await stage.discard();
  expect(await stored()).toEqual([]);
  expect(await db.staging.count()).toBe(0);
  expect(NearWorker.alive).toBe(0);
});

test('what the thread cannot store fails the import under the name that it has in the database', async () => {
  const stage = await begin();
  stage.write('large', 0, chunkOf(13 << 20, 1));
  await stage.settled();
  db.close();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(db.name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('Not deleted')));
  });
  stage.write('large', 1, chunkOf(13 << 20, 1));
  await expect(stage.settled()).rejects.toMatchObject({ name: 'InvalidStateError' });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(db.name);
});

test('a second batch goes to the thread while it stores the first, and no third', async () => {
  const stage = await begin();
  stage.prepareFor(50 << 20);
  const posted = vi.spyOn(NearWorker.prototype, 'postMessage');
  for (let chunk = 0; chunk < 4; chunk += 1) stage.write('large', chunk, chunkOf(9 << 20, chunk));
  await Promise.resolve();
  await Promise.resolve();
  expect(posted).toHaveBeenCalledTimes(2);
  await stage.settled();
  expect(posted).toHaveBeenCalledTimes(4);
  posted.mockRestore();
  expect((await stored()).map(({ bytes }) => new Uint8Array(bytes)[0])).toEqual([0, 1, 2, 3]);
});

test('a thread that breaks before anything is stored fails the import', async () => {
  NearWorker.breaksWith = 'No threads here';
  const stage = await begin();
  stage.prepareFor(50 << 20);
  await new Promise((resolve) => setTimeout(resolve));
  NearWorker.breaksWith = undefined;
  stage.write('small', 0, chunkOf(9, 1));
  await expect(stage.settled()).rejects.toThrow('No threads here');
});

test('a thread that breaks fails the import', async () => {
  NearWorker.breaksWith = 'No threads here';
  const stage = await begin();
  stage.write('large', 0, chunkOf(13 << 20, 1));
  await expect(stage.settled()).rejects.toThrow('No threads here');
});
