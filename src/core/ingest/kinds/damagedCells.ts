import { buildSwapFinder, type SwapFinder } from '../xray/findSwappedDays.ts';
import { LateKeys } from '../xray/lateKeys.ts';
import type { KeyColumn } from '../xray/xrayColumns.ts';
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

interface WatchedDates {
  readonly position: number;
  readonly finder: SwapFinder;
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
    const used = usedColumns(plan);
    this.headers = new Map(plan.columns.map(({ position, header }) => [position, header]));
    this.finders = used
      .filter(({ column }) => isDateColumn(column))
      .map(({ plan: { position } }) => ({ position, finder: buildSwapFinder(), serials: [], count: 0 }));
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
      watched.finder.note(text, fileRow);
      if (!SERIAL.test(text)) continue;
      watched.count += 1;
      if (watched.serials.length < MOST_FINDING_ROWS) watched.serials.push({ fileRow, text });
    }
    this.keys.noteCells(cells, fileRow);
  }

  /** One finding a column and kind of damage; serial numbers and exchanged days first. */
  findings(): readonly TableFinding[] {
    const serials = this.finders.flatMap(({ position, serials: rows, count: cells }): TableFinding[] =>
      cells > 0
        ? [{ kind: 'damagedCells', damage: 'serialNumbers', header: this.headerAt(position), cells, rows }]
        : [],
    );
    const swapped = this.finders.flatMap(({ position, finder }) => finder.settle(position) ?? []);
    const asked = [...swapped, ...this.keys.questions()].flatMap(
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
