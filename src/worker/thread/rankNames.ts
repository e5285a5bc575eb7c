import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { foldNames, type FoldedNames } from './foldedNames.ts';
import { orderByKeys, rowsInOrder } from './radixOrder.ts';

/** Rows brought forward between two pauses. */
const ROWS_A_PIECE = 1 << 15;

/**
 * Place of every account in the order by folded name, equal names in row order; made in pieces. The first eight units
 * are ordered by radix; only runs that share them are compared, and a run that stands right already costs one
 * comparison a row.
 */
export function* rankNames(snapshot: Snapshot): Generator<undefined, Uint32Array> {
  const names = yield* foldNames(snapshot);
  const { count } = names;
  const first = new Uint32Array(count);
  const second = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    first[row] = names.keyAt(row, 0);
    second[row] = names.keyAt(row, 4);
    if (row % ROWS_A_PIECE === 0) yield;
  }
  const bySecond = orderByKeys(second, rowsInOrder(count));
  yield;
  const order = orderByKeys(first, bySecond);
  yield;
  yield* orderTied(
    order,
    names,
    (row, other) => first[row] === first[other] && second[row] === second[other],
  );
  const ranks = new Uint32Array(count);
  for (let place = 0; place < count; place++) ranks[order[place]!] = place;
  return ranks;
}

/** Puts runs of tied rows in the order of their whole names. */
function* orderTied(
  order: Uint32Array,
  names: FoldedNames,
  isTied: (row: number, other: number) => boolean,
): Generator<undefined> {
  const compare = (one: number, other: number): number => names.compare(one, other) || one - other;
  let pausedAt = 0;
  for (let start = 0, end = 1; end <= order.length; end++) {
    if (end < order.length && isTied(order[end]!, order[start]!)) continue;
    if (!isInOrder(order, start, end, compare)) order.subarray(start, end).sort(compare);
    start = end;
    if (end - pausedAt < ROWS_A_PIECE) continue;
    pausedAt = end;
    yield;
  }
}

function isInOrder(
  order: Uint32Array,
  start: number,
  end: number,
  compare: (one: number, other: number) => number,
): boolean {
  for (let at = start + 1; at < end; at++) if (compare(order[at - 1]!, order[at]!) > 0) return false;
  return true;
}
