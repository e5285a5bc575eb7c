import type { RowIndex } from '../base/brand.ts';
import { canonicalId } from '../ingest/canonicalId.ts';
import type { AccountTable } from '../inventory/snapshot.ts';
import type { TextColumn } from '../inventory/textColumn.ts';

/** Accounts by e-mail address, as far as an address stands with more than one of them. */
export interface AddressGroups {
  /** Number of the group of an account row; −1 where no other account has the address, or there is none. */
  readonly groupOf: Int32Array;
  /** Account rows, group after group, ascending within a group. */
  readonly rows: Uint32Array;
  /** Where each group starts in `rows`, and the end of the last. */
  readonly starts: Uint32Array;
}

type Addressed = Pick<AccountTable, 'count' | 'email'>;

const NONE = -1;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Lower case of each visible ASCII sign; 0 for all others, whose canonical form takes more than that. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  code <= 0x20 || code === 0x7f ? 0 : String.fromCharCode(code).toLowerCase().charCodeAt(0),
);

/** Account tables never change, so that the groups of one are found once, whoever asks. */
const found = new WeakMap<Addressed, AddressGroups>();

/**
 * Groups accounts by canonical e-mail address. What has nothing before or after an `@` is no address. Two passes over
 * hashes leave the few rows whose hash comes again; only their texts are compared, and none is kept.
 * Source of the rule: imports, *Non-human markers*.
 */
export function groupAddresses(accounts: Addressed): AddressGroups {
  const known = found.get(accounts);
  if (known) return known;
  const { count, email } = accounts;
  const hashes = email ? hashTexts(email) : new Int32Array(count);
  const groups = email
    ? groupRows(count, rowsOfRepeats(hashes), hashes, email)
    : groupRows(count, [], hashes);
  found.set(accounts, groups);
  return groups;
}

/** Hash of the canonical form of each text, FNV-1a over UTF-16 code units with its high bits mixed in; 0 for none. */
function hashTexts(column: TextColumn): Int32Array {
  const hashes = new Int32Array(column.length);
  let first = 0;
  for (let index = 0; first < column.length; index += 1) {
    const { text, ends } = column.chunk(index);
    let start = 0;
    for (let offset = 0; offset < ends.length; offset += 1) {
      const end = ends[offset]!;
      let hash = FNV_BASIS;
      let at = start;
      for (; at < end; at += 1) {
        const code = text.charCodeAt(at);
        const plain = code < 128 ? PLAIN[code]! : 0;
        if (plain === 0) break;
        hash = Math.imul(hash ^ plain, FNV_PRIME);
      }
      if (at < end) hash = hashFolded(canonicalId(text.slice(start, end)));
      if (start < end) hashes[first + offset] = (hash ^ (hash >>> 15)) | 0 || 1;
      start = end;
    }
    first += ends.length;
  }
  return hashes;
}

function hashFolded(text: string): number {
  let hash = FNV_BASIS;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** Rows, ascending, whose hash another row may have: one bit a hash, so that a few others are among them. */
function rowsOfRepeats(hashes: Int32Array): readonly number[] {
  let bits = 1 << 10;
  while (bits < 16 * hashes.length) bits *= 2;
  const mask = bits - 1;
  const once = new Uint8Array(bits >>> 3);
  const again = new Uint8Array(bits >>> 3);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row]! & mask;
    const bit = 1 << (hash & 7);
    if (once[hash >>> 3]! & bit) again[hash >>> 3]! |= bit;
    else once[hash >>> 3]! |= bit;
  }
  const rows: number[] = [];
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row]! & mask;
    if (hashes[row] !== 0 && again[hash >>> 3]! & (1 << (hash & 7))) rows.push(row);
  }
  return rows;
}
/** Groups of the rows whose addresses are the same; `rows` ascending. */
function groupRows(
  count: number,
  rows: readonly number[],
  hashes: Int32Array,
  email?: TextColumn,
): AddressGroups {
  const groupOf = new Int32Array(count).fill(NONE);
  const grouped: number[][] = [];
  /** By hash: the first row of every address that has it. */
  const firstRows = new Map<number, number[]>();
  const addressOf = (row: number): string => canonicalId(email?.at(row as RowIndex) ?? '');
  for (const row of rows) {
    const address = addressOf(row);
    if (!isAddress(address)) continue;
    const sameHash = firstRows.get(hashes[row]!);
    const first = sameHash?.find((other) => addressOf(other) === address);
    if (first === undefined) {
      if (sameHash) sameHash.push(row);
      else firstRows.set(hashes[row]!, [row]);
      continue;
    }
    if (groupOf[first] === NONE) groupOf[first] = grouped.push([first]) - 1;
    groupOf[row] = groupOf[first]!;
    grouped[groupOf[first]!]!.push(row);
  }
  const starts = new Uint32Array(grouped.length + 1);
  grouped.forEach((members, group) => {
    starts[group + 1] = starts[group]! + members.length;
  });
  return { groupOf, rows: Uint32Array.from(grouped.flat()), starts };
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && at < text.length - 1;
}
