import { startOwnThread } from '../../storage/ownThread.ts';
import { buildStreamSha256 } from './streamSha256.ts';

/** What the thread is told first. Later messages are buffers that it may fill again. */
interface FileOrder {
  readonly file: Blob;
  /** Buffers of `bytes` bytes each in which the bytes of the file are handed over; none: they are only hashed. */
  readonly buffers: number;
  readonly bytes: number;
}

/** What the thread says: bytes of the file in order, and at the end its SHA-256 or why it could not be read. */
export type FileNews =
  { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly sha256: string } | { readonly failure: unknown };

const HASHED_BYTES = 1 << 18;

/** Reads the file that it is sent; every piece is hashed and, where buffers are given, handed over. */
const PROGRAM = `const hash = (${buildStreamSha256.toString()})();
const free = [];
let freed;
const nextFree = () => free.pop() ?? new Promise((resolve) => { freed = resolve; });
const read = async ({ file, buffers, bytes }) => {
  const reader = file.stream().getReader({ mode: 'byob' });
  for (let made = 0; made < Math.max(1, buffers); made += 1) free.push(new ArrayBuffer(bytes));
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(await nextFree()), { min: bytes });
    if (value && value.length > 0) {
      hash.update(value);
      if (buffers === 0) free.push(value.buffer);
      else postMessage({ bytes: value }, [value.buffer]);
    }
    if (done) return postMessage({ sha256: hash.digest() });
  }
};
onmessage = ({ data }) => {
  if (!(data instanceof ArrayBuffer)) read(data).catch((failure) => postMessage({ failure }));
  else if (freed) { freed(data); freed = undefined; }
  else free.push(data);
};`;

/** A thread that reads one file beside this one. */
export interface FileThread {
  /** Hands a buffer back that is no longer read. */
  giveBack(buffer: ArrayBuffer): void;
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
  handedOver: { readonly buffers: number; readonly bytes: number } = { buffers: 0, bytes: HASHED_BYTES },
): FileThread {
  const thread = startOwnThread<FileNews>(PROGRAM, hear, (failure) => hear({ failure }));
  const order: FileOrder = { file, ...handedOver };
  thread.post(order);
  return {
    giveBack: (buffer) => thread.post(buffer, [buffer]),
    stop: () => thread.stop(),
  };
}
