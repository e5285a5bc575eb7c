import { createStore, type StoreApi } from 'zustand/vanilla';
import { WINDOW_LIMITS, type Policy, type Windows } from '../core/policy/policy.ts';
import type { Failure } from '../worker/protocol.ts';
import type { ChangeRow, PreviewAnswer } from '../worker/reviewView.ts';
import type { AskWorker } from './askWorker.ts';
import { arrived, NOT_ASKED, notArrived, renewing, type Loaded } from './loaded.ts';

/** Rows of the change list fetched at a time. */
const CHANGES_A_PAGE = 100;
/** Rest after the last edit before the draft is stored and the change list is asked for. */
const REST_MILLISECONDS = 250;

export interface ChangeList {
  readonly total: number;
  readonly rows: readonly ChangeRow[];
}

export interface DefineDependencies {
  readonly ask: AskWorker;
  readonly draft: Policy;
  /** Called with each draft that is on its way to the browser's storage. */
  readonly onDraft: (draft: Policy) => void;
}

export interface DefineState {
  readonly draft: Policy;
  /** Licence type that preview and changes are limited to; `undefined` shows all. */
  readonly licenceType: string | undefined;
  readonly preview: Loaded<PreviewAnswer>;
  readonly changes: Loaded<ChangeList>;
  /** The draft that another tab has stored meanwhile; the one on screen is not stored until a person chooses. */
  readonly otherDraft: Policy | undefined;
  /** Why the draft could not be stored; it is kept on screen meanwhile. */
  readonly saveFailure: Failure | undefined;
  readonly edit: (change: Partial<Policy>) => void;
  /** Sets the dormancy window, within its limits. The borderline limit follows at twice the window until it is set by hand. */
  readonly setWindow: (days: number) => void;
  readonly setBorderline: (days: number) => void;
  /** Lets the borderline limit follow at twice the window again. */
  readonly followWindow: () => void;
  /** Puts a frozen definition in place of the draft. */
  readonly discard: (frozen: Policy) => void;
  /** Windows of one licence type; `undefined` gives it the policy's own again. */
  readonly setTypeWindows: (licenceType: string, windows: Windows | undefined) => void;
  readonly filterLicenceType: (licenceType: string | undefined) => void;
  readonly showMoreChanges: () => Promise<void>;
  /**
   * Asks for preview and changes anew when data or record changed. `facts` names their state: for the same state
   * nothing is asked twice.
   */
  readonly renew: (facts: string) => void;
  /** Stores what is not stored yet, at once. */
  readonly flush: () => Promise<void>;
  /** Stores the draft on screen over that of the other tab. */
  readonly keepOwnDraft: () => Promise<void>;
  /** Puts the draft of the other tab in place of the one on screen. */
  readonly takeOtherDraft: () => void;
}

export type DefineStore = StoreApi<DefineState>;

const withinLimits = (days: number): number =>
  Math.min(WINDOW_LIMITS.most, Math.max(WINDOW_LIMITS.least, Math.round(days)));

