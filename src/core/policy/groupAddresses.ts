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
const AT_SIGN = 64;
const UPPER_A = 65;
const UPPER_Z = 90;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Account tables never change, so that the groups of one are found once, whoever asks. */
const found = new WeakMap<Addressed, AddressGroups>();

/**
 * Groups accounts by canonical e-mail address. What has nothing before or after an `@` is no address. Hashes and row
 * numbers only: texts are compared where two hashes are equal, and no text is kept.
 * Source of the rule: imports, *Non-human markers*.
 */
export function groupAddresses(accounts: Addressed): AddressGroups {
  const known = found.get(accounts);
  if (known) return known;
  const groups = numberGroups(accounts.email ? findLeaders(accounts.email) : new Int32Array(accounts.count));
  found.set(accounts, groups);
  return groups;
}

/** By row: 1 + the first row with the same address, 0 for a row without an address. */
function findLeaders(column: TextColumn): Int32Array {
  const hashes = hashAddresses(column);
  const addressOf = (row: number): string => canonicalId(column.at(row as RowIndex));
  let size = 16;
  while (size < 2 * column.length) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const leaders = new Int32Array(column.length);
  for (let row = 0; row < leaders.length; row += 1) {
    const hash = hashes[row]!;
    if (hash === 0) continue;
    let slot = hash & mask;
    for (;;) {
      const first = slots[slot]!;
      if (first === 0) {
        slots[slot] = leaders[row] = row + 1;
        break;
      }
      if (hashes[first - 1] === hash && addressOf(first - 1) === addressOf(row)) {
        leaders[row] = first;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return leaders;
}

/** Hash of each canonical address, FNV-1a over UTF-16 code units with its high bits mixed in; 0 for no address. */
function hashAddresses(column: TextColumn): Uint32Array {
  const hashes = new Uint32Array(column.length);
  let first = 0;
  for (let index = 0; first < column.length; index += 1) {
    const { text, ends } = column.chunk(index);
    let start = 0;
    for (let offset = 0; offset < ends.length; offset += 1) {
      const end = ends[offset]!;
      hashes[first + offset] = hashPlain(text, start, end) ?? hashFolded(text.slice(start, end));
      start = end;
    }
    first += ends.length;
  }
  return hashes;
}

/** Hash of a text of visible ASCII signs, whose canonical form is its lower case; `undefined` for any other. */
function hashPlain(text: string, start: number, end: number): number | undefined {
  let hash = FNV_BASIS;
  let at = NONE;
  for (let place = start; place < end; place += 1) {
    let code = text.charCodeAt(place);
    if (code <= 0x20 || code >= 0x7f) return undefined;
    if (code >= UPPER_A && code <= UPPER_Z) code += 32;
    else if (code === AT_SIGN) at = place;
    hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  return at > start && at < end - 1 ? finish(hash) : 0;
}

function hashFolded(text: string): number {
  const folded = canonicalId(text);
  const at = folded.lastIndexOf('@');
  if (at <= 0 || at === folded.length - 1) return 0;
  let hash = FNV_BASIS;
  for (let place = 0; place < folded.length; place += 1)
    hash = Math.imul(hash ^ folded.charCodeAt(place), FNV_PRIME);
  return finish(hash);
}

const finish = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0 || 1;

function numberGroups(leaders: Int32Array): AddressGroups {
  const groupOf = new Int32Array(leaders.length).fill(NONE);
  const sizes: number[] = [];
  for (let row = 0; row < leaders.length; row += 1) {
    const first = leaders[row]! - 1;
    if (first < 0 || first === row) continue;
    if (groupOf[first] === NONE) groupOf[first] = sizes.push(1) - 1;
    groupOf[row] = groupOf[first]!;
    sizes[groupOf[first]!]! += 1;
  }
  const starts = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, group) => {
    starts[group + 1] = starts[group]! + size;
  });
  const rows = new Uint32Array(starts[sizes.length]!);
  const next = starts.slice();
  if (sizes.length > 0) {
    for (let row = 0; row < groupOf.length; row += 1) {
      const group = groupOf[row]!;
      if (group !== NONE) rows[next[group]!++] = row;
    }
  }
  return { groupOf, rows, starts };
}
