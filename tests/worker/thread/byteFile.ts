import type { ByteSource } from '../../../src/worker/thread/decodeFile.ts';

/** A file whose stream gives the pieces as they are cut here. */
export function byteFile(pieces: readonly Uint8Array[], name = 'users.csv'): ByteSource {
  return {
    name,
    size: pieces.reduce((sum, piece) => sum + piece.length, 0),
    arrayBuffer: () => new Blob(pieces.map((piece) => piece.slice())).arrayBuffer(),
    stream: () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const piece of pieces) if (piece.length > 0) controller.enqueue(piece.slice());
          controller.close();
        },
      }),
  };
}

export const cutAt = (bytes: Uint8Array, at: number): Uint8Array[] => [
  bytes.subarray(0, at),
  bytes.subarray(at),
];

export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), order === 'le');
  return bytes;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
