import type { Reply, Request } from '../protocol.ts';
import { createHandler } from './handle.ts';
import { createCallHandlers } from './callHandlers.ts';
import { readFailure } from './readFailure.ts';

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: unknown): void;
};

const post = (reply: Reply): void => scope.postMessage(reply);
const handlers = createCallHandlers((lost) => post({ lost }));
const handle = createHandler(handlers, readFailure, post);

scope.onmessage = (event) => void handle(event.data);
