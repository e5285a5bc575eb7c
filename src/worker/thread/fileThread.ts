import { buildRowScanner, type ScannedRows } from '../../core/ingest/rowScanner.ts';
import { utf8CharacterLength } from '../../core/ingest/utf8Bytes.ts';
import { startOwnThread } from '../../storage/ownThread.ts';
import { buildStreamSha256 } from './streamSha256.ts';

/** What is handed over of a file. */
export interface HandedOver {
  /** Buffers of `bytes` bytes each in which the bytes are handed over; none: they are only hashed. */
  readonly buffers: number;
  readonly bytes: number;
  /** Given where the file is UTF-8 and rows stand in it from its first byte on: they are found by the thread. */
  readonly delimiter?: string | undefined;
}

/** What the thread is told first. Later messages are buffers that it may fill again. */
interface FileOrder extends HandedOver {
  readonly file: Blob;
}

/** Rows that the thread has found. */
export interface FileRows extends ScannedRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cells: Int32Array<ArrayBuffer>;
  readonly rowStarts: Int32Array<ArrayBuffer>;
}

/**
 * What the thread says: rows of the file or, from some place on, its bytes, in order, and at the end its SHA-256 or why it
 * could not be read. Rows come as long as each of them is plain and short; the last one comes in bytes.
 */
export type FileNews =
  | { readonly rows: FileRows }
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly sha256: string }
  | { readonly failure: unknown };

const HASHED_BYTES = 1 << 18;

/** Room before the bytes of a piece for the row that the piece before has begun. */
const LONGEST_ROW = 1 << 16;

/**
 * Reads the file that it is sent; every piece is hashed and, where buffers are given, handed over. A buffer travels with
 * two others for the places of rows and cells.
 */
const PROGRAM = `const hash = (${buildStreamSha256.toString()})();
const characterLength = ${utf8CharacterLength.toString()};
const buildScanner = ${buildRowScanner.toString()};
const MARK = [0xef, 0xbb, 0xbf];
const free = [];
let freed;
let roomBytes = 0;
const nextFree = () => free.pop() ?? new Promise((resolve) => { freed = resolve; });
const read = async ({ file, buffers, bytes, delimiter }) => {
  const reader = file.stream().getReader({ mode: 'byob' });
  const before = delimiter === undefined ? 0 : ${LONGEST_ROW};
  let scanner = delimiter === undefined ? undefined : buildScanner(delimiter, characterLength);
  let begun = new Uint8Array(0);
  let isFirst = true;
  roomBytes = before + bytes;
  for (let made = 0; made < Math.max(1, buffers); made += 1)
    free.push([new ArrayBuffer(roomBytes), ...(scanner ? [new ArrayBuffer(1 << 18), new ArrayBuffer(1 << 16)] : [])]);
  const scan = (value, cells, rowStarts) => {
    const all = new Uint8Array(value.buffer);
    let from = before - begun.length;
    const to = before + value.length;
    all.set(begun, from);
    if (isFirst && MARK.every((byte, at) => all[from + at] === byte)) from += MARK.length;
    isFirst = false;
    scanner.cells = new Int32Array(cells);
    scanner.rowStarts = new Int32Array(rowStarts);
    const stop = scanner.scan(all, from, to, false);
    begun = all.slice(scanner.next, to);
    if (stop !== 'atEnd' || begun.length > before) scanner.isDone = true;
    const rows = { bytes: all, count: scanner.count, cells: scanner.cells, rowStarts: scanner.rowStarts };
    postMessage({ rows }, [rows.bytes.buffer, rows.cells.buffer, rows.rowStarts.buffer]);
    if (scanner.isDone) { scanner = undefined; handOverBegun(); }
  };
  const handOverBegun = () => {
    if (begun.length > 0) postMessage({ bytes: begun }, [begun.buffer]);
    begun = new Uint8Array(0);
  };
  for (;;) {
    const [room, cells, rowStarts] = await nextFree();
    const { done, value } = await reader.read(new Uint8Array(room, before, bytes), { min: bytes });
    if (value && value.length > 0) {
      hash.update(value);
      if (buffers === 0) free.push([value.buffer]);
      else if (scanner) scan(value, cells, rowStarts);
      else postMessage({ bytes: value }, [value.buffer]);
    }
    if (!done) continue;
    handOverBegun();
    return postMessage({ sha256: hash.digest() });
  }
};
onmessage = ({ data }) => {
  if (!Array.isArray(data)) read(data).catch((failure) => postMessage({ failure }));
  else if (data[0].byteLength !== roomBytes) return;
  else if (freed) { freed(data); freed = undefined; }
  else free.push(data);
};`;

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
