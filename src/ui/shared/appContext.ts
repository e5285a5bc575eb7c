import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EpochDay } from '../../core/base/epochDay.ts';
import type { AskWorker } from '../../state/askWorker.ts';
import type { ContractStore } from '../../state/contractStore.ts';
import type { DefineStore } from '../../state/defineStore.ts';
import type { LoadStore } from '../../state/loadStore.ts';
import type { LogReportStore } from '../../state/logReportStore.ts';
import type { PositionStore } from '../../state/positionStore.ts';
import type { QueueStore } from '../../state/queueStore.ts';
import type { ReclaimStore } from '../../state/reclaimStore.ts';
import type { ReviewStore } from '../../state/reviewStore.ts';
import type { TableStore } from '../../state/tableStore.ts';
import type { WorkspaceState, WorkspaceStore } from '../../state/workspaceStore.ts';
import type { StepId } from './steps.ts';

/** The stores of the open client; made anew when another client is opened. */
export interface ClientStores {
  readonly load: LoadStore;
  /** Files of every kind; hands users lists on to `load`. */
  readonly tables: TableStore;
  /** How the loaded activity logs stand to the list in use. */
  readonly logReport: LogReportStore;
  /** Files that were chosen together. */
  readonly queue: QueueStore;
  readonly contract: ContractStore;
  readonly define: DefineStore;
  readonly review: ReviewStore;
  readonly reclaim: ReclaimStore;
  readonly position: PositionStore;
}

/** Everything a screen works with. */
export interface App {
  readonly workspace: WorkspaceStore;
  readonly ask: AskWorker;
  /** Throws when no client is open: screens that need one are not shown then. */
  readonly stores: () => ClientStores;
  readonly navigate: (step: StepId) => void;
  /** The working date: due marks, guards and sentences about today only. */
  readonly today: () => EpochDay;
  readonly download: (fileName: string, content: string | Uint8Array, type: string) => void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('A screen was drawn outside AppContext.');
  return app;
}

/** A part of the workspace state, redrawn when it changes. */
export const useWorkspace = <Part>(select: (state: WorkspaceState) => Part): Part =>
  useStore(useApp().workspace, select);
