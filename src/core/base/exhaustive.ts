/** Marks a branch that the types rule out; reaching it is a bug. */
export function unreachable(value: never): never {
  throw new Error(`A value outside its type was met: ${JSON.stringify(value)}`);
}

/** A record with a value for every name of a fixed list. `of`: the value of a name; `place` counts from 0 in the list. */
export const recordOf = <Name extends string, Value>(
  names: readonly Name[],
  of: (name: Name, place: number) => Value,
): Record<Name, Value> =>
  Object.fromEntries(names.map((name, place) => [name, of(name, place)])) as Record<Name, Value>;

/** Whether a value is one of a fixed list. */
export const isOneOf = <const Listed>(list: readonly Listed[], value: unknown): value is Listed =>
  (list as readonly unknown[]).includes(value);
