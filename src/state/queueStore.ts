import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import type { AskOptions, AskWorker } from './askWorker.ts';
import { importQueued } from './importQueued.ts';
import type { ImportEnd } from './importRun.ts';
import type { LoadStore } from './loadStore.ts';
import { lookAtFile } from './lookAtFile.ts';
import {
  isFinished,
  offersOf,
  readyOf,
  type QueuedFile,
  type QueueStep,
  type ReadyFile,
} from './queuedFile.ts';
import type { TableStore } from './tableStore.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface QueueDependencies {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  readonly load: LoadStore;
  readonly tables: TableStore;
  readonly workingDay: () => EpochDay;
}

export interface QueueState {
  readonly queued: readonly QueuedFile[];
  /** Headers of files that are to stay lists of their own. */
  readonly apart: ReadonlySet<string>;
  /** Files are being imported one after another. */
  readonly running: boolean;
  /** Name of the file whose import was cancelled last. */
  readonly cancelled: string | undefined;
  /** Takes files: one alone goes to the screen at once, several are queued and looked at. */
  take(files: readonly File[]): Promise<void>;
  /** Reads the offered files as one list; what that list asks is shown at once, unless another file is on the screen. */
  putTogether(header: string): Promise<void>;
  keepApart(header: string): void;
  /** Shows a file with its questions on the screen; the one before goes back into the queue. */
  open(id: number): Promise<void>;
  /** Imports every file that is ready, one after another. */
  importReady(): Promise<void>;
  /** Stops the import at work, of which nothing is kept; the files behind it wait. */
  cancel(): void;
  remove(id: number): void;
  /** Takes the files that are done or refused off the list. */
  clearFinished(): void;
}

export type QueueStore = StoreApi<QueueState>;

const looksLikeAnswer = ({ name }: File): boolean => /\.json$/i.test(name);

