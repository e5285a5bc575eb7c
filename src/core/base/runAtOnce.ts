/** Runs work that yields between its pieces to its end, without a pause. */
export function runAtOnce<Value>(pieces: Generator<undefined, Value>): Value {
  for (let piece = pieces.next(); ; piece = pieces.next()) if (piece.done === true) return piece.value;
}
