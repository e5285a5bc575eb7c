import { buildSwapFinder, type SwapFinder } from '../xray/findSwappedDays.ts';
import type { SwapQuestion } from '../xray/readingUnderSwap.ts';
import { LateKeys } from '../xray/lateKeys.ts';
import type { KeyColumn } from '../xray/xrayColumns.ts';
import type { ScannedRows } from '../rowScanner.ts';
import { utf8ToText } from '../utf8Bytes.ts';
import { MOST_FINDING_ROWS, type FindingRow } from '../xrayQuestion.ts';
import { usedColumns } from './factRowReader.ts';
import { isDateColumn } from './kindSchemas.ts';
import type { TableFinding } from './tableFinding.ts';
import type { TablePlan } from './tablePlan.ts';

/** Names of columns by whose texts people, accounts and devices are found again. */
const KEYS: Readonly<Record<string, KeyColumn['meaning']>> = {
  employeeNumber: 'employeeNumber',
  managerEmployeeNumber: 'employeeNumber',
  accountId: 'accountId',
  userName: 'accountId',
  assetId: 'accountId',
};

/** `45901` and `45901.25`: a day as a spreadsheet counts it. */
const SERIAL = /^[1-9]\d{4}(?:[.,]\d+)?$/;

/** Logs have many rows, and no words among their dates: so many stamps of another form say that all are. */
const MOST_STAMPS = 1 << 12;

interface WatchedDates {
  readonly position: number;
  /** `undefined` where a person has said whether days are exchanged. */
  readonly finder: SwapFinder | undefined;
  /** The first cells that hold a serial number, and how many there are. */
  readonly serials: FindingRow[];
  count: number;
}

/**
 * Watches the rows of a file for damage that a spreadsheet leaves and that no single cell shows: day and month exchanged
 * in a part of a column, days as serial numbers, keys in scientific notation, employee numbers without their leading zeros. Source: LOAD-28.
 */
export class DamagedCells {
  private readonly finders: readonly WatchedDates[];
  private readonly keys: LateKeys;
  private readonly headers: ReadonlyMap<number, string>;

  constructor(plan: TablePlan) {
    const mostOthers = plan.kind === 'activity' ? MOST_STAMPS : Infinity;
    const used = usedColumns(plan);
    this.headers = new Map(plan.columns.map(({ position, header }) => [position, header]));
    this.finders = used
      .filter(({ column }) => isDateColumn(column))
      .map(({ plan: { position, dates } }) => ({
        position,
        finder: dates?.cellsSwapped === undefined ? buildSwapFinder(mostOthers) : undefined,
        serials: [],
        count: 0,
      }));
    this.keys = new LateKeys({
      columns: used.flatMap(({ column, plan: { position, header } }) => {
        const meaning = KEYS[column.name];
        return meaning === undefined ? [] : [{ position, header, meaning }];
      }),
    });
  }

  /** Notes a row of data, accepted or rejected. */
  note(cells: readonly string[], fileRow: number): void {
    for (const watched of this.finders) {
      const text = (cells[watched.position] ?? '').trim();
      watched.finder?.note(text, fileRow);
      noteSerial(watched, text, fileRow);
    }
    this.keys.noteCells(cells, fileRow);
  }

  /** As {@link note}, for the rows of a batch from row `from` on; `firstRow` is the file row of its row 0. */
  noteRows(rows: ScannedRows, from: number, firstRow: number): void {
    const { bytes, cells, rowStarts, count } = rows;
    for (const watched of this.finders) {
      for (let row = from; row < count; row += 1) {
        const cell = rowStarts[row]! + watched.position;
        if (cell >= rowStarts[row + 1]!) continue;
        const start = cells[cell * 2]!;
        const end = cells[cell * 2 + 1]!;
        if (watched.finder?.isSettled === false)
          watched.finder.note(utf8ToText(bytes, start, end).trim(), firstRow + row);
        if (!mayBeSerial(bytes, start, end)) continue;
        noteSerial(watched, utf8ToText(bytes, start, end).trim(), firstRow + row);
      }
    }
    this.keys.noteRows(rows, from, firstRow);
  }

  /** Whether days and months are exchanged in a part of a column, for every column that shows the sign of it. */
  swaps(): readonly SwapQuestion[] {
    return this.finders.flatMap(({ position, finder }) => finder?.settle(position) ?? []);
  }

  /** One finding a column and kind of damage; serial numbers and exchanged days first. */
  findings(): readonly TableFinding[] {
    const serials = this.finders.flatMap(({ position, serials: rows, count: cells }): TableFinding[] =>
      cells > 0
        ? [{ kind: 'damagedCells', damage: 'serialNumbers', header: this.headerAt(position), cells, rows }]
        : [],
    );
    const asked = [...this.swaps(), ...this.keys.questions()].flatMap(
      ({ kind, position, count, rows }): TableFinding[] =>
        kind === 'swappedDays' || kind === 'lostDigits' || kind === 'lostZeros'
          ? [
              {
                kind: 'damagedCells',
                damage: kind,
                header: this.headerAt(position),
                cells: count,
                rows,
              },
            ]
          : [],
    );
    return [...serials, ...asked];
  }

  private headerAt(position: number): string {
    return this.headers.get(position) ?? '';
  }
}

function noteSerial(watched: WatchedDates, text: string, fileRow: number): void {
  if (!SERIAL.test(text)) return;
  watched.count += 1;
  if (watched.serials.length < MOST_FINDING_ROWS) watched.serials.push({ fileRow, text });
}

const isDigit = (letter: number): boolean => letter >= 0x30 && letter <= 0x39;

/** Whether a cell has five digits and no sixth, or begins with what may be white space. */
function mayBeSerial(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 5) return false;
  const first = bytes[start]!;
  if (first <= 0x20 || first >= 0x80) return true;
  return isDigit(first) && isDigit(bytes[start + 4]!) && (end - start === 5 || !isDigit(bytes[start + 5]!));
}
