interface UrlPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | undefined;

/** A page under the policy may start workers from URLs of its own only; the name is the one that the policy allows. */
function scriptUrl(url: string): string {
  const rules = { createScriptURL: (own: string) => own };
  const policies = (globalThis as { readonly trustedTypes?: UrlPolicies }).trustedTypes;
  policy ??= policies ? policies.createPolicy('app-worker', rules) : rules;
  return policy.createScriptURL(url);
}

/** A thread that runs a small program beside this one. */
export interface OwnThread {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  stop(): void;
}

/** Whether this place can start threads. */
export const hasThreads = (): boolean => typeof Worker !== 'undefined';

/**
 * Starts a thread with the text of a classic script. `hear` is told each of its messages, `broke` why it ended by itself;
 * neither is called before this function has returned.
 */
export function startOwnThread<News>(
  program: string,
  hear: (news: News) => void,
  broke: (why: Error) => void,
): OwnThread {
  const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const worker = new Worker(scriptUrl(url));
  worker.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data));
  worker.addEventListener('error', ({ message }) => broke(new Error(message)));
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    stop() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
