import type { ByteSource } from './decodeFile.ts';
import { startFileThread } from './fileThread.ts';

/**
 * SHA-256 of a file, computed in a thread of its own while this one goes on, so that a large file need not lie in memory
 * for the browser's own function. `undefined` where a worker cannot start one.
 */
export function hashBeside(file: ByteSource, signal: AbortSignal): Promise<string> | undefined {
  if (!(file instanceof Blob) || typeof Worker === 'undefined') return undefined;
  return new Promise((resolve, reject) => {
    const thread = startFileThread(file, (news) => {
      thread.stop();
      if ('sha256' in news) resolve(news.sha256);
      else reject('failure' in news ? (news.failure as Error) : new Error('No bytes were asked for'));
    });
    signal.addEventListener(
      'abort',
      () => {
        thread.stop();
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
