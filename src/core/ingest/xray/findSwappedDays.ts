import { existingDay } from '../../base/epochDay.ts';
import { formatDay } from '../../base/formatDay.ts';
import { buildScannedDate, scanDate } from '../scanDate.ts';
import { MOST_FINDING_ROWS, type FindingRow, type XrayQuestion } from '../xrayQuestion.ts';
import type { ReadColumn } from './readColumn.ts';

/** Dates that must speak for an exchange before anybody is asked. */
const FEWEST_DATES = 4;

/** Looks for the sign of a spreadsheet that took the day for the month, cell by cell. */
export interface SwapFinder {
  /** Nothing that is noted from now on makes a question any more. */
  readonly isSettled: boolean;
  /** Notes a trimmed cell of the column. */
  note(cell: string, fileRow: number): void;
  settle(position: number): Extract<XrayQuestion, { kind: 'swappedDays' }> | undefined;
}

/**
 * The sign of a spreadsheet that took the day for the month: dates with the year first (date cells), none with a day
 * above 12, beside numeric texts of which every one has a number above 12, which is why they stayed text. The
 * recommended answer turns the date cells back; the rows show what they then are. `mostOthers`: cells of another form
 * after which a column that has shown no date in digits is not looked at any more. Source of the rule: LOAD-28,
 * spreadsheet swap.
 */
export function buildSwapFinder(mostOthers = Infinity): SwapFinder {
  const parts = buildScannedDate();
  const rows: FindingRow[] = [];
  let exchanged = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  let isRuledOut = false;
  let others = 0;
  const noteOther = (): void => {
    others += 1;
    if (others >= mostOthers && exchanged + dayFirst + monthFirst === 0) isRuledOut = true;
  };
  return {
    get isSettled() {
      return isRuledOut;
    },
    note(text, fileRow) {
      if (isRuledOut || text === '') return;
      if (!scanDate(text, parts)) {
        noteOther();
        return;
      }
      const { form, first, second, third, yearDigits } = parts;
      if (form === 'yearFirst') {
        if (third > 12) isRuledOut = true;
        const meant = existingDay(first, third, second);
        if (meant === undefined || first < 1902 || first > 9998) return;
        exchanged += 1;
        if (rows.length < MOST_FINDING_ROWS) rows.push({ fileRow, text, beside: formatDay(meant) });
      } else if (form === 'numeric' && yearDigits === 4 && third >= 1902 && third < 9999) {
        if (first <= 12 && second <= 12) isRuledOut = true;
        if (first > 12) dayFirst += 1;
        else monthFirst += 1;
      }
    },
    settle(position) {
      const texts = dayFirst + monthFirst;
      if (isRuledOut || exchanged === 0 || texts === 0 || exchanged + texts < FEWEST_DATES) return undefined;
      return {
        kind: 'swappedDays',
        position,
        count: exchanged,
        rows,
        textOrder: dayFirst >= monthFirst ? 'dayFirst' : 'monthFirst',
        answers: ['swapBack', 'asWritten'],
        recommended: 'swapBack',
      };
    },
  };
}

/** {@link buildSwapFinder} over the rows at hand. */
export function findSwappedDays({ cells, fileRows, column }: ReadColumn): XrayQuestion | undefined {
  const finder = buildSwapFinder();
  cells.forEach((cell, place) => finder.note(cell, fileRows[place]!));
  return finder.settle(column.position);
}
