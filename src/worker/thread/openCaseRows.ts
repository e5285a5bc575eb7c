import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import type { SeatRows } from './seatRowsOf.ts';

/** The seats of the current snapshot that have an open case. Found anew only when the open cases have changed. */
export class OpenCaseRows {
  readonly #rows: SeatRows;
  #last:
    { readonly openCases: WorkspaceRecord['openCaseBySeat']; readonly seats: readonly number[] } | undefined;

  constructor(rows: SeatRows) {
    this.#rows = rows;
  }

  /** Candidates less those with an open case: what *Create cases* would make. */
  candidatesWithout(record: WorkspaceRecord, candidates: Uint8Array): number {
    let count = 0;
    for (const flag of candidates) count += flag;
    for (const seat of this.#seatsOf(record)) count -= candidates[seat]!;
    return count;
  }

  #seatsOf({ openCaseBySeat, cases }: WorkspaceRecord): readonly number[] {
    if (this.#last?.openCases !== openCaseBySeat) {
      const names = [...openCaseBySeat.values()].map((number) => cases.get(number)!.seat);
      const seats = this.#rows.find(names).filter((seat) => seat !== undefined);
      this.#last = { openCases: openCaseBySeat, seats };
    }
    return this.#last.seats;
  }
}
