import type { RowIndex } from '../../core/base/brand.ts';
import { fail, succeed, type Result } from '../../core/base/result.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { compareLists, type ListChange } from '../../core/inventory/compareLists.ts';
import { placeOfRow } from '../../core/inventory/placeOfRow.ts';
import type { HeldSeats } from '../../core/inventory/seatHistory.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import { loadHeldSeats, loadSnapshot } from '../../storage/snapshotStore.ts';
import type { Receipt } from '../loadView.ts';
import type { Failure } from '../protocol.ts';
import type { ComparedRow, ComparedSet, ListComparison } from '../snapshotView.ts';
import { accountName } from './accountName.ts';
import { snapshotFailure } from './snapshotFailure.ts';

const ACCOUNT_TEXT = /^account\./;

/** Two lists of one system side by side: the numbers, and on demand the rows behind each of them. */
export class ComparedLists {
  readonly #named = new Map<string, Promise<Result<Snapshot, Failure>>>();

  private constructor(
    private readonly db: ClientDatabase,
    readonly earlier: Receipt,
    readonly later: Receipt,
    private readonly before: HeldSeats,
    private readonly after: HeldSeats,
    private readonly change: ListChange,
  ) {}

  static async open(
    db: ClientDatabase,
    earlier: Receipt,
    later: Receipt,
  ): Promise<Result<ComparedLists, Failure>> {
    const before = await loadHeldSeats(db, earlier.snapshot);
    if (!before.ok) return fail(snapshotFailure(before.failure));
    const after = await loadHeldSeats(db, later.snapshot);
    if (!after.ok) return fail(snapshotFailure(after.failure));
    const change = compareLists(before.value, after.value, canonicalId);
    return succeed(new ComparedLists(db, earlier, later, before.value, after.value, change));
  }

  view(): ListComparison {
    const { before, after, change } = this;
    return {
      earlier: this.earlier.snapshot,
      later: this.later.snapshot,
      accounts: {
        before: before.accounts.count,
        after: after.accounts.count,
        added: change.newAccounts.length,
        gone: change.goneAccounts.length,
      },
      seats: {
        before: before.seats.count,
        after: after.seats.count,
        added: change.newSeats.length,
        gone: change.goneSeats.length,
      },
      byLicenceType: change.byLicenceType,
      isFiltered: this.earlier.completeness === 'filtered' || this.later.completeness === 'filtered',
    };
  }

  /** The list that holds the rows of a set. */
  holderOf({ part }: ComparedSet): Receipt {
    return part === 'before' || part === 'gone' ? this.earlier : this.later;
  }

  /** Rows of a set in the list that holds it, in file order. */
  rowsOf({ of, part, licenceType }: ComparedSet): Uint32Array {
    const list = part === 'before' || part === 'gone' ? this.before : this.after;
    const { change } = this;
    if (of === 'accounts') {
      if (part === 'added') return change.newAccounts;
      return part === 'gone' ? change.goneAccounts : everyRow(list.accounts.count);
    }
    const rows = part === 'added' ? change.newSeats : part === 'gone' ? change.goneSeats : undefined;
    const all = rows ?? everyRow(list.seats.count);
    if (licenceType === undefined) return all;
    const type = list.licenceTypes.indexOf(licenceType);
    return all.filter((seat) => list.seats.licenceType[seat] === type);
  }

  /** Some rows of a set with their names. */
  async describe(set: ComparedSet, rows: Uint32Array): Promise<Result<readonly ComparedRow[], Failure>> {
    const loaded = await this.#withNames(this.holderOf(set).snapshot);
    if (!loaded.ok) return loaded;
    const snapshot = loaded.value;
    const { accounts, seats, strings, licenceTypes } = snapshot;
    const described = [...rows].map((row): ComparedRow => {
      const account = (set.of === 'seats' ? seats.account[row]! : row) as RowIndex;
      return {
        row,
        name: accountName(snapshot, account),
        accountId: accounts.accountId.at(account),
        licenceType: set.of === 'seats' ? licenceTypes[seats.licenceType[row]!]! : '',
        unit: strings[accounts.unit[account]!]!,
        ...placeOfRow(
          snapshot.source,
          set.of === 'seats' ? seats.sourceRow[row]! : accounts.sourceRow[account]!,
        ),
      };
    });
    return succeed(described);
  }

  #withNames(id: string): Promise<Result<Snapshot, Failure>> {
    const known = this.#named.get(id);
    if (known) return known;
    const loading = loadNamed(this.db, id);
    this.#named.set(id, loading);
    return loading;
  }
}

const everyRow = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, row) => row);

async function loadNamed(db: ClientDatabase, id: string): Promise<Result<Snapshot, Failure>> {
  const loaded = await loadSnapshot(db, id);
  if (!loaded.ok) return fail(snapshotFailure(loaded.failure));
  const { snapshot, textColumns, loadTexts } = loaded.value;
  const texts = await loadTexts(textColumns.filter((column) => ACCOUNT_TEXT.test(column)));
  return texts.ok ? succeed(snapshot) : fail(snapshotFailure(texts.failure));
}
