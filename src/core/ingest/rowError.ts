/** Why a row was not accepted, with the original cell so that the message can quote it. */
export interface RowError {
  readonly kind:
    | 'missingAccount'
    | 'impossibleDate'
    | 'lostDigits'
    | 'futureDate'
    | 'orderConflict'
    | 'tooManyCells'
    | 'tooFewCells'
    | 'unclosedQuote'
    /** A cell that every row of this kind of file must fill is empty. */
    | 'missingValue'
    | 'notANumber'
    /** A word that is not one of those the column must hold. */
    | 'unknownWord'
    | 'endsBeforeStart';
  /** Row number as the user sees it in a spreadsheet: 1-based, the header and lines above it counted. */
  readonly row: number;
  /** Header of the column, or `undefined` when the error concerns the whole row. */
  readonly column: string | undefined;
  /** Name of the file, where the rows of several were put together; `row` is then a row of that file. */
  readonly file?: string;
  /** Original text of the cell, or of the row where there is no cell. */
  readonly text: string;
}
