import { nextTask } from './importPace.ts';

/** Longest time between two pauses, in milliseconds. */
const LONGEST_RUN = 20;

/**
 * Runs work that yields between its pieces, with a pause before it would hold up other questions; `isWanted` is asked
 * after every pause. `undefined` when it was given up; the generator can be run on later.
 */
export async function runPieces<Value extends object>(
  pieces: Generator<undefined, Value>,
  isWanted: () => boolean = () => true,
): Promise<Value | undefined> {
  let resumedAt = performance.now();
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done === true) return piece.value;
    if (performance.now() - resumedAt < LONGEST_RUN) continue;
    await nextTask();
    if (!isWanted()) return undefined;
    resumedAt = performance.now();
  }
}

/** A pause to be awaited between pieces of work: it is none unless the work would hold up other questions by now. */
export function pauseWhenDue(): () => Promise<void> {
  let resumedAt = performance.now();
  return async () => {
    if (performance.now() - resumedAt < LONGEST_RUN) return;
    await nextTask();
    resumedAt = performance.now();
  };
}
