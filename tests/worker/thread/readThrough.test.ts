import { createHash } from 'node:crypto';
import { Worker as NodeWorker } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WHOLE_HASH_BYTES, type ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import { readThrough } from '../../../src/worker/thread/readThrough.ts';
import { readCellBatches, type CellBatch } from '../../../src/worker/thread/cellBatches.ts';
import { byteFile, utf8 } from './byteFile.ts';
import { cellsOf, dialectOf, generalBatches } from './cellRows.ts';

const LIVE = new AbortController().signal;

const BYTES = Uint8Array.from({ length: 2_700_001 }, (_, at) => (at * 31 + (at >> 9)) & 0xff);
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

/** A large file as the browser has it, so that a thread reads it. */
class LargeBlob extends Blob {
  readonly name = 'users.csv';

  override get size(): number {
    return WHOLE_HASH_BYTES + 1;
  }
}

/** Runs the program of a worker in a thread of Node, with the little that it uses of a browser. */
class TestWorker {
  static broken = false;
  private readonly worker: Promise<NodeWorker>;
  private readonly listeners = new Map<string, ((event: unknown) => void)[]>();

  constructor(url: string) {
    this.worker = fetch(url)
      .then((response) => response.text())
      .then((program) => this.start(program));
  }

  private start(program: string): NodeWorker {
    const code = `const { parentPort } = require('node:worker_threads');
      globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
      parentPort.on('message', (data) => onmessage({ data }));
      globalThis.onmessage = undefined;
      ${TestWorker.broken ? 'throw new Error("No threads here");' : ''}
      ${program}`;
    const worker = new NodeWorker(code, { eval: true });
    worker.on('message', (data) => this.tell('message', { data }));
    worker.on('error', ({ message }) => this.tell('error', { message }));
    return worker;
  }

  private tell(type: string, event: unknown): void {
    for (const listener of this.listeners.get(type) ?? []) listener(event);
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    const listeners = this.listeners.get(type) ?? [];
    this.listeners.set(type, [...listeners, listener as (event: unknown) => void]);
  }

  postMessage(message: unknown, transfer: readonly ArrayBuffer[] = []): void {
    void this.worker.then((worker) => worker.postMessage(message, transfer));
  }

  terminate(): void {
    void this.worker.then((worker) => worker.terminate());
  }
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece.slice());
  return Buffer.concat(all);
}

afterEach(() => {
  vi.unstubAllGlobals();
  TestWorker.broken = false;
});

describe('a file is read once for its bytes and its fingerprint', () => {
  test('where it may lie in memory whole', async () => {
    const through = readThrough(byteFile([BYTES]), LIVE);
    expect((await bytesOf(through.pieces())).equals(BYTES)).toBe(true);
    expect(await through.fingerprint()).toBe(SHA256);
  });

  test('where no thread can be started', async () => {
    const through = readThrough({ ...byteFile([BYTES]), size: WHOLE_HASH_BYTES + 1 }, LIVE);
    await expect(through.fingerprint()).rejects.toThrow('not read to its end');
    expect((await bytesOf(through.pieces())).equals(BYTES)).toBe(true);
    expect(await through.fingerprint()).toBe(SHA256);
  });

  for (const broken of [false, true]) {
    test(`where a thread reads it${broken ? ', or breaks before it has read anything' : ''}`, async () => {
      vi.stubGlobal('Worker', TestWorker);
      TestWorker.broken = broken;
      const through = readThrough(new LargeBlob([BYTES]) as unknown as ByteSource, LIVE);
      expect((await bytesOf(through.pieces())).equals(BYTES)).toBe(true);
      expect(await through.fingerprint()).toBe(SHA256);
      through.close();
    });
  }
});

test('the first pieces that a thread hands over are small, so that progress can be told soon', async () => {
  vi.stubGlobal('Worker', TestWorker);
  const through = readThrough(new LargeBlob([BYTES]) as unknown as ByteSource, LIVE);
  const lengths: number[] = [];
  for await (const piece of through.pieces()) lengths.push(piece.length);
  expect(lengths.slice(0, 3)).toEqual([1 << 16, 1 << 17, 1 << 18]);
  const rows = new TextEncoder().encode('user.name,2026-06-30,login\n'.repeat(20_000));
  const scanned = readThrough(new LargeBlob([rows]) as unknown as ByteSource, LIVE, ',');
  const counts: number[] = [];
  for await (const piece of scanned.pieces()) if (!(piece instanceof Uint8Array)) counts.push(piece.count);
  expect(counts[0]).toBeLessThan(2_500);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20_000);
  through.close();
  scanned.close();
});

