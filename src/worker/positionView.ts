import type { EpochDay } from '../core/base/epochDay.ts';
import type { HeldBack } from '../core/contract/chooseLines.ts';
import type { ReductionRight } from '../core/contract/contractLine.ts';
import type { WorkBackPlan } from '../core/contract/workBackPlan.ts';
import type { Category } from '../core/policy/category.ts';
import type { LinePosition } from '../core/reconcile/linePosition.ts';
import type { LineCommitment } from '../core/renewal/lineCommitment.ts';
import type { LineMoney, MoneyTotals } from '../core/renewal/lineMoney.ts';

/** What is proven of a recommended commitment. Whole seats. */
export interface ProvenCommitment {
  /** Candidates whose seats are freed already: reclaimed, and not held again since. */
  readonly freed: number;
  /** The commitment if no other candidate is freed. */
  readonly recommended: number;
  /** How that commitment comes about: the same rule with the freed candidates alone. */
  readonly commitment: LineCommitment;
}

/** Everything the Position tab shows, computed for the last frozen policy and the current snapshot. */
export interface PositionView {
  readonly asOf: EpochDay;
  readonly policyVersion: number;
  /** One entry per licence type with a contract line, in order of name. */
  readonly lines: readonly {
    readonly licenceType: string;
    readonly position: LinePosition;
    readonly commitment: LineCommitment;
    readonly proven: ProvenCommitment;
    readonly money: LineMoney;
    /** Day after the line's own term: what its money is counted from. */
    readonly nextCommitmentFrom: EpochDay;
    readonly reductionRight: ReductionRight;
  }[];
  /** Seats of all lines together: positions are added, never netted. */
  readonly total:
    | {
        readonly position: LinePosition;
        readonly commitment: LineCommitment;
        readonly proven: ProvenCommitment;
      }
    | undefined;
  /** Per currency. */
  readonly money: readonly MoneyTotals[];
  /** Licence types with seats but without a contract line: named, in no figure. */
  readonly withoutLine: readonly { readonly licenceType: string; readonly assigned: number }[];
  /** Licence types whose lines stand in no figure, and why. */
  readonly heldBack: readonly HeldBack[];
  /** Rows per unit; their sums equal the total row. */
  readonly units: readonly {
    readonly unit: string;
    readonly counts: Readonly<Record<Category, number>>;
    readonly assigned: number;
    readonly flagged: number;
  }[];
  readonly reclaimed: { readonly attested: number; readonly verified: number };
  /** Earliest term: the day from which money is counted, and the dates counted back from its notice. */
  readonly nextCommitmentFrom: EpochDay | undefined;
  readonly workBack: WorkBackPlan | undefined;
  readonly readiness: readonly {
    readonly item:
      | 'contractLine'
      | 'licenceTypes'
      | 'deactivated'
      | 'definitionFrozen'
      | 'borderlineWorked'
      | 'noticeDate'
      | 'dataAge'
      | 'verified'
      | 'dryRunOnly';
    readonly state: 'ready' | 'blocks' | 'warns';
    readonly sentence: string;
  }[];
}
