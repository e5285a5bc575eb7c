import { Dexie, type EntityTable, type Table } from 'dexie';
import type { RecordedEntry } from '../core/reclaim/ledgerEntry.ts';
import { databaseName } from './databaseName.ts';

/** Facts about the client that are not decisions: one record, key `about`. */
export interface AboutRecord {
  readonly key: 'about';
  readonly clientId: string;
  readonly name: string;
  readonly timeZone: string;
  /** Month 1 to 12 in which the fiscal year starts. */
  readonly fiscalYearStart: number;
  readonly sample: boolean;
  readonly createdAt: string;
  /** 64 random hexadecimal digits; key of the pseudonyms. Never leaves the workspace. */
  readonly secret: string;
  /** A line for the list of recent clients, renewed after every recorded act. */
  readonly stateLine: string;
  readonly lastOpenedAt: string;
}

/** Head record of a snapshot. A snapshot exists when, and only when, its head does. JSON, no buffers. */
export interface SnapshotHeadRecord {
  readonly id: string;
  readonly formatVersion: number;
  readonly sequence: number;
  readonly head: unknown;
}

/** Head record of a loaded file that is not a users list; it exists when, and only when, its head does. */
export interface FileHeadRecord {
  readonly id: string;
  readonly formatVersion: number;
  readonly sequence: number;
  readonly head: unknown;
}

/** One column of one chunk of rows of a snapshot or of a loaded file, whose id stands in `snapshot`. */
export interface ChunkRecord {
  readonly snapshot: string;
  readonly column: string;
  readonly chunk: number;
  readonly bytes: ArrayBuffer;
}

/** An import that has begun writing chunks; deleted in the transaction that writes the head. */
export interface StagingRecord {
  readonly snapshot: string;
  readonly startedAt: string;
}

export interface LedgerRecord extends RecordedEntry {
  readonly sequence: number;
}

/** A mutable record that is not a fact: unsaved form contents, saved column mappings. */
export interface DraftRecord {
  readonly key: string;
  readonly value: unknown;
}

/** The database of one client. Its name is `fallow:` followed by the client id. */
export class ClientDatabase extends Dexie {
  declare readonly about: EntityTable<AboutRecord, 'key'>;
  declare readonly snapshots: EntityTable<SnapshotHeadRecord, 'id'>;
  declare readonly files: EntityTable<FileHeadRecord, 'id'>;
  declare readonly chunks: Table<ChunkRecord, [string, string, number]>;
  declare readonly staging: EntityTable<StagingRecord, 'snapshot'>;
  declare readonly ledger: EntityTable<LedgerRecord, 'sequence'>;
  declare readonly drafts: EntityTable<DraftRecord, 'key'>;

  constructor(clientId: string) {
    super(databaseName(clientId), { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      about: 'key',
      snapshots: 'id',
      chunks: '[snapshot+column+chunk], snapshot',
      staging: 'snapshot',
      ledger: 'sequence',
      drafts: 'key',
    });
    this.version(2).stores({ files: 'id' });
  }
}
