import type { MinorUnits } from '../base/minorUnits.ts';

/** Outcome of the pattern tests for one seat. Order is part of the kernel's encoding. */
export const PATTERN_OUTCOMES = ['notTestable', 'none', 'oneSeasonOnly', 'overdue', 'positive'] as const;
export type PatternOutcome = (typeof PATTERN_OUTCOMES)[number];

/** Why a seat is Unknown; printed beside it. */
export type UnknownReason =
  'nothingReadable' | 'historyTooShort' | 'cannotTellNewFromNeverUsed' | 'noUsageSource';

/** Result of evaluating every seat of a snapshot under one policy. Columns are indexed by seat row. */
export interface Evaluation {
  /** Code of `CATEGORIES` for every seat. */
  readonly category: Uint8Array;
  /** 1 where the idle time lies within the lag of the window's edge. */
  readonly boundary: Uint8Array;
}

/** Counts of one policy over one snapshot: all that a slider move sends to the page. */
export interface EvaluationCounts {
  /** Names of the licence types, in snapshot order. */
  readonly licenceTypes: readonly string[];
  /** Names of the units, code order of the unit column of the snapshot as compacted by the kernel; '' = no unit. */
  readonly units: readonly string[];
  /** Seats by (unit × licence type × category): index = (unit · licenceTypes.length + licenceType) · 12 + category. */
  readonly cells: Uint32Array;
}

/** Money of a set of seats in one currency; `undefined` amounts are "not known". Currencies are never added. */
export interface MoneyLine {
  readonly currency: string;
  readonly amount: MinorUnits | undefined;
}
