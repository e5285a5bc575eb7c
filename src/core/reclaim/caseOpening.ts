import type { Category } from '../policy/category.ts';
import type { SeatIdentity } from './caseRecord.ts';

/** A seat from which a person wants to make a case. */
export interface CaseOpening {
  readonly seat: SeatIdentity;
  /** Whether the list names the person who holds the seat; a bare user name names nobody. */
  readonly identified: boolean;
  /** Whether check 3 protects the seat's role, also where the policy has switched that check off. */
  readonly protectedRole: boolean;
  readonly category: Category;
  /** Raised from a candidate, or by hand. */
  readonly origin: 'automatic' | 'manual';
  /** Sentence of a check that blocks the seat, or `undefined`. */
  readonly block: string | undefined;
  /** Why a case was raised by hand. */
  readonly reason: string | undefined;
}
