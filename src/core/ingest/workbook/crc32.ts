const TABLES = buildTables();

function buildTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const tables = [
    new Int32Array(256),
    new Int32Array(256),
    new Int32Array(256),
    new Int32Array(256),
  ] as const;
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[0][byte] = value;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let table = 1; table < 4; table++) {
      const before = tables[table - 1]![byte]!;
      tables[table]![byte] = (before >>> 8) ^ tables[0][before & 0xff]!;
    }
  }
  return tables;
}

/**
 * CRC-32 of an archive's part, piece by piece: start with 0 and hand the last result back in. The result is an unsigned
 * number of 32 bits.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [first, second, third, fourth] = TABLES;
  let value = ~before;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    value ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    value =
      fourth[value & 0xff]! ^
      third[(value >>> 8) & 0xff]! ^
      second[(value >>> 16) & 0xff]! ^
      first[value >>> 24]!;
  }
  for (; at < bytes.length; at++) value = (value >>> 8) ^ first[(value ^ bytes[at]!) & 0xff]!;
  return ~value >>> 0;
}
