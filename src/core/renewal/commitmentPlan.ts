/** What the user expects of one licence type in the next term. Whole seats. */
export interface LinePlan {
  readonly plannedJoiners: number;
  readonly plannedLeavers: number;
  readonly approvedExpansions: number;
}

/** The inputs of the recommended commitment that are the user's own. Stored in the ledger when changed. */
export interface CommitmentPlan {
  /** Buffer b in hundredths of a percent; default 500 = 5 %. */
  readonly bufferBasisPoints: number;
  /** By licence type; a licence type that is missing here plans no change. */
  readonly lines: Readonly<Record<string, LinePlan>>;
}

/** A buffer of 5 % and no planned change; nothing planned for a line. */
export const DEFAULT_PLAN: CommitmentPlan = { bufferBasisPoints: 500, lines: {} };
export const NO_CHANGE: LinePlan = { plannedJoiners: 0, plannedLeavers: 0, approvedExpansions: 0 };
