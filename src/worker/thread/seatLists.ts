import type { RowIndex } from '../../core/base/brand.ts';
import { boundOf, isAtLeast, isDay, NEVER } from '../../core/base/dayValue.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { CATEGORIES, categoryCode } from '../../core/policy/category.ts';
import { ACCOUNT_KINDS } from '../../core/policy/markNonHuman.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import type { SeatQuery, SeatSort } from '../reviewView.ts';
import { AccountSearch } from './accountSearch.ts';
import { accountName } from './accountName.ts';
import type { Evaluated } from './evaluated.ts';
import { foldText } from './foldText.ts';
import { orderByKeys, orderByNumbers, rowsInOrder } from './radixOrder.ts';
import { orderByTexts } from './textOrder.ts';

/** Seats that match a query, in its order, and how they divide into categories. */
export interface SeatList {
  readonly seats: Uint32Array;
  /** By category code; sums to `seats.length`. */
  readonly byCategory: Uint32Array;
  readonly candidates: number;
}

/** Position of each value in ascending order; equal values share a position. */
function ranksOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  order.forEach((row, position) => {
    ranks[row] = position;
  });
  return ranks;
}

/** Longer than any idle time: the source says that the seat never worked. */
const NEVER_WORKED = 0x7fff_ffff;

/** Idle days of every seat for sorting: no evidence first, never last. */
function idleDays({ count, asOf, lastAction }: PreparedSeats): Int32Array {
  const days = new Int32Array(count);
  for (let seat = 0; seat < count; seat++) {
    const value = lastAction[seat]!;
    if (isDay(value)) days[seat] = asOf - value;
    else if (isAtLeast(value)) days[seat] = boundOf(value);
    else days[seat] = value === NEVER ? NEVER_WORKED : -1;
  }
  return days;
}

/** Class of every seat's account as a code of `ACCOUNT_KINDS`: the mark by hand, else what the rules say. */
function accountClasses({ snapshot, context }: Evaluated): Uint32Array {
  const kinds = context.nonHuman.kind.slice();
  for (const [account, mark] of context.facts.humanMarks) kinds[account] = ACCOUNT_KINDS.indexOf(mark);
  const { account } = snapshot.seats;
  const codes = new Uint32Array(account.length);
  for (let seat = 0; seat < codes.length; seat++) codes[seat] = kinds[account[seat]!]!;
  return codes;
}

/**
 * Orders and filters the seats of one snapshot. Orders by name, licence type and unit depend on the snapshot alone
 * and are kept; the rest follows the evaluation at hand.
 */
export class SeatLists {
  readonly #snapshot: Snapshot;
  #search: AccountSearch | undefined;
  readonly #orders = new Map<SeatSort, Uint32Array>();
  #last: { readonly key: string; readonly evaluated: Evaluated; readonly list: SeatList } | undefined;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** The last list is kept, since its pages are asked for one after the other. */
  list(evaluated: Evaluated, query: SeatQuery): SeatList {
    const key = JSON.stringify(query);
    if (this.#last?.key === key && this.#last.evaluated === evaluated) return this.#last.list;
    const list = this.#make(evaluated, query);
    this.#last = { key, evaluated, list };
    return list;
  }

  #make(evaluated: Evaluated, query: SeatQuery): SeatList {
    const { seats, accounts, licenceTypes, strings } = this.#snapshot;
    const { category } = evaluated.evaluation;
    const wanted = new Uint8Array(CATEGORIES.length).fill(query.categories.length === 0 ? 1 : 0);
    for (const name of query.categories) wanted[categoryCode(name)] = 1;
    const licenceType = query.licenceType === undefined ? -1 : licenceTypes.indexOf(query.licenceType);
    const anyLicence = query.licenceType === undefined;
    const unit = query.unit === undefined ? -1 : strings.indexOf(query.unit);
    const anyUnit = query.unit === undefined;
    const found = query.search.trim() === '' ? undefined : this.#accountSearch().find(query.search);

    const order = this.#order(evaluated, query.sort);
    const matching = new Uint32Array(seats.count);
    const byCategory = new Uint32Array(CATEGORIES.length);
    let length = 0;
    let candidates = 0;
    for (let position = 0; position < order.length; position++) {
      const seat = order[query.descending ? order.length - 1 - position : position]!;
      const account = seats.account[seat]!;
      if (wanted[category[seat]!] === 0) continue;
      if (!anyLicence && seats.licenceType[seat] !== licenceType) continue;
      if (!anyUnit && accounts.unit[account] !== unit) continue;
      if (found !== undefined && found[account] === 0) continue;
      if (query.candidatesOnly && evaluated.candidates[seat] === 0) continue;
      matching[length++] = seat;
      byCategory[category[seat]!]!++;
      candidates += evaluated.candidates[seat]!;
    }
    return { seats: matching.slice(0, length), byCategory, candidates };
  }

  #accountSearch(): AccountSearch {
    this.#search ??= new AccountSearch(this.#snapshot);
    return this.#search;
  }

  #order(evaluated: Evaluated, sort: SeatSort): Uint32Array {
    switch (sort) {
      case 'lastWork':
        return orderByNumbers(evaluated.prepared.lastAction);
      case 'lastSignIn':
        return orderByNumbers(evaluated.prepared.lastSignIn);
      case 'idle':
        // Longest idle last in ascending order; a seat that never worked comes after all of them.
        return orderByNumbers(idleDays(evaluated.prepared));
      case 'category':
        return orderByKeys(Uint32Array.from(evaluated.evaluation.category), this.#kept('name'));
      case 'accountClass':
        return orderByKeys(accountClasses(evaluated), this.#kept('name'));
      default:
        return this.#kept(sort);
    }
  }

  #kept(sort: 'name' | 'licenceType' | 'unit'): Uint32Array {
    const kept = this.#orders.get(sort);
    if (kept) return kept;
    const made = this.#makeOrder(sort);
    this.#orders.set(sort, made);
    return made;
  }

  #makeOrder(sort: 'name' | 'licenceType' | 'unit'): Uint32Array {
    const { seats, accounts, licenceTypes, strings } = this.#snapshot;
    if (sort === 'name') {
      const ranks = ranksOf(
        orderByTexts(accounts.count, (row) => foldText(accountName(this.#snapshot, row as RowIndex))),
      );
      const keys = new Uint32Array(seats.count);
      for (let seat = 0; seat < seats.count; seat++) keys[seat] = ranks[seats.account[seat]!]!;
      return orderByKeys(keys, rowsInOrder(seats.count));
    }
    const texts = sort === 'licenceType' ? licenceTypes : strings;
    const ranks = ranksOf(orderByTexts(texts.length, (row) => foldText(texts[row] ?? '')));
    const keys = new Uint32Array(seats.count);
    for (let seat = 0; seat < seats.count; seat++) {
      const code = sort === 'licenceType' ? seats.licenceType[seat]! : accounts.unit[seats.account[seat]!]!;
      keys[seat] = ranks[code]!;
    }
    return orderByKeys(keys, this.#kept('name'));
  }
}
