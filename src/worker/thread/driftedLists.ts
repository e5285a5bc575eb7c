import type { RowIndex } from '../../core/base/brand.ts';
import { formatDay, formatIsoDay } from '../../core/base/formatDay.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { driftSeats, type DriftSeats } from '../../core/inventory/driftSeats.ts';
import { NO_SEAT, pairSeats } from '../../core/inventory/pairSeats.ts';
import { placeOfRow } from '../../core/inventory/placeOfRow.ts';
import { CATEGORIES, CATEGORY_NAMES, categoryCode, type Category } from '../../core/policy/category.ts';
import type { Baseline } from '../../core/reclaim/baseline.ts';
import { refuse } from '../../core/reclaim/refusal.ts';
import type { Failure } from '../protocol.ts';
import type { DriftPage, DriftRow, DriftSet } from '../snapshotView.ts';
import { accountName } from './accountName.ts';
import type { Evaluated } from './evaluated.ts';
import { LastMade } from './lastMade.ts';
import type { Workspace } from './session.ts';

/** The baseline and the list in use side by side, seat by seat. */
export class DriftedLists {
  #last: { readonly key: string; readonly seats: DriftSeats } | undefined;

  constructor(
    private readonly baseline: Baseline,
    private readonly before: Evaluated,
    private readonly after: Evaluated,
    private readonly laterSeat: Int32Array,
  ) {}

  /** As-of days of both lists, for the name of a file. */
  get days(): string {
    return `${formatIsoDay(this.before.snapshot.asOf)}-${formatIsoDay(this.after.snapshot.asOf)}`;
  }

  page(set: DriftSet, from: number, count: number): DriftPage {
    const seats = this.#seatsOf(set);
    const end = Math.min(seats.count, from + count);
    return {
      total: seats.count,
      from,
      rows: Array.from({ length: Math.max(0, end - from) }, (_, at) =>
        this.#row(from + at, seats.before[from + at]!, seats.after[from + at]!),
      ),
      was: countedIn(this.before, set),
      is: countedIn(this.after, set),
      frozen: frozenIn(this.baseline, set),
    };
  }

  header(): readonly string[] {
    const [was, is] = [this.before, this.after].map(({ snapshot }) => formatDay(snapshot.asOf));
    return [
      'Name',
      'Account',
      'Licence type',
      'Unit',
      `Category ${was}`,
      `Category ${is}`,
      'File',
      'File row',
    ];
  }

  line({ name, accountId, licenceType, unit, before, after, file, fileRow }: DriftRow): readonly string[] {
    const told = [before, after].map((category) => (category ? CATEGORY_NAMES[category] : 'not in the list'));
    return [name, accountId, licenceType, unit, ...told, file, String(fileRow)];
  }

  #seatsOf(set: DriftSet): DriftSeats {
    const key = JSON.stringify(set);
    if (this.#last?.key !== key) {
      const counted = { before: isCounted(this.before, set), after: isCounted(this.after, set) };
      const { count } = this.after.snapshot.seats;
      this.#last = { key, seats: driftSeats(this.laterSeat, count, counted, set.part) };
    }
    return this.#last.seats;
  }

  #row(place: number, before: number, after: number): DriftRow {
    const [{ snapshot }, seat] = after === NO_SEAT ? [this.before, before] : [this.after, after];
    const { accounts, seats, strings, licenceTypes } = snapshot;
    const account = seats.account[seat]! as RowIndex;
    return {
      place,
      name: accountName(snapshot, account),
      accountId: accounts.accountId.at(account),
      licenceType: licenceTypes[seats.licenceType[seat]!]!,
      unit: strings[accounts.unit[account]!]!,
      before: categoryAt(this.before, before),
      after: categoryAt(this.after, after),
      ...placeOfRow(snapshot.source, seats.sourceRow[seat]!),
    };
  }
}

const categoryAt = ({ evaluation }: Evaluated, seat: number): Category | undefined =>
  seat === NO_SEAT ? undefined : CATEGORIES[evaluation.category[seat]!];

function isCounted(
  { snapshot, evaluation }: Evaluated,
  { licenceType, categories }: DriftSet,
): (seat: number) => boolean {
  const type = licenceType === undefined ? undefined : snapshot.licenceTypes.indexOf(licenceType);
  const wanted = new Uint8Array(CATEGORIES.length);
  for (const category of categories) wanted[categoryCode(category)] = 1;
  return (seat) =>
    wanted[evaluation.category[seat]!] === 1 &&
    (type === undefined || snapshot.seats.licenceType[seat] === type);
}

function countedIn(evaluated: Evaluated, set: DriftSet): number {
  const counts = isCounted(evaluated, set);
  let count = 0;
  for (let seat = 0; seat < evaluated.snapshot.seats.count; seat += 1) if (counts(seat)) count += 1;
  return count;
}

/** The number as the baseline froze it. */
const frozenIn = ({ lines }: Baseline, { licenceType, categories }: DriftSet): number =>
  Object.entries(lines)
    .filter(([name]) => licenceType === undefined || name === licenceType)
    .reduce(
      (sum, [, { counts }]) => sum + categories.reduce((own, category) => own + counts[category], 0),
      0,
    );

const lastMade = new LastMade<DriftedLists>();

/**
 * The baseline, counted under its own version, and the list in use; kept while neither changes. Refused where there is
 * no baseline of the system in use, or its snapshot was deleted.
 */
export async function driftedListsOf(workspace: Workspace): Promise<Result<DriftedLists, Failure>> {
  const { record } = workspace;
  const after = await workspace.evaluated();
  if (!after.ok) return after;
  const baseline = record.baselines.get(after.value.snapshot.source.system);
  const frozen = baseline && record.policies[baseline.policyVersion - 1];
  if (!baseline || !frozen) return refuse('There is no baseline of the lists in use.');
  if (!record.imports.some(({ snapshot }) => snapshot === baseline.snapshot))
    return refuse('The snapshot of the baseline was deleted; its rows can no longer be opened.');
  const parts = [baseline, after.value, record.reviewFactsBySystem, record.contractLines];
  const last = lastMade.find(workspace, parts);
  if (last) return succeed(last);
  const tables = await workspace.tablesOf(baseline.snapshot);
  if (!tables.ok) return tables;
  const { evaluator, snapshot } = tables.value;
  if (!(await evaluator.testPatterns(frozen.policy, () => workspace.db.isOpen())))
    return fail({ kind: 'cancelled' });
  const facts = workspace.factsFor(frozen.version, snapshot.id);
  const before = evaluator.evaluate(frozen.policy, frozen.version, facts);
  const { laterSeat } = pairSeats(snapshot, after.value.snapshot, canonicalId);
  const lists = new DriftedLists(baseline, before, after.value, laterSeat);
  return succeed(lastMade.keep(workspace, parts, lists));
}
