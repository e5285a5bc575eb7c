import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Encoding } from '../../core/ingest/importPlan.ts';
import { PieceDecoder } from './decodePieces.ts';

/** What is needed of a `File`. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** A piece of a decoded file. After a broken one nothing follows. */
export interface TextPiece {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
  /** The byte after this text is no text in the file's encoding. */
  readonly broken: boolean;
}

/** A file being read: its text in pieces and, after the last of them, its fingerprint. */
export interface DecodedFile {
  readonly pieces: AsyncIterable<TextPiece>;
  /** SHA-256 of all bytes, 64 hexadecimal digits. Valid once `pieces` has ended unbroken. */
  sha256(): string;
}

/** Larger pieces are cut, so that cancelling and progress never wait long and few rows are in memory at once. */
const MOST_BYTES = 1 << 18;

/**
 * Reads a file as text, strictly. Its bytes are fingerprinted on the way. An abort ends the pieces with the signal's
 * reason thrown; the stream is released in every case.
 */
export function decodeFile(file: ByteSource, encoding: Encoding, signal: AbortSignal): DecodedFile {
  const hash = sha256.create();

  async function* pieces(): AsyncGenerator<TextPiece> {
    const decoder = new PieceDecoder(encoding);
    let bytesRead = 0;
    for await (const bytes of readBytes(file, signal)) {
      hash.update(bytes);
      bytesRead += bytes.length;
      const piece = decoder.push(bytes);
      yield { ...piece, bytesRead };
      if (piece.broken) return;
    }
    const rest = decoder.end();
    if (rest.broken) yield { ...rest, bytesRead };
  }

  return { pieces: pieces(), sha256: () => bytesToHex(hash.digest()) };
}

/** The bytes of a file in order, in bounded pieces. */
export async function* readBytes(file: ByteSource, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
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

/** Fingerprint of a whole file without decoding it. */
export async function hashFile(file: ByteSource, signal: AbortSignal): Promise<string> {
  const hash = sha256.create();
  for await (const bytes of readBytes(file, signal)) hash.update(bytes);
  return bytesToHex(hash.digest());
}

/** Pasted rows as a file of UTF-8 text. */
export function pastedFile(text: string): ByteSource {
  return new File([text], PASTED_NAME, { type: 'text/plain' });
}

export const PASTED_NAME = 'Pasted rows';
