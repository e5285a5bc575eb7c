import { expect, test } from 'vitest';
import type { QueuedFile } from '../../../src/state/queuedFile.ts';
import { wordNoFile } from '../../../src/ui/load/queueWords.ts';

const DONE = { step: 'done', rows: { read: 1, accepted: 1, rejected: 0 }, already: false };
const ASKS = { step: 'asks', waitsFor: { kind: 'answers', questions: 1 } };
const READY = { step: 'ready', ready: {} };

const wordsFor = (...states: readonly object[]): string =>
  wordNoFile(states.map((state, id) => ({ id, state }) as unknown as QueuedFile));

test('with no file on the screen, the queue says what comes next', () => {
  expect(wordsFor()).toBe('Choose a file first.');
  expect(wordsFor(DONE)).toBe('Choose a file first.');
  expect(wordsFor(DONE, READY)).toBe('Import the ready files from the queue.');
  expect(wordsFor(READY, ASKS)).toBe('Open a file of the queue first.');
});
