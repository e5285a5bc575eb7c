import type { RowIndex } from '../../core/base/brand.ts';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { canonicalAddress, identityKey, userNameAddress } from '../../core/ingest/identityRules.ts';
import { NO_TEXT } from '../../core/inventory/snapshot.ts';
import { placeOfRow } from '../../core/inventory/placeOfRow.ts';
import { CATEGORIES, CATEGORY_NAMES } from '../../core/policy/category.ts';
import { explainGap, explainOffer } from '../../core/policy/explainGap.ts';
import { GAP_STANDINGS, listGaps, OF_LIST, type GapList } from '../../core/policy/gapList.ts';
import { ACCOUNT_KINDS } from '../../core/policy/markNonHuman.ts';
import { offeredSeats, type OfferedSeats } from '../../core/policy/offeredSeats.ts';
import { NOT_KNOWN, serveGaps, type SeatService } from '../../core/policy/serveGaps.ts';
import { casesInUse } from '../../core/reclaim/casesInUse.ts';
import { heldSeats } from '../../core/reclaim/caseCounts.ts';
import type { GapPage, GapRow, OfferedSeat } from '../gapView.ts';
import type { Failure } from '../protocol.ts';
import { accountName } from './accountName.ts';
import type { Evaluated } from './evaluated.ts';
import type { MatchedPeople } from './matchedPeople.ts';
import { peopleOf } from './peopleMatching.ts';
import { runPieces } from './runPieces.ts';
import type { Workspace } from './session.ts';
import type { Tables } from './tables.ts';

/** Needs whose person is looked up between two pauses. */
const PIECE = 1 << 12;

/** Who of the roster has a key of a log: row, or −1. */
type PersonOfKey = (key: string) => number;

interface Parts {
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
  private constructor(private readonly parts: Parts) {}

