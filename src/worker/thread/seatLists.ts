import type { RowIndex } from '../../core/base/brand.ts';
import { boundOf, isAtLeast, isDay, NEVER } from '../../core/base/dayValue.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import { CATEGORIES, categoryCode } from '../../core/policy/category.ts';
import { ACCOUNT_KINDS } from '../../core/policy/markNonHuman.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import type { SeatQuery, SeatSort } from '../reviewView.ts';
import { accountName } from './accountName.ts';
import { AccountSearch } from './accountSearch.ts';
import { breathe } from './breathe.ts';
import type { Evaluated } from './evaluated.ts';
import { foldText } from './foldText.ts';
import { NamePrefixes } from './namePrefixes.ts';
import { NameRanks } from './nameRanks.ts';
import { orderByKeys, rowsInOrder, unsignedKeys } from './radixOrder.ts';
import { rowsInRange, TooManyTied, type SortKey } from './rowsInRange.ts';
import { orderByTexts } from './textOrder.ts';

/** Seats that match a query, in its order, and how they divide into categories. */
export interface SeatList {
  readonly total: number;
  /** By category code; sums to `total`. */
  readonly byCategory: Uint32Array;
  readonly candidates: number;
  /** A part of the list, found without ordering the rest. */
  rows(from: number, count: number): Uint32Array;
  /** The whole list; to be left as it is. */
  all(): Uint32Array;
}

/** Rows selected at a time; the last are kept, so that scrolling on selects nothing for a while. */
const ROWS_A_BLOCK = 500;

/** Accounts made searchable in one piece: about ten milliseconds. */
const ACCOUNTS_A_SLICE = 8_192;

/** More names than this that begin alike are put in full order instead. */
const MOST_COMPARED = 100_000;

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

/** What puts one seat before another: a number, then the name, then the row; or some of them. */
interface SortKeys {
  readonly numbers: Int32Array | Uint32Array | undefined;
  readonly byName: boolean;
}

/** Seats that match a query, in row order. */
interface Matches {
  readonly key: string;
  readonly evaluated: Evaluated;
  readonly seats: Uint32Array;
  readonly byCategory: Uint32Array;
  readonly candidates: number;
}

/**
 * Orders and filters the seats of one snapshot. Folded names and orders by name, licence type and unit depend on the
 * snapshot alone and are kept; the rest follows the evaluation at hand.
 */
export class SeatLists {
  readonly #snapshot: Snapshot;
  #search: AccountSearch | undefined;
  #prefixes: NamePrefixes | undefined;
  readonly #nameRanks: NameRanks;
  readonly #orders = new Map<SeatSort, Uint32Array>();
  readonly #textRanks = new Map<SeatSort, Uint32Array>();
  #matches: Matches | undefined;
  #last: { readonly key: string; readonly matches: Matches; readonly list: SeatList } | undefined;

  constructor(snapshot: Snapshot, nameRanks = new NameRanks(snapshot)) {
    this.#snapshot = snapshot;
    this.#nameRanks = nameRanks;
  }

