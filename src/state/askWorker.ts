export type { AskOptions, AskWorker } from '../worker/client.ts';
