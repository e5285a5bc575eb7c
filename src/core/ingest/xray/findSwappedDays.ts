import { existingDay } from '../../base/epochDay.ts';
import { formatDay } from '../../base/formatDay.ts';
import { buildScannedDate, scanDate } from '../scanDate.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { rowsAt, type ReadColumn } from './readColumn.ts';

/** Dates that must speak for an exchange before anybody is asked. */
const FEWEST_DATES = 4;

/**
 * The sign of a spreadsheet that took the day for the month: dates with the year first (date cells), none with a day
 * above 12, beside numeric texts of which every one has a number above 12, which is why they stayed text. The
 * recommended answer turns the date cells back; the rows show what they then are. Source of the rule: LOAD-28,
 * spreadsheet swap.
 */
export function findSwappedDays(read: ReadColumn): XrayQuestion | undefined {
  const parts = buildScannedDate();
  const exchanged: number[] = [];
  const meant = new Map<number, string>();
  let texts = 0;
  for (const [place, cell] of read.cells.entries()) {
    if (cell === '' || !scanDate(cell, parts)) continue;
    const { form, first, second, third, yearDigits } = parts;
    if (form === 'yearFirst') {
      if (third > 12) return undefined;
      const day = existingDay(first, third, second);
      if (day === undefined || first < 1902 || first > 9998) continue;
      exchanged.push(place);
      meant.set(place, formatDay(day));
    } else if (form === 'numeric' && yearDigits === 4 && third >= 1902 && third < 9999) {
      if (first <= 12 && second <= 12) return undefined;
      texts++;
    }
  }
  if (exchanged.length === 0 || texts === 0 || exchanged.length + texts < FEWEST_DATES) return undefined;
  return {
    kind: 'swappedDays',
    position: read.column.position,
    count: exchanged.length,
    rows: rowsAt(read, exchanged, (place) => meant.get(place) ?? ''),
    answers: ['swapBack', 'asWritten'],
    recommended: 'swapBack',
  };
}