  /** The last list is kept, since its pages are asked for one after the other. */
  list(evaluated: Evaluated, query: SeatQuery): SeatList {
    const matches = this.#match(evaluated, query);
    const key = `${query.sort} ${query.descending}`;
    if (this.#last?.matches === matches && this.#last.key === key) return this.#last.list;
    const list = this.#listOf(matches, query);
    this.#last = { key, matches, list };
    return list;
  }

  /** One byte an account: 1 where the searched text occurs. Pauses while the accounts are made searchable. */
  async findAccounts(search: string): Promise<Uint8Array> {
    const accounts = this.#accountSearch();
    while (!accounts.isWhole) {
      accounts.take(ACCOUNTS_A_SLICE);
      await breathe();
    }
    return accounts.find(search);
  }

  /**
   * Makes ready what the first search of a snapshot needs, with a pause after every slice; `isWanted` is asked then.
   * What was made stays for the next search.
   */
  async prepareSearch(pause: () => Promise<void>, isWanted: () => boolean): Promise<void> {
    const search = this.#accountSearch();
    while (!search.isWhole && isWanted()) {
      search.take(ACCOUNTS_A_SLICE);
      await pause();
    }
  }

  /** Makes ready what a whole list in some order needs, with pauses; `isWanted` is asked then. */
  async prepareOrder(sort: SeatSort, isWanted: () => boolean): Promise<void> {
    if (sort !== 'lastWork' && sort !== 'lastSignIn' && sort !== 'idle') await this.#nameRanks.make(isWanted);
  }

  #listOf(matches: Matches, { sort, descending }: SeatQuery): SeatList {
    const { evaluated, seats, byCategory, candidates } = matches;
    let whole: Uint32Array | undefined;
    let keys: Pick<Selection, 'keys' | 'compare'> | undefined;
    let block: { readonly start: number; readonly rows: Uint32Array } | undefined;
    const all = (): Uint32Array => {
      whole ??= inOrder(seats, this.#order(evaluated, sort), descending);
      return whole;
    };
    return {
      total: seats.length,
      byCategory,
      candidates,
      all,
      rows: (from, count) => {
        if (count === 0) return new Uint32Array(0);
        const end = Math.min(seats.length, from + count);
        if (whole) return whole.subarray(from, end);
        if (!block || from < block.start || end > block.start + block.rows.length) {
          const start = Math.max(0, from - Math.floor(Math.max(0, ROWS_A_BLOCK - count) / 2));
          keys ??= this.#keysOf(evaluated, sort);
          const to = Math.max(end, start + ROWS_A_BLOCK);
          const rows = selectRows({ ...keys, seats, descending, from: start, to });
          if (!rows) return all().subarray(from, end);
          block = { start, rows };
        }
        return block.rows.subarray(from - block.start, end - block.start);
      },
    };
  }

  /** Keys of a sort from the first to the last, and how rows are compared that they leave tied. */
  #keysOf(evaluated: Evaluated, sort: SeatSort): Pick<Selection, 'keys' | 'compare'> {
    const { numbers, byName } = this.#sortKeys(evaluated, sort);
    const { account } = this.#snapshot.seats;
    const keys: SortKey[] = [];
    if (numbers) {
      const unsigned = unsignedKeys(numbers);
      keys.push((seat) => unsigned[seat]!);
    }
    if (!byName) return { keys, compare: undefined };
    const ranks = this.#nameRanks.known;
    if (ranks) {
      keys.push((seat) => ranks[account[seat]!]!);
      return { keys, compare: undefined };
    }
    const prefixes = (this.#prefixes ??= new NamePrefixes(this.#snapshot));
    const { upper } = prefixes;
    keys.push(
      (seat) => upper[account[seat]!]!,
      (seat) => prefixes.lowerOf(account[seat]!),
    );
    return { keys, compare: this.#compareNames() };
  }

  /** Compares seats by folded name. A name is folded when it is first met. */
  #compareNames(): (one: number, other: number) => number {
    const { account } = this.#snapshot.seats;
    const texts = new Map<number, string>();
    const textOf = (seat: number): string => {
      const row = account[seat]! as RowIndex;
      let text = texts.get(row);
      if (text === undefined) {
        text = foldText(accountName(this.#snapshot, row));
        texts.set(row, text);
      }
      return text;
    };
    return (one, other) => {
      const name = textOf(one);
      const beside = textOf(other);
      return name < beside ? -1 : name > beside ? 1 : 0;
    };
  }

  #match(evaluated: Evaluated, query: SeatQuery): Matches {
    const key = JSON.stringify({ ...query, sort: undefined, descending: undefined });
    const last = this.#matches;
    if (last?.key === key && last.evaluated === evaluated) return last;
    const { seats, accounts, licenceTypes, strings } = this.#snapshot;
    const { category } = evaluated.evaluation;
    const wanted = new Uint8Array(CATEGORIES.length).fill(query.categories.length === 0 ? 1 : 0);
    for (const name of query.categories) wanted[categoryCode(name)] = 1;
    const named = query.licenceType === undefined ? query.licenceTypes : [query.licenceType];
    const anyLicence = named === undefined;
    const wantedTypes = Uint8Array.from(licenceTypes, (name) => (named?.includes(name) ? 1 : 0));
    const unit = query.unit === undefined ? -1 : strings.indexOf(query.unit);
    const anyUnit = query.unit === undefined;
    const found = query.search.trim() === '' ? undefined : this.#accountSearch().find(query.search);

    const matching = new Uint32Array(seats.count);
    const byCategory = new Uint32Array(CATEGORIES.length);
    let length = 0;
    let candidates = 0;
    for (let seat = 0; seat < seats.count; seat++) {
      if (wanted[category[seat]!] === 0) continue;
      if (!anyLicence && wantedTypes[seats.licenceType[seat]!] === 0) continue;
      if (!anyUnit && accounts.unit[seats.account[seat]!] !== unit) continue;
      if (found !== undefined && found[seats.account[seat]!] === 0) continue;
      if (query.candidatesOnly && evaluated.candidates[seat] === 0) continue;
      matching[length++] = seat;
      byCategory[category[seat]!]!++;
      candidates += evaluated.candidates[seat]!;
    }
    const seatsFound = length === seats.count ? matching : matching.slice(0, length);
    this.#matches = { key, evaluated, seats: seatsFound, byCategory, candidates };
    return this.#matches;
  }

  #accountSearch(): AccountSearch {
    this.#search ??= new AccountSearch(this.#snapshot);
    return this.#search;
  }

  #order(evaluated: Evaluated, sort: SeatSort): Uint32Array {
    const kept = this.#orders.get(sort);
    if (kept) return kept;
    const { numbers, byName } = this.#sortKeys(evaluated, sort);
    const before = byName ? this.#nameOrder() : rowsInOrder(this.#snapshot.seats.count);
    const order = numbers ? orderByKeys(unsignedKeys(numbers), before) : before;
    if (sort === 'licenceType' || sort === 'unit') this.#orders.set(sort, order);
    return order;
  }

