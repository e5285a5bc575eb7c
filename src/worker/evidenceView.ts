import type { EpochDay } from '../core/base/epochDay.ts';
import type { DomainAliasLine } from '../core/ingest/readDomainAliases.ts';
import type { ActivityGap } from '../core/inventory/findGaps.ts';

/** How one loaded activity log stands to the snapshot in use. */
export interface LogReport {
  readonly file: string;
  readonly name: string;
  /** The system it is taken to speak of. */
  readonly system: string;
  /** A person said so after it was loaded; the file was loaded as one of `loadedAs`. */
  readonly isStated: boolean;
  readonly loadedAs: string;
  /** System of the list in use; `undefined` without one. */
  readonly listSystem: string | undefined;
  readonly lagDays: number;
  /** First and last day that the log can show. */
  readonly historyStart: EpochDay;
  readonly asOf: EpochDay;
  /** Why the log says nothing of the snapshot; `undefined` when its events are evidence. */
  readonly notUsed: 'otherSystem' | 'laterThanSnapshot' | 'noKeyMatched' | undefined;
  /** The log ends before the snapshot: its days prove use, what it lacks proves nothing. */
  readonly endsEarly: boolean;
  /** Columns of the list whose dates are of single licences and stand over events of the log that name none. */
  readonly listColumnsFirst: readonly string[];
  /** Account keys of the log, those that are an account of the snapshot, and those that are several. */
  readonly keys: number;
  readonly matched: number;
  readonly ambiguous: number;
  /** Activity without a seat, latest first. */
  readonly gaps: { readonly total: number; readonly first: readonly ActivityGap[] };
  /** Keys that name one account together with another key, by account. */
  readonly shared: {
    readonly keys: number;
    readonly accounts: number;
    readonly first: readonly SharedKeys[];
  };
}

/** Several keys of a log that are one account of the list. */
export interface SharedKeys {
  readonly name: string;
  readonly accountId: string;
  /** The first of them, as the log writes them. */
  readonly keys: readonly string[];
  readonly moreKeys: number;
}

/** One side of a conflict, in words. */
export interface ConflictSideView {
  readonly column: string;
  readonly file: string;
  readonly fileRow: number;
  readonly reading: string;
}

/** Two files that disagree on the last use of an account or seat. */
export interface ConflictView {
  readonly name: string;
  /** Of a seat; `undefined` for an account. */
  readonly licenceType: string | undefined;
  readonly evidenceClass: 'meaningful' | 'loginOnly';
  /** Decides. */
  readonly later: ConflictSideView;
  readonly earlier: ConflictSideView;
}

/** What the files beside the snapshot's own list add to it, and where they disagree with it. */
export interface EvidenceReport {
  /** Every loaded log, newest import first. */
  readonly logs: readonly LogReport[];
  /** The rules by which keys of logs are matched. */
  readonly rules: {
    readonly domainAliases: readonly DomainAliasLine[];
    readonly dropMailboxTags: boolean;
  };
  readonly conflicts: { readonly total: number; readonly first: readonly ConflictView[] };
}
