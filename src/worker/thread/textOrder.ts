import { orderByKeys, rowsInOrder } from './radixOrder.ts';

/** Four folded UTF-16 units as one key, so that most comparisons need no text at all. */
function keyOf(text: string, start: number): number {
  let key = 0;
  for (let offset = start; offset < start + 4; offset++) {
    // Letters beyond Latin-1 share the last place of a byte and are told apart by the full comparison.
    const unit = offset < text.length ? Math.min(text.charCodeAt(offset), 255) : 0;
    key = (key << 8) | unit;
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
    first[row] = keyOf(text, 0);
    second[row] = keyOf(text, 4);
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
