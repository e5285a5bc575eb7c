/** A stream of numbers that is the same on every machine: for invented data only, never for a figure. */
export interface SeededNumbers {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of the values. */
  oneOf<Value>(values: readonly Value[]): Value;
  /** The values in another order. */
  shuffled<Value>(values: readonly Value[]): Value[];
}

/** Mulberry32: 32 bits of state, integer arithmetic only. */
export function seededNumbers(seed: number): SeededNumbers {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    oneOf: (values) => values[between(0, values.length - 1)]!,
    shuffled(values) {
      const copy = [...values];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = between(0, last);
        [copy[last], copy[other]] = [copy[other]!, copy[last]!];
      }
      return copy;
    },
  };
}
