import { fail, succeed, type Result } from '../../base/result.ts';
import { nameText, readU16, readU32, readU64 } from './littleEndian.ts';
import type { WorkbookFault } from './workbookFault.ts';
import type { WorkbookLimits } from './workbookLimits.ts';

/** One stored part of an archive, as its directory has it. */
export interface ZipEntry {
  /** Path with forward slashes, without a leading one. */
  readonly name: string;
  /** 0 stored, 8 deflated; any other cannot be read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly storedBytes: number;
  /** Claimed by the directory; checked against what really comes out. */
  readonly inflatedBytes: number;
  /** Offset of the local header. */
  readonly offset: number;
  /** Offset at which the next part or the directory begins: nothing of this one lies beyond. */
  readonly limit: number;
}

/** Where the directory lies. */
export interface DirectoryPlace {
  readonly offset: number;
  readonly length: number;
  readonly entries: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

const END_BYTES = 22;
const END_64_BYTES = 56;
const LOCATOR_BYTES = 20;
const ENTRY_BYTES = 46;
/** Bytes of a local header without name and extra field. */
export const LOCAL_HEADER_BYTES = 30;
/** Bytes from the end of a file in which the end of its directory must be found: record, locator, longest comment. */
export const TAIL_BYTES = END_64_BYTES + LOCATOR_BYTES + END_BYTES + 0xffff;
/** Bytes of directory that an entry may take on average; real ones take about 80. */
const BYTES_AN_ENTRY = 1_024;

const damaged = (what: string): { readonly ok: false; readonly failure: WorkbookFault } =>
  fail({ kind: 'damaged', part: undefined, what });

/**
 * Finds the directory of an archive from the last bytes of the file (`TAIL_BYTES`, or all of a shorter one). It must
 * end exactly where its end record begins, and that exactly at the end of the file, so a cut or lengthened file is
 * refused. Counts and sizes beyond the limits are refused before anything is read.
 */
export function findDirectory(
  tail: Uint8Array,
  fileBytes: number,
  limits: WorkbookLimits,
): Result<DirectoryPlace, WorkbookFault> {
  const at = endRecordAt(tail);
  if (at === -1) return damaged('ends before its table of contents and was probably cut off');
  const tailOffset = fileBytes - tail.length;
  let entries = readU16(tail, at + 10);
  let length = readU32(tail, at + 12);
  let offset = readU32(tail, at + 16);
  let end = tailOffset + at;
  if (readU16(tail, at + 4) !== 0 || readU16(tail, at + 6) !== 0 || readU16(tail, at + 8) !== entries) {
    if (entries !== 0xffff) return damaged('is one part of a file that was split into several');
  }
  if (entries === 0xffff || length === 0xffffffff || offset === 0xffffffff) {
    const record = at - LOCATOR_BYTES - END_64_BYTES;
    if (record < 0 || readU32(tail, at - LOCATOR_BYTES) !== LOCATOR_64) {
      if (entries > limits.parts) return fail({ kind: 'tooManyParts', most: limits.parts });
      return damaged('has a table of contents that does not fit the file');
    }
    if (
      readU32(tail, record) !== END_RECORD_64 ||
      readU64(tail, at - LOCATOR_BYTES + 8) !== tailOffset + record
    ) {
      return damaged('has a table of contents that does not fit the file');
    }
    entries = readU64(tail, record + 32);
    length = readU64(tail, record + 40);
    offset = readU64(tail, record + 48);
    end = tailOffset + record;
  }
  if (entries > limits.parts) return fail({ kind: 'tooManyParts', most: limits.parts });
  if (offset + length !== end || length > limits.parts * BYTES_AN_ENTRY) {
    return damaged('has a table of contents that does not fit the file');
  }
  return succeed({ offset, length, entries });
}

/** Position of the end record whose comment reaches exactly to the end of the file, or −1. */
function endRecordAt(tail: Uint8Array): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (readU32(tail, at) === END_RECORD && at + END_BYTES + readU16(tail, at + 20) === tail.length)
      return at;
  }
  return -1;
}

/**
 * Reads the directory's bytes into entries by name. Refused are entries that overlap, lie outside the file or occur
 * twice, and a directory that holds more or fewer entries than it says: two programs could read such a file in two
 * ways. Names are keys only, never paths of a disk.
 */
