const STEPS = 8;
const TABLES = buildTables();

/** `TABLES[256 * n + b]`: what byte b contributes after n further bytes. */
function buildTables(): Int32Array {
  const tables = new Int32Array(256 * STEPS);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at++) {
    const before = tables[at - 256]!;
    tables[at] = (before >>> 8) ^ tables[before & 0xff]!;
  }
  return tables;
}

/**
 * CRC-32 of an archive's part, piece by piece: start with 0 and hand the last result back in. The result is an unsigned
 * number of 32 bits.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const tables = TABLES;
  let value = ~before;
  let at = 0;
  for (const end = bytes.length - STEPS + 1; at < end; at += STEPS) {
    value ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    value =
      tables[0x700 + (value & 0xff)]! ^
      tables[0x600 + ((value >>> 8) & 0xff)]! ^
      tables[0x500 + ((value >>> 16) & 0xff)]! ^
      tables[0x400 + (value >>> 24)]! ^
      tables[0x300 + bytes[at + 4]!]! ^
      tables[0x200 + bytes[at + 5]!]! ^
      tables[0x100 + bytes[at + 6]!]! ^
      tables[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) value = (value >>> 8) ^ tables[(value ^ bytes[at]!) & 0xff]!;
  return ~value >>> 0;
}
