import type { ActPace } from '../../storage/ledgerStore.ts';
import type { CallTools } from './handle.ts';
import { nextTask, Pace, type PaceTools } from './importPace.ts';

/** Deciding, chaining and storing: each is about a third of the way. */
const STAGES = 3;

/** Below this number of subjects an act is over before anybody could read how far it is. */
const WORTH_TELLING = 20;

const BROWSER_TOOLS: PaceTools = { elapsed: () => performance.now(), nextTask };

/** How one act tells how far it is and hears a cancel, through its three stages. */
export interface ActProgress {
  /** To be awaited after each subject that is decided. */
  readonly decided: (done: number, of: number) => Promise<void>;
  readonly pace: ActPace;
}

/**
 * Reports how many subjects of an act are done, at least every 250 ms while there is something to do and never
 * backwards, and throws the signal's reason once the act is cancelled. The same act decided anew, because another tab
 * was faster, goes on from where the count stands.
 */
export function actProgress(
  { signal, onProgress }: CallTools,
  tools: PaceTools = BROWSER_TOOLS,
): ActProgress {
  let subjects = 0;
  let told = -1;
  const report = (done: number): void => {
    if (subjects < WORTH_TELLING || done <= told) return;
    told = done;
    onProgress({ done, total: subjects, unit: 'cases' });
  };
  const pace = new Pace(tools, signal, report);
  const countOf = (stage: number, done: number, of: number): number =>
    Math.floor((subjects * (stage + done / of)) / STAGES);
  return {
    decided(done, of) {
      subjects = Math.max(subjects, of);
      if (told < 0) report(0);
      return pace.breathe(countOf(0, done, of));
    },
    pace: {
      breathe: (done, of) => pace.breathe(countOf(1, done, of)),
      stored(done, of) {
        signal.throwIfAborted();
        report(countOf(2, done, of));
      },
    },
  };
}