  /** `undefined` when it was not wanted any more. */
  static async find(
    workspace: Workspace,
    evaluated: Evaluated,
    people: MatchedPeople | undefined,
    isWanted: () => boolean,
  ): Promise<Result<FoundGaps | undefined, Failure>> {
    const tables = await workspace.tables();
    if (!tables.ok) return tables;
    const { snapshot, policy, context, evaluation, candidates } = evaluated;
    const { matches, rows } = tables.value;
    const { record } = workspace;
    const notAPerson = context.nonHuman.kind.slice();
    for (const [account, mark] of context.facts.humanMarks) notAPerson[account] = ACCOUNT_KINDS.indexOf(mark);
    const { rules } = record.identity;
    const keyOf = (log: number, place: number): string =>
      identityKey(matches[log]!.gaps.slice(place, place + 1)[0]!.key, rules);
    const facts = { choice: policy, window: policy.windows.dormancy, notAPerson };
    const logs = matches.map(({ gaps }) => gaps);
    const list = await runPieces(listGaps(snapshot, logs, facts, keyOf), isWanted);
    if (!list) return succeed(undefined);

    const openCases = [...record.openCaseBySeat.values()].map((number) => record.cases.get(number)!.seat);
    const held = heldSeats(casesInUse(record)).map(({ seat }) => seat);
    const rowsOf = (seats: Parameters<typeof rows.find>[0]): ReadonlySet<number> =>
      new Set(rows.find(seats).filter((row) => row !== undefined));
    const offered = offeredSeats(evaluation.category, candidates, rowsOf(openCases), rowsOf(held));

    const matched = people?.base.sources.snapshot.id === snapshot.id ? people : undefined;
    const wanted = wantedTypes(workspace, evaluated, tables.value);
    const needs = Uint32Array.from(list.standing.keys()).filter((gap) => list.standing[gap] === 0);
    const codes = codesOf(snapshot.strings);
    const units = await runPieces(unitsOf(evaluated, tables.value, matched, list, needs, codes), isWanted);
    if (!units) return succeed(undefined);
    const { accounts, seats, strings } = snapshot;
    const unitOf = (seat: number): number => {
      const code = accounts.unit[seats.account[seat]!]!;
      return code === NO_TEXT ? NOT_KNOWN : code;
    };
    const service = serveGaps(
      {
        count: needs.length,
        licenceType: Int32Array.from(needs, (gap) => wanted.get(list.source[gap]!) ?? NOT_KNOWN),
        unit: units,
      },
      { seats: offered.seats, licenceTypeOf: (seat) => seats.licenceType[seat]!, unitOf },
      (unit) => (unit === NOT_KNOWN ? '' : strings[unit]!),
    );
    const parts = {
      tables: tables.value,
      evaluated,
      matched,
      list,
      offered,
      needs,
      service,
    };
    return succeed(new FoundGaps({ ...parts, wanted, codes }));
  }

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

interface Kept {
  readonly key: readonly unknown[];
  readonly found: FoundGaps;
}

const kept = new WeakMap<Workspace, Kept>();

/**
 * The open client's gaps; kept while list, logs, people, definition and cases stay the same. `cancelled` when nobody
 * waits for them any more.
 */
export async function findGapsOf(
  workspace: Workspace,
  signal: AbortSignal,
): Promise<Result<FoundGaps, Failure>> {
  const evaluated = await workspace.evaluated();
  if (!evaluated.ok) return evaluated;
  const people = await peopleOf(workspace);
  if (!people.ok) return people;
  const { cases, openCaseBySeat } = workspace.record;
  const key = [evaluated.value, people.value, cases, openCaseBySeat];
  const last = kept.get(workspace);
  if (last?.key.every((part, index) => part === key[index])) return succeed(last.found);
  const isWanted = (): boolean => !signal.aborted && workspace.db.isOpen();
  const found = await FoundGaps.find(workspace, evaluated.value, people.value, isWanted);
  if (!found.ok) return found;
  if (!found.value) return fail({ kind: 'cancelled' });
  kept.set(workspace, { key, found: found.value });
  return succeed(found.value);
}

/** Licence type that the activity of a log needs: the only one it covers, else the only one that is a paid seat. */
function wantedTypes(
  { files }: Workspace,
  { snapshot, context }: Evaluated,
  { matches }: Tables,
): ReadonlyMap<number, number> {
  const { licenceTypes } = snapshot;
  const paid = licenceTypes.flatMap((name, type) =>
    context.terms.get(name)?.paidSeat === false ? [] : [type],
  );
  const only = paid.length === 1 ? paid[0]! : NOT_KNOWN;
  const typeOf = new Map(licenceTypes.map((name, type) => [canonicalId(name), type]));
  const covered = (file: string): number => {
    const covers = files.find((found) => found.file === file)?.plan?.facts.coveredLicenceTypes;
    return covers?.length === 1 ? (typeOf.get(canonicalId(covers[0]!)) ?? only) : only;
  };
  return new Map([
    [OF_LIST, only],
    ...matches.map(({ source }, log) => [log, covered(source.file)] as const),
  ]);
}

/** Unit of every need: of its account, else of the person of the roster who has the key. */
function* unitsOf(
  { snapshot }: Evaluated,
  { matches }: Tables,
  matched: MatchedPeople | undefined,
  list: GapList,
  needs: Uint32Array,
  codes: ReadonlyMap<string, number>,
): Generator<undefined, Int32Array> {
  const { accounts } = snapshot;
  const personOf = matched && personFinder(matched);
  const units = new Int32Array(needs.length).fill(NOT_KNOWN);
  for (let need = 0; need < needs.length; need += 1) {
    if (need % PIECE === PIECE - 1) yield;
    const gap = needs[need]!;
    const account = list.account[gap]!;
    let code = account >= 0 ? accounts.unit[account]! : NO_TEXT;
    if (account < 0 && personOf) {
      const place = list.place[gap]!;
      const [found] = matches[list.source[gap]!]!.gaps.slice(place, place + 1);
      code = codes.get(canonicalId(unitOfPerson(matched, personOf(found!.key), codes))) ?? NO_TEXT;
    }
    if (code !== NO_TEXT) units[need] = code;
  }
  return units;
}

/** A key of a log is an address, a user name with its domain or an employee number of the roster. */
function personFinder({ base }: MatchedPeople): PersonOfKey {
  const { index } = base;
  return (key) => {
    const address = canonicalAddress(key, index.rules);
    for (const row of [
      index.emails.rowOf(address),
      index.principalNames.rowOf(address),
      index.userNames.rowOf(userNameAddress(key, index.rules)),
      index.employeeNumbers.rowOf(canonicalId(key)),
    ])
      if (row >= 0) return row;
    return -1;
  };
}

/** The unit of a person as the list names it, else as the roster does. */
function unitOfPerson(
  matched: MatchedPeople | undefined,
  person: number,
  codes: ReadonlyMap<string, number>,
): string {
  const units = person < 0 ? [] : (matched?.base.index.people.unitsOf(person) ?? []);
  return units.find((unit) => codes.has(canonicalId(unit))) ?? units.find((unit) => unit !== '') ?? '';
}

/** Texts of the list by their canonical form, the empty one left out. */
const codesOf = (strings: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...strings.entries()].slice(1).map(([code, text]) => [canonicalId(text), code]));

const nameOfPerson = (matched: MatchedPeople | undefined, person: number): string =>
  person < 0 ? '' : (matched?.base.index.people.displayName?.at(person as RowIndex) ?? '');

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
