import type { CDPSession, Page } from 'playwright-core';

/** Requests of a page and of every worker it starts, as the browser itself reports them. */
export interface WatchedTargets {
  /** Addresses asked for, with the kind of target that asked. */
  readonly requests: string[];
  /** Kinds of the targets that were watched. */
  readonly targets: string[];
  stop(): Promise<void>;
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string; readonly url: string };
}

/**
 * Watches below the page's own interface: the page and, attached on the way, its workers, each with the network
 * domain on. `page.on('request')` alone would miss what workers ask for.
 */
export async function watchTargets(page: Page): Promise<WatchedTargets> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const requests: string[] = [];
  const targets: string[] = ['page'];
  session.on('Network.requestWillBeSent', ({ request }) => requests.push(`page ${request.url}`));
  session.on('Network.webSocketCreated', ({ url }) => requests.push(`page ${url}`));
  session.on('Target.attachedToTarget', (event) => {
    const { sessionId, targetInfo } = event as Attached;
    targets.push(targetInfo.type);
    let number = 0;
    const send = (method: string): void => {
      number += 1;
      void session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: number, method }) })
        .catch(() => undefined);
    };
    send('Network.enable');
    send('Runtime.runIfWaitingForDebugger');
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message) as {
      method?: string;
      params?: { request?: { url: string }; url?: string };
    };
    if (method === 'Network.requestWillBeSent') requests.push(`worker ${params?.request?.url ?? ''}`);
    if (method === 'Network.webSocketCreated') requests.push(`worker ${params?.url ?? ''}`);
  });
  await session.send('Network.enable');
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  });
  return { requests, targets, stop: () => session.detach() };
}

/** Whether a request stays inside the page: what it made itself, or data in the address. */
export const staysInside = (request: string): boolean => / (?:blob|data):/.test(request);
