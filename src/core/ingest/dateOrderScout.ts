import {
  buildDateOrderTracker,
  readEveryWay,
  type DateOrderTracker,
  type EveryReading,
} from './dateOrderTracker.ts';
import type { DateOrder, DateReading } from './dateReading.ts';
import { latestSerial, withVerdict } from './decideDateColumn.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { mayLookAhead, type DateContext } from './momentToDay.ts';
import { buildNumberCensus, type NumberCensus } from './readNumberDate.ts';

/** Decides, over the rows of a whole file, the date columns whose order the plan leaves open. */
export interface DateOrderScout {
  /** Positions of the columns still open; when empty there is nothing to scout. */
  readonly positions: readonly number[];
  /** `fileRow`: number of the row as in a spreadsheet; without it the row is no example of an open order. */
  note(cells: readonly string[], fileRow?: number): void;
  /** The plan with every order that could be decided, and the columns for which the user has to be asked. */
  settle(): { readonly plan: ImportPlan; readonly open: readonly ColumnPlan[] };
  /** What is known of a column that stays open. */
  openOrderAt(position: number): OpenOrder | undefined;
}

/** A column whose order stays open when the whole file was read, with what its values leave open. */
export interface AskedOrder {
  readonly position: number;
  readonly header: string;
  readonly open?: OpenOrder | undefined;
}

/** Every column that stays open under a scout, in file order, each to be asked about on its own. Source: LOAD-19. */
export const listOpenOrders = (
  columns: readonly Pick<ColumnPlan, 'position' | 'header' | 'dates'>[],
  scout: Pick<DateOrderScout, 'openOrderAt'>,
): readonly AskedOrder[] =>
  columns
    .filter(({ dates }) => dates?.order === 'undecided')
    .map(({ position, header }) => ({ position, header, open: scout.openOrderAt(position) }));

/** What the values of a whole column leave open. */
export interface OpenOrder {
  /** The orders that fit as many values as any other. */
  readonly orders: readonly DateOrder[];
  /** Values that fit more than one order with different days. */
  readonly fitBoth: number;
  /** The first rows that tell the orders apart, at most three, under each of them. */
  readonly readings: readonly ({ readonly fileRow: number; readonly text: string } & EveryReading)[];
}

const MOST_EXAMPLES = 3;

/** What a scout needs of the plan of a column. */
type ScoutedColumn = Pick<ColumnPlan, 'position' | 'dates'>;

interface OpenColumn<Column extends ScoutedColumn> {
  readonly column: Column;
  readonly dates: DateReading;
  readonly context: DateContext;
  readonly tracker: DateOrderTracker;
  readonly census: NumberCensus;
  readonly readings: OpenOrder['readings'][number][];
}

/** A scout over the columns of any kind of file. */
export interface ColumnScout<Column extends ScoutedColumn> {
  /** Positions of the columns still open; when empty there is nothing to scout. */
  readonly positions: readonly number[];
  note(cells: readonly string[], fileRow?: number): void;
  /** What is known of a column whose order was open when the scout started. */
  openOrderAt(position: number): OpenOrder | undefined;
  /** All columns, with every order that could be decided. */
  settle(): readonly Column[];
}

/**
 * Starts a scout. A file whose surveyed head left an order open is passed through it once, whole, before it is imported
 * under the settled plan; so every row is read under one order and two orders are never mixed. A column whose numeric
 * dates all read alike in both orders needs no question. Source: LOAD-19.
 */
export function buildDateOrderScout(plan: ImportPlan): DateOrderScout {
  const scout = buildColumnScout(plan.columns, plan, ({ meaning }) => mayLookAhead(meaning));
  return {
    positions: scout.positions,
    note: scout.note,
    openOrderAt: scout.openOrderAt,
    settle() {
      const columns = scout.settle();
      return {
        plan: { ...plan, columns },
        open: columns.filter((column) => column.dates?.order === 'undecided'),
      };
    },
  };
}

/** As {@link buildDateOrderScout} for the columns of any kind; `looksAhead` tells which may hold future dates. */
export function buildColumnScout<Column extends ScoutedColumn>(
  columns: readonly Column[],
  plan: Pick<ImportPlan, 'asOf' | 'workspaceZone'>,
  looksAhead: (column: Column) => boolean,
): ColumnScout<Column> {
  const openColumns = columns.flatMap((column): OpenColumn<Column>[] => {
    const { dates } = column;
    if (dates?.order !== 'undecided') return [];
    const { asOf, workspaceZone } = plan;
    const context = { asOf, workspaceZone, futureAllowed: looksAhead(column) };
    const tracker = buildDateOrderTracker(dates, context);
    return [{ column, dates, context, tracker, census: buildNumberCensus(), readings: [] }];
  });

  const settleColumn = ({ column, dates, tracker, census }: OpenColumn<Column>): Column => {
    const verdict = tracker.settle();
    const { fitBoth, dayFirstOnly, monthFirstOnly, yearFirstOnly } = verdict;
    const isMoot = fitBoth + dayFirstOnly + monthFirstOnly + yearFirstOnly === 0;
    const order = verdict.order === 'undecided' && isMoot ? 'dayFirst' : verdict.order;
    const numbers = dates.numbers === 'none' ? census.settle(latestSerial(plan.asOf)) : dates.numbers;
    return { ...column, dates: withVerdict({ ...dates, numbers }, order, verdict) };
  };

  return {
    positions: openColumns.map(({ column }) => column.position),
    note(cells, fileRow) {
      for (const { column, dates, context, tracker, census, readings } of openColumns) {
        const text = cells[column.position] ?? '';
        tracker.note(text);
        census.note(text.trim());
        if (fileRow === undefined || readings.length === MOST_EXAMPLES) continue;
        const every = readEveryWay(text, dates, context);
        if (every) readings.push({ fileRow, text, ...every });
      }
    },
    openOrderAt(position) {
      const open = openColumns.find(({ column }) => column.position === position);
      if (!open) return undefined;
      const { open: orders, fitBoth } = open.tracker.settle();
      return { orders, fitBoth, readings: open.readings };
    },
    settle() {
      const settled = new Map(openColumns.map((open) => [open.column, settleColumn(open)]));
      return columns.map((column) => settled.get(column) ?? column);
    },
  };
}
