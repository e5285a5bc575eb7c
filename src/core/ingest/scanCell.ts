import { isEasternDate, withoutDayOfWeek, withWesternSigns } from './easternDate.ts';
import { readBeforeDate } from './neverWords.ts';
import { scanDate, type ScannedDate } from './scanDate.ts';

const FULL_WIDTH = /[\uff01-\uff5e]/;

/** Whether a text has letters or digits in the full width of Chinese and Japanese ones. */
export const isFullWidth = (text: string): boolean => FULL_WIDTH.test(text);

/** The date within a cell: in plain digits and western signs, without a day of the week or a word for "before". */
function dateWithin(cell: string): string {
  const plain = withoutDayOfWeek(isFullWidth(cell) ? cell.normalize('NFKC') : cell);
  const date = readBeforeDate(plain.toLowerCase())?.trim() ?? plain;
  return isEasternDate(date) ? withWesternSigns(date) : date;
}

const SEVERAL = /[;\n|]/;
/** Dates that a cell packs at most. */
const MOST_DATES = 16;

/** The parts of a cell that packs several dates, as exports of several directories do; `undefined` for other cells. */
export function datesWithin(cell: string): readonly string[] | undefined {
  if (!SEVERAL.test(cell)) return undefined;
  const parts = cell.split(SEVERAL).map((part) => part.trim());
  return parts.length <= MOST_DATES && parts.every((part) => part !== '') ? parts : undefined;
}

/**
 * As {@link scanDate}, of a whole cell: finds the numbers of a date in every cell that `compileDateReader` reads by its
 * numbers, so that what is asked about an order and what is read under it are the same cells. Source: LOAD-19.
 */
export function scanCell(cell: string, parts: ScannedDate): boolean {
  if (scanDate(cell, parts)) return true;
  const date = dateWithin(cell);
  return date !== cell && scanCell(date, parts);
}
