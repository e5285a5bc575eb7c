import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EvidenceReport } from '../worker/evidenceView.ts';
import type { AskWorker } from './askWorker.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';

export interface LogReportDependencies {
  readonly ask: AskWorker;
  readonly download: (fileName: string, content: string, type: string) => void;
}

export interface LogReportState {
  /** How the loaded activity logs stand to the list in use. */
  readonly report: Loaded<EvidenceReport>;
  /** Asks for the report anew; the one on screen stays until the new one is there. */
  loadReport(): Promise<void>;
  /** Saves every key of a log that is no account of the list, or not the only key of one. */
  downloadLogKeys(file: string): Promise<void>;
}

export type LogReportStore = StoreApi<LogReportState>;

/** Rows of every list in the report. */
const ROWS_SHOWN = 20;

/** The report of the loaded activity logs. */
export function createLogReportStore({ ask, download }: LogReportDependencies): LogReportStore {
  return createStore<LogReportState>()((set, get) => ({
    report: NOT_ASKED,
    async loadReport() {
      set({ report: renewing(get().report) });
      const found = await ask('evidenceReport', { most: ROWS_SHOWN });
      set({ report: found.ok ? arrived(found.value) : notArrived(get().report, found.failure) });
    },
    async downloadLogKeys(file) {
      const found = await ask('logKeyTable', { file });
      if (found.ok) download(found.value.fileName, found.value.csv, 'text/csv');
      else set({ report: notArrived(get().report, found.failure) });
    },
  }));
}
