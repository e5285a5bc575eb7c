import type { ByteSource } from './decodeFile.ts';
import { buildStreamSha256 } from './streamSha256.ts';

interface UrlPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Reads the file that it is sent and answers with its SHA-256, or with nothing when the file cannot be read. */
const PROGRAM = `const hash = (${buildStreamSha256.toString()})();
const read = async (file) => {
  const reader = file.stream().getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(262144);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return hash.digest();
    hash.update(value);
    buffer = value.buffer;
  }
};
onmessage = ({ data }) => read(data).then(postMessage, () => postMessage(''));`;

const NOT_HASHED = 'The fingerprint could not be computed';

let policy: { createScriptURL(url: string): string } | undefined;

/** A page under the policy may start workers from URLs of its own only; the name is the one that the policy allows. */
function scriptUrl(url: string): string {
  const rules = { createScriptURL: (own: string) => own };
  const policies = (globalThis as { readonly trustedTypes?: UrlPolicies }).trustedTypes;
  policy ??= policies ? policies.createPolicy('app-worker', rules) : rules;
  return policy.createScriptURL(url);
}

/**
 * SHA-256 of a file, computed in a thread of its own while this one goes on, so that a large file need not lie in memory
 * for the browser's own function. `undefined` where a worker cannot start one.
 */
export function hashBeside(file: ByteSource, signal: AbortSignal): Promise<string> | undefined {
  if (typeof Worker === 'undefined' || !(file instanceof Blob)) return undefined;
  const url = URL.createObjectURL(new Blob([PROGRAM], { type: 'text/javascript' }));
  const worker = new Worker(scriptUrl(url));
  const hashed = new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<string>) => {
      if (event.data === '') reject(new Error(NOT_HASHED));
      else resolve(event.data);
    });
    worker.addEventListener('error', () => reject(new Error(NOT_HASHED)));
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  worker.postMessage(file);
  return hashed.finally(() => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}
