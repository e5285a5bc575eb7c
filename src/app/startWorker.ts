interface UrlPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): UrlPolicy;
}

/** The one Trusted Types policy of the page: worker scripts may come from `blob:` addresses and nowhere else. */
const workerPolicy: UrlPolicy = ((): UrlPolicy => {
  const rules = {
    createScriptURL(url: string): string {
      if (!url.startsWith('blob:')) throw new TypeError('Only blob workers are allowed.');
      return url;
    },
  };
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  return factory ? factory.createPolicy('app-worker', rules) : rules;
})();

/** Starts a classic worker from its source text. A blob worker inherits the page's content security policy. */
export function startWorker(source: string, name: string): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(workerPolicy.createScriptURL(url), { name });
  // The browser has taken the script once the first message comes back; until then the address must stay.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
