import { describe, expect, test } from 'vitest';
import { createWorkerClient, type WorkerPort } from '../../src/worker/client.ts';
import type { Reply, Request } from '../../src/worker/protocol.ts';
import { seatQuery } from '../builders/seatQuery.ts';

/** A port that keeps what was sent and lets the test answer. */
function fakePort(): WorkerPort & { readonly sent: Request[]; reply(reply: Reply): void } {
  const sent: Request[] = [];
  let listener: (event: { readonly data: unknown }) => void = () => undefined;
  return {
    sent,
    postMessage: (message) => void sent.push(message),
    addEventListener: (_type, added) => {
      listener = added;
    },
    reply: (reply) => listener({ data: reply }),
  };
}

const query = seatQuery();
const page = (from: number) => ({ query, from, count: 10 });

describe('the page’s half of the worker', () => {
  test('a client that was given up is told without a question', async () => {
    const port = fakePort();
    const lost: string[] = [];
    const ask = createWorkerClient(
      port,
      () => undefined,
      (why) => lost.push(why),
    );
    const running = ask('closeClient', {});
    port.reply({ lost: 'newerVersion' });
    expect(lost).toEqual(['newerVersion']);
    port.reply({ number: 1, answer: null });
    expect(await running).toEqual({ ok: true, value: null });
  });

  test('replies reach the request of their number, whatever their order', async () => {
    const port = fakePort();
    const ask = createWorkerClient(port, () => undefined);
    const first = ask('closeClient', {});
    const second = ask('verifyLedger', {});
    port.reply({ number: 2, answer: { outcome: 'intact', entries: 3 } });
    port.reply({ number: 1, failure: { kind: 'storageBlocked' } });
    expect(await first).toEqual({ ok: false, failure: { kind: 'storageBlocked' } });
    expect(await second).toEqual({ ok: true, value: { outcome: 'intact', entries: 3 } });
  });

  test('of one kind one request runs, is told that it was overtaken, and only the newest waits', async () => {
    const port = fakePort();
    const ask = createWorkerClient(port, () => undefined);
    const running = ask('seatPage', page(0), { latest: true });
    const overtaken = ask('seatPage', page(10), { latest: true });
    const newest = ask('seatPage', page(20), { latest: true });
    expect(port.sent).toHaveLength(2);
    expect(port.sent[1]).toEqual({ cancel: 1 });
    expect(await overtaken).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    port.reply({ number: 1, answer: 'first' });
    await running;
    await Promise.resolve();
    expect(port.sent).toHaveLength(3);
    expect(port.sent[2]).toMatchObject({ ask: { from: 20 } });
    port.reply({ number: 2, answer: 'newest' });
    expect(await newest).toEqual({ ok: true, value: 'newest' });
  });

  test('progress does not settle a request, and cancelling sends its number', async () => {
    const port = fakePort();
    const ask = createWorkerClient(port, () => undefined);
    const seen: number[] = [];
    const controller = new AbortController();
    const asked = ask(
      'verifyLedger',
      {},
      { onProgress: ({ done }) => seen.push(done), signal: controller.signal },
    );
    port.reply({ number: 1, progress: { done: 5, total: 10, unit: 'rows' } });
    controller.abort();
    expect(port.sent.at(-1)).toEqual({ cancel: 1 });
    port.reply({ number: 1, failure: { kind: 'cancelled' } });
    expect(await asked).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(seen).toEqual([5]);
  });

  test('a request that was cancelled while it waited for its turn is cancelled as soon as it is sent', async () => {
    const port = fakePort();
    const ask = createWorkerClient(port, () => undefined);
    const running = ask('seatPage', page(0), { latest: true });
    const controller = new AbortController();
    void ask('seatPage', page(10), { latest: true, signal: controller.signal });
    controller.abort();
    port.reply({ number: 1, answer: 'first' });
    await running;
    await Promise.resolve();
    expect(port.sent.slice(-2)).toMatchObject([{ number: 2, ask: { from: 10 } }, { cancel: 2 }]);
  });

  test('a crash of the worker is told to the page', () => {
    const port = fakePort();
    const crashes: string[] = [];
    const ask = createWorkerClient(port, (message) => crashes.push(message));
    void ask('closeClient', {});
    port.reply({ number: 1, crash: 'TypeError: x is undefined' });
    expect(crashes).toEqual(['TypeError: x is undefined']);
  });
});
