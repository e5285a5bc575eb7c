/** Runs work that yields between its pieces to its end; `pause` is awaited between any two of them. */
export async function runWithPauses<Value>(
  pieces: Generator<undefined, Value>,
  pause: () => Promise<void>,
): Promise<Value> {
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done === true) return piece.value;
    await pause();
  }
}
