import type { RowIndex } from '../../core/base/brand.ts';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { placeOfRow } from '../../core/inventory/placeOfRow.ts';
import { CATEGORIES, CATEGORY_NAMES } from '../../core/policy/category.ts';
import { explainGap, explainOffer } from '../../core/policy/explainGap.ts';
import { GAP_STANDINGS, OF_LIST, type GapList } from '../../core/policy/gapList.ts';
import type { OfferedSeats } from '../../core/policy/offeredSeats.ts';
import { NOT_KNOWN, type SeatService } from '../../core/policy/serveGaps.ts';
import type { GapPage, GapRow, OfferedSeat } from '../gapView.ts';
import { accountName } from './accountName.ts';
import type { Evaluated } from './evaluated.ts';
import type { MatchedPeople } from './matchedPeople.ts';
import { nameOfPerson, personFinder, unitOfPerson } from './rosterPerson.ts';
import type { Tables } from './tables.ts';

/** What gaps are told from. */
export interface GapParts {
  readonly tables: Tables;
  readonly evaluated: Evaluated;
  readonly matched: MatchedPeople | undefined;
  readonly list: GapList;
  readonly offered: OfferedSeats;
  /** Places of the gaps that need a seat, ascending. */
  readonly needs: Uint32Array;
  readonly service: SeatService;
  /** By log: index of the licence type that its activity needs, or `NOT_KNOWN`; the list itself under −1. */
  readonly wanted: ReadonlyMap<number, number>;
  /** Codes of the texts of the list by their canonical form. */
  readonly codes: ReadonlyMap<string, number>;
}

/** Activity without a seat in the list in use, with the idle seats that could serve it. */
export class FoundGaps {
  constructor(private readonly parts: GapParts) {}

  get count(): number {
    return this.parts.list.count;
  }

  page(from: number, count: number): GapPage {
    const { offered, service, tables, evaluated } = this.parts;
    const { flagged, notCandidates, inCase, held } = offered;
    return {
      total: this.count,
      from,
      rows: this.rows(from, Math.min(this.count, from + count)),
      needs: { served: service.served, unserved: service.unserved },
      idle: { flagged, notCandidates, inCase, held, left: service.left },
      sources: [evaluated.snapshot.source.name, ...tables.matches.map(({ source }) => source.name)],
    };
  }

  /** Gaps of `from` (inclusive) to `to` (exclusive). */
  rows(from: number, to: number): readonly GapRow[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, at) => this.#row(from + at));
  }

  #row(gap: number): GapRow {
    const { tables, evaluated, matched, list, needs, service, codes } = this.parts;
    const { snapshot, policy } = evaluated;
    const { accounts, strings } = snapshot;
    const source = list.source[gap]!;
    const account = list.account[gap]!;
    const lastDay = list.lastDay[gap]! as EpochDay;
    const standing = GAP_STANDINGS[list.standing[gap]!]!;
    const row = account as RowIndex;
    const key =
      source === OF_LIST
        ? accounts.accountId.at(row)
        : tables.matches[source]!.gaps.slice(list.place[gap]!, list.place[gap]! + 1)[0]!.key;
    const person = account < 0 && matched ? personFinder(matched)(key) : -1;
    const unit = account >= 0 ? strings[accounts.unit[account]!]! : unitOfPerson(matched, person, codes);
    const need = standing === 'needsSeat' ? placeOf(needs, gap) : -1;
    const seat = need < 0 ? -1 : service.seatOf[need]!;
    const listedAt = account >= 0 ? placeOfRow(snapshot.source, accounts.sourceRow[account]!) : undefined;
    return {
      place: gap,
      key,
      name: account >= 0 ? accountName(snapshot, row) : nameOfPerson(matched, person),
      unit,
      file: source === OF_LIST ? snapshot.source.name : tables.matches[source]!.source.name,
      listed: listedAt && { file: listedAt.file || snapshot.source.name, fileRow: listedAt.fileRow },
      lastActivity: formatDay(lastDay),
      standing,
      explanation: explainGap({
        hasAccount: account >= 0,
        standing,
        lastDay,
        window: policy.windows.dormancy,
      }),
      offer: seat < 0 ? undefined : this.#offer(seat, source, unit),
    };
  }

  #offer(seat: number, source: number, unitOfGap: string): OfferedSeat {
    const { evaluated, wanted } = this.parts;
    const { snapshot, evaluation } = evaluated;
    const { accounts, seats, strings, licenceTypes } = snapshot;
    const account = seats.account[seat]! as RowIndex;
    const licenceType = licenceTypes[seats.licenceType[seat]!]!;
    const unit = strings[accounts.unit[account]!]!;
    const type = wanted.get(source) ?? NOT_KNOWN;
    return {
      seat,
      name: accountName(snapshot, account),
      accountId: accounts.accountId.at(account),
      licenceType,
      unit,
      reason: explainOffer({
        licenceType,
        wanted: type === NOT_KNOWN ? undefined : licenceTypes[type],
        unit,
        unitOfGap,
        category: CATEGORY_NAMES[CATEGORIES[evaluation.category[seat]!]!],
      }),
    };
  }
}

/** Place of a value in an ascending column, −1 when it is not there. */
function placeOf(column: Uint32Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return column[low] === value ? low : -1;
}
