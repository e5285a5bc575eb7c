import type { Answer, Ask, CallName } from '../../src/worker/protocol.ts';
import { createCallHandlers } from '../../src/worker/thread/callHandlers.ts';

export type AskThread = <Name extends CallName>(call: Name, question: Ask<Name>) => Promise<Answer<Name>>;

/** The thread's handlers over a session of their own, asked directly; a failure is thrown with its facts. */
export function askThread(): AskThread {
  const handlers = createCallHandlers();
  const tools = { signal: new AbortController().signal, onProgress: () => undefined };
  const ask = async (call: CallName, question: unknown): Promise<unknown> => {
    const handle = handlers[call] as unknown as (
      asked: unknown,
      using: typeof tools,
    ) => Promise<{ readonly ok: boolean; readonly value?: unknown; readonly failure?: unknown }>;
    const result = await handle(question, tools);
    if (!result.ok) throw new Error(`${call} failed: ${JSON.stringify(result.failure)}`);
    return result.value;
  };
  return ask as AskThread;
}
