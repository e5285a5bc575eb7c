import { orderByKeys, rowsInOrder } from './radixOrder.ts';

/**
 * Four folded UTF-16 units from a place on as one key, so that most comparisons need no text at all. `unitAt` gives 0
 * beyond the end. Units beyond Latin-1 share the last place of a byte, and what follows the first of them counts for
 * nothing: the full comparison tells such texts apart.
 */
export function keyOfUnits(unitAt: (place: number) => number, from: number): number {
  let key = 0;
  let isCut = false;
  for (let place = 0; place < from + 4; place++) {
    const unit: number = isCut ? 0 : Math.min(unitAt(place), 255);
    isCut ||= unit === 255;
    if (place >= from) key = (key << 8) | unit;
  }
  return key >>> 0;
}

/**
 * Ascending order of rows by folded text, ties in row order. The first eight units are ordered by radix; only runs
 * that share them are compared as texts. Order is by code unit of the folded text, not by a locale.
 */
export function orderByTexts(count: number, textAt: (row: number) => string): Uint32Array {
  const first = new Uint32Array(count);
  const second = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const text = textAt(row);
    const unitAt = (place: number): number => (place < text.length ? text.charCodeAt(place) : 0);
    first[row] = keyOfUnits(unitAt, 0);
    second[row] = keyOfUnits(unitAt, 4);
  }
  const order = orderByKeys(first, orderByKeys(second, rowsInOrder(count)));
  let start = 0;
  for (let end = 1; end <= count; end++) {
    const same =
      end < count &&
      first[order[end]!] === first[order[start]!] &&
      second[order[end]!] === second[order[start]!];
    if (same) continue;
    if (end - start > 1) orderRun(order.subarray(start, end), textAt);
    start = end;
  }
  return order;
}

function orderRun(run: Uint32Array, textAt: (row: number) => string): void {
  const texts = new Map<number, string>();
  for (const row of run) texts.set(row, textAt(row));
  run.sort((left, right) => {
    const a = texts.get(left) ?? '';
    const b = texts.get(right) ?? '';
    return a < b ? -1 : a > b ? 1 : left - right;
  });
}
