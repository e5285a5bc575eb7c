import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochDay } from '../core/base/epochDay.ts';
import { formatIsoDay } from '../core/base/formatDay.ts';
import { answerAfterEdit } from '../core/contract/answerAfterEdit.ts';
import type { ContractLine, OverlapAnswer } from '../core/contract/contractLine.ts';
import { contractLineToTexts } from '../core/contract/contractLineToTexts.ts';
import type { ContractFieldError, ContractLineTexts } from '../core/contract/contractLineTexts.ts';
import { readContractLine } from '../core/contract/readContractLine.ts';
import { holidaysToText, readHolidays, type HolidayLineError } from '../core/contract/readHolidays.ts';
import type { Action } from '../worker/action.ts';
import type { Failure } from '../worker/protocol.ts';
import type { WorkspaceView } from '../worker/workspaceView.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface ContractDependencies {
  readonly workspace: WorkspaceStore;
  /** Random id of a new line: two tabs that add at once must not meet. */
  readonly nextLineId: () => string;
  /** Aborted when the client is left: what other tabs store is followed until then. */
  readonly left: AbortSignal;
}

interface ContractFacts {
  /** The line in the editor as typed: a stored one, or a new one. */
  readonly draft: ContractLineTexts;
  /** Whether the draft differs from what is stored. */
  readonly changed: boolean;
  /** The field *Holidays* as typed; it holds for every line. */
  readonly holidays: string;
  readonly holidaysChanged: boolean;
  readonly holidayErrors: readonly HolidayLineError[];
  /** Errors of the fields left and of the last attempt to save; each goes when its field is changed. */
  readonly errors: readonly ContractFieldError[];
  readonly saving: boolean;
  readonly failure: Failure | undefined;
  /** An answer on its way to being recorded, so that it is shown at once. */
  readonly answering: { readonly id: string; readonly answer: OverlapAnswer } | undefined;
  /** What was saved last, for the word that says so. */
  readonly saved: 'line' | 'holidays' | 'lineAndHolidays' | undefined;
}

export interface ContractState extends ContractFacts {
  addLine(): void;
  openLine(id: string): void;
  change<Field extends keyof ContractLineTexts>(field: Field, value: ContractLineTexts[Field]): void;
  /** Checks a field that is left with something in it; an empty one is asked for only when the line is saved. */
  leave(field: keyof ContractLineTexts): void;
  changeHolidays(text: string): void;
  /** Checks what was typed as holidays. */
  leaveHolidays(): void;
  /** Saves the line, the holidays, or both in one act: whatever has changed. */
  save(): Promise<void>;
  remove(id: string): Promise<void>;
  /** Records what a stored line is to the earlier lines that it overlaps. What is typed in the editor stays. */
  answerOverlap(id: string, answer: OverlapAnswer): Promise<void>;
  dismissFailure(): void;
}

export type ContractStore = StoreApi<ContractState>;

/** The licence type of the list that is the only one without a line; empty where none or several wait for one. */
function onlyTypeWithoutLine(view: WorkspaceView | undefined): string {
  const lined = new Set(view?.contractLines.map(({ licenceType }) => licenceType));
  const waiting = (view?.current?.licenceTypes ?? []).filter(({ name }) => !lined.has(name));
  return waiting.length === 1 ? (waiting[0]?.name ?? '') : '';
}

/**
 * An empty line; vendor, product and currency are taken over from the line before it, the licence type from the list
 * where it leaves no choice.
 */
function emptyLineTexts(view: WorkspaceView | undefined, id: string): ContractLineTexts {
  const last = view?.contractLines.at(-1);
  return {
    id,
    vendor: last?.vendor ?? '',
    product: last?.product ?? '',
    licenceType: onlyTypeWithoutLine(view),
    metric: 'namedUser',
    committedQuantity: '',
    unitPrice: '',
    pricePeriod: last?.pricePeriod ?? 'year',
    currency: last?.currency ?? 'EUR',
    termStart: last === undefined ? '' : formatIsoDay(last.termStart),
    termEnd: last === undefined ? '' : formatIsoDay(last.termEnd),
    reductionRight: 'none',
    notice: last?.notice === undefined ? '' : String(last.notice.length),
    noticeUnit: last?.notice?.unit ?? 'days',
    renewsAutomatically: last?.renewsAutomatically ?? true,
    uplift: last === undefined ? '' : String(last.upliftBasisPoints / 100),
    minimumQuantity: '',
    lotSize: '',
    restricted: false,
    paidSeat: true,
    deactivatedCounts: 'notStated',
    lighterLicenceType: '',
    overlap: undefined,
  };
}

/** What has changed, as one act. */
function saveAction(line: ContractLine | undefined, holidays: readonly EpochDay[] | undefined): Action {
  if (line === undefined) return { act: 'saveHolidays', days: holidays ?? [] };
  return { act: 'saveContractLine', line, ...(holidays === undefined ? {} : { holidays }) };
}

