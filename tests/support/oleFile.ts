const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const ENTRIES_A_SECTOR = SECTOR / 128;

/** A compound file whose directory holds the given names; with `ring` its chain of sectors never ends. */
export function oleFile(
  names: readonly string[],
  { ring = false }: { ring?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const all = ['Root Entry', ...names];
  const sectors = Math.ceil(all.length / ENTRIES_A_SECTOR);
  const file = Buffer.alloc(SECTOR * (2 + 2 * sectors));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, SECTOR);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, SECTOR, 2 * SECTOR);
  // The directory takes every second sector after the sector table, so that its chain must be followed.
  for (let index = 0; index < sectors; index++) {
    const next = index + 1 < sectors ? 3 + 2 * index : ring ? 1 : END_OF_CHAIN;
    file.writeUInt32LE(next, SECTOR + 4 * (1 + 2 * index));
  }
  all.forEach((name, index) => {
    const sector = 1 + 2 * Math.floor(index / ENTRIES_A_SECTOR);
    const at = SECTOR * (sector + 1) + 128 * (index % ENTRIES_A_SECTOR);
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(2 * name.length + 2, at + 64);
  });
  return new Uint8Array(file);
}
