/** What one list is compared by with the list before it. */
export interface ListSummary {
  readonly system: string;
  readonly accounts: number;
  /** Accepted rows; not known of lists stored before they were compared. */
  readonly rows?: number | undefined;
  /** Names of the licence types that have seats. */
  readonly licenceTypes: readonly string[];
  /** Names of the units that have accounts, without the empty one. */
  readonly units: readonly string[];
}

/** Why a list looks incomplete beside the last one. */
export interface IncompleteList {
  readonly previousAccounts: number;
  readonly accounts: number;
  readonly fewerAccounts: boolean;
  /** Accepted rows of both lists, where fewer than 80 % of them are left. */
  readonly fewerRows: { readonly previous: number; readonly rows: number } | undefined;
  readonly missingLicenceTypes: readonly string[];
  readonly missingUnits: readonly string[];
  readonly otherSystem: boolean;
}

/**
 * Compares a new list with the last full one. `undefined` means that it can be taken as full; otherwise a person is
 * asked whether it is a full export or a filtered list, since a filtered list may close no case and remove no seat.
 * Asked when it has fewer than 80 % of the previous accounts or rows, lacks a whole licence type or unit, or comes
 * from another system. Source of the rule: LOAD-35, *Completeness guard*.
 */
export function guardCompleteness(
  previous: ListSummary | undefined,
  next: ListSummary,
): IncompleteList | undefined {
  if (!previous) return undefined;
  const licenceTypes = new Set(next.licenceTypes);
  const units = new Set(next.units);
  const incomplete: IncompleteList = {
    previousAccounts: previous.accounts,
    accounts: next.accounts,
    fewerAccounts: isFewer(previous.accounts, next.accounts),
    fewerRows:
      previous.rows !== undefined && next.rows !== undefined && isFewer(previous.rows, next.rows)
        ? { previous: previous.rows, rows: next.rows }
        : undefined,
    missingLicenceTypes: previous.licenceTypes.filter((name) => !licenceTypes.has(name)),
    missingUnits: previous.units.filter((name) => !units.has(name)),
    otherSystem: previous.system !== next.system,
  };
  const isComplete =
    !incomplete.fewerAccounts &&
    !incomplete.fewerRows &&
    !incomplete.otherSystem &&
    incomplete.missingLicenceTypes.length === 0 &&
    incomplete.missingUnits.length === 0;
  return isComplete ? undefined : incomplete;
}

/** Below 80 %, in whole numbers. */
const isFewer = (previous: number, next: number): boolean => next * 5 < previous * 4;
