import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import { askFinding } from '../core/ingest/xray/askFinding.ts';
import type { ImportAnswer, Receipt } from '../worker/loadView.ts';
import { shownOf, unansweredOf, withOpenOrders } from './askedQuestions.ts';
import type { AskWorker } from './askWorker.ts';
import { createFileSurveying, newestSystem, type FileSurveying } from './fileSurveying.ts';
import { createImportRun } from './importRun.ts';
import { NO_FILE, type LoadFacts } from './loadFacts.ts';
import { createPlanEdits, type PlanEdits } from './planEdits.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface LoadDependencies {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  readonly workingDay: () => EpochDay;
  readonly download: (fileName: string, content: string, type: string) => void;
}

export interface LoadState extends LoadFacts, PlanEdits {
  chooseSystem(system: string): Promise<void>;
  chooseFile(file: File): Promise<void>;
  /** Takes several files of the same columns, to be read as one list. */
  chooseFiles(files: readonly File[]): Promise<void>;
  paste(text: string): Promise<void>;
  importRows(): Promise<void>;
  /** Reads a file that was loaded before with the new settings, and deletes its old snapshot. */
  readAgain(): Promise<void>;
  cancelImport(): void;
  /** Shows the file of the last import again, with its answers, to answer otherwise. */
  answerOtherwise(): Promise<void>;
  /** Puts the chosen file aside. */
  putAside(): void;
  /** Shows the receipt of an earlier import. */
  showReceipt(receipt: Receipt): void;
  downloadRejected(snapshot: string): Promise<void>;
  /** `namesBaseline`: the person has said that the baseline is meant. */
  deleteSnapshot(snapshot: string, namesBaseline?: boolean): Promise<void>;
  dismissFailure(): void;
}

export type LoadStore = StoreApi<LoadState>;

/** Choosing, mapping and importing a users file. The rows stay in the worker. */
export function createLoadStore({ ask, workspace, workingDay, download }: LoadDependencies): LoadStore {
  return createStore<LoadState>()((set, get) => {
    const importRun = createImportRun(workspace, set);
    const edits: PlanEdits = createPlanEdits({ get, set }, (plan) => surveying.survey(plan));
    const surveying: FileSurveying = createFileSurveying(
      { get, set },
      { ask, workspace, workingDay, changePlan: edits.changePlan },
    );

    /** The receipt of a file, and the file itself, so that it can be read again with other answers. */
    function shownAs(end: Extract<ImportAnswer, { receipt: Receipt }>): Partial<LoadFacts> {
      const { source, sourceName } = get();
      const { outcome, receipt } = end;
      const readFile = source && { snapshot: receipt.snapshot, source, name: sourceName };
      return { ended: outcome, receipt, readFile };
    }

    function finish(end: ImportAnswer): void {
      switch (end.outcome) {
        case 'alreadyLoaded':
          if (end.otherSettings) set({ repeat: { receipt: end.receipt, confirmed: false } });
          else set({ ...NO_FILE, ...shownAs(end) });
          return;
        case 'imported':
          set({ ...NO_FILE, ...shownAs(end) });
          return;
        case 'dateOrderOpen':
          set({ ended: 'asks', questions: withOpenOrders(get().questions, end) });
          return;
        case 'xrayOpen':
          surveying.tell(end.questions);
          return;
        case 'completenessOpen':
          // An answer beside another list was no answer to this.
          get().answerCompleteness(undefined);
          set({ ended: 'asks', completeness: end });
      }
    }

    /** Removes the snapshot that a file read again has replaced; refused while open cases rest on it. */
    async function removeReplaced({ snapshot }: Receipt): Promise<void> {
      const done = await workspace.getState().act({ act: 'deleteSnapshot', snapshot });
      if (done.ok) return;
      const reason = done.failure.kind === 'refused' ? ` ${done.failure.reason}` : '';
      set({
        failure: {
          kind: 'refused',
          reason: `The file was read again, but its old snapshot could not be deleted and stays in the list.${reason}`,
        },
      });
    }

    return {
      ...NO_FILE,
      ...edits,
      system: newestSystem(workspace),
      readFile: undefined,
      ended: undefined,
      receipt: undefined,
      failure: undefined,

      chooseSystem: surveying.chooseSystem,
      chooseFile: (file) => surveying.choose({ file }, file.name),
      async chooseFiles([file, ...appended]) {
        if (!file) return;
        if (appended.length === 0) await surveying.choose({ file }, file.name);
        else await surveying.choose({ file, appended }, `${file.name} and ${appended.length} more`);
      },
      async paste(text) {
        if (text.trim() === '') get().putAside();
        else await surveying.choose({ pasted: text }, 'Pasted rows');
      },

      async importRows() {
        const { source, survey: shown, importing, repeat } = get();
        if (!source || !shown.value || importing) return;
        const { plan, estimatedRows } = shown.value;
        const again = repeat?.confirmed === true;
        const done = await importRun.run(
          (stamp, options) =>
            ask(
              'importUsers',
              {
                source,
                plan,
                estimatedRows,
                again,
                shown: shownOf(get().questions),
                unanswered: unansweredOf(get().questions),
                answeredBeside: get().completeness?.beside,
                stamp,
              },
              options,
            ),
          () => set({ failure: undefined, ended: undefined, receipt: undefined }),
        );
        if (!done) return;
        finish(done.import);
        if (repeat?.confirmed && done.import.outcome === 'imported') {
          await removeReplaced(repeat.receipt);
        }
      },
      async readAgain() {
        const { repeat } = get();
        if (!repeat) return;
        set({ repeat: { ...repeat, confirmed: true } });
        await get().importRows();
      },
      async answerOtherwise() {
        const { readFile, receipt } = get();
        if (!readFile || receipt?.snapshot !== readFile.snapshot) return;
        const questions = receipt.findings.map(askFinding).filter((question) => question !== undefined);
        await surveying.reopen(readFile.source, readFile.name, receipt.plan, questions);
      },
      cancelImport: importRun.cancel,
      putAside: () => set({ ...NO_FILE, failure: undefined }),
      showReceipt: (receipt) => set({ receipt, ended: undefined }),

      async downloadRejected(snapshot) {
        const found = await ask('rejectedRows', { snapshot });
        if (found.ok) download(found.value.fileName, found.value.csv, 'text/csv');
        else set({ failure: found.failure });
      },
      async deleteSnapshot(snapshot, namesBaseline = false) {
        const done = await workspace
          .getState()
          .act({ act: 'deleteSnapshot', snapshot, ...(namesBaseline ? { namesBaseline } : {}) });
        if (!done.ok && done.failure.kind !== 'cancelled') set({ failure: done.failure });
        if (done.ok && get().receipt?.snapshot === snapshot) set({ receipt: undefined, ended: undefined });
      },
      dismissFailure: () => set({ failure: undefined }),
    };
  });
}
