import { unreachable } from '../base/exhaustive.ts';
import { formatCount } from '../base/formatNumber.ts';
import type { RowError } from './rowError.ts';
import { visibleText } from './visibleText.ts';

/**
 * A row error as the sentence on screen and in the table of rejected rows: row, column, original text, what is wrong.
 * Source of the wording: screens, Load, *Bad cell*.
 */
export function describeRowError(error: RowError): string {
  const file = error.file === undefined ? '' : `${visibleText(error.file)}, `;
  const row = `${file === '' ? 'Row' : 'row'} ${formatCount(error.row)}`;
  const place = `${file}${row}${error.column === undefined ? '' : `, ${visibleText(error.column)}`}`;
  const quoted = `'${visibleText(error.text)}'`;
  switch (error.kind) {
    case 'missingAccount':
      return `${place}: the account is missing, so this row belongs to nobody.`;
    case 'impossibleDate':
      return `${place}: ${quoted} is not a date.`;
    case 'lostDigits':
      return `${place}: ${quoted} has lost digits, probably in a spreadsheet. Export again without opening the file.`;
    case 'futureDate':
      return `${place}: ${quoted} is later than the data-as-of date.`;
    case 'orderConflict':
      return `${place}: ${quoted} has day and month in another order than the rest of the column.`;
    case 'tooManyCells':
      return `${place}: this row has more cells than the header, so its values may stand in the wrong columns.`;
    case 'tooFewCells':
      return `${place}: this row ends before its last column. The file may have been cut off.`;
    case 'unclosedQuote':
      return `${place}: a quotation mark opens here and never closes. The file may have been cut off.`;
    case 'missingValue':
      return `${place}: this cell is empty, and every row needs it.`;
    case 'notANumber':
      return `${place}: ${quoted} is not a number that can be read beyond doubt.`;
    case 'unknownWord':
      return `${place}: ${quoted} is not a word that this column can hold.`;
    case 'endsBeforeStart':
      return `${place}: ${quoted} lies before the start.`;
    default:
      return unreachable(error.kind);
  }
}
