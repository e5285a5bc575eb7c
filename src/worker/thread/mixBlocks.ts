/** Mixes the blocks of 64 bytes from `from` to `to` into the eight words of the state of a SHA-256. */
export type MixBlocks = (state: Int32Array, view: DataView, from: number, to: number) => void;

const BLOCK_BYTES = 64;

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
export const ROUND_CONSTANTS: Int32Array = roundConstants();

/** Words of the schedule. */
const w = new Int32Array(64);

function roundConstants(): Int32Array {
  const constants = new Int32Array(64);
  let count = 0;
  for (let candidate = 2; count < constants.length; candidate += 1) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) {
      if (candidate % factor === 0) isPrime = false;
    }
    if (!isPrime) continue;
    const root = Math.cbrt(candidate);
    constants[count] = Math.floor((root - Math.floor(root)) * 0x1_0000_0000);
    count += 1;
  }
  return constants;
}

const sum0 = (a: number): number =>
  ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
const sum1 = (e: number): number =>
  ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
const choice = (e: number, f: number, g: number): number => g ^ (e & (f ^ g));
const majority = (a: number, b: number, c: number): number => (a & b) | (c & (a | b));

/** Eight rounds stand in a row, so that the state never moves between variables. */
export const mixBlocks: MixBlocks = (state, view, from, to) => {
  const k = ROUND_CONSTANTS;
  for (let at = from; at < to; at += BLOCK_BYTES) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
    }
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;
    for (let i = 0; i < 64; i += 8) {
      h = (h + sum1(e) + choice(e, f, g) + k[i]! + w[i]!) | 0;
      d = (d + h) | 0;
      h = (h + sum0(a) + majority(a, b, c)) | 0;
      g = (g + sum1(d) + choice(d, e, f) + k[i + 1]! + w[i + 1]!) | 0;
      c = (c + g) | 0;
      g = (g + sum0(h) + majority(h, a, b)) | 0;
      f = (f + sum1(c) + choice(c, d, e) + k[i + 2]! + w[i + 2]!) | 0;
      b = (b + f) | 0;
      f = (f + sum0(g) + majority(g, h, a)) | 0;
      e = (e + sum1(b) + choice(b, c, d) + k[i + 3]! + w[i + 3]!) | 0;
      a = (a + e) | 0;
      e = (e + sum0(f) + majority(f, g, h)) | 0;
      d = (d + sum1(a) + choice(a, b, c) + k[i + 4]! + w[i + 4]!) | 0;
      h = (h + d) | 0;
      d = (d + sum0(e) + majority(e, f, g)) | 0;
      c = (c + sum1(h) + choice(h, a, b) + k[i + 5]! + w[i + 5]!) | 0;
      g = (g + c) | 0;
      c = (c + sum0(d) + majority(d, e, f)) | 0;
      b = (b + sum1(g) + choice(g, h, a) + k[i + 6]! + w[i + 6]!) | 0;
      f = (f + b) | 0;
      b = (b + sum0(c) + majority(c, d, e)) | 0;
      a = (a + sum1(f) + choice(f, g, h) + k[i + 7]! + w[i + 7]!) | 0;
      e = (e + a) | 0;
      a = (a + sum0(b) + majority(b, c, d)) | 0;
    }
    state[0] = (state[0]! + a) | 0;
    state[1] = (state[1]! + b) | 0;
    state[2] = (state[2]! + c) | 0;
    state[3] = (state[3]! + d) | 0;
    state[4] = (state[4]! + e) | 0;
    state[5] = (state[5]! + f) | 0;
    state[6] = (state[6]! + g) | 0;
    state[7] = (state[7]! + h) | 0;
  }
};
