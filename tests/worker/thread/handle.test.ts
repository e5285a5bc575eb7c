import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { Reply, Request } from '../../../src/worker/protocol.ts';
import { createHandler, type CallHandlers, type CallTools } from '../../../src/worker/thread/handle.ts';
import { CancelledError, readFailure } from '../../../src/worker/thread/readFailure.ts';

function handlerOf(handlers: Partial<CallHandlers>): {
  handle: (request: Request) => Promise<void>;
  replies: Reply[];
} {
  const replies: Reply[] = [];
  const handle = createHandler(handlers as CallHandlers, readFailure, (reply) => replies.push(reply));
  return { handle, replies };
}

describe('requests to the thread', () => {
  test('an answer and an expected failure carry the number of their request', async () => {
    const { handle, replies } = handlerOf({
      verifyLedger: async () => succeed({ outcome: 'intact', entries: 2 }),
      position: async () => fail({ kind: 'notFrozen' }),
    });
    await handle({ number: 4, call: 'verifyLedger', ask: {} });
    await handle({ number: 5, call: 'position', ask: {} });
    expect(replies).toEqual([
      { number: 4, answer: { outcome: 'intact', entries: 2 } },
      { number: 5, failure: { kind: 'notFrozen' } },
    ]);
  });

  test('a full browser is a failure in words, a bug is a crash', async () => {
    const quota = Object.assign(new Error('aborted'), {
      name: 'AbortError',
      inner: { name: 'QuotaExceededError' },
    });
    const { handle, replies } = handlerOf({
      closeClient: () => Promise.reject(quota),
      verifyLedger: () => Promise.reject(new TypeError('x is undefined')),
    });
    await handle({ number: 1, call: 'closeClient', ask: {} });
    await handle({ number: 2, call: 'verifyLedger', ask: {} });
    expect(replies).toEqual([
      { number: 1, failure: { kind: 'storageFull' } },
      { number: 2, crash: 'TypeError: x is undefined' },
    ]);
  });

  test('cancelling reaches the running call of that number only, and its progress came before [LOAD-02]', async () => {
    const running: { tools?: CallTools; stop?: (error: Error) => void } = {};
    const { handle, replies } = handlerOf({
      verifyLedger: (_ask, tools) =>
        new Promise((_resolve, reject) => {
          running.tools = tools;
          running.stop = reject;
        }),
    });
    const done = handle({ number: 9, call: 'verifyLedger', ask: {} });
    running.tools?.onProgress({ done: 41_200, total: 100_000, unit: 'rows' });
    await handle({ cancel: 8 });
    expect(running.tools?.signal.aborted).toBe(false);
    await handle({ cancel: 9 });
    expect(running.tools?.signal.aborted).toBe(true);
    running.stop?.(new CancelledError());
    await done;
    expect(replies).toEqual([
      { number: 9, progress: { done: 41_200, total: 100_000, unit: 'rows' } },
      { number: 9, failure: { kind: 'cancelled' } },
    ]);
  });
});
