import type { EpochDay } from '../base/epochDay.ts';
import type { DecidingLifeMeaning } from '../ingest/meaning.ts';
import type { EvidenceClass, SignalKind } from '../ingest/signalKind.ts';
import type { AccountText, OptionalAccountColumn } from './numberColumns.ts';
import type { RowAccount, SourceFile } from './sourceFile.ts';

/** Version of the byte form of columns and of {@link SnapshotLayout}. A newer one than this is refused. */
export const SNAPSHOT_FORMAT = 1;

/** Column of the snapshot's string table, stored as a text column with one row per code. */
export const STRINGS_COLUMN = 'strings';

/** Names under which columns are stored; part of the format. */
export const accountColumnName = (name: string): string => `account.${name}`;
export const seatColumnName = (name: string): string => `seat.${name}`;
export const lifeColumnName = (meaning: DecidingLifeMeaning, part: 'column' | 'raw' | 'sourceRow'): string =>
  `life.${meaning}.${part}`;
export const evidenceColumnName = (index: number, part: 'value' | 'raw' | 'sourceRow' | 'doubtRow'): string =>
  `evidence.${index}.${part}`;

/**
 * Everything of a snapshot that is not a column: what is needed to find and read the columns again. Plain JSON.
 * Numeric columns have the element types of `ACCOUNT_COLUMNS`, `OPTIONAL_ACCOUNT_COLUMNS` and `SEAT_COLUMNS`, values and source rows of evidence
 * are 32-bit integers, both written as in `numbersToBundles`; text columns are written as in `textChunkToBytes`. Chunk i
 * of a column holds the rows from i · chunkRows; of a numeric column, several chunks are stored as one bundle.
 */
export interface SnapshotLayout {
  readonly format: number;
  readonly id: string;
  readonly asOf: EpochDay;
  readonly source: SourceFile;
  readonly rows: RowAccount;
  readonly completeness: 'full' | 'filtered';
  readonly licenceTypes: readonly string[];
  readonly chunkRows: number;
  readonly strings: number;
  readonly accounts: number;
  readonly seats: number;
  /** Text columns that a source column was mapped to. */
  readonly accountTexts: readonly AccountText[];
  /** Optional numeric columns that a source column was mapped to; not set when there are none. */
  readonly accountNumbers?: readonly OptionalAccountColumn[];
  /** Dates of life that a source column was mapped to, with the headers of those columns. */
  readonly life: readonly { readonly meaning: DecidingLifeMeaning; readonly headers: readonly string[] }[];
  readonly evidence: readonly {
    readonly header: string;
    readonly signalKind: SignalKind;
    readonly proposedClass: EvidenceClass;
    readonly level: 'account' | 'seat';
    /** `null` for a source that keeps only the last date. */
    readonly historyStart: EpochDay | null;
    /** Rows that hold a date. */
    readonly dated: number;
    /** Whether the column has rows of unreadable cells that were outvoted. */
    readonly doubts?: true;
  }[];
}

/** Rows of the columns of a date of life: an assignment belongs to a seat, the other dates to an account. */
export const rowsOfLife = (
  meaning: DecidingLifeMeaning,
  { accounts, seats }: { readonly accounts: number; readonly seats: number },
): number => (meaning === 'assignedOn' ? seats : accounts);

/** Chunks of a column of `rows` rows. */
export const chunksOf = (rows: number, chunkRows: number): number => Math.ceil(rows / chunkRows);

/** Rows in one chunk of a column: `chunkRows` for all but the last. */
export const rowsInChunk = (rows: number, chunkRows: number, chunk: number): number =>
  Math.min(chunkRows, rows - chunk * chunkRows);
