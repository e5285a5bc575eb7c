/** Unsigned 32-bit number of a row: rows are ordered by the first key, equal ones by the next. */
export type SortKey = (row: number) => number;

const HALF = 1 << 16;

/** So few rows are compared instead of being counted again. */
const FEW_ROWS = 2_048;

/** Rows that are kept while the first of many are looked for. */
const MOST_KEPT = 8_192;

/** Ranges that end further down than this are found by counting. */
const MOST_LEADING = MOST_KEPT / 4;

/** Rows that came in nearly the wrong order are given up after so many rounds of throwing the highest away. */
const MOST_ROUNDS = 16;

/** A range of tied rows that no key tells apart and that is too long to compare. */
export class TooManyTied extends Error {}

/**
 * Places `from` to before `to` of some rows under an order, without ordering the rest: each key is counted in two
 * passes, which leaves the rows that share the keys at both ends; only these go on to the next key. The first of many
 * are found in one pass that keeps the lowest met so far. `rows` ascending.
 *
 * `compare` tells rows apart that all keys leave tied; without it they keep their order, or its reverse when
 * descending. More than `mostCompared` such rows throw {@link TooManyTied}.
 */
export function rowsInRange(
  rows: Uint32Array,
  keys: readonly SortKey[],
  compare: ((one: number, other: number) => number) | undefined,
  descending: boolean,
  from: number,
  to: number,
  mostCompared = Infinity,
): Uint32Array {
  const direct = (one: number, other: number): number => {
    for (const key of keys) {
      const difference = key(one) - key(other);
      if (difference !== 0) return difference;
    }
    return (compare ? compare(one, other) : 0) || one - other;
  };
  const inOrder = descending ? (one: number, other: number): number => direct(other, one) : direct;
  const flip = descending ? 0xffff_ffff : 0;

  function select(tied: Uint32Array, depth: number, first: number, end: number): Uint32Array {
    if (first >= end) return new Uint32Array(0);
    const key = keys[depth];
    if (tied.length <= FEW_ROWS) return tied.toSorted(inOrder).subarray(first, end);
    if (!key) {
      if (!compare) {
        return descending
          ? tied.slice(tied.length - end, tied.length - first).toReversed()
          : tied.subarray(first, end);
      }
      if (tied.length > mostCompared) throw new TooManyTied();
      return tied.toSorted(inOrder).subarray(first, end);
    }
    const leading = tied.length > MOST_KEPT ? leadingRows(tied, key, flip, end) : undefined;
    if (leading) return select(leading, depth, first, end);
    const values = new Uint32Array(tied.length);
    for (let at = 0; at < values.length; at++) values[at] = (key(tied[at]!) ^ flip) >>> 0;
    const byHigh = countHigh(values);
    const low = keyAt(values, byHigh, first);
    const top = keyAt(values, byHigh, end - 1);
    const lowest = rowsWithin(tied, values, low.key, low.key);
    if (low.key === top.key) return select(lowest, depth + 1, first - low.before, end - low.before);
    const between = rowsWithin(tied, values, low.key + 1, top.key - 1).toSorted(inOrder);
    const highest = rowsWithin(tied, values, top.key, top.key);
    const begin = select(lowest, depth + 1, first - low.before, lowest.length);
    const rest = select(highest, depth + 1, 0, end - top.before);
    const found = new Uint32Array(begin.length + between.length + rest.length);
    found.set(begin);
    found.set(between, begin.length);
    found.set(rest, begin.length + between.length);
    return found;
  }

  return select(rows, 0, Math.max(0, from), Math.min(rows.length, to));
}

/**
 * The rows that no more than `end` - 1 others come before by a key, in row order: the first `end` places are among them.
 * `undefined` where that many do not fit, or the rows stand so that too many come in first and are thrown away.
 */
function leadingRows(tied: Uint32Array, key: SortKey, flip: number, end: number): Uint32Array | undefined {
  if (end > MOST_LEADING) return undefined;
  const rows = new Uint32Array(MOST_KEPT);
  const values = new Uint32Array(MOST_KEPT);
  let length = 0;
  let highest = 0xffff_ffff;
  const lower = (): void => {
    highest = values.subarray(0, length).toSorted()[end - 1]!;
    let kept = 0;
    for (let at = 0; at < length; at++) {
      if (values[at]! > highest) continue;
      rows[kept] = rows[at]!;
      values[kept++] = values[at]!;
    }
    length = kept;
  };
  for (let at = 0, rounds = 0; at < tied.length; at++) {
    const row = tied[at]!;
    const value = (key(row) ^ flip) >>> 0;
    if (value > highest) continue;
    if (length === MOST_KEPT) {
      if (++rounds > MOST_ROUNDS) return undefined;
      lower();
      if (length > MOST_KEPT / 2) return undefined;
      if (value > highest) continue;
    }
    rows[length] = row;
    values[length++] = value;
  }
  lower();
  return rows.subarray(0, length);
}

function countHigh(values: Uint32Array): Uint32Array {
  const counts = new Uint32Array(HALF);
  for (let at = 0; at < values.length; at++) counts[values[at]! >>> 16]!++;
  return counts;
}

/** Value at a place of their order, and how many are lower. */
function keyAt(
  values: Uint32Array,
  byHigh: Uint32Array,
  place: number,
): { readonly key: number; readonly before: number } {
  const high = placeOf(byHigh, place);
  const wanted = high.index;
  const byLow = new Uint32Array(HALF);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value >>> 16 === wanted) byLow[value & (HALF - 1)]!++;
  }
  const low = placeOf(byLow, place - high.before);
  return { key: wanted * HALF + low.index, before: high.before + low.before };
}

/** Rows whose values lie between two, both included. */
function rowsWithin(rows: Uint32Array, values: Uint32Array, least: number, most: number): Uint32Array {
  let length = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! >= least && values[at]! <= most) length++;
  const found = new Uint32Array(length);
  length = 0;
  for (let at = 0; at < values.length; at++) {
    if (values[at]! >= least && values[at]! <= most) found[length++] = rows[at]!;
  }
  return found;
}

/** Index under which the counted item of a place lies, and how many lie before it. */
function placeOf(counts: Uint32Array, place: number): { readonly index: number; readonly before: number } {
  let before = 0;
  for (let index = 0; index < counts.length; index++) {
    if (before + counts[index]! > place) return { index, before };
    before += counts[index]!;
  }
  throw new Error('A place beyond the last row was asked for');
}
