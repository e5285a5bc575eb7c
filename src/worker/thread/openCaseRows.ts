import type { WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import type { SeatRows } from './seatRowsOf.ts';

/** The seats of the current snapshot that have an open case. Found anew only when the open cases have changed. */
export class OpenCaseRows {
  readonly #rows: SeatRows;
  #last:
    { readonly openCases: WorkspaceRecord['openCaseBySeat']; readonly seats: readonly number[] } | undefined;
  #counted: { readonly candidates: Uint8Array; readonly total: number } | undefined;

  constructor(rows: SeatRows) {
    this.#rows = rows;
  }

  /** Candidates less those with an open case: what *Create cases* would make. */
  candidatesWithout(record: WorkspaceRecord, candidates: Uint8Array): number {
    let count = this.#totalOf(candidates);
    for (const seat of this.#seatsOf(record)) count -= candidates[seat]!;
    return count;
  }

  #totalOf(candidates: Uint8Array): number {
    if (this.#counted?.candidates !== candidates) {
      let total = 0;
      for (let seat = 0; seat < candidates.length; seat++) total += candidates[seat]!;
      this.#counted = { candidates, total };
    }
    return this.#counted.total;
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
