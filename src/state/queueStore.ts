import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import type { AskOptions, AskWorker } from './askWorker.ts';
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
import { importQueued } from './importQueued.ts';

export interface QueueDependencies {
  readonly ask: AskWorker;
  readonly workspace: WorkspaceStore;
  readonly load: LoadStore;
  readonly tables: TableStore;
  readonly workingDay: () => EpochDay;
}

export interface QueueState {
  readonly items: readonly QueuedFile[];
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
    const setStep = (id: number, state: QueueStep): void => setItem(id, { state });

    const itemOf = (files: readonly File[]): QueuedFile => {
      ids += 1;
      const name = files[0]?.name ?? '';
      return { id: ids, name, files, kind: undefined, header: undefined, state: { step: 'waiting' } };
    };

    async function importOne(item: QueuedFile, ready: ReadyFile, signal: AbortSignal): Promise<void> {
      const stamp = await workspace.getState().stamp();
      if (!stamp) {
        running?.abort();
        return;
      }
      setStep(item.id, { step: 'importing', ready, progress: undefined });
      const options: AskOptions = {
        signal,
        onProgress: (progress) => setStep(item.id, { step: 'importing', ready, progress }),
      };
      const step = await importQueued(item, ready, { ask, workspace }, stamp, options);
      if (step) {
        setStep(item.id, step);
        lookAgain();
      } else {
        set({ cancelled: item.name });
        setStep(item.id, { step: 'ready', ready });
      }
    }

    return {
      items: [],
      apart: new Set(),
      running: false,
      cancelled: undefined,

      async take(files) {
        const { items } = get();
        const first = files[0];
        if (!first) return;
        const waiting = items.filter((item) => !isFinished(item));
        if (waiting.length === 0 && (files.length === 1 || files.every(looksLikeAnswer))) {
          set({ items: [], cancelled: undefined });
          await tables.getState().choose(files);
          return;
        }
        const kept = waiting.length === 0 ? [] : items;
        const apart = waiting.length === 0 ? new Set<string>() : get().apart;
        set({ items: [...kept, ...files.map((file) => itemOf([file]))], apart, cancelled: undefined });
        await lookAtAll();
      },

      async putTogether(header) {
        const offer = offersOf(get().items, get().apart).find((found) => found.header === header);
        if (!offer) return;
        const together = itemOf(offer.items.flatMap(({ files }) => files));
        const at = get().items.findIndex((item) => offer.items.includes(item));
        const rest = get().items.filter((item) => !offer.items.includes(item));
        set({
          items: [...rest.slice(0, at), { ...together, kind: offer.items[0]?.kind }, ...rest.slice(at)],
        });
        await lookAtAll();
        const isFree = load.getState().source === undefined && tables.getState().source === undefined;
        if (isFree && !get().running) await get().open(together.id);
      },
      keepApart: (header) => set({ apart: new Set([...get().apart, header]) }),

      async open(id) {
        const item = get().items.find((found) => found.id === id);
        if (item?.state.step !== 'asks') return;
        const { waitsFor } = item.state;
        // Putting aside what stands on the screen gives it back to the queue.
        load.getState().putAside();
        tables.getState().putAside();
        setStep(id, { step: 'open', waitsFor });
        if (item.files.length === 1) await tables.getState().choose(item.files);
        else if (item.kind !== undefined && item.kind !== 'users') {
          await tables.getState().chooseTogether(item.files, item.kind);
        } else {
          tables.getState().showUsers();
          await load.getState().chooseFiles(item.files);
        }
      },

      async importReady() {
        if (get().running) return;
        const abort = new AbortController();
        running = abort;
        set({ running: true, cancelled: undefined });
        for (;;) {
          const item = readyOf(get().items, get().apart)[0];
          if (abort.signal.aborted || item?.state.step !== 'ready') break;
          await importOne(item, item.state.ready, abort.signal);
        }
        running = undefined;
        set({ running: false });
      },
      cancel: () => running?.abort(),

      remove: (id) => set({ items: get().items.filter((item) => item.id !== id) }),
      clearFinished: () => set({ items: get().items.filter((item) => !isFinished(item)) }),
    };
  });

  const setItem = (id: number, change: Partial<QueuedFile>): void =>
    store.setState({
      items: store.getState().items.map((item) => (item.id === id ? { ...item, ...change } : item)),
    });

  /** Looks at the files that nobody has looked at yet, one after another; done when none is left. */
  async function lookAtAll(): Promise<void> {
    looking ??= lookOneByOne();
    const own = looking;
    await own;
    if (looking === own) looking = undefined;
    if (store.getState().items.some(({ state }) => state.step === 'waiting')) await lookAtAll();
  }

  async function lookOneByOne(): Promise<void> {
    const tools = { ask, workingDay, system: () => load.getState().system };
    for (;;) {
      const item = store.getState().items.find(({ state }) => state.step === 'waiting');
      if (!item) break;
      setItem(item.id, { state: { step: 'looking' } });
      const seen = await lookAtFile(item, tools);
      const now = store.getState().items.find(({ id }) => id === item.id);
      if (now?.state.step === 'looking') setItem(item.id, seen);
    }
  }

  /** A mapping that was used once is certain from then on: lists that waited for one are looked at again. */
  function lookAgain(): void {
    store.setState({
      items: store
        .getState()
        .items.map((item) =>
          item.state.step === 'asks' && item.state.waitsFor.kind === 'mapping'
            ? { ...item, state: { step: 'waiting' } }
            : item,
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
    const item = store
      .getState()
      .items.find(
        ({ files, state: { step } }) => files[0] === file && (step === 'open' || (isDone && step === 'asks')),
      );
    if (!item || !('waitsFor' in item.state)) return;
    if (isDone) {
      const counts = rows && { read: rows.read, rejected: rows.rejected };
      setItem(item.id, { state: { step: 'done', rows: counts, already: ended === 'alreadyLoaded' } });
      lookAgain();
    } else setItem(item.id, { state: { step: 'asks', waitsFor: item.state.waitsFor } });
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
