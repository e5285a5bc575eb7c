import type { Encoding } from '../../core/ingest/importPlan.ts';

/** Text of some bytes; `broken` when a byte that is no text follows it. */
export interface DecodedText {
  readonly text: string;
  readonly broken: boolean;
}

/** Bytes 0x80 to 0x9F of windows-1252; the five unassigned ones keep their value. */
const WINDOWS_1252_UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** UTF-16 code unit of every byte of windows-1252. Engines differ in their own table, so this is ours. */
const WINDOWS_1252_UNITS = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252_UPPER.charCodeAt(byte - 0x80) : byte,
);

/**
 * Decodes a file piece by piece without ever cutting a character: bytes of an unfinished character wait for the next
 * piece. A byte that is no text in the encoding is reported, never replaced. The byte order mark is left out.
 */
export class PieceDecoder {
  private readonly decoder: TextDecoder;
  private waiting = new Uint8Array(0);

  /** `atStart`: the first piece starts the file, so that a byte order mark there is none of its letters. */
  constructor(
    private readonly encoding: Encoding,
    private atStart = true,
  ) {
    const label = encoding === 'windows-1252' ? 'utf-16le' : encoding;
    this.decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  }

  push(bytes: Uint8Array): DecodedText {
    const joined = this.waiting.length === 0 ? bytes : joinBytes(this.waiting, bytes);
    const complete = completeLength(joined, this.encoding);
    this.waiting = joined.slice(complete);
    return this.decode(joined.subarray(0, complete));
  }

  /** After the last piece: a character that never ended is broken text. */
  end(): DecodedText {
    return { text: '', broken: this.waiting.length > 0 };
  }

  private decode(bytes: Uint8Array): DecodedText {
    const whole = this.attempt(bytes);
    const text = whole ?? this.longestPrefix(bytes);
    const isMarked = this.atStart && text.startsWith('\ufeff');
    if (bytes.length > 0) this.atStart = false;
    return { text: isMarked ? text.slice(1) : text, broken: whole === undefined };
  }

  private attempt(bytes: Uint8Array): string | undefined {
    try {
      return this.decoder.decode(this.encoding === 'windows-1252' ? unitsOf(bytes) : bytes);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  private longestPrefix(bytes: Uint8Array): string {
    let longest = '';
    let valid = 0;
    let invalid = bytes.length;
    while (invalid - valid > 1) {
      const middle = (valid + invalid) >> 1;
      const text = this.attempt(bytes.subarray(0, completeLength(bytes.subarray(0, middle), this.encoding)));
      if (text === undefined) {
        invalid = middle;
      } else {
        valid = middle;
        longest = text;
      }
    }
    return longest;
  }
}

/** Bytes up to the end of the last whole character. */
function completeLength(bytes: Uint8Array, encoding: Encoding): number {
  const length = bytes.length;
  if (encoding === 'windows-1252') return length;
  if (encoding === 'utf-8') {
    for (let back = 1; back <= Math.min(4, length); back += 1) {
      const byte = bytes[length - back]!;
      if ((byte & 0xc0) === 0x80) continue;
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      return needed > back ? length - back : length;
    }
    return length;
  }
  const even = length - (length % 2);
  if (even < 2) return even;
  const high = encoding === 'utf-16le' ? bytes[even - 1]! : bytes[even - 2]!;
  return (high & 0xfc) === 0xd8 ? even - 2 : even;
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function unitsOf(bytes: Uint8Array): Uint16Array {
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) units[at] = WINDOWS_1252_UNITS[bytes[at]!]!;
  return units;
}
