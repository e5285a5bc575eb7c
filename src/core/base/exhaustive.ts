/** Marks a branch that the types rule out; reaching it is a bug. */
export function unreachable(value: never): never {
  throw new Error(`A value outside its type was met: ${JSON.stringify(value)}`);
}
