import type { EpochDay } from '../base/epochDay.ts';
import type { OtherRow } from '../ingest/classifyRow.ts';

/** Row accounting of one import. `accepted + rejected = read`, tested on every import. */
export interface RowAccount {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Accepted rows that repeated an earlier row of the same account and licence type. */
  readonly repeats: number;
  /** Empty lines, which are neither read nor rejected. */
  readonly blankLines: number;
  /** Rows that are no data and therefore neither read nor rejected, by reason; a reason without rows is not named. */
  readonly others?: { readonly [Reason in OtherRow]?: number };
}

/** One of several files of the same columns whose rows were put together into one snapshot, in this order. */
export interface SourcePart {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Row under which its first row below the header stands in the snapshot, where rows go on from file to file. */
  readonly firstRow: number;
  /** The same row in the file itself. */
  readonly ownFirstRow: number;
  /** What became of its rows; the account of the snapshot is the sum of all parts. */
  readonly rows: RowAccount;
}

/** What is known of the file behind a snapshot. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly system: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly lagDays: number;
  readonly historyStart: EpochDay | undefined;
  readonly zone: string;
  /**
   * The files, where the rows of several were put together. `bytes` is then their sum and `sha256` the fingerprint over
   * their fingerprints, written one after another.
   */
  readonly parts?: readonly SourcePart[];
}
