import { fail, succeed, type Result } from '../core/base/result.ts';
import type { Answer, Ask, CallName, Failure, Progress, Reply, Request } from './protocol.ts';

/** The part of a `Worker` that the client needs; a test hands in a pair of functions. */
export interface WorkerPort {
  postMessage(message: Request): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface AskOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** One request of this call runs and one waits; a newer one takes the place of the waiting one. */
  readonly latest?: boolean | undefined;
}

export type AskWorker = <Name extends CallName>(
  call: Name,
  ask: Ask<Name>,
  options?: AskOptions,
) => Promise<Result<Answer<Name>, Failure>>;

/** Why the worker gave the open client up, see {@link Reply}. */
export type LostClient = Extract<Reply, { readonly lost: unknown }>['lost'];

interface Pending {
  readonly settle: (result: Result<unknown, Failure>) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

interface Waiting {
  readonly send: () => void;
  readonly drop: () => void;
}

/**
 * The page's half of the worker: numbers requests, matches replies, and lets only the newest of a kind through.
 * A request that was overtaken ends as `cancelled`, which callers ignore; the worker is told, so that it can give up
 * what takes long and answers what it has done already. `onLost`: the worker gave the open client up.
 */
export function createWorkerClient(
  port: WorkerPort,
  onCrash: (message: string) => void,
  onLost: (why: LostClient) => void = () => undefined,
): AskWorker {
  let lastNumber = 0;
  const pending = new Map<number, Pending>();
  /** Number of the request that the worker is answering. */
  const running = new Map<CallName, number>();
  const waiting = new Map<CallName, Waiting>();

  port.addEventListener('message', (event) => {
    const reply = event.data as Reply;
    if ('lost' in reply) {
      onLost(reply.lost);
      return;
    }
    const request = pending.get(reply.number);
    if (!request) return;
    if ('progress' in reply) {
      request.onProgress?.(reply.progress);
      return;
    }
    pending.delete(reply.number);
    if ('crash' in reply) onCrash(reply.crash);
    else if ('failure' in reply) request.settle(fail(reply.failure));
    else request.settle(succeed(reply.answer));
  });

  function send(
    call: CallName,
    ask: unknown,
    options: AskOptions | undefined,
    number = ++lastNumber,
  ): Promise<Result<unknown, Failure>> {
    return new Promise((resolve) => {
      const cancel = (): void => port.postMessage({ cancel: number });
      pending.set(number, {
        settle: (result) => {
          options?.signal?.removeEventListener('abort', cancel);
          resolve(result);
        },
        onProgress: options?.onProgress,
      });
      port.postMessage({ number, call, ask } as Request);
      options?.signal?.addEventListener('abort', cancel);
      // A signal that was given up while the request waited for its turn tells nobody any more.
      if (options?.signal?.aborted) cancel();
    });
  }

  async function sendLatest(
    call: CallName,
    ask: unknown,
    options: AskOptions,
  ): Promise<Result<unknown, Failure>> {
    const overtaken = running.get(call);
    if (overtaken !== undefined) {
      if (!waiting.has(call)) port.postMessage({ cancel: overtaken });
      const mayRun = await new Promise<boolean>((resolve) => {
        waiting.get(call)?.drop();
        waiting.set(call, { send: () => resolve(true), drop: () => resolve(false) });
      });
      if (!mayRun) return fail({ kind: 'cancelled' });
    }
    const number = ++lastNumber;
    running.set(call, number);
    const result = await send(call, ask, options, number);
    const next = waiting.get(call);
    waiting.delete(call);
    if (next) next.send();
    else running.delete(call);
    return result;
  }

  const ask = (call: CallName, question: unknown, options?: AskOptions): Promise<Result<unknown, Failure>> =>
    options?.latest ? sendLatest(call, question, options) : send(call, question, options);
  return ask as AskWorker;
}
