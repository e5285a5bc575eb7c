import { buildDateOrderTracker, type DateOrderTracker } from './dateOrderTracker.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { mayLookAhead } from './momentToDay.ts';

/** Decides, over the rows of a whole file, the date columns whose order the plan leaves open. */
export interface DateOrderScout {
  /** Positions of the columns still open; when empty there is nothing to scout. */
  readonly positions: readonly number[];
  note(cells: readonly string[]): void;
  /** The plan with every order that could be decided, and the columns for which the user has to be asked. */
  settle(): { readonly plan: ImportPlan; readonly open: readonly ColumnPlan[] };
}

/**
 * Starts a scout. A file whose surveyed head left an order open is passed through it once, whole, before it is imported
 * under the settled plan; so every row is read under one order and two orders are never mixed. Source: LOAD-19.
 */
export function buildDateOrderScout(plan: ImportPlan): DateOrderScout {
  const trackers = new Map<ColumnPlan, DateOrderTracker>();
  for (const column of plan.columns) {
    if (column.dates?.order !== 'undecided') continue;
    const context = {
      asOf: plan.asOf,
      workspaceZone: plan.workspaceZone,
      futureAllowed: mayLookAhead(column.meaning),
    };
    trackers.set(column, buildDateOrderTracker(column.dates, context));
  }
  const open = [...trackers];
  return {
    positions: open.map(([column]) => column.position),
    note(cells) {
      for (const [column, tracker] of open) tracker.note(cells[column.position] ?? '');
    },
    settle() {
      const columns = plan.columns.map((column): ColumnPlan => {
        const tracker = trackers.get(column);
        return tracker && column.dates
          ? { ...column, dates: { ...column.dates, order: tracker.settle().order } }
          : column;
      });
      return {
        plan: { ...plan, columns },
        open: columns.filter((column) => column.dates?.order === 'undecided'),
      };
    },
  };
}
