import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import { fail, type Result } from '../core/base/result.ts';
import type { Action } from '../worker/action.ts';
import type { ActAnswer, Failure, Progress, Stamp } from '../worker/protocol.ts';
import type { ClientSummary, WorkspaceView } from '../worker/workspaceView.ts';
import type { LostClient } from '../worker/client.ts';
import type { AskWorker } from './askWorker.ts';
import type { LedgerWitness } from './ledgerWitness.ts';
import type { OtherTabs, TabNews } from './otherTabs.ts';

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
  /**
   * What another tab did to the open client since it was last dismissed; `outdated`: a newer Fallow has taken its data
   * over, and this page cannot work on.
   */
  readonly tabNews: TabNews['kind'] | 'outdated' | undefined;
  /** While a client is being opened: another tab holds it in an older version, and the opening waits for that tab. */
  readonly heldByTab: boolean;
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
  /** Asks anew for what the open client looks like: other tabs record, and days pass. */
  renew(): Promise<void>;
  dismissTabNews(): void;
  /** The worker had to give the open client up. */
  loseClient(why: LostClient): void;
  setView(view: WorkspaceView): void;
  setActor(name: string): void;
  dismissUnnamed(): void;
  /** A stamp for a recorded act, or `undefined` when the person did not give a name. */
  stamp(): Promise<Stamp | undefined>;
  /** Aborting `signal` leaves nothing of the act recorded, unless it was recorded already. */
  act(
    action: Action,
    onProgress?: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<Result<ActAnswer, Failure>>;
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
  readonly otherTabs?: OtherTabs | undefined;
}

export type WorkspaceStore = StoreApi<WorkspaceState>;

/** What another tab says is taken over calmly: the view is asked for anew, and the person is told. */
async function hearNews(store: WorkspaceStore, news: TabNews): Promise<void> {
  const { view, renew, loadClients } = store.getState();
  if (view?.client.id !== news.client) {
    await loadClients();
    return;
  }
  if (news.kind === 'wiped') {
    store.setState({ tabNews: 'wiped' });
    await loadClients();
    return;
  }
  if (news.length === view.ledger.length) return;
  await renew();
  if (store.getState().view !== view) store.setState({ tabNews: 'recorded' });
}

const SAMPLE_ACTOR = 'Sample user';
/** Recorded for creating a client before anyone has typed a name. */
const UNNAMED_ACTOR = 'not stated';

export function createWorkspaceStore({
  ask,
  listClients,
  clock,
  witness,
  otherTabs,
}: WorkspaceDependencies): WorkspaceStore {
  /** Working day for which the view on screen was made. */
  let shownOn: EpochDay | undefined;
  const store = createStore<WorkspaceState>()((set, get) => {
    function show(view: WorkspaceView, on = clock(view.client.timeZone).workingDay): void {
      // A ledger that does not hold is not what to compare with next time.
      if (view.ledger.check.outcome === 'intact') witness.remember(view.client.id, view.ledger);
      shownOn = on;
      set({ view });
    }

    const tellRecorded = ({ client, ledger }: WorkspaceView): void =>
      otherTabs?.tell({ kind: 'recorded', client: client.id, length: ledger.length });

    /** Shows what this tab has recorded, and lets the others know of it. */
    function showRecorded(view: WorkspaceView): void {
      const before = get().view;
      show(view);
      const isMore = before?.client.id === view.client.id && view.ledger.length > before.ledger.length;
      if (isMore) tellRecorded(view);
    }

    /** The list of clients follows by itself: who opens one goes on at once, before anything else can be pressed. */
    function enter(result: Result<WorkspaceView, Failure>, madeOn: EpochDay): Result<WorkspaceView, Failure> {
      if (result.ok) {
        const { client } = result.value;
        set({ actor: client.sample ? SAMPLE_ACTOR : undefined, tabNews: undefined });
        show(result.value, madeOn);
        void get().loadClients();
        // The zone of a client is known once it is open; what is due there may differ by a day.
        if (clock(client.timeZone).workingDay !== madeOn) void get().renew();
      }
      return result;
    }

    return {
      clients: undefined,
      view: undefined,
      actor: undefined,
      lastTypedName: '',
      unnamed: false,
      tabNews: undefined,
      heldByTab: false,
      nameQuestion: undefined,

      async loadClients() {
        const result = await listClients();
        if (result.ok) set({ clients: result.value });
        return result;
      },

      async createClient(client, onProgress) {
        const actor = client.sample ? SAMPLE_ACTOR : (get().actor ?? UNNAMED_ACTOR);
        const stamp = { actor, ...clock(client.timeZone) };
        const created = await ask('createClient', { ...client, stamp }, { onProgress });
        if (created.ok) tellRecorded(created.value);
        return enter(created, stamp.workingDay);
      },

      async openClient(id) {
        const stamp = { actor: get().actor ?? UNNAMED_ACTOR, ...clock('UTC') };
        const onProgress = ({ heldByTab }: Progress): void => {
          if (heldByTab) set({ heldByTab });
        };
        const opened = await ask('openClient', { id, remembered: witness.recall(id), stamp }, { onProgress });
        set({ heldByTab: false });
        return enter(opened, stamp.workingDay);
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
          otherTabs?.tell({ kind: 'wiped', client: id });
          if (get().view?.client.id === id) set({ view: undefined, actor: undefined });
          await get().loadClients();
        }
        return result;
      },

      async renew() {
        const before = get().view;
        if (!before) return;
        const { workingDay } = clock(before.client.timeZone);
        const renewed = await ask('renewView', { workingDay }, { latest: true });
        // What cannot be read now is told by the next question or act, which says what it was needed for.
        if (!renewed.ok || get().view?.client.id !== before.client.id) return;
        const isOther = renewed.value.ledger.length !== get().view?.ledger.length;
        if (isOther || workingDay !== shownOn) show(renewed.value, workingDay);
      },

      dismissTabNews: () => set({ tabNews: undefined }),

      loseClient: (why) => set({ tabNews: why === 'wiped' ? 'wiped' : 'outdated' }),

      setView: showRecorded,

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

      async act(action, onProgress, signal) {
        const stamp = await get().stamp();
        if (!stamp) return fail({ kind: 'cancelled' });
        const result = await ask('act', { action, stamp }, { onProgress, signal });
        if (result.ok) showRecorded(result.value.view);
        return result;
      },
    };
  });
  otherTabs?.listen((news) => void hearNews(store, news));
  return store;
}