/** The files that were chosen together: each is looked at, imported when nothing is open, and told of when it fails. */
export function createQueueStore({
  ask,
  workspace,
  load,
  tables,
  workingDay,
}: QueueDependencies): QueueStore {
  let running: AbortController | undefined;
  let looking: Promise<void> | undefined;
  let ids = 0;

  const store = createStore<QueueState>()((set, get) => {
    const setStep = (id: number, state: QueueStep): void => change(id, { state });

    const queuedOf = (files: readonly File[]): QueuedFile => {
      ids += 1;
      const name = files[0]?.name ?? '';
      return { id: ids, name, files, kind: undefined, header: undefined, state: { step: 'waiting' } };
    };

    async function importOne(file: QueuedFile, ready: ReadyFile, signal: AbortSignal): Promise<void> {
      const stamp = await workspace.getState().stamp();
      if (!stamp) {
        running?.abort();
        return;
      }
      setStep(file.id, { step: 'importing', ready, progress: undefined });
      const options: AskOptions = {
        signal,
        onProgress: (progress) => setStep(file.id, { step: 'importing', ready, progress }),
      };
      const step = await importQueued(file, ready, { ask, workspace }, stamp, options);
      if (step) {
        setStep(file.id, step);
        lookAgain();
      } else {
        set({ cancelled: file.name });
        setStep(file.id, { step: 'ready', ready });
      }
    }

    return {
      queued: [],
      apart: new Set(),
      running: false,
      cancelled: undefined,

      async take(files) {
        const { queued } = get();
        const first = files[0];
        if (!first) return;
        const waiting = queued.filter((file) => !isFinished(file));
        if (waiting.length === 0 && (files.length === 1 || files.every(looksLikeAnswer))) {
          set({ queued: [], cancelled: undefined });
          await tables.getState().choose(files);
          return;
        }
        const kept = waiting.length === 0 ? [] : queued;
        const apart = waiting.length === 0 ? new Set<string>() : get().apart;
        set({ queued: [...kept, ...files.map((file) => queuedOf([file]))], apart, cancelled: undefined });
        await lookAtAll();
      },

      async putTogether(header) {
        const offer = offersOf(get().queued, get().apart).find((found) => found.header === header);
        if (!offer) return;
        const together = queuedOf(offer.queued.flatMap(({ files }) => files));
        const at = get().queued.findIndex((file) => offer.queued.includes(file));
        const rest = get().queued.filter((file) => !offer.queued.includes(file));
        set({
          queued: [...rest.slice(0, at), { ...together, kind: offer.queued[0]?.kind }, ...rest.slice(at)],
        });
        await lookAtAll();
        const isFree = load.getState().source === undefined && tables.getState().source === undefined;
        if (isFree && !get().running) await get().open(together.id);
      },
      keepApart: (header) => set({ apart: new Set([...get().apart, header]) }),

      async open(id) {
        const queued = get().queued.find((found) => found.id === id);
        if (queued?.state.step !== 'asks') return;
        const { waitsFor } = queued.state;
        // Putting aside what stands on the screen gives it back to the queue.
        load.getState().putAside();
        tables.getState().putAside();
        setStep(id, { step: 'open', waitsFor });
        if (queued.files.length === 1) await tables.getState().choose(queued.files);
        else if (queued.kind !== undefined && queued.kind !== 'users') {
          await tables.getState().chooseTogether(queued.files, queued.kind);
        } else {
          tables.getState().showUsers();
          await load.getState().chooseFiles(queued.files);
        }
      },

      async importReady() {
        if (get().running) return;
        const abort = new AbortController();
        running = abort;
        set({ running: true, cancelled: undefined });
        for (;;) {
          const next = readyOf(get().queued, get().apart)[0];
          if (abort.signal.aborted || next?.state.step !== 'ready') break;
          await importOne(next, next.state.ready, abort.signal);
        }
        running = undefined;
        set({ running: false });
      },
      cancel: () => running?.abort(),

      remove: (id) => set({ queued: get().queued.filter((file) => file.id !== id) }),
      clearFinished: () => set({ queued: get().queued.filter((file) => !isFinished(file)) }),
    };
  });

  const change = (id: number, changed: Partial<QueuedFile>): void =>
    store.setState({
      queued: store.getState().queued.map((file) => (file.id === id ? { ...file, ...changed } : file)),
    });

  /** Looks at the files that nobody has looked at yet, one after another; done when none is left. */
  async function lookAtAll(): Promise<void> {
    looking ??= lookOneByOne();
    const own = looking;
    await own;
    if (looking === own) looking = undefined;
    if (store.getState().queued.some(({ state }) => state.step === 'waiting')) await lookAtAll();
  }

  async function lookOneByOne(): Promise<void> {
    const tools = { ask, workingDay, system: () => load.getState().system };
    for (;;) {
      const file = store.getState().queued.find(({ state }) => state.step === 'waiting');
      if (!file) break;
      change(file.id, { state: { step: 'looking' } });
      const seen = await lookAtFile(file, tools);
      const now = store.getState().queued.find(({ id }) => id === file.id);
      if (now?.state.step === 'looking') change(file.id, seen);
    }
  }

  /** A mapping that was used once is certain from then on: lists that waited for one are looked at again. */
  function lookAgain(): void {
    store.setState({
      queued: store
        .getState()
        .queued.map((file) =>
          file.state.step === 'asks' && file.state.waitsFor.kind === 'mapping'
            ? { ...file, state: { step: 'waiting' } }
            : file,
        ),
    });
    void lookAtAll();
  }

  /** A file of the queue that left the screen is done, was refused there, or goes back into the queue. */
  function followScreen(
    file: File,
    ended: ImportEnd | undefined,
    rows: { readonly read: number; readonly rejected: number } | undefined,
  ): void {
    const isDone = ended === 'imported' || ended === 'alreadyLoaded';
    const queued = store
      .getState()
      .queued.find(
        ({ files, state: { step } }) => files[0] === file && (step === 'open' || (isDone && step === 'asks')),
      );
    if (!queued || !('waitsFor' in queued.state)) return;
    if (isDone) {
      const counts = rows && { read: rows.read, rejected: rows.rejected };
      change(queued.id, { state: { step: 'done', rows: counts, already: ended === 'alreadyLoaded' } });
      lookAgain();
    } else change(queued.id, { state: { step: 'asks', waitsFor: queued.state.waitsFor } });
  }
  load.subscribe((now, before) => {
    const was = fileOf(before.source);
    if (was && was !== fileOf(now.source)) followScreen(was, now.ended, now.receipt?.rows);
  });
  tables.subscribe((now, before) => {
    const was = fileOf(before.source);
    const isHandedOn = was !== undefined && was === fileOf(load.getState().source);
    if (was && was !== fileOf(now.source) && now.kind !== 'users' && !isHandedOn) {
      followScreen(was, now.ended, now.receipt?.rows);
    }
  });
  return store;
}

const fileOf = (source: LoadSource): File | undefined =>
  source && 'file' in source ? source.file : undefined;
type LoadSource = ReturnType<LoadStore['getState']>['source'];
