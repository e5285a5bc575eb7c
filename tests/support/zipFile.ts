import { deflateRawSync } from 'node:zlib';

/** One part of an archive that a test writes, and how it lies about it. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored as it is rather than deflated. */
  readonly stored?: boolean;
  /** Bytes that lie in the file instead of the deflated content. */
  readonly packed?: Uint8Array;
  readonly claims?: {
    readonly size?: number;
    readonly stored?: number;
    readonly crc?: number;
    readonly offset?: number;
  };
  readonly flags?: number;
  readonly method?: number;
  readonly localName?: string;
  /** Sizes and offset of the directory stand in a zip64 field. */
  readonly zip64?: boolean;
  /** Sizes of the local header stand behind the content, as streaming writers do. */
  readonly streamed?: boolean;
}

export interface ZipForm {
  readonly comment?: string;
  readonly claimedEntries?: number;
  readonly zip64?: boolean;
}

/** CRC-32 by the definition, bit by bit. */
export function slowCrc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

function record(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

const STREAMED = 0x08;

/** An archive of the given parts, in their order. */
export function zipFile(parts: readonly ZipPart[], form: ZipForm = {}): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const write = (bytes: Buffer): void => {
    pieces.push(bytes);
    at += bytes.length;
  };
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const packed = Buffer.from(part.packed ?? (part.stored ? content : deflateRawSync(content)));
    const method = part.method ?? (part.stored ? 0 : 8);
    const flags = (part.flags ?? 0) | (part.streamed ? STREAMED : 0);
    const crc = part.claims?.crc ?? slowCrc(content);
    const stored = part.claims?.stored ?? packed.length;
    const size = part.claims?.size ?? content.length;
    const offset = part.claims?.offset ?? at;
    const local = Buffer.from(part.localName ?? part.name);
    const sizes = part.streamed ? [0, 0, 0] : [crc, stored, size];
    write(
      Buffer.concat([
        record(
          [4, 0x04034b50],
          [2, 20],
          [2, flags],
          [2, method],
          [4, 0],
          ...sizes.map((value) => [4, value] as const),
        ),
        record([2, local.length], [2, 0]),
        local,
      ]),
    );
    write(packed);
    if (part.streamed) write(record([4, 0x08074b50], [4, crc], [4, stored], [4, size]));
    const name = Buffer.from(part.name);
    const extra = part.zip64 ? record([2, 1], [2, 24], [8, size], [8, stored], [8, offset]) : Buffer.alloc(0);
    const narrow = (value: number): number => (part.zip64 ? 0xffffffff : value);
    directory.push(
      Buffer.concat([
        record([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc]),
        record(
          [4, narrow(stored)],
          [4, narrow(size)],
          [2, name.length],
          [2, extra.length],
          [2, 0],
          [2, 0],
          [2, 0],
        ),
        record([4, 0], [4, narrow(offset)]),
        name,
        extra,
      ]),
    );
  }
  const start = at;
  for (const entry of directory) write(entry);
  const length = at - start;
  const count = form.claimedEntries ?? parts.length;
  if (form.zip64) {
    const end = at;
    write(
      record(
        [4, 0x06064b50],
        [8, 44],
        [2, 45],
        [2, 45],
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, length],
        [8, start],
      ),
    );
    write(record([4, 0x07064b50], [4, 0], [8, end], [4, 1]));
  }
  const comment = Buffer.from(form.comment ?? '');
  const short = form.zip64 ? 0xffff : Math.min(count, 0xffff);
  write(
    record(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, short],
      [2, short],
      [4, form.zip64 ? 0xffffffff : length],
      [4, form.zip64 ? 0xffffffff : start],
      [2, comment.length],
    ),
  );
  write(comment);
  return new Uint8Array(Buffer.concat(pieces));
}
