import type { Result } from '../../core/base/result.ts';
import type { Answer, Ask, CallName, Failure, Progress, Reply, Request } from '../protocol.ts';

/** What a call may use beside its question. */
export interface CallTools {
  /** Aborted when the page cancels the call. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** One function a call. Expected failures are values; a thrown error is a bug, or one that `readFailure` knows. */
export type CallHandlers = {
  readonly [Name in CallName]: (ask: Ask<Name>, tools: CallTools) => Promise<Result<Answer<Name>, Failure>>;
};

type AnyHandler = (ask: unknown, tools: CallTools) => Promise<Result<unknown, Failure>>;

/**
 * Turns requests into replies. Calls run side by side; what must not overlap (recording an act) is queued where it is
 * done. Knows nothing of the worker's global scope.
 */
export function createHandler(
  handlers: CallHandlers,
  readFailure: (error: unknown) => Failure | undefined,
  post: (reply: Reply, transfer?: readonly Transferable[]) => void,
): (request: Request) => Promise<void> {
  const running = new Map<number, AbortController>();

  return async (request) => {
    if ('cancel' in request) {
      running.get(request.cancel)?.abort();
      return;
    }
    const { number, call, ask } = request;
    const controller = new AbortController();
    running.set(number, controller);
    const tools: CallTools = {
      signal: controller.signal,
      onProgress: (progress) => post({ number, progress }),
    };
    try {
      const result = await (handlers[call] as AnyHandler)(ask, tools);
      post(result.ok ? { number, answer: result.value } : { number, failure: result.failure });
    } catch (error) {
      const failure = readFailure(error);
      if (failure) post({ number, failure });
      else
        post({ number, crash: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    } finally {
      running.delete(number);
    }
  };
}
