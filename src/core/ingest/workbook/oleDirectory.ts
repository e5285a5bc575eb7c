import { readU16, readU32 } from './littleEndian.ts';

/** What a compound file of the old Office formats holds, by the names in its directory. */
export type OleKind = 'locked' | 'oldBinary' | 'other' | 'damaged';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Bytes of the header that `findOleDirectory` wants. */
export const OLE_HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const NOT_A_SECTOR = 0xfffffffa;

/** Whether a file begins as a compound file does. */
export const isOleFile = (head: Uint8Array): boolean => SIGNATURE.every((byte, at) => head[at] === byte);

/** Where the first sector of the directory and the table of sectors lie. */
export interface OleLayout {
  readonly sectorBytes: number;
  readonly firstSector: number;
  /** Sectors that hold the first entries of the sector table. */
  readonly tableSectors: readonly number[];
}

/** Reads the header of a compound file; `undefined` when it cannot be one. */
export function readOleLayout(header: Uint8Array): OleLayout | undefined {
  const shift = readU16(header, 30);
  if (header.length < OLE_HEADER_BYTES || (shift !== 9 && shift !== 12)) return undefined;
  const tableSectors: number[] = [];
  for (let at = 76; at < OLE_HEADER_BYTES; at += 4) {
    const sector = readU32(header, at);
    if (sector < NOT_A_SECTOR) tableSectors.push(sector);
  }
  return { sectorBytes: 1 << shift, firstSector: readU32(header, 48), tableSectors };
}

/** Offset in the file of a sector. */
export const offsetOfSector = (layout: OleLayout, sector: number): number =>
  (sector + 1) * layout.sectorBytes;

/** Where the number of the sector after `sector` stands, or `undefined` when the header does not lead there. */
export function offsetOfNext(layout: OleLayout, sector: number): number | undefined {
  const perSector = layout.sectorBytes / 4;
  const table = layout.tableSectors[Math.floor(sector / perSector)];
  return table === undefined ? undefined : offsetOfSector(layout, table) + (sector % perSector) * 4;
}

/** Whether a number names a sector rather than an end. */
export const isSector = (sector: number): boolean => sector < NOT_A_SECTOR;

/** Names of the entries in some sectors of the directory. */
export function readOleNames(sectors: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= sectors.length; at += ENTRY_BYTES) {
    const bytes = Math.min(64, readU16(sectors, at + 64));
    let name = '';
    for (let letter = 0; letter + 2 < bytes; letter += 2) {
      name += String.fromCharCode(readU16(sectors, at + letter));
    }
    if (name !== '') names.push(name);
  }
  return names;
}

/**
 * Tells a workbook that is locked with a password (`EncryptedPackage`) from one of the format before 2007 (`Workbook`,
 * `Book`) and from everything else. Source: LOAD-07.
 */
export function oleKindOf(names: readonly string[]): OleKind {
  if (names.includes('EncryptedPackage')) return 'locked';
  if (names.includes('Workbook') || names.includes('Book')) return 'oldBinary';
  return names.includes('Root Entry') ? 'other' : 'damaged';
}
