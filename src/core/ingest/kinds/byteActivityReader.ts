import { isDay, BLANK } from '../../base/dayValue.ts';
import type { EpochDay } from '../../base/epochDay.ts';
import { compileByteDateReader, type ByteDateReader } from '../byteDateReader.ts';
import { buildRowContext, type ClassifiedColumn } from '../classifyRow.ts';
import { compileOtherRowTest } from '../otherRowBytes.ts';
import type { ScannedRows } from '../rowScanner.ts';
import { SpanTexts } from '../spanTexts.ts';
import { utf8ToText } from '../utf8Bytes.ts';
import { DATE_COLUMNS, KEY_COLUMNS, LICENCE_COLUMNS, type ActivityCells } from './activityCells.ts';
import { compileFailedSignIns } from './failedSignIn.ts';
import { usedColumns } from './factRowReader.ts';
import { dateReadingOf } from './factStep.ts';
import type { TablePlan } from './tablePlan.ts';

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const FIRST_BEYOND_ASCII = 0x80;
/** A count of more digits is left to the general reader. */
const MOST_DIGITS = 9;

/** Different outcomes that are remembered. */
const MOST_OUTCOMES = 1 << 10;

/** Reads ordinary rows of an activity log from bytes under one plan. */
export interface ByteActivityReader {
  /** Filled by every {@link read} that returns true. */
  readonly cells: ActivityCells;
  /**
   * Reads row `index` of `rows`. False for every row that is not plainly accepted: it then goes, as strings, where all
   * rows go that were read as text, so that what such a row means is decided in one place.
   */
  read(rows: ScannedRows, index: number, fileRow: number): boolean;
}

/**
 * Compiles a plan into a reader of ordinary rows; `keyed`: its columns as rows are classified by. Logs by month have
 * no such reader, since they are short.
 */
export function compileByteActivityReader(
  plan: TablePlan,
  keyed: readonly ClassifiedColumn[],
): ByteActivityReader {
  const used = usedColumns(plan);
  const placeOf = (names: readonly string[]): number => {
    for (const name of names) {
      const found = used.find(({ column }) => column.name === name);
      if (found) return found.plan.position;
    }
    return -1;
  };
  const width = plan.columns.reduce((most, { position }) => Math.max(most, position + 1), 0);
  // Behind a trailing delimiter the text of the row decides.
  const mayBeShifted = plan.dialect.trailingDelimiter === true;
  const keyAt = placeOf(KEY_COLUMNS);
  const dateAt = placeOf(DATE_COLUMNS);
  const eventAt = placeOf(['eventType']);
  const licenceAt = placeOf(LICENCE_COLUMNS);
  const countAt = placeOf(['count']);
  const failed = compileFailedSignIns(plan);
  const outcomes = new SpanTexts(MOST_OUTCOMES);
  const failures: boolean[] = [];
  const hasFailed = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (failed === undefined || start >= end) return false;
    const number = outcomes.numberOf(bytes, start, end);
    if (number < 0) return failed.hasFailed(utf8ToText(bytes, start, end));
    return (failures[number] ??= failed.hasFailed(outcomes.textAt(number)));
  };
  const isMonthly = used.some(({ column }) => column.type === 'month');
  const context = { asOf: plan.asOf, workspaceZone: plan.workspaceZone, futureAllowed: false };
  const dated = used.filter(({ column: { type } }) => type === 'day' || type === 'moment');
  const readers = dated.map(({ plan: own }) => compileByteDateReader(dateReadingOf(own, plan), context));
  const readDate: ByteDateReader | undefined =
    readers[dated.findIndex(({ plan: { position } }) => position === dateAt)];
  const others = dated.flatMap(({ plan: { position } }, at) =>
    position === dateAt ? [] : [{ position, read: readers[at]! }],
  );
  const offAt = placeOf(['logOff']);
  const isSpanStart = used.some(
    ({ column, plan: { position } }) => column.name === 'logOn' && position === dateAt,
  );
  /** A row whose log-off must be compared with another column than the one that dates it. */
  const hasOddSpan = offAt !== -1 && !isSpanStart && placeOf(['logOn']) !== -1;
  const mayBeOther = compileOtherRowTest(buildRowContext(keyed, plan.dialect));
  const cells: ActivityCells = {
    fileRow: 0,
    keyStart: 0,
    keyEnd: 0,
    day: 0 as EpochDay,
    rawStart: 0,
    rawEnd: 0,
    eventStart: 0,
    eventEnd: 0,
    licenceStart: 0,
    licenceEnd: 0,
    events: 1,
  };

  return {
    cells,
    read(rows, index, fileRow) {
      const { bytes, cells: spans, rowStarts } = rows;
      const first = rowStarts[index]!;
      if (readDate === undefined || isMonthly || hasOddSpan || mayBeShifted) return false;
      if (rowStarts[index + 1]! - first !== width) return false;
      const key = (first + keyAt) * 2;
      const keyStart = spans[key]!;
      const keyEnd = spans[key + 1]!;
      if (!isPlainText(bytes, keyStart, keyEnd) || mayBeOther(bytes, spans, first)) return false;

      const date = (first + dateAt) * 2;
      cells.rawStart = spans[date]!;
      cells.rawEnd = spans[date + 1]!;
      const day = readDate(bytes, cells.rawStart, cells.rawEnd);
      if (!isDay(day)) return false;
      for (const other of others) {
        const at = (first + other.position) * 2;
        const value = other.read(bytes, spans[at]!, spans[at + 1]!);
        if (!isDay(value) && value !== BLANK) return false;
        if (other.position === offAt && isDay(value) && value < day) return false;
      }
      if (failed !== undefined) {
        const at = (first + failed.position) * 2;
        if (hasFailed(bytes, spans[at]!, spans[at + 1]!)) return false;
      }
      cells.eventStart = cells.eventEnd = 0;
      if (eventAt !== -1) {
        const at = (first + eventAt) * 2;
        cells.eventStart = spans[at]!;
        cells.eventEnd = spans[at + 1]!;
      }
      cells.licenceStart = cells.licenceEnd = 0;
      if (licenceAt !== -1) {
        const at = (first + licenceAt) * 2;
        cells.licenceStart = spans[at]!;
        cells.licenceEnd = spans[at + 1]!;
      }
      cells.events = 1;
      if (countAt !== -1) {
        const at = (first + countAt) * 2;
        const start = spans[at]!;
        const end = spans[at + 1]!;
        if (start < end) {
          if (end - start > MOST_DIGITS) return false;
          let count = 0;
          for (let digit = start; digit < end; digit += 1) {
            const value = bytes[digit]! - 0x30;
            if (value < 0 || value > 9) return false;
            count = count * 10 + value;
          }
          cells.events = count;
        }
      }
      cells.fileRow = fileRow;
      cells.keyStart = keyStart;
      cells.keyEnd = keyEnd;
      cells.day = day as EpochDay;
      return true;
    },
  };
}

/** Whether a cell is filled and stands for itself: no outer white space, no export apostrophe, not the word `NULL`. */
function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  const first = bytes[start]!;
  const last = bytes[end - 1]!;
  return (
    first > SPACE &&
    first !== APOSTROPHE &&
    first < FIRST_BEYOND_ASCII &&
    last > SPACE &&
    last < FIRST_BEYOND_ASCII &&
    !(end - start === 4 && first === 0x4e && bytes[start + 1] === 0x55)
  );
}
