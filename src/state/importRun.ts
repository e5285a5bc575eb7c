import type { Result } from '../core/base/result.ts';
import type { Failure, Progress, Stamp } from '../worker/protocol.ts';
import type { WorkspaceView } from '../worker/workspaceView.ts';
import type { AskOptions } from './askWorker.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

/** How the last import ended. One that `asks` kept nothing: reading the whole file raised a question. */
export type ImportEnd = 'imported' | 'alreadyLoaded' | 'cancelled' | 'asks';

/** How the import of the file on the screen stands. */
export interface ImportRunFacts {
  /** Rows read so far while an import runs. */
  readonly progress: Progress | undefined;
  readonly importing: boolean;
  readonly ended: ImportEnd | undefined;
  readonly failure: Failure | undefined;
}

/** Nothing is being imported. */
export const AT_REST = { progress: undefined, importing: false } satisfies Partial<ImportRunFacts>;

/** What remains on the screen of an import that did not come to its end: a cancelled one is no failure. */
export const factsOfFailure = (failure: Failure): Pick<ImportRunFacts, 'failure' | 'ended'> =>
  failure.kind === 'cancelled' ? { failure: undefined, ended: 'cancelled' } : { failure, ended: undefined };

export interface ImportRun {
  /**
   * Runs one import and shows what it changed; `undefined` when it did not come to its end, which the facts tell.
   * `onStart` runs once the act has its stamp.
   */
  run<Imported extends { readonly view: WorkspaceView }>(
    ask: (stamp: Stamp, options: AskOptions) => Promise<Result<Imported, Failure>>,
    onStart: () => void,
  ): Promise<Imported | undefined>;
  /** Stops the import at work, of which nothing is kept. */
  cancel(): void;
}

/** The import of one file from the press of the button to its end, with progress and a way to stop it. */
export function createImportRun(
  workspace: WorkspaceStore,
  show: (facts: Partial<ImportRunFacts>) => void,
): ImportRun {
  let running: AbortController | undefined;
  return {
    async run(ask, onStart) {
      const stamp = await workspace.getState().stamp();
      if (!stamp) return undefined;
      running = new AbortController();
      onStart();
      show({ importing: true, progress: undefined });
      const found = await ask(stamp, {
        signal: running.signal,
        onProgress: (progress) => show({ progress }),
      });
      running = undefined;
      show(AT_REST);
      if (!found.ok) {
        show(factsOfFailure(found.failure));
        return undefined;
      }
      workspace.getState().setView(found.value.view);
      return found.value;
    },
    cancel: () => running?.abort(),
  };
}