/** The line editor of the Contract screen, and the holidays beside it. */
export function createContractStore({ workspace, nextLineId, left }: ContractDependencies): ContractStore {
  const store = createStore<ContractState>()((set, get) => {
    const lines = (): readonly ContractLine[] => workspace.getState().view?.contractLines ?? [];
    const open = (draft: ContractLineTexts): void =>
      set({ draft, changed: false, errors: [], failure: undefined, saved: undefined });
    const storedHolidays = (): string => holidaysToText(workspace.getState().view?.holidays ?? []);
    const firstDraft = (): ContractLineTexts => {
      const first = lines()[0];
      return first === undefined
        ? emptyLineTexts(workspace.getState().view, nextLineId())
        : contractLineToTexts(first);
    };

    return {
      draft: firstDraft(),
      changed: false,
      holidays: storedHolidays(),
      holidaysChanged: false,
      holidayErrors: [],
      errors: [],
      saving: false,
      failure: undefined,
      answering: undefined,
      saved: undefined,

      addLine: () => open(emptyLineTexts(workspace.getState().view, nextLineId())),
      openLine(id) {
        const line = lines().find((found) => found.id === id);
        if (line) open(contractLineToTexts(line));
      },
      change(field, value) {
        const { draft, errors } = get();
        set({
          draft: { ...draft, [field]: value },
          changed: true,
          saved: undefined,
          errors: errors.filter(
            (error) => error.field !== field && !(field === 'currency' && error.field === 'unitPrice'),
          ),
        });
      },
      leave(field) {
        const { draft, errors } = get();
        const read = readContractLine(draft);
        const found = read.ok ? [] : read.failure;
        // A term start decides whether the term end fits.
        const fields = field === 'termStart' ? [field, 'termEnd'] : [field];
        const checked = found.filter((error) => fields.includes(error.field) && draft[error.field] !== '');
        const kept = errors.filter((error) => !fields.includes(error.field) || draft[error.field] === '');
        set({ errors: [...kept, ...checked] });
      },
      changeHolidays: (text) =>
        set({
          holidays: text,
          holidaysChanged: text !== storedHolidays(),
          holidayErrors: [],
          saved: undefined,
        }),
      leaveHolidays() {
        const read = readHolidays(get().holidays);
        set({ holidayErrors: read.ok ? [] : read.failure });
      },
      async save() {
        const { draft, changed, holidays, holidaysChanged, saving } = get();
        if (saving) return;
        const days = holidaysChanged ? readHolidays(holidays) : undefined;
        const read = changed || !holidaysChanged ? readContractLine(draft) : undefined;
        if (read?.ok === false || days?.ok === false) {
          set({
            errors: read?.ok === false ? read.failure : [],
            holidayErrors: days?.ok === false ? days.failure : [],
          });
          return;
        }
        set({ saving: true, errors: [], holidayErrors: [], failure: undefined });
        const line = read && { ...read.value, overlap: answerAfterEdit(lines(), read.value) };
        const done = await workspace.getState().act(saveAction(line, days?.value));
        if (!done.ok) {
          set({ saving: false, failure: done.failure.kind === 'cancelled' ? undefined : done.failure });
          return;
        }
        if (line) open(contractLineToTexts(line));
        set({
          saving: false,
          saved: line === undefined ? 'holidays' : days === undefined ? 'line' : 'lineAndHolidays',
          ...(days === undefined ? {} : { holidays: storedHolidays(), holidaysChanged: false }),
        });
      },
      async remove(id) {
        const done = await workspace.getState().act({ act: 'removeContractLine', id });
        if (!done.ok) {
          if (done.failure.kind !== 'cancelled') set({ failure: done.failure });
          return;
        }
        open(firstDraft());
      },
      async answerOverlap(id, answer) {
        const line = lines().find((found) => found.id === id);
        if (!line || line.overlap === answer || get().saving) return;
        set({ saving: true, failure: undefined, answering: { id, answer } });
        const answered = { ...line, overlap: answer };
        const done = await workspace.getState().act({ act: 'saveContractLine', line: answered });
        const { draft } = get();
        set({ saving: false, answering: undefined });
        if (done.ok) set({ draft: draft.id === id ? { ...draft, overlap: answer } : draft });
        else if (done.failure.kind !== 'cancelled') set({ failure: done.failure });
      },
      dismissFailure: () => set({ failure: undefined }),
    };
  });

  // What another tab has stored is shown where nothing has been typed over it.
  const unfollow = workspace.subscribe(({ view }, { view: before }) => {
    if (view === undefined || before === undefined || view.client.id !== before.client.id) return;
    const { draft, changed, saving, holidaysChanged } = store.getState();
    if (view.holidays !== before.holidays && !holidaysChanged) {
      store.setState({ holidays: holidaysToText(view.holidays) });
    }
    if (changed || saving) return;
    if (view.current?.snapshot !== before.current?.snapshot) {
      const isNew = view.contractLines.every(({ id }) => id !== draft.id);
      if (isNew) store.setState({ draft: { ...draft, licenceType: onlyTypeWithoutLine(view) } });
    }
    if (view.contractLines === before.contractLines) return;
    const stored = view.contractLines.find(({ id }) => id === draft.id);
    if (stored) store.setState({ draft: contractLineToTexts(stored) });
    else if (before.contractLines.some(({ id }) => id === draft.id)) store.getState().addLine();
  });
  left.addEventListener('abort', unfollow, { once: true });
  return store;
}
