import type { RecordedFact } from './recordedFact.ts';

/** The recorded facts of some kinds. */
export type FactOf<Kind extends RecordedFact['kind']> = Extract<RecordedFact, { readonly kind: Kind }>;

/** A recorded fact together with when, by whom and in which entry. */
export type Recorded<Fact> = Fact & {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
};

/** Facts that may be undone: kept by entry number, in order, so that undoing one is leaving it out. */
export type JournalFact = Recorded<
  FactOf<
    | 'contractLineSaved'
    | 'contractLineRemoved'
    | 'holidaysSaved'
    | 'identityRulesSaved'
    | 'accountLinked'
    | 'accountUnlinked'
    | 'planSaved'
    | 'exceptionAdded'
    | 'patternDeclared'
    | 'seatFoundInactive'
    | 'humanMarked'
    | 'queueWaived'
    | 'baselineNamed'
    | 'systemChosen'
    | 'systemStated'
  >
> & {
  /** Of a decision about a seat: the system whose seat was meant, where a list told it. */
  readonly seatSystem?: string | undefined;
};
