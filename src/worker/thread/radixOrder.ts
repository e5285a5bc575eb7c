const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Stable ascending order of rows by unsigned 32-bit keys, refining an order that exists already: least significant
 * digits first, two passes. `order` is left as it is.
 */
export function orderByKeys(keys: Uint32Array, order: Uint32Array): Uint32Array {
  let from: Uint32Array = order.slice();
  let to: Uint32Array = new Uint32Array(order.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const starts = new Uint32Array(DIGITS + 1);
    for (const row of from) starts[((keys[row]! >>> shift) & (DIGITS - 1)) + 1]!++;
    for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
    for (const row of from) {
      const digit = (keys[row]! >>> shift) & (DIGITS - 1);
      to[starts[digit]!++] = row;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Rows 0, 1, 2, … */
export function rowsInOrder(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** Unsigned keys that sort as signed or unsigned 32-bit numbers do. */
export function unsignedKeys(values: Int32Array | Uint32Array): Uint32Array {
  if (values instanceof Uint32Array) return values;
  const keys = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) keys[row] = (values[row]! ^ 0x8000_0000) >>> 0;
  return keys;
}
