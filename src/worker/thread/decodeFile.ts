import { bytesToHex } from '@noble/hashes/utils.js';
import type { Encoding } from '../../core/ingest/importPlan.ts';
import { PieceDecoder, type DecodedText } from './decodePieces.ts';
import { buildStreamSha256 } from './streamSha256.ts';

/** What is needed of a `File`. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A piece of a decoded file. After a broken one nothing follows. */
export type TextPiece = DecodedText;

/** Larger pieces are cut, so that cancelling and progress never wait long and few rows are in memory at once. */
export const MOST_BYTES = 1 << 18;

/**
 * Files up to this size are read whole to be fingerprinted by the browser's own, faster function, which holds them in
 * memory twice.
 */
export const WHOLE_HASH_BYTES = 32 << 20;

/**
 * Reads a file as text, strictly. An abort ends the pieces with the signal's reason thrown; the stream is released in
 * every case.
 */
export async function* decodeFile(
  file: ByteSource,
  encoding: Encoding,
  signal: AbortSignal,
): AsyncGenerator<TextPiece> {
  yield* decodeBytes(readBytes(file, signal), encoding);
}

/** The text of bytes that come in pieces. Nothing follows a broken piece. */
export async function* decodeBytes(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<TextPiece> {
  const decoder = new PieceDecoder(encoding);
  for await (const bytes of pieces) {
    const piece = decoder.push(bytes);
    yield piece;
    if (piece.broken) return;
  }
  const rest = decoder.end();
  if (rest.broken) yield rest;
}

/**
 * The bytes of a file in order, in bounded pieces. A piece is valid only until the next one is asked for: where the
 * browser fills a buffer that it is handed, all pieces share one, so that a large file leaves no trail of buffers.
 */
export async function* readBytes(file: ByteSource, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = file.stream();
  const reader = byobReaderOf(stream);
  if (!reader) {
    yield* readChunks(stream.getReader(), signal);
    return;
  }
  let buffer = new ArrayBuffer(MOST_BYTES);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done || value === undefined) return;
      signal.throwIfAborted();
      yield value;
      buffer = value.buffer;
    }
  } finally {
    await reader.cancel();
  }
}

/** A reader that fills buffers, where the stream is one of bytes. */
function byobReaderOf(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function* readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      for (let from = 0; from < value.length; from += MOST_BYTES) {
        signal.throwIfAborted();
        yield value.subarray(from, from + MOST_BYTES);
      }
    }
  } finally {
    await reader.cancel();
  }
}

/**
 * SHA-256 of a file's bytes, 64 hexadecimal digits. Computed piece by piece where the file is too large to lie in memory
 * whole.
 */
export async function hashFile(file: ByteSource, signal: AbortSignal): Promise<string> {
  if (file.size <= WHOLE_HASH_BYTES) {
    const sha256 = await hashBytes(await file.arrayBuffer());
    signal.throwIfAborted();
    return sha256;
  }
  const hash = buildStreamSha256();
  for await (const bytes of readBytes(file, signal)) hash.update(bytes);
  return hash.digest();
}

/** SHA-256 of bytes, 64 hexadecimal digits, by the browser's own function where it is there. */
export async function hashBytes(bytes: ArrayBuffer): Promise<string> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (subtle) return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
  const hash = buildStreamSha256();
  hash.update(new Uint8Array(bytes));
  return hash.digest();
}

/** Pasted rows as a file of UTF-8 text. */
export function pastedFile(text: string): ByteSource {
  return new File([text], PASTED_NAME, { type: 'text/plain' });
}

const PASTED_NAME = 'Pasted rows';