  #sortKeys(evaluated: Evaluated, sort: SeatSort): SortKeys {
    switch (sort) {
      case 'lastWork':
        return { numbers: evaluated.prepared.lastAction, byName: false };
      case 'lastSignIn':
        return { numbers: evaluated.prepared.lastSignIn, byName: false };
      case 'idle':
        // Longest idle last in ascending order; a seat that never worked comes after all of them.
        return { numbers: idleDays(evaluated.prepared), byName: false };
      case 'category':
        return { numbers: Uint32Array.from(evaluated.evaluation.category), byName: true };
      case 'accountClass':
        return { numbers: accountClasses(evaluated), byName: true };
      case 'name':
        return { numbers: undefined, byName: true };
      default:
        return { numbers: this.#textRanksOf(sort), byName: true };
    }
  }

  #nameOrder(): Uint32Array {
    const kept = this.#orders.get('name');
    if (kept) return kept;
    const { seats } = this.#snapshot;
    const ranks = this.#nameRanks.makeNow();
    const keys = new Uint32Array(seats.count);
    for (let seat = 0; seat < seats.count; seat++) keys[seat] = ranks[seats.account[seat]!]!;
    const made = orderByKeys(keys, rowsInOrder(seats.count));
    this.#orders.set('name', made);
    return made;
  }

  /** Place of every seat's licence type or unit among the names of all. */
  #textRanksOf(sort: 'licenceType' | 'unit'): Uint32Array {
    const kept = this.#textRanks.get(sort);
    if (kept) return kept;
    const { seats, accounts, licenceTypes, strings } = this.#snapshot;
    const texts = sort === 'licenceType' ? licenceTypes : strings;
    const ranks = ranksOf(orderByTexts(texts.length, (row) => foldText(texts[row] ?? '')));
    const keys = new Uint32Array(seats.count);
    for (let seat = 0; seat < seats.count; seat++) {
      const code = sort === 'licenceType' ? seats.licenceType[seat]! : accounts.unit[seats.account[seat]!]!;
      keys[seat] = ranks[code]!;
    }
    this.#textRanks.set(sort, keys);
    return keys;
  }
}

/** A part of an order that is wanted. */
interface Selection {
  readonly seats: Uint32Array;
  readonly keys: readonly SortKey[];
  readonly compare: ((one: number, other: number) => number) | undefined;
  readonly descending: boolean;
  readonly from: number;
  readonly to: number;
}

/** A part of an order; `undefined` where so many names begin alike that the full order is no more work. */
function selectRows({ seats, keys, compare, descending, from, to }: Selection): Uint32Array | undefined {
  try {
    return rowsInRange(seats, keys, compare, descending, from, to, MOST_COMPARED);
  } catch (error) {
    if (error instanceof TooManyTied) return undefined;
    throw error;
  }
}

/** Some rows in the order of all. */
function inOrder(rows: Uint32Array, order: Uint32Array, descending: boolean): Uint32Array {
  const sorted = new Uint32Array(rows.length);
  let isWanted: Uint8Array | undefined;
  if (rows.length < order.length) {
    isWanted = new Uint8Array(order.length);
    for (const row of rows) isWanted[row] = 1;
  }
  let length = 0;
  for (let position = 0; position < order.length; position++) {
    const row = order[descending ? order.length - 1 - position : position]!;
    if (isWanted === undefined || isWanted[row] === 1) sorted[length++] = row;
  }
  return sorted;
}
