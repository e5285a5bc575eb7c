import type { EpochDay } from '../base/epochDay.ts';
import type { ActivityTable } from './activityBuilder.ts';
import type { TextColumn } from './textColumn.ts';

/** Version of the byte form of stored activity logs and of {@link ActivityLayout}. A newer one than this is refused. */
export const ACTIVITY_FORMAT = 1;

/** Columns of a stored log. Series columns have a row a series, keys one a key, days one a distinct day of a series. */
export const ACTIVITY_COLUMNS = {
  keys: 'activity.keys',
  words: 'activity.words',
  raw: 'activity.raw',
  key: 'activity.key',
  licenceType: 'activity.licenceType',
  event: 'activity.event',
  events: 'activity.events',
  sourceRow: 'activity.sourceRow',
  dayEnds: 'activity.dayEnds',
  days: 'activity.days',
} as const;

/** Everything of a stored log that is not a column. Plain JSON. */
export interface ActivityLayout {
  readonly format: number;
  readonly id: string;
  readonly kind: 'activity';
  /** Series: one per account key, licence type and event type. */
  readonly rows: number;
  readonly chunkRows: number;
  /** Names of event types and licence types, the empty one first. */
  readonly strings: number;
  readonly columns: readonly [];
  /** Different account keys. */
  readonly keys: number;
  /** Distinct days of all series. */
  readonly days: number;
}

/** One event type of a log, or the events that it does not name (`''`). */
export interface ActivityEvent {
  readonly name: string;
  /** Account keys that have it. */
  readonly keys: number;
  /** Rows, or the sum of their counts. */
  readonly events: number;
}

/** What a log holds, in the figures of its receipt. */
export interface ActivitySummary {
  readonly keys: number;
  readonly series: number;
  readonly days: number;
  /** First and last day with an event; of monthly counts the first day of the first month and the last of the last. */
  readonly from: EpochDay;
  readonly to: EpochDay;
  /** Whether the log counts by month: then no single day is known. */
  readonly monthly: boolean;
  /** Most frequent first. */
  readonly events: readonly ActivityEvent[];
  /** Licence types or modules that the log names, in order of first appearance. */
  readonly licenceTypes: readonly string[];
  /** Accepted rows whose count is 0: nothing happened. */
  readonly withoutEvents: number;
}

/** A stored activity log in memory. Immutable. */
export interface ActivityLog {
  readonly table: ActivityTable;
  /** Account keys by number, as the log first writes them. */
  readonly keys: TextColumn;
  /** Names of event types and licence types; a series names them by number. */
  readonly words: readonly string[];
  /** Original text of each series' last day. */
  readonly raw: TextColumn;
}