/** Draft of the definition with its preview. The rows stay in the worker; the newest edit wins. */
export function createDefineStore({ ask, draft, onDraft }: DefineDependencies): DefineStore {
  /** The limit a person set; it may lie below the window for the moment of a drag and comes back after it. */
  const limitByHand = ({ windows }: Policy): number | undefined =>
    windows.borderline === 2 * windows.dormancy ? undefined : windows.borderline;
  let fixedBorderline = limitByHand(draft);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved: Policy | undefined;
  let renewedFor: string | undefined;

  return createStore<DefineState>((set, get) => {
    const preview = async (): Promise<void> => {
      const { draft: policy, licenceType } = get();
      set({ preview: renewing(get().preview) });
      const answer = await ask('preview', { policy, licenceType }, { latest: true });
      if (get().licenceType !== licenceType) return;
      // While a drag goes on, an answer that was overtaken is still the best there is to show.
      if (answer.ok) set({ preview: { ...arrived(answer.value), loading: get().draft !== policy } });
      else if (answer.failure.kind !== 'cancelled')
        set({ preview: notArrived(get().preview, answer.failure) });
    };

    const changesFrom = async (from: number): Promise<void> => {
      const { draft: policy, licenceType } = get();
      set({ changes: renewing(get().changes) });
      const answer = await ask(
        'changes',
        { policy, licenceType, from, count: CHANGES_A_PAGE },
        { latest: true },
      );
      if (get().draft !== policy || get().licenceType !== licenceType) return;
      if (answer.ok) {
        const before = from === 0 ? [] : (get().changes.value?.rows ?? []).slice(0, from);
        set({ changes: arrived({ total: answer.value.total, rows: [...before, ...answer.value.rows] }) });
      } else if (answer.failure.kind !== 'cancelled') {
        set({ changes: notArrived(get().changes, answer.failure) });
      }
    };

    const save = async (policy: Policy, over: boolean): Promise<void> => {
      onDraft(policy);
      const answer = await ask('saveDraftPolicy', over ? { policy, over } : { policy });
      const other = answer.ok ? answer.value?.other : get().otherDraft;
      set({ saveFailure: answer.ok ? undefined : answer.failure, otherDraft: other });
    };

    const flush = async (): Promise<void> => {
      clearTimeout(timer);
      const policy = unsaved;
      if (!policy) return;
      unsaved = undefined;
      await save(policy, false);
    };

    const rest = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void flush();
        void changesFrom(0);
      }, REST_MILLISECONDS);
    };

    const take = (policy: Policy): void => {
      unsaved = policy;
      set({ draft: policy });
      void preview();
      rest();
    };
    const edit = (change: Partial<Policy>): void => take({ ...get().draft, ...change });

    const editWindows = (dormancy: number): void =>
      edit({
        windows: {
          dormancy,
          borderline: fixedBorderline === undefined ? 2 * dormancy : Math.max(fixedBorderline, dormancy),
        },
      });

    return {
      draft,
      licenceType: undefined,
      preview: NOT_ASKED,
      changes: NOT_ASKED,
      otherDraft: undefined,
      saveFailure: undefined,
      edit,
      setWindow: (days) => editWindows(withinLimits(days)),
      setBorderline: (days) => {
        const { dormancy } = get().draft.windows;
        const limit = Math.max(dormancy, Math.round(days));
        fixedBorderline = limit === 2 * dormancy ? undefined : limit;
        editWindows(dormancy);
      },
      followWindow: () => {
        fixedBorderline = undefined;
        editWindows(get().draft.windows.dormancy);
      },
      discard: (frozen) => {
        fixedBorderline = limitByHand(frozen);
        take(frozen);
      },
      setTypeWindows: (licenceType, windows) => {
        const { [licenceType]: _own, ...others } = get().draft.windowsByLicenceType;
        if (!windows) return edit({ windowsByLicenceType: others });
        const dormancy = withinLimits(windows.dormancy);
        const borderline = Math.max(dormancy, Math.round(windows.borderline));
        edit({ windowsByLicenceType: { ...others, [licenceType]: { dormancy, borderline } } });
      },
      filterLicenceType: (licenceType) => {
        set({ licenceType });
        void preview();
        void changesFrom(0);
      },
      showMoreChanges: () => changesFrom(get().changes.value?.rows.length ?? 0),
      renew: (facts) => {
        if (facts === renewedFor && !get().preview.failure) return;
        renewedFor = facts;
        void preview();
        void changesFrom(0);
      },
      flush,
      keepOwnDraft: () => {
        clearTimeout(timer);
        unsaved = undefined;
        return save(get().draft, true);
      },
      takeOtherDraft: () => {
        const { otherDraft } = get();
        if (!otherDraft) return;
        fixedBorderline = limitByHand(otherDraft);
        take(otherDraft);
        set({ otherDraft: undefined });
      },
    };
  });
}