test('an abort ends the pieces', async () => {
  vi.stubGlobal('Worker', TestWorker);
  const files: readonly ByteSource[] = [
    byteFile([BYTES]),
    { ...byteFile([BYTES]), size: WHOLE_HASH_BYTES + 1 },
    new LargeBlob([BYTES]) as unknown as ByteSource,
  ];
  for (const file of files) {
    const controller = new AbortController();
    const through = readThrough(file, controller.signal);
    const reading = (async () => {
      for await (const piece of through.pieces()) {
        expect(piece.length).toBeGreaterThan(0);
        controller.abort(new Error('Cancelled'));
      }
    })();
    await expect(reading).rejects.toThrow('Cancelled');
    through.close();
  }
});

describe('rows of a large file that are found by the thread are those of the general reader', () => {
  const plain = (from: number, rows: number): string =>
    Array.from({ length: rows }, (_, row) => `user.${from + row},"Ann ""A"" ${row}",Zoë ${row % 7}\r\n`).join(
      '',
    );
  const long = `"${'x'.repeat(70_000)}",b,c\n`;

  test.each<[string, Uint8Array, number]>([
    [
      'plain and quoted, with a mark, the last without a line end',
      utf8(`\ufeffa,b,c\n${plain(0, 60_000)}last,b,c`),
      60_000,
    ],
    ['an odd quote in the middle', utf8(`a,b,c\n${plain(0, 40_000)}x,"b"b,c\n${plain(1, 20_000)}`), 30_000],
    [
      'a row that is longer than the thread carries',
      utf8(`a,b,c\n${plain(0, 30_000)}${long}${plain(1, 30_000)}`),
      20_000,
    ],
    [
      'a quote that swallows a whole piece',
      utf8(`a,b,c\n"${`${'y'.repeat(9_000)}\n`.repeat(200)}",b,c\n${plain(0, 100)}`),
      0,
    ],
    [
      'a byte that is no UTF-8',
      Uint8Array.from([...utf8(`a,b,c\n${plain(0, 40_000)}x,`), 0xff, ...utf8(`,z\n${plain(0, 9)}`)]),
      30_000,
    ],
    ['nothing but a header', utf8('a,b,c'), 0],
  ])('%s [LOAD-05]', async (_, bytes, leastFound) => {
    vi.stubGlobal('Worker', TestWorker);
    const dialect = dialectOf();
    const through = readThrough(new LargeBlob([bytes.slice()]) as unknown as ByteSource, LIVE, ',');
    const cells: unknown[] = [];
    let found = 0;
    let largest = 0;
    async function* counted(): ReturnType<typeof through.pieces> {
      for await (const piece of through.pieces()) {
        if (!(piece instanceof Uint8Array)) found += piece.count;
        largest = Math.max(largest, piece instanceof Uint8Array ? piece.length : piece.bytes.length);
        yield piece;
      }
    }
    const take = (batch: CellBatch): void => void cellsOf([batch]).forEach((row) => cells.push(row));
    let isReadable = true;
    for await (const batch of readCellBatches(counted(), dialect)) {
      take(batch);
      if (batch.kind === 'texts' && batch.unreadable) isReadable = false;
    }
    const expected = cellsOf(generalBatches([bytes], dialect)).map((row) => JSON.stringify(row));
    const differs = cells.findIndex((row, at) => JSON.stringify(row) !== expected[at]);
    expect([differs, cells.length]).toEqual([-1, expected.length]);
    expect(found).toBeGreaterThanOrEqual(leastFound);
    expect(largest).toBeLessThan(3 << 20);
    if (isReadable)
      expect(await through.fingerprint()).toBe(createHash('sha256').update(bytes).digest('hex'));
    through.close();
  });
});
