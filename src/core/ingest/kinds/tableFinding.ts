import type { FileFinding } from '../fileSurvey.ts';
import type { FindingRow } from '../xrayQuestion.ts';

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
      /** The first few of those cells; receipts of earlier versions do not have them. */
      readonly places?: readonly FindingRow[];
    }
  /** Cells that a spreadsheet changed, and the first few of them; they were read as they stand. */
  | {
      readonly kind: 'damagedCells';
      readonly damage: 'serialNumbers' | 'swappedDays' | 'lostDigits' | 'lostZeros';
      readonly header: string;
      readonly cells: number;
      readonly rows: readonly FindingRow[];
    }
  /** The integrity value of an answer file was not checked. */
  | { readonly kind: 'integrityNotChecked' };
