import { NEVER, isDay } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import { placeOfRow } from '../inventory/placeOfRow.ts';
import type { EvidenceColumn, Snapshot } from '../inventory/snapshot.ts';
import type { SourceFile } from '../inventory/sourceFile.ts';
import { classColumns, type EvidenceChoice } from './evidenceClass.ts';

/** What one source says of a class for one account or seat. */
export interface ConflictSide {
  /** Column or event type that says it. */
  readonly column: string;
  /** Name of the file. */
  readonly file: string;
  /** Row as in a spreadsheet; 0 where the file has no row for it. */
  readonly fileRow: number;
  /** A day, or *never*. */
  readonly value: number;
  /** First day of the time in which *never* holds; `undefined`: of all time. */
  readonly since: EpochDay | undefined;
}

/** Two sources that do not agree on the last use of one account or seat. */
export interface EvidenceConflict {
  readonly evidenceClass: 'meaningful' | 'loginOnly';
  readonly level: 'account' | 'seat';
  /** Row of the level's table. */
  readonly row: number;
  /** Says the later use: it decides. */
  readonly later: ConflictSide;
  readonly earlier: ConflictSide;
}

/** Conflicts of a snapshot: how many, and the first of them in row order. */
export interface Conflicts {
  readonly total: number;
  readonly first: readonly EvidenceConflict[];
}

/** All columns of one class and level that one file gives. */
interface SourceColumns {
  readonly place: Pick<SourceFile, 'name' | 'parts'>;
  readonly lagDays: number;
  /** Days outside of it are not told by the source. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly EvidenceColumn[];
}

/** Rows compared between two pauses. */
const PIECE = 1 << 12;
/** A count by month is dated with the last day of its month, which may be so many days after what it counts. */
const MONTH = 30;

/**
 * Lists where two files of one class are more than the larger of their lags apart: two dates, or a date that lies in a
 * time for which the other file says that nothing happened. Columns and event types of one file are not compared.
 * `most`: conflicts that are listed; all are counted. Yields between pieces of bounded work. Source of the rule: *Merging per class*, LOAD-32.
 */
export function* findConflicts(
  snapshot: Snapshot,
  choice: EvidenceChoice,
  most: number,
): Generator<undefined, Conflicts> {
  const classed = classColumns(choice, snapshot.evidence);
  const first: EvidenceConflict[] = [];
  let total = 0;
  for (const [evidenceClass, columns] of [
    ['meaningful', classed.action],
    ['loginOnly', classed.signIn],
  ] as const) {
    for (const level of ['account', 'seat'] as const) {
      const sources = groupBySource(
        snapshot,
        columns.filter((column) => column.level === level),
      );
      if (sources.length < 2) continue;
      const rows = level === 'account' ? snapshot.accounts.count : snapshot.seats.count;
      for (let row = 0; row < rows; row += 1) {
        if (row % PIECE === PIECE - 1) yield;
        const found = conflictOf(sources, row);
        if (!found) continue;
        total += 1;
        if (first.length < most) first.push({ evidenceClass, level, row, ...found });
      }
    }
  }
  return { total, first };
}

function groupBySource(snapshot: Snapshot, columns: readonly EvidenceColumn[]): readonly SourceColumns[] {
  const groups = new Map<string, SourceColumns>();
  for (const column of columns) {
    const { source } = column;
    const key = source?.file ?? '';
    const known = groups.get(key);
    groups.set(key, {
      place: source ?? snapshot.source,
      lagDays: source ? source.lagDays + (source.monthly ? MONTH : 0) : snapshot.source.lagDays,
      from: source?.historyStart ?? column.historyStart ?? -Infinity,
      to: source?.asOf ?? snapshot.asOf,
      columns: [...(known?.columns ?? []), column],
    });
  }
  return [...groups.values()];
}

/** The source with the latest day against the one that contradicts it most. */
function conflictOf(
  sources: readonly SourceColumns[],
  row: number,
): Pick<EvidenceConflict, 'later' | 'earlier'> | undefined {
  const sides = sources.flatMap((source) => {
    const said = latestOf(source, row);
    return said ? [{ source, ...said }] : [];
  });
  const dated = sides.filter(({ value }) => isDay(value)).toSorted((a, b) => b.value - a.value);
  const later = dated[0];
  if (!later) return undefined;
  const against = sides
    .filter((side) => {
      if (side.source === later.source) return false;
      const lag = Math.max(side.source.lagDays, later.source.lagDays);
      // What lies before a source's history or after its end cannot contradict it.
      const isTold = later.value >= side.source.from + lag && later.value <= side.source.to - lag;
      return isTold && (isDay(side.value) ? later.value - side.value > lag : side.value === NEVER);
    })
    .toSorted((a, b) => (isDay(a.value) ? a.value : -Infinity) - (isDay(b.value) ? b.value : -Infinity))[0];
  if (!against) return undefined;
  const sideOf = ({ source, column, value }: (typeof sides)[number]): ConflictSide => ({
    column: column.header,
    ...placeOfRow(source.place, column.sourceRow[row]!),
    value,
    since: value === NEVER ? column.historyStart : undefined,
  });
  return { later: sideOf(later), earlier: sideOf(against) };
}

/** Latest day that one file gives, else that it says never. */
function latestOf(
  { columns }: SourceColumns,
  row: number,
): { readonly column: EvidenceColumn; readonly value: number } | undefined {
  let latest: { readonly column: EvidenceColumn; readonly value: number } | undefined;
  for (const column of columns) {
    const value = column.values[row]!;
    if (!isDay(value) && value !== NEVER) continue;
    const isLater = !latest || (isDay(value) && (!isDay(latest.value) || value > latest.value));
    if (isLater) latest = { column, value };
  }
  return latest;
}
