/** Recommended commitment of one licence type and its waterfall. Whole seats. Source: formula 12.5. */
export interface LineCommitment {
  readonly current: number;
  readonly assigned: number;
  readonly candidates: number;
  readonly need: number;
  readonly demand: number;
  readonly buffered: number;
  readonly inLots: number;
  /** N*. */
  readonly recommended: number;
  /** current − recommended; negative or 0 means "do not reduce". */
  readonly reduction: number;
  readonly doNotReduce: boolean;
  /** current, then the steps, then N*: the steps add up exactly from the first to the last. */
  readonly waterfall: readonly {
    readonly step:
      | 'current'
      | 'unassigned'
      | 'overAssigned'
      | 'candidates'
      | 'netGrowth'
      | 'buffer'
      | 'lotRounding'
      | 'minimum'
      | 'proposed';
    /** Total for `current` and `proposed`; signed change for the others. */
    readonly seats: number;
  }[];
}
