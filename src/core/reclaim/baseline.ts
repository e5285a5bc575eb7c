import type { EpochDay } from '../base/epochDay.ts';
import type { Category } from '../policy/category.ts';

/** What the baseline held of one licence type. */
export interface BaselineLine {
  readonly counts: Readonly<Record<Category, number>>;
  /** Seats that the contract granted on the as-of date; `undefined` where no line stated it. */
  readonly entitled: number | undefined;
}

/**
 * The one snapshot that drift and savings of a contract are compared with, and its figures as they stood when it was
 * named. Lists of one system stand under one contract, so every system has its own. The figures do not change with a
 * later definition, and stay when the snapshot is deleted. Source of the rule: LOAD-37.
 */
export interface Baseline {
  readonly snapshot: string;
  readonly asOf: EpochDay;
  /** SHA-256 of the file behind it. */
  readonly sha256: string;
  readonly system: string;
  /** Version of the definition under which its seats were counted, and the hash of that version. */
  readonly policyVersion: number;
  readonly policyHash: string;
  readonly accounts: number;
  /** Rows of the seat table, Not a seat included. */
  readonly seats: number;
  /** By licence type. */
  readonly lines: Readonly<Record<string, BaselineLine>>;
  /** As-of day of the baseline of the same system before this one, if there was one. */
  readonly replaced: EpochDay | undefined;
}
