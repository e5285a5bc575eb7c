import { buildRowScanner } from '../../core/ingest/rowScanner.ts';
import { utf8CharacterLength } from '../../core/ingest/utf8Bytes.ts';
import { startOwnThread } from '../../storage/ownThread.ts';
import { serveFile, type FileNews, type FileOrder, type HandedOver } from './serveFile.ts';
import { buildStreamSha256 } from './streamSha256.ts';
import { writeMixBlocks } from './writeMixBlocks.ts';

const HASHED_BYTES = 1 << 18;

/** A text that another thread runs: all that it names is handed in as text as well. */
const PROGRAM = `const hear = (${serveFile.toString()})(
  (news, transfer) => postMessage(news, transfer),
  () => (${buildStreamSha256.toString()})(${writeMixBlocks()}),
  ${buildRowScanner.toString()},
  ${utf8CharacterLength.toString()},
);
onmessage = ({ data }) => hear(data);`;

/** A thread that reads one file beside this one. */
export interface FileThread {
  /** Hands back what is no longer read of rows or bytes. */
  giveBack(news: FileNews): void;
  stop(): void;
}

/**
 * Starts a thread that reads a file and computes its SHA-256, so that a large file need not lie in memory for the
 * browser's own function. `hear` is told what it says, never before this function has returned; a thread that breaks says
 * `failure`.
 */
export function startFileThread(
  file: Blob,
  hear: (news: FileNews) => void,
  handedOver: HandedOver = { buffers: 0, bytes: HASHED_BYTES },
): FileThread {
  const thread = startOwnThread<FileNews>(PROGRAM, hear, (failure) => hear({ failure }));
  const order: FileOrder = { file, ...handedOver };
  thread.post(order);
  return {
    giveBack(news) {
      if ('rows' in news) giveBack(news.rows.bytes, news.rows.cells, news.rows.rowStarts);
      else if ('bytes' in news) giveBack(news.bytes);
    },
    stop: () => thread.stop(),
  };

  function giveBack(...given: readonly (Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>)[]): void {
    const buffers = given.map(({ buffer }) => buffer);
    thread.post(buffers, buffers);
  }
}
