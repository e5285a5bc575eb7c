/** Unsigned 32-bit number of a row: rows are ordered by the first key, equal ones by the next. */
export type SortKey = (row: number) => number;

const HALF = 1 << 16;

/** So few rows are compared instead of being counted again. */
const FEW_ROWS = 2_048;

/** A range of tied rows that no key tells apart and that is too long to compare. */
export class TooManyTied extends Error {}

/**
 * Places `from` to before `to` of some rows under an order, without ordering the rest: each key is counted in two
 * passes, which leaves the rows that share the keys at both ends; only these go on to the next key. `rows` ascending.
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
