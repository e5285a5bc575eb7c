import type { EpochDay } from '../base/epochDay.ts';
import type { TableKind } from '../ingest/kinds/fileKind.ts';
import type { FactType } from '../ingest/kinds/kindSchema.ts';
import type { TextColumn } from './textColumn.ts';

/** Version of the byte form of fact tables and of {@link FactTableLayout}. A newer one than this is refused. */
export const FACT_TABLE_FORMAT = 1;

/** Column of the file row (1-based, as in a spreadsheet) behind every row of a table. */
export const SOURCE_ROW_COLUMN = 'sourceRow';

/** Column of the table's string table: one row per text that repeats, the empty text first. */
export const FACT_STRINGS_COLUMN = 'strings';

/** Name under which a canonical column is stored; apart from the two above, whatever it is called. */
export const factColumnName = (name: string): string => `fact.${name}`;

/** How the values of a column are held. */
export type HeldAs = 'text' | 'word' | 'day' | 'number' | 'code';

/** How a canonical column of a type is held. */
export function heldAs(type: FactType): HeldAs {
  switch (type) {
    case 'text':
      return 'text';
    case 'words':
      return 'word';
    case 'day':
    case 'month':
    case 'moment':
      return 'day';
    case 'number':
    case 'money':
      return 'number';
    case 'code':
      return 'code';
  }
}

/** Everything of a fact table that is not a column: what is needed to find and read the columns again. Plain JSON. */
export interface FactTableLayout {
  readonly format: number;
  readonly id: string;
  readonly kind: TableKind;
  /** Rows that are stored; a row that occurs twice in a file is stored once. */
  readonly rows: number;
  readonly chunkRows: number;
  readonly strings: number;
  /** Canonical columns that a source column was mapped to, in the order of the kind's schema. */
  readonly columns: readonly { readonly name: string; readonly held: HeldAs }[];
}

/** The values of one column, indexed by row. */
export type FactValues =
  | { readonly held: 'text'; readonly texts: TextColumn }
  /** Numbers into the table's string table. */
  | { readonly held: 'word'; readonly words: Uint32Array }
  /** Day values (see `DayValue`). */
  | { readonly held: 'day'; readonly days: Int32Array }
  /** Whole numbers, or minor units; `NaN` where the cell was empty. */
  | { readonly held: 'number'; readonly numbers: Float64Array }
  /** Codes of the schema's column, 0 where the word is not known or missing. */
  | { readonly held: 'code'; readonly codes: Uint8Array };

/** The rows of one loaded file of a kind as columns. Immutable. */
export interface FactTable {
  readonly layout: FactTableLayout;
  readonly count: number;
  readonly strings: readonly string[];
  /** By canonical name; a column that no source column was mapped to is missing. */
  readonly columns: ReadonlyMap<string, FactValues>;
  /** File row of each row. */
  readonly sourceRow: Uint32Array;
}

/** First and last day of the kind's range columns; `undefined` when no row has one. */
export type DayRange = { readonly from: EpochDay; readonly to: EpochDay } | undefined;
