import { createStore, type StoreApi } from 'zustand/vanilla';
import { fail, type Result } from '../core/base/result.ts';
import type { Action } from '../worker/action.ts';
import type { ActAnswer, Failure, Progress, Stamp } from '../worker/protocol.ts';
import type { ClientSummary, WorkspaceView } from '../worker/workspaceView.ts';
import type { AskWorker } from './askWorker.ts';
import type { LedgerWitness } from './ledgerWitness.ts';

/** What the open client looks like, who acts, and the way to record an act. */
export interface WorkspaceState {
  readonly clients: readonly ClientSummary[] | undefined;
  readonly view: WorkspaceView | undefined;
  /** Typed name of the person; asked once per opening before the first recorded act. */
  readonly actor: string | undefined;
  /** Name typed last since the page was loaded: proposed for the next client, never recorded without a word. */
  readonly lastTypedName: string;
  /** Whether the last act was not recorded because no name was given; `false` again from the next act on. */
  readonly unnamed: boolean;
  /** Set while the question for the name is on screen. */
  readonly nameQuestion: { readonly answer: (name: string | undefined) => void } | undefined;
  loadClients(): Promise<Result<readonly ClientSummary[], Failure>>;
  createClient(
    client: NewClient,
    onProgress?: (progress: Progress) => void,
  ): Promise<Result<WorkspaceView, Failure>>;
  openClient(id: string): Promise<Result<WorkspaceView, Failure>>;
  /** Takes a ledger that differs from the remembered one as it is, after the person has decided so. */
  acceptLedger(): Promise<Result<WorkspaceView, Failure>>;
  wipeClient(id: string, typedName: string): Promise<Result<{ readonly name: string }, Failure>>;
  setView(view: WorkspaceView): void;
  setActor(name: string): void;
  dismissUnnamed(): void;
  /** A stamp for a recorded act, or `undefined` when the person did not give a name. */
  stamp(): Promise<Stamp | undefined>;
  act(action: Action, onProgress?: (progress: Progress) => void): Promise<Result<ActAnswer, Failure>>;
}

export interface NewClient {
  readonly name: string;
  readonly timeZone: string;
  readonly fiscalYearStart: number;
  readonly sample: boolean;
}

export interface WorkspaceDependencies {
  readonly ask: AskWorker;
  /** Reads the clients of this browser, the last opened first; done without the worker, so that Start opens fast. */
  readonly listClients: () => Promise<Result<readonly ClientSummary[], Failure>>;
  /** Device time with offset, and the device's date in a zone. */
  readonly clock: (zone: string) => Omit<Stamp, 'actor'>;
  readonly witness: LedgerWitness;
}

export type WorkspaceStore = StoreApi<WorkspaceState>;

const SAMPLE_ACTOR = 'Sample user';
/** Recorded for creating a client before anyone has typed a name. */
const UNNAMED_ACTOR = 'not stated';

export function createWorkspaceStore({
  ask,
  listClients,
  clock,
  witness,
}: WorkspaceDependencies): WorkspaceStore {
  return createStore<WorkspaceState>()((set, get) => {
    function show(view: WorkspaceView): void {
      // A ledger that does not hold is not what to compare with next time.
      if (view.ledger.check.outcome === 'intact') witness.remember(view.client.id, view.ledger);
      set({ view });
    }

    /** The list of clients follows by itself: who opens one goes on at once, before anything else can be pressed. */
    function enter(result: Result<WorkspaceView, Failure>): Result<WorkspaceView, Failure> {
      if (result.ok) {
        set({ actor: result.value.client.sample ? SAMPLE_ACTOR : undefined });
        show(result.value);
        void get().loadClients();
      }
      return result;
    }

    return {
      clients: undefined,
      view: undefined,
      actor: undefined,
      lastTypedName: '',
      unnamed: false,
      nameQuestion: undefined,

      async loadClients() {
        const result = await listClients();
        if (result.ok) set({ clients: result.value });
        return result;
      },

      async createClient(client, onProgress) {
        const actor = client.sample ? SAMPLE_ACTOR : (get().actor ?? UNNAMED_ACTOR);
        const stamp = { actor, ...clock(client.timeZone) };
        return enter(await ask('createClient', { ...client, stamp }, { onProgress }));
      },

      async openClient(id) {
        const stamp = { actor: get().actor ?? UNNAMED_ACTOR, ...clock('UTC') };
        return enter(await ask('openClient', { id, remembered: witness.recall(id), stamp }));
      },

      async acceptLedger() {
        const id = get().view?.client.id;
        if (id === undefined) return fail({ kind: 'clientMissing' });
        const { actor } = get();
        witness.forget(id);
        const opened = await get().openClient(id);
        if (actor !== undefined) set({ actor });
        return opened;
      },

      async wipeClient(id, typedName) {
        const result = await ask('wipeClient', { id, typedName });
        if (result.ok) {
          witness.forget(id);
          if (get().view?.client.id === id) set({ view: undefined, actor: undefined });
          await get().loadClients();
        }
        return result;
      },

      setView: show,

      setActor: (name) => set({ actor: name }),

      dismissUnnamed: () => set({ unnamed: false }),

      async stamp() {
        const zone = get().view?.client.timeZone ?? 'UTC';
        let actor = get().actor;
        if (get().unnamed) set({ unnamed: false });
        if (actor === undefined) {
          actor = await new Promise<string | undefined>((resolve) => {
            get().nameQuestion?.answer(undefined);
            set({ nameQuestion: { answer: resolve } });
          });
          set({
            nameQuestion: undefined,
            ...(actor === undefined ? { unnamed: true } : { actor, lastTypedName: actor }),
          });
        }
        return actor === undefined ? undefined : { actor, ...clock(zone) };
      },

      async act(action, onProgress) {
        const stamp = await get().stamp();
        if (!stamp) return fail({ kind: 'cancelled' });
        const result = await ask('act', { action, stamp }, { onProgress });
        if (result.ok) show(result.value.view);
        return result;
      },
    };
  });
}
