import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { identityKey } from '../../core/ingest/identityRules.ts';
import { NO_TEXT, type Snapshot } from '../../core/inventory/snapshot.ts';
import { GAP_STANDINGS, listGaps, OF_LIST, type GapList } from '../../core/policy/gapList.ts';
import { ACCOUNT_KINDS } from '../../core/policy/markNonHuman.ts';
import { offeredSeats, type OfferedSeats } from '../../core/policy/offeredSeats.ts';
import { NOT_KNOWN, serveGaps, type SeatService } from '../../core/policy/serveGaps.ts';
import { heldSeats } from '../../core/reclaim/caseCounts.ts';
import { casesInUse } from '../../core/reclaim/casesInUse.ts';
import type { Failure } from '../protocol.ts';
import type { Evaluated } from './evaluated.ts';
import { FoundGaps } from './foundGaps.ts';
import { LastMade } from './lastMade.ts';
import type { MatchedPeople } from './matchedPeople.ts';
import { peopleOf } from './peopleMatching.ts';
import { personFinder, unitOfPerson } from './rosterPerson.ts';
import { runPieces } from './runPieces.ts';
import type { Workspace } from './session.ts';
import type { Tables } from './tables.ts';

/** Needs whose person is looked up between two pauses. */
const PIECE = 1 << 12;

const NEEDS_SEAT = GAP_STANDINGS.indexOf('needsSeat');

const lastMade = new LastMade<FoundGaps>();

/**
 * The open client's gaps; kept while list, logs, people, definition and cases stay the same. `cancelled` when nobody
 * waits for them any more.
 */
export async function gapsOf(workspace: Workspace, signal: AbortSignal): Promise<Result<FoundGaps, Failure>> {
  const evaluated = await workspace.evaluated();
  if (!evaluated.ok) return evaluated;
  const people = await peopleOf(workspace);
  if (!people.ok) return people;
  const { cases, openCaseBySeat } = workspace.record;
  const parts = [evaluated.value, people.value, cases, openCaseBySeat];
  const last = lastMade.find(workspace, parts);
  if (last) return succeed(last);
  const isWanted = (): boolean => !signal.aborted && workspace.db.isOpen();
  const found = await findGaps(workspace, evaluated.value, people.value, isWanted);
  if (!found.ok) return found;
  if (!found.value) return fail({ kind: 'cancelled' });
  return succeed(lastMade.keep(workspace, parts, found.value));
}

/** Lists the gaps and finds them seats; `undefined` when that was not wanted any more. */
async function findGaps(
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
  const needs = Uint32Array.from(list.standing.keys()).filter((gap) => list.standing[gap] === NEEDS_SEAT);
  const codes = codesOf(snapshot.strings);
  const units = await runPieces(unitsOf(evaluated, tables.value, matched, list, needs, codes), isWanted);
  if (!units) return succeed(undefined);
  const licenceTypes = Int32Array.from(needs, (gap) => wanted.get(list.source[gap]!) ?? NOT_KNOWN);
  const service = serveNeeds(snapshot, licenceTypes, units, offered);
  const found = { tables: tables.value, evaluated, matched, list, offered, needs, service, wanted, codes };
  return succeed(new FoundGaps(found));
}

/** Finds an idle seat for each need, given by its licence type and unit. */
function serveNeeds(
  { accounts, seats, strings }: Snapshot,
  licenceType: Int32Array,
  unit: Int32Array,
  offered: OfferedSeats,
): SeatService {
  const licenceTypeOf = (seat: number): number => seats.licenceType[seat]!;
  const unitOf = (seat: number): number => {
    const code = accounts.unit[seats.account[seat]!]!;
    return code === NO_TEXT ? NOT_KNOWN : code;
  };
  return serveGaps(
    { count: licenceType.length, licenceType, unit },
    { seats: offered.seats, licenceTypeOf, unitOf },
    (code) => (code === NOT_KNOWN ? '' : strings[code]!),
  );
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

/** Texts of the list by their canonical form, the empty one left out. */
const codesOf = (strings: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...strings.entries()].slice(1).map(([code, text]) => [canonicalId(text), code]));
