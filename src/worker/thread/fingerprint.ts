import { hashFile, WHOLE_HASH_BYTES, type ByteSource } from './decodeFile.ts';
import { hashBeside } from './hashBeside.ts';

/**
 * Begins the SHA-256 of a file, 64 hexadecimal digits, beside all other work. A file that may lie in memory whole is left
 * to the browser's own function, a larger one to a thread of its own. Where that fails, this thread hashes it piece by
 * piece.
 */
export function startFingerprint(file: ByteSource, signal: AbortSignal): Promise<string> {
  const beside = file.size <= WHOLE_HASH_BYTES ? undefined : hashBeside(file, signal);
  const hashed = beside
    ? beside.catch((error: unknown) => {
        if (signal.aborted) throw error;
        return hashFile(file, signal);
      })
    : hashFile(file, signal);
  // A failure shows where the fingerprint is asked for; an import that ends earlier asks no more.
  hashed.catch(() => undefined);
  return hashed;
}
