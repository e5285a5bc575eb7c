/** Running check whether bytes are strict UTF-8; pieces may be cut inside a character. */
export interface Utf8Check {
  /** Checks the next piece. Returns false as soon as a byte cannot stand where it stands; later calls stay false. */
  push(piece: Uint8Array): boolean;
  /** Whether no piece has broken the encoding so far. */
  isValid(): boolean;
  /** Whether the bytes so far end at the end of a character. */
  isComplete(): boolean;
  /** Whether at least one whole character outside ASCII was seen. */
  hasSeenMultibyte(): boolean;
}

/** The highest bit of every byte of a word: none is set where four ASCII bytes stand. */
const HIGHEST_BITS = 0x8080_8080 | 0;
const NO_WORDS = new Int32Array(0);

/** The bytes as words of four, as far as they are whole ones in memory, and the number of bytes before them. */
function wholeWords(bytes: Uint8Array): { readonly words: Int32Array; readonly before: number } {
  const before = -bytes.byteOffset & 3;
  const count = (bytes.length - before) >> 2;
  if (count <= 0) return { words: NO_WORDS, before };
  return { words: new Int32Array(bytes.buffer, bytes.byteOffset + before, count), before };
}

/**
 * Starts a strict check: overlong forms, surrogates and values above U+10FFFF are refused.
 * Source of the rule: the order of encodings (byte order mark, strict UTF-8, windows-1252).
 */
export function buildUtf8Check(): Utf8Check {
  let pending = 0;
  let low = 0x80;
  let high = 0xbf;
  let valid = true;
  let multibyte = false;

  const startCharacter = (lead: number): boolean => {
    low = 0x80;
    high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) pending = 1;
    else if (lead >= 0xe0 && lead <= 0xef) {
      pending = 2;
      if (lead === 0xe0) low = 0xa0;
      if (lead === 0xed) high = 0x9f;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      pending = 3;
      if (lead === 0xf0) low = 0x90;
      if (lead === 0xf4) high = 0x8f;
    } else return false;
    return true;
  };

  return {
    push(piece) {
      const { words, before } = wholeWords(piece);
      for (let index = 0; valid && index < piece.length; index++) {
        if (pending === 0 && index >= before && ((index - before) & 3) === 0) {
          let word = (index - before) >> 2;
          while (word < words.length && (words[word]! & HIGHEST_BITS) === 0) word += 1;
          index = before + (word << 2);
          if (index === piece.length) break;
        }
        const byte = piece[index]!;
        if (pending === 0) {
          if (byte >= 0x80) valid = startCharacter(byte);
        } else if (byte < low || byte > high) {
          valid = false;
        } else {
          low = 0x80;
          high = 0xbf;
          pending--;
          if (pending === 0) multibyte = true;
        }
      }
      return valid;
    },
    isValid: () => valid,
    isComplete: () => pending === 0,
    hasSeenMultibyte: () => multibyte,
  };
}