export function readDirectory(
  bytes: Uint8Array,
  place: DirectoryPlace,
  limits: WorkbookLimits,
): Result<ReadonlyMap<string, ZipEntry>, WorkbookFault> {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (entries.length >= limits.parts) return fail({ kind: 'tooManyParts', most: limits.parts });
    if (at + ENTRY_BYTES > bytes.length || readU32(bytes, at) !== DIRECTORY_ENTRY) {
      return damaged('has a broken table of contents');
    }
    const nameBytes = readU16(bytes, at + 28);
    const extraBytes = readU16(bytes, at + 30);
    const next = at + ENTRY_BYTES + nameBytes + extraBytes + readU16(bytes, at + 32);
    if (next > bytes.length) return damaged('has a broken table of contents');
    const sizes = readSizes(bytes, at, at + ENTRY_BYTES + nameBytes, extraBytes);
    if (!sizes) return damaged('has a broken table of contents');
    const flags = readU16(bytes, at + 8);
    entries.push({
      name: nameText(bytes, at + ENTRY_BYTES, nameBytes)
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
      method: readU16(bytes, at + 10),
      isEncrypted: (flags & 0x2041) !== 0,
      crc: readU32(bytes, at + 16),
      ...sizes,
      limit: sizes.offset + LOCAL_HEADER_BYTES + nameBytes + sizes.storedBytes,
    });
    at = next;
  }
  if (entries.length !== place.entries) return damaged('has a table of contents that miscounts its entries');
  return checkPlaces(entries, place.offset);
}

/** Sizes and offset of an entry; values too large for 32 bits stand in the extra field in this order. */
function readSizes(
  bytes: Uint8Array,
  at: number,
  extraAt: number,
  extraBytes: number,
): Pick<ZipEntry, 'storedBytes' | 'inflatedBytes' | 'offset'> | undefined {
  let storedBytes = readU32(bytes, at + 20);
  let inflatedBytes = readU32(bytes, at + 24);
  let offset = readU32(bytes, at + 42);
  if (storedBytes !== 0xffffffff && inflatedBytes !== 0xffffffff && offset !== 0xffffffff) {
    return { storedBytes, inflatedBytes, offset };
  }
  const end = extraAt + extraBytes;
  for (let field = extraAt; field + 4 <= end;) {
    const from = field + 4;
    const to = from + readU16(bytes, field + 2);
    if (readU16(bytes, field) === 1 && to <= end) {
      let value = from;
      const wide = (): number => {
        value += 8;
        return value <= to ? readU64(bytes, value - 8) : Number.NaN;
      };
      if (inflatedBytes === 0xffffffff) inflatedBytes = wide();
      if (storedBytes === 0xffffffff) storedBytes = wide();
      if (offset === 0xffffffff) offset = wide();
      return Number.isSafeInteger(inflatedBytes + storedBytes + offset)
        ? { storedBytes, inflatedBytes, offset }
        : undefined;
    }
    field = to;
  }
  return undefined;
}

function checkPlaces(
  entries: readonly ZipEntry[],
  directoryOffset: number,
): Result<ReadonlyMap<string, ZipEntry>, WorkbookFault> {
  const inOrder = entries.toSorted((left, right) => left.offset - right.offset);
  const entryByName = new Map<string, ZipEntry>();
  for (let index = 0; index < inOrder.length; index++) {
    const entry = inOrder[index]!;
    const next = inOrder[index + 1]?.offset ?? directoryOffset;
    if (entry.limit > next) return damaged('has parts that overlap or lie outside the file');
    const key = entry.name.toLowerCase();
    if (entryByName.has(key)) return damaged('holds the same part twice');
    entryByName.set(key, { ...entry, limit: next });
  }
  return succeed(entryByName);
}

/**
 * Checks the local header of an entry against the directory and gives the offset in the file at which its stored bytes
 * begin. `header` starts at `entry.offset` and holds at least `LOCAL_HEADER_BYTES` and the name.
 */
export function locateStoredBytes(header: Uint8Array, entry: ZipEntry): Result<number, WorkbookFault> {
  const mismatch = fail<WorkbookFault>({
    kind: 'damaged',
    part: entry.name,
    what: 'does not stand where the table of contents says',
  });
  if (header.length < LOCAL_HEADER_BYTES || readU32(header, 0) !== LOCAL_HEADER) return mismatch;
  const nameBytes = readU16(header, 26);
  const name = nameText(header, LOCAL_HEADER_BYTES, nameBytes).replaceAll('\\', '/').replace(/^\/+/, '');
  if (name !== entry.name || readU16(header, 8) !== entry.method) return mismatch;
  const from = entry.offset + LOCAL_HEADER_BYTES + nameBytes + readU16(header, 28);
  return from + entry.storedBytes > entry.limit ? mismatch : succeed(from);
}
