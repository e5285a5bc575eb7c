import type { Request } from '../protocol.ts';
import { createHandler } from './handle.ts';
import { createCallHandlers } from './callHandlers.ts';
import { readFailure } from './readFailure.ts';

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: unknown): void;
};

const handle = createHandler(createCallHandlers(), readFailure, (reply) => scope.postMessage(reply));

scope.onmessage = (event) => void handle(event.data);
