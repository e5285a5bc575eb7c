/** A share with the range that unknown seats allow; numerators and denominators are whole seats. */
export interface RateRange {
  readonly part: number;
  readonly whole: number;
  /** Unknown seats counted as idle. */
  readonly least: number;
  /** Unknown seats counted as active. */
  readonly most: number;
  /** Denominator of the range's ends when unknown seats change it; else equals `whole`. */
  readonly rangeWhole: number;
}

/** Entitled, assigned and used of one licence type. Sources: formulae 12.2, 12.3 and 12.13. */
export interface LinePosition {
  readonly entitled: number;
  readonly assigned: number;
  /** entitled − assigned where positive. */
  readonly unassigned: number;
  /** active + periodic. */
  readonly inUse: number;
  readonly humanAssigned: number;
  readonly flagged: number;
  readonly unknown: number;
  /** entitled − assigned; negative is a shortfall and legal. */
  readonly contractPosition: number;
  /** entitled − (assigned − flagged). */
  readonly usagePosition: number;
  readonly allocationRate: RateRange;
  readonly activityRate: RateRange;
  readonly effectiveUtilisation: RateRange;
}
