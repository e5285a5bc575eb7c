import { ABSENT } from '../base/dayValue.ts';
import type { EpochDay } from '../base/epochDay.ts';
import type { EvidenceColumn } from '../inventory/snapshot.ts';
import type { EvaluationContext } from './evaluationContext.ts';
import { asEvidence, fuseDayValues, isPresent, type FusedColumn } from './fuseDayValues.ts';
import type { SeatColumns } from './seatProof.ts';

/** The columns of one class by level, and what they say fused. */
export interface FusedClass {
  readonly columns: SeatColumns;
  readonly account: FusedColumn | undefined;
  readonly seat: FusedColumn | undefined;
}

/**
 * Days by which the source of each seat's last real work may trail reality, by seat row; of seats without such a
 * source the lag of the list. `undefined` where every source has the lag of the list. Where several columns say the
 * same, the first of them decides, as in `readSeat`. Source of the rule: boundary mark, DEFINE-07.
 */
export function lagBySeat(
  { snapshot, usage, policy }: EvaluationContext,
  action: FusedClass,
  signIn: FusedClass,
): Int32Array | undefined {
  const { seats, asOf, source } = snapshot;
  const own = source.lagDays;
  const lagOf = (column: EvidenceColumn): number => column.source?.lagDays ?? own;
  const all = [action, signIn].flatMap(({ columns }) => [...columns.account, ...columns.seat]);
  if (all.every((column) => lagOf(column) === own)) return undefined;
  const lags = new Int32Array(seats.count).fill(own);
  const work = classReader(action, asOf);
  const login = classReader(signIn, asOf);
  for (let seat = 0; seat < seats.count; seat += 1) {
    const account = seats.account[seat]!;
    let deciding = work;
    if (usage.signInAsAction[seats.licenceType[seat]!] === 1) deciding = login;
    else if (policy.signInCountsAsWork) {
      const worked = work.valueOf(seat, account);
      if (!isPresent(worked) || fuseDayValues(worked, login.valueOf(seat, account)) !== worked)
        deciding = login;
    }
    const column = deciding.columnOf(seat, account);
    if (column) lags[seat] = lagOf(column);
  }
  return lags;
}

interface ClassReader {
  /** What the class says of a seat, at the level that speaks for it. */
  readonly valueOf: (seat: number, account: number) => number;
  /** The first column that says it; `undefined` where the class says nothing. */
  readonly columnOf: (seat: number, account: number) => EvidenceColumn | undefined;
}

function classReader({ columns, account: shared, seat: own }: FusedClass, asOf: EpochDay): ClassReader {
  const speaksItself = (seat: number): boolean => own !== undefined && isPresent(own.values[seat]!);
  return {
    valueOf: (seat, account) =>
      speaksItself(seat) ? own!.values[seat]! : (shared?.values[account] ?? ABSENT),
    columnOf: (seat, account) =>
      speaksItself(seat)
        ? firstSaying(columns.seat, seat, own!.values[seat]!, asOf)
        : shared && isPresent(shared.values[account]!)
          ? firstSaying(columns.account, account, shared.values[account]!, asOf)
          : undefined,
  };
}

function firstSaying(
  columns: readonly EvidenceColumn[],
  row: number,
  value: number,
  asOf: EpochDay,
): EvidenceColumn | undefined {
  for (const column of columns)
    if (asEvidence(column.values[row]!, column.historyStart, asOf) === value) return column;
  return undefined;
}
