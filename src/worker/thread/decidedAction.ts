import type { EpochDay } from '../../core/base/epochDay.ts';
import { succeed, type Result } from '../../core/base/result.ts';
import type { SeatIdentity } from '../../core/reclaim/caseRecord.ts';
import type { LedgerFact } from '../../core/reclaim/ledgerEntry.ts';
import type { RefusedSubject } from '../../core/reclaim/openCases.ts';
import type { FrozenPolicy, WorkspaceRecord } from '../../core/reclaim/workspaceRecord.ts';
import type { Failure } from '../protocol.ts';
import type { Evaluated } from './evaluated.ts';

/** What an action is decided against: the record as it stands, and the seats as the last frozen policy sees them. */
export interface ActionSituation {
  readonly record: WorkspaceRecord;
  readonly actor: string;
  readonly workingDay: EpochDay;
  /** `undefined` before the first import. */
  readonly evaluated: Evaluated | undefined;
  /** Evaluates the current snapshot under a policy that is about to be frozen. */
  readonly evaluateUnder: (policy: Evaluated['policy'], version: number) => Evaluated | undefined;
  /** Evaluates any snapshot under the last frozen policy. */
  readonly evaluateSnapshot: (snapshot: string, frozen: FrozenPolicy) => Promise<Result<Evaluated, Failure>>;
  readonly identify: (seat: number) => SeatIdentity;
  /** Rows of seats in the current snapshot, `undefined` for one that is no longer there. */
  readonly rowsOfSeats: (seats: readonly SeatIdentity[]) => readonly (number | undefined)[];
  /** Awaited after every subject of a long act, with how many are decided, of how many. Throws once it is cancelled. */
  readonly breathe: (done: number, of: number) => Promise<void>;
  /** Pseudonym of a canonical id. */
  readonly codeOf: (canonicalId: string) => string;
  readonly hashPolicy: (policy: Evaluated['policy']) => string;
  /** What a check says that blocks the seat; with `overridden` those that a reason cannot override, and no other. */
  readonly blockOf: (seat: number, overridden: boolean) => string | undefined;
}

/** The entries an action writes, and what it could not be done for. */
export interface DecidedAction {
  readonly facts: readonly LedgerFact[];
  readonly refused: readonly RefusedSubject[];
}

export type Decided = Result<DecidedAction, Failure>;

/** All that was asked, as entries. */
export const allOf = (facts: readonly LedgerFact[]): Decided => succeed({ facts, refused: [] });
