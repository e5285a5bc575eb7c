/** Unsigned number of two bytes. */
export const readU16 = (bytes: Uint8Array, at: number): number => bytes[at]! | (bytes[at + 1]! << 8);

/** Unsigned number of four bytes. */
export const readU32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;

/** Unsigned number of eight bytes; beyond 2^53 not exact, and then larger than any size that is accepted. */
export const readU64 = (bytes: Uint8Array, at: number): number =>
  readU32(bytes, at) + readU32(bytes, at + 4) * 0x1_0000_0000;

/** The bytes of a name as one letter each. Names that matter are ASCII; any other stays distinct and is never asked. */
export function nameText(bytes: Uint8Array, at: number, length: number): string {
  let name = '';
  for (let index = at; index < Math.min(at + length, bytes.length); index++) {
    name += String.fromCharCode(bytes[index]!);
  }
  return name;
}
