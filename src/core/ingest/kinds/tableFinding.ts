import type { FileFinding } from '../fileSurvey.ts';

/** Something the user should know of a file of rows before or after import; never an error. */
export type TableFinding =
  | FileFinding
  /** A column that the kind leaves out on purpose, such as the reason of an absence. */
  | { readonly kind: 'leftOutOnPurpose'; readonly header: string }
  /** Accepted rows whose word or date in a column is not known; the first of them as it stands. */
  | {
      readonly kind: 'notUnderstood';
      readonly header: string;
      readonly what: 'word' | 'date';
      readonly rows: number;
      readonly example: string;
    }
  /** The integrity value of an answer file was not checked. */
  | { readonly kind: 'integrityNotChecked' };
