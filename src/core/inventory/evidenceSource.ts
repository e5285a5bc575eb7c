import type { EpochDay } from '../base/epochDay.ts';
import type { SignalKind } from '../ingest/signalKind.ts';
import type { ActivityLog } from './activityLog.ts';
import type { SourcePart } from './sourceFile.ts';

/**
 * The file behind an evidence column that is not a column of the snapshot's own list: what is shown beside every value
 * that decides, and what the file can prove.
 */
export interface EvidenceSource {
  /** Id of the loaded file. */
  readonly file: string;
  readonly name: string;
  /** The files, where several were put together. */
  readonly parts?: readonly SourcePart[];
  /** SHA-256 of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly system: string;
  /** Days by which the source may trail reality. */
  readonly lagDays: number;
  readonly zone: string;
  /** First day that the file can show. */
  readonly historyStart: EpochDay;
  /** Last day that the file can show: nothing that it lacks after this day proves anything. */
  readonly asOf: EpochDay;
}

/** An {@link EvidenceSource} beside the snapshot that it was joined to. */
export interface JoinedSource extends EvidenceSource {
  /**
   * The file ends more than its lag before the snapshot: its dates prove use, but neither they nor a missing entry
   * prove that nothing happened afterwards.
   */
  readonly endsEarly: boolean;
  /** Counted by month: an active day stands for its whole month, as the last day on which something can have happened. */
  readonly monthly: boolean;
}

/** An activity log that is in force for a snapshot. */
export interface ActivitySource {
  readonly source: EvidenceSource;
  readonly log: ActivityLog;
  /** Counted by month: no single day is known. */
  readonly monthly: boolean;
  /** What a person stated that every event of the file proves. */
  readonly signalKind: SignalKind | undefined;
  /** Licence types that the log covers as stated; `undefined`: all. Compared without case and outer white space. */
  readonly covers: readonly string[] | undefined;
}

/** Whether a file describes the system of a snapshot: the same system, or one of the two is not known. */
export const isSameSystem = (one: string, other: string): boolean => {
  const [left, right] = [one.trim().toLowerCase(), other.trim().toLowerCase()];
  return left === right || isUnknownSystem(left) || isUnknownSystem(right);
};

const isUnknownSystem = (system: string): boolean => system === '' || system === 'other';

/** What is asked of a loaded file to see whether it speaks for a snapshot. */
export type SourceFacts = Pick<EvidenceSource, 'system' | 'asOf' | 'lagDays'>;

/**
 * Whether a file is in force for a snapshot: it describes the same system, and not a later state than the snapshot.
 * Source of the rule: LOAD-32; every figure is computed as of the snapshot's day.
 */
export const isInForce = (
  file: SourceFacts,
  snapshot: { readonly asOf: EpochDay; readonly system: string },
): boolean => isSameSystem(file.system, snapshot.system) && file.asOf <= snapshot.asOf + file.lagDays;
