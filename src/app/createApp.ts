import { createLedgerWitness, type WitnessStorage } from '../state/ledgerWitness.ts';
import { createWorkspaceStore, type WorkspaceStore } from '../state/workspaceStore.ts';
import type { App } from '../ui/shared/appContext.ts';
import { hashOfStep } from '../ui/shared/steps.ts';
import { createWorkerClient, type AskWorker, type LostClient } from '../worker/client.ts';
import { readDeviceClock } from './deviceClock.ts';
import { download } from './download.ts';
import { drawBriefPdf } from './drawBriefPdf.ts';
import { followDay } from './followDay.ts';
import { nextLineId } from './nextLineId.ts';
import { openTabChannel } from './openTabChannel.ts';
import { readClients } from './readClients.ts';
import { startWorker } from './startWorker.ts';
import { storesOfOpenClient } from './storesOfOpenClient.ts';

/** `localStorage`, or nothing where the browser forbids even looking at it. */
function witnessStorage(): WitnessStorage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What the screens work with, and the start of the thread ahead of the first question to it. */
export interface BuiltApp {
  readonly app: App;
  startThread(): Promise<void>;
}

/** Builds everything that the screens work with. `onCrash` is told of a bug in the worker. */
export function createApp(onCrash: (message: string) => void): BuiltApp {
  const { ask, startThread } = askLazily(onCrash, (why) => workspace.getState().loseClient(why));
  const workspace: WorkspaceStore = createWorkspaceStore({
    ask,
    listClients: readClients,
    clock: readDeviceClock,
    witness: createLedgerWitness(witnessStorage()),
    otherTabs: openTabChannel(),
  });
  const today: App['today'] = () =>
    readDeviceClock(workspace.getState().view?.client.timeZone ?? 'UTC').workingDay;
  followDay(workspace, today);
  const app: App = {
    workspace,
    ask,
    stores: storesOfOpenClient({ ask, workspace, today, download, nextLineId, drawBriefPdf }),
    navigate: (step) => {
      window.location.hash = hashOfStep(step);
    },
    today,
    download,
  };
  return { app, startThread };
}

/** Starts the thread when it is told to, or with the first question: the Start screen does not wait for it. */
function askLazily(
  onCrash: (message: string) => void,
  onLost: (why: LostClient) => void,
): {
  readonly ask: AskWorker;
  startThread(): Promise<void>;
} {
  let started: Promise<AskWorker> | undefined;
  const start = async (): Promise<AskWorker> => {
    const { default: source } = await import('virtual:worker-source/thread');
    const worker = startWorker(source, 'tables');
    worker.addEventListener('error', (event) => onCrash(event.message));
    return createWorkerClient(worker, onCrash, onLost);
  };
  return {
    ask: async (call, question, options) => {
      started ??= start();
      const ask = await started;
      return ask(call, question, options);
    },
    async startThread() {
      started ??= start();
      await started;
    },
  };
}
