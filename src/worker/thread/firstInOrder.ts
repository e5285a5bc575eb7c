/**
 * The first `count` of some rows under an order, without ordering the rest: one pass that keeps the best so far.
 * `compare` must tell any two rows apart, so that the answer is the beginning of the full order.
 */
export function firstInOrder(
  rows: Uint32Array,
  count: number,
  compare: (one: number, other: number) => number,
): Uint32Array {
  const best = new Uint32Array(Math.min(count, rows.length));
  let held = 0;
  for (let index = 0; index < rows.length && best.length > 0; index++) {
    const row = rows[index]!;
    if (held === best.length && compare(row, best[held - 1]!) > 0) continue;
    let low = 0;
    let high = held;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(row, best[middle]!) < 0) high = middle;
      else low = middle + 1;
    }
    if (held < best.length) held++;
    best.copyWithin(low + 1, low, held - 1);
    best[low] = row;
  }
  return best;
}
