import type { FoldedNames } from './foldedNames.ts';
import { orderByKeys, rowsInOrder } from './radixOrder.ts';

/**
 * Accounts by folded name, ties in row order. The first eight units are ordered by radix; only runs that share them
 * are compared, and a run that stands right already costs one comparison a row.
 */
export function orderByName(names: FoldedNames): Uint32Array {
  const { count } = names;
  const first = new Uint32Array(count);
  const second = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    first[row] = names.keyAt(row, 0);
    second[row] = names.keyAt(row, 4);
  }
  const order = orderByKeys(first, orderByKeys(second, rowsInOrder(count)));
  const compare = (one: number, other: number): number => names.compare(one, other) || one - other;
  for (let start = 0, end = 1; end <= count; end++) {
    const isSame =
      end < count &&
      first[order[end]!] === first[order[start]!] &&
      second[order[end]!] === second[order[start]!];
    if (isSame) continue;
    if (!isInOrder(order, start, end, compare)) order.subarray(start, end).sort(compare);
    start = end;
  }
  return order;
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
