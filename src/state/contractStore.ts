import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatIsoDay } from '../core/base/formatDay.ts';
import { decimalsOf } from '../core/base/minorUnits.ts';
import { answerAfterEdit } from '../core/contract/answerAfterEdit.ts';
import type { ContractLine, OverlapAnswer } from '../core/contract/contractLine.ts';
import {
  readContractLine,
  type ContractFieldError,
  type ContractLineTexts,
} from '../core/contract/readContractLine.ts';
import type { Failure } from '../worker/protocol.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

export interface ContractDependencies {
  readonly workspace: WorkspaceStore;
}

interface ContractFacts {
  /** The line in the editor as typed: a stored one, or a new one. */
  readonly draft: ContractLineTexts;
  /** Whether the draft differs from what is stored. */
  readonly changed: boolean;
  /** Errors of the fields left and of the last attempt to save; each goes when its field is changed. */
  readonly errors: readonly ContractFieldError[];
  readonly saving: boolean;
  readonly failure: Failure | undefined;
  /** An answer on its way to being recorded, so that it is shown at once. */
  readonly answering: { readonly id: string; readonly answer: OverlapAnswer } | undefined;
  /** Id of the line saved last, for the word that says so. */
  readonly saved: string | undefined;
}

export interface ContractState extends ContractFacts {
  addLine(): void;
  openLine(id: string): void;
  change<Field extends keyof ContractLineTexts>(field: Field, value: ContractLineTexts[Field]): void;
  /** Checks a field that is left with something in it; an empty one is asked for only when the line is saved. */
  leave(field: keyof ContractLineTexts): void;
  save(): Promise<void>;
  remove(id: string): Promise<void>;
  /** Records what a stored line is to the earlier lines that it overlaps. What is typed in the editor stays. */
  answerOverlap(id: string, answer: OverlapAnswer): Promise<void>;
  dismissFailure(): void;
}

export type ContractStore = StoreApi<ContractState>;

/** `1200.00`, without group signs: the form in which a price is edited. */
function priceText({ unitPriceAYear, pricePeriod, currency }: ContractLine): string {
  if (unitPriceAYear === undefined) return '';
  const typed = pricePeriod === 'month' ? Math.round(unitPriceAYear / 12) : unitPriceAYear;
  const decimals = decimalsOf(currency);
  const digits = String(typed).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A stored line as the form holds it. */
export function contractLineToTexts(line: ContractLine): ContractLineTexts {
  return {
    id: line.id,
    vendor: line.vendor,
    product: line.product,
    licenceType: line.licenceType,
    metric: line.metric,
    committedQuantity: String(line.committedQuantity),
    unitPrice: priceText(line),
    pricePeriod: line.pricePeriod,
    currency: line.currency,
    termStart: formatIsoDay(line.termStart),
    termEnd: formatIsoDay(line.termEnd),
    reductionRight: line.reductionRight,
    notice: line.notice === undefined ? '' : String(line.notice.length),
    noticeUnit: line.notice?.unit ?? 'days',
    renewsAutomatically: line.renewsAutomatically,
    uplift: String(line.upliftBasisPoints / 100),
    minimumQuantity: line.minimumQuantity === 0 ? '' : String(line.minimumQuantity),
    lotSize: line.lotSize === 1 ? '' : String(line.lotSize),
    restricted: line.restricted,
    paidSeat: line.paidSeat,
    deactivatedCounts: line.deactivatedCounts,
    lighterLicenceType: line.lighterLicenceType ?? '',
    overlap: line.overlap,
  };
}

/** An empty line; vendor, product and currency are taken over from the line before it. */
export function emptyLineTexts(lines: readonly ContractLine[]): ContractLineTexts {
  const last = lines.at(-1);
  const numbers = lines.map(({ id }) => Number(/^line-(\d+)$/.exec(id)?.[1] ?? 0));
  return {
    id: `line-${Math.max(0, ...numbers) + 1}`,
    vendor: last?.vendor ?? '',
    product: last?.product ?? '',
    licenceType: '',
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

/** The line editor of the Contract screen. */
export function createContractStore({ workspace }: ContractDependencies): ContractStore {
  return createStore<ContractState>()((set, get) => {
    const lines = (): readonly ContractLine[] => workspace.getState().view?.contractLines ?? [];
    const open = (draft: ContractLineTexts): void =>
      set({ draft, changed: false, errors: [], failure: undefined, saved: undefined });
    const firstDraft = (): ContractLineTexts => {
      const first = lines()[0];
      return first === undefined ? emptyLineTexts([]) : contractLineToTexts(first);
    };

    return {
      draft: firstDraft(),
      changed: false,
      errors: [],
      saving: false,
      failure: undefined,
      answering: undefined,
      saved: undefined,

      addLine: () => open(emptyLineTexts(lines())),
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
      async save() {
        const { draft, saving } = get();
        if (saving) return;
        const read = readContractLine(draft);
        if (!read.ok) {
          set({ errors: read.failure });
          return;
        }
        set({ saving: true, errors: [], failure: undefined });
        const line = { ...read.value, overlap: answerAfterEdit(lines(), read.value) };
        const done = await workspace.getState().act({ act: 'saveContractLine', line });
        if (!done.ok) {
          set({ saving: false, failure: done.failure.kind === 'cancelled' ? undefined : done.failure });
          return;
        }
        open(contractLineToTexts(line));
        set({ saving: false, saved: draft.id });
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
}
