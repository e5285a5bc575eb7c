import { dayFromCalendar, type EpochDay } from '../../base/epochDay.ts';
import { formatDay } from '../../base/formatDay.ts';
import { latestSerial } from '../decideDateColumn.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
const SERIAL_ZERO = dayFromCalendar(1899, 12, 30);
/** Serial of 1 January 1990: no export that is still in use is older. */
const FIRST_SERIAL = 32_874;

/**
 * Numbers of five digits in a date column that can be days as a spreadsheet counts them, up to the day after the
 * as-of date. The recommended answer is the date system of nearly all spreadsheets; the rows show the days it gives.
 * Source of the rule: LOAD-28, serials.
 */
export function findSerialNumbers(read: ReadColumn, asOf: EpochDay): XrayQuestion | undefined {
  const unit = read.column.dates?.numbers;
  if (unit !== 'none' && unit !== 'excelSerial1900' && unit !== 'excelSerial1904') return undefined;
  const last = latestSerial(asOf);
  const serialOf = (cell: string): number => Number(SERIAL.exec(cell)?.[1] ?? 0);
  const places = placesWhere(read, (_, cell) => serialOf(cell) >= FIRST_SERIAL && serialOf(cell) <= last);
  if (places.length === 0) return undefined;
  return {
    kind: 'serialNumbers',
    position: read.column.position,
    count: places.length,
    rows: rowsAt(read, places, (place) =>
      formatDay((SERIAL_ZERO + serialOf(read.cells[place]!)) as EpochDay),
    ),
    answers: ['excelSerial1900', 'excelSerial1904', 'none'],
    recommended: 'excelSerial1900',
  };
}
