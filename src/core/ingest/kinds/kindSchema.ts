import type { FileKind } from './fileKind.ts';

/**
 * How the cells of a canonical column are read and kept.
 *
 * | type | reading | kept as |
 * |---|---|---|
 * | `text` | as written, white space and export apostrophes removed | text |
 * | `words` | the same, for texts that repeat | number into the table's string table |
 * | `day` | a date by the rules of date columns | 32-bit day value |
 * | `month` | a month, or a date in it | 32-bit day value of its first day |
 * | `moment` | as `day`; the clock matters only to whoever counts concurrent use | 32-bit day value |
 * | `number` | a whole number, which may be negative | 64-bit float, `NaN` for an empty cell |
 * | `money` | an amount in the currency of its row | minor units as 64-bit float, `NaN` for an empty cell |
 * | `code` | one of the column's words, 0 for any other | 8-bit code, counted from 1 in the order of `codes` |
 */
export type FactType = 'text' | 'words' | 'day' | 'month' | 'moment' | 'number' | 'money' | 'code';

/** One canonical column of a kind of file. */
export interface FactColumn {
  readonly name: string;
  readonly type: FactType;
  /** Headers that are known for it, best first, joined by `|`. */
  readonly words: string;
  /** For `code`: the label of each code and the words that mean it, joined by `|`, in lower case. */
  readonly codes?: readonly (readonly [label: string, words: string])[];
  /** For dates: they may lie after the as-of date, and 9999 means that there is no end. */
  readonly ahead?: boolean;
  /** Several source columns may be mapped to it; their texts are joined by `; `. */
  readonly joins?: boolean;
  /** How strongly its header speaks for this kind; 0 when other kinds have such a column as well. */
  readonly telling?: 1 | 2 | 3;
  /** Columns of one name here tell the same thing: together they speak for the kind as the strongest of them does. */
  readonly about?: string;
  /** A name, which may stand in two columns as first and last name; both are then mapped to it. */
  readonly halves?: boolean;
  /** Headers, joined by `|`, of texts that may carry a case number, for a file that has no column of it. */
  readonly within?: string;
  /** The canonical column that a source column is proposed for instead where most of its cells are e-mail addresses. */
  readonly withEmails?: string;
}

/** One way in which a file of a kind can be complete: every group needs at least one of its columns. */
export interface KindForm {
  readonly groups: readonly {
    readonly anyOf: readonly string[];
    /** A column is enough; its cells may be empty. Otherwise each row must fill one of the group. */
    readonly mayBeEmpty?: boolean;
  }[];
}

/** A kind of file as data: its columns, what it must have, and what is left out. */
export interface KindSchema {
  readonly kind: Exclude<FileKind, 'users'>;
  readonly columns: readonly FactColumn[];
  readonly forms: readonly KindForm[];
  /** Pairs of day columns of which the second must not lie before the first. */
  readonly spans: readonly (readonly [from: string, to: string])[];
  /** Day columns that make the date range of the receipt. */
  readonly range: readonly string[];
  /** Headers of columns that are left out on purpose and named so, joined by `|`. */
  readonly leftOut?: string;
}
