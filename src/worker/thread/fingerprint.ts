import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hashFile, WHOLE_HASH_BYTES, type ByteSource } from './decodeFile.ts';

/** SHA-256 of a file that is read for another reason as well. */
export interface Fingerprint {
  /** The pieces of the whole file, in order, noted on their way where that saves reading the file once more. */
  passed(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** 64 hexadecimal digits. The file is read for it where no pass has been finished. */
  whole(): Promise<string>;
}

/**
 * Begins the fingerprint of a file. A file that fits in memory is hashed by the browser beside all other work; a larger
 * one piece by piece on its way through `passed`.
 */
export function startFingerprint(file: ByteSource, signal: AbortSignal): Fingerprint {
  if (file.size <= WHOLE_HASH_BYTES) {
    const hashed = hashFile(file, signal);
    // A failure shows where the fingerprint is asked for; an import that ends before asks no more.
    hashed.catch(() => undefined);
    return { passed: (pieces) => pieces, whole: () => hashed };
  }
  let known: Promise<string> | undefined;
  return {
    async *passed(pieces) {
      const hash = known ? undefined : sha256.create();
      for await (const piece of pieces) {
        hash?.update(piece);
        yield piece;
      }
      if (hash) known = Promise.resolve(bytesToHex(hash.digest()));
    },
    whole: () => (known ??= hashFile(file, signal)),
  };
}
