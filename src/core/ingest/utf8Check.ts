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
      for (let index = 0; valid && index < piece.length; index++) {
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
