import { mixBlocks, type MixBlocks } from './mixBlocks.ts';

/** SHA-256 of bytes that come in pieces. */
export interface StreamSha256 {
  update(bytes: Uint8Array): void;
  /** The digest as 64 hexadecimal digits; the hash is spent. */
  digest(): string;
}

/**
 * Starts a SHA-256 (FIPS 180-4) of bytes that come in pieces, which the browser's own function cannot take.
 *
 * Where it is handed how blocks are mixed, the function names nothing outside itself: its text is also the program of a
 * worker, see `startFileThread`.
 */
export function buildStreamSha256(mix: MixBlocks = mixBlocks): StreamSha256 {
  const BLOCK_BYTES = 64;
  /** Mixed in one call: a call that goes on for long is compiled for its loop alone, and once more for the next call. */
  const PIECE_BYTES = 1 << 14;
  /** First 32 bits of the fractional parts of the square roots of the first eight primes. */
  const state = Int32Array.of(
    0x6a09e667,
    0xbb67ae85,
    0x3c6ef372,
    0xa54ff53a,
    0x510e527f,
    0x9b05688c,
    0x1f83d9ab,
    0x5be0cd19,
  );
  const block = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  let length = 0;

  function mixWhole(bytes: Uint8Array, from: number, to: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = from; at < to; at += PIECE_BYTES) mix(state, view, at, Math.min(to, at + PIECE_BYTES));
  }

  return {
    update(bytes) {
      length += bytes.length;
      let from = 0;
      if (filled > 0) {
        from = Math.min(BLOCK_BYTES - filled, bytes.length);
        block.set(bytes.subarray(0, from), filled);
        filled += from;
        if (filled < BLOCK_BYTES) return;
        mixWhole(block, 0, BLOCK_BYTES);
      }
      const whole = bytes.length - ((bytes.length - from) % BLOCK_BYTES);
      mixWhole(bytes, from, whole);
      block.set(bytes.subarray(whole));
      filled = bytes.length - whole;
    },
    digest() {
      const bits = length * 8;
      const tail = new Uint8Array((filled < BLOCK_BYTES - 8 ? 1 : 2) * BLOCK_BYTES);
      tail.set(block.subarray(0, filled));
      tail[filled] = 0x80;
      const view = new DataView(tail.buffer);
      view.setUint32(tail.length - 8, Math.floor(bits / 0x1_0000_0000));
      view.setUint32(tail.length - 4, bits >>> 0);
      mixWhole(tail, 0, tail.length);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}
