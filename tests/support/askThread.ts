import type { Answer, Ask, CallName } from '../../src/worker/protocol.ts';
import type { CallTools } from '../../src/worker/thread/handle.ts';
import { createCallHandlers } from '../../src/worker/thread/callHandlers.ts';

export type AskThread = <Name extends CallName>(call: Name, question: Ask<Name>) => Promise<Answer<Name>>;

/** The thread's handlers over a session of their own, asked directly; a failure is thrown with its facts. */
export function askThread(given: Partial<CallTools> = {}): AskThread {
  const handlers = createCallHandlers();
  const tools: CallTools = {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...given,
  };
  const ask = async (call: CallName, question: unknown): Promise<unknown> => {
    const handle = handlers[call] as unknown as (
      asked: unknown,
      using: CallTools,
    ) => Promise<{ readonly ok: boolean; readonly value?: unknown; readonly failure?: unknown }>;
    const result = await handle(question, tools);
    if (!result.ok) throw new Error(`${call} failed: ${JSON.stringify(result.failure)}`);
    return result.value;
  };
  return ask as AskThread;
}
