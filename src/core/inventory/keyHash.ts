/** Characters that are hashed together. */
const WORD = 4;
/** Characters that most keys do not exceed: they are hashed without a jump that depends on the length. */
const HEAD = 4 * WORD;
/** Bytes behind the letters of a key that {@link copyLowerCase} may overwrite. */
export const OVERWRITTEN = HEAD;
const NOT_ASCII = 0x8080_8080;
/** Instead of the hash of a key that is not ASCII. */
export const NOT_HASHED = 0;
/** Which bits of the four words of a head belong to a key, for each length up to {@link HEAD}. */
const MASKS = Int32Array.from({ length: (HEAD + 1) * 4 }, (_, place) => {
  const bytes = Math.floor(place / 4) - (place % 4) * WORD;
  return bytes >= WORD ? -1 : bytes <= 0 ? 0 : (1 << (bytes * 8)) - 1;
});

/** Hash of the first characters of a key, as four words with zeros behind a shorter one, and of its length. */
function hashOfHead(first: number, second: number, third: number, fourth: number, length: number): number {
  return (
    Math.imul(first, 0x0100_0193) ^
    Math.imul(second, 0x2c1b_3c6d) ^
    Math.imul(third, 0x297a_2d39) ^
    Math.imul(fourth, 0x45d9_f3b5) ^
    Math.imul(length, 0x1b87_3593)
  );
}

/** Takes up to four further characters of a byte each into a hash. */
function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x0100_0193);
  return next ^ (next >>> 15);
}

/** Hash of a key. The low bits, which choose a slot, depend on all of it; never {@link NOT_HASHED}. */
export function hashOf(key: string): number {
  const { length } = key;
  let hash = hashOfHead(wordAt(key, 0), wordAt(key, 4), wordAt(key, 8), wordAt(key, 12), length);
  for (let at = HEAD; at < length; at += WORD) hash = mixed(hash, wordAt(key, at));
  return finished(hash);
}

/** Four characters of a key from `from` on, zeros behind its end. Wide characters run into one another. */
function wordAt(key: string, from: number): number {
  if (from + WORD <= key.length) {
    const low = key.charCodeAt(from) | (key.charCodeAt(from + 1) << 8);
    return low | (key.charCodeAt(from + 2) << 16) | (key.charCodeAt(from + 3) << 24);
  }
  let word = 0;
  for (let at = from, shift = 0; at < key.length; at += 1, shift += 8) word |= key.charCodeAt(at) << shift;
  return word;
}

/** Up to four bytes from `from` on, zeros behind their end. */
function wordOf(bytes: DataView, from: number, end: number): number {
  if (from + WORD <= end) return bytes.getInt32(from, true);
  let word = 0;
  for (let at = from, shift = 0; at < end; at += 1, shift += 8) word |= bytes.getUint8(at) << shift;
  return word;
}

/** Hash of the key that stands in ASCII bytes, letters taken in lower case; {@link NOT_HASHED} when a byte is not ASCII. */
export function hashOfLowerCase(bytes: DataView, start: number, end: number): number {
  const first = wordOf(bytes, start, end);
  const second = wordOf(bytes, start + 4, end);
  const third = wordOf(bytes, start + 8, end);
  const fourth = wordOf(bytes, start + 12, end);
  let bits = first | second | third | fourth;
  let hash = hashOfHead(
    lowerCaseOf(first),
    lowerCaseOf(second),
    lowerCaseOf(third),
    lowerCaseOf(fourth),
    end - start,
  );
  for (let at = start + HEAD; at < end; at += WORD) {
    const word = wordOf(bytes, at, end);
    bits |= word;
    hash = mixed(hash, lowerCaseOf(word));
  }
  return (bits & NOT_ASCII) === 0 ? finished(hash) : NOT_HASHED;
}

/**
 * As {@link hashOfLowerCase}; the letters in lower case are written to `target` as well, in whole words: up to
 * {@link OVERWRITTEN} bytes behind them are overwritten.
 */
export function copyLowerCase(
  bytes: DataView,
  start: number,
  length: number,
  target: DataView,
  into: number,
): number {
  const end = start + length;
  let first: number;
  let second: number;
  let third: number;
  let fourth: number;
  if (start + HEAD <= bytes.byteLength) {
    const mask = (length < HEAD ? length : HEAD) * 4;
    first = bytes.getInt32(start, true) & MASKS[mask]!;
    second = bytes.getInt32(start + 4, true) & MASKS[mask + 1]!;
    third = bytes.getInt32(start + 8, true) & MASKS[mask + 2]!;
    fourth = bytes.getInt32(start + 12, true) & MASKS[mask + 3]!;
  } else {
    first = wordOf(bytes, start, end);
    second = wordOf(bytes, start + 4, end);
    third = wordOf(bytes, start + 8, end);
    fourth = wordOf(bytes, start + 12, end);
  }
  let bits = first | second | third | fourth;
  first = lowerCaseOf(first);
  second = lowerCaseOf(second);
  third = lowerCaseOf(third);
  fourth = lowerCaseOf(fourth);
  target.setInt32(into, first, true);
  target.setInt32(into + 4, second, true);
  target.setInt32(into + 8, third, true);
  target.setInt32(into + 12, fourth, true);
  let hash = hashOfHead(first, second, third, fourth, length);
  for (let at = start + HEAD; at < end; at += WORD) {
    const word = wordOf(bytes, at, end);
    bits |= word;
    const letters = lowerCaseOf(word);
    target.setInt32(into + at - start, letters, true);
    hash = mixed(hash, letters);
  }
  return (bits & NOT_ASCII) === 0 ? finished(hash) : NOT_HASHED;
}

/** Four ASCII characters with letters in lower case: each byte from 0x41 to 0x5a has a bit added. */
const lowerCaseOf = (word: number): number =>
  word | (((word + 0x3f3f_3f3f) & ~(word + 0x2525_2525) & NOT_ASCII) >>> 2);

/** Last step of the hash of a key: the low bits, which choose the slot, depend on all others. Never {@link NOT_HASHED}. */
function finished(hash: number): number {
  const last = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return (last ^ (last >>> 13)) >>> 0 || 1;
}
