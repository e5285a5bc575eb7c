import { flexRender, useTable, type SortingState } from '@tanstack/react-table';
import { useEffect, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import { isSelected, selectedCount } from '../../state/seatSelection.ts';
import { rowAt, type ReviewStore } from '../../state/reviewStore.ts';
import type { SeatRow, SeatSort } from '../../worker/reviewView.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from './scrollMap.ts';
import { nameSeats } from './nameSeats.ts';
import { notPeopleColumns, seatColumns, seatFeatures } from './seatColumns.tsx';
import { SeatTableRow } from './SeatTableRow.tsx';
import { useVirtualScroll } from './useVirtualScroll.ts';

/** Up to so many rows the table grows with them; a longer one keeps to the window, so that the page stays still. */
const SHORT_LIST = 24;
const NO_ROWS: SeatRow[] = [];

const ariaSort = (sorted: false | 'asc' | 'desc'): 'ascending' | 'descending' | 'none' =>
  sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none';

/**
 * The seats of the query, up to a million: only the rows on screen are in the page, the rest is announced by
 * count and row number.
 */
export function SeatTable({ store }: { readonly store: ReviewStore }): ReactNode {
  const { tab, page, order, cursor, place, selection } = useStore(store);
  const { showRows, setCursor, toggle, selectAll, sortBy } = store.getState();
  const total = page.value?.total ?? 0;
  const { scroller, height, viewport, first, last, shift, rowsAPage, onScroll, showRow } = useVirtualScroll(
    total,
    HEADER_HEIGHT,
  );
  const fetched = page.value?.rows;
  const data = useMemo(() => (fetched ? [...fetched] : NO_ROWS), [fetched]);
  const sorting = useMemo<SortingState>(() => [{ id: order.sort, desc: order.descending }], [order]);
  const columns = tab === 'notPeople' ? notPeopleColumns : seatColumns;
  const table = useTable({
    features: seatFeatures,
    columns,
    data,
    getRowId: (row) => String(row.seat),
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (updater) => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      if (next) sortBy(next.id as SeatSort, next.desc);
    },
  });
  const rows = table.getRowModel().rows;
  const called = useMemo(() => nameSeats(data), [data]);

  useEffect(() => showRows(first, last), [showRows, first, last]);
  useEffect(() => showRow(place.row), [showRow, place]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + rowsAPage,
      PageUp: cursor - rowsAPage,
      Home: 0,
      End: total - 1,
    };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setCursor(target);
  };

  const chosen = selectedCount(selection, total);
  const visible = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    // A scroll area must be reachable by keyboard, and the rows on screen come and go under the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={total <= SHORT_LIST ? 'seat-scroll seat-scroll-short' : 'seat-scroll'}
      ref={scroller}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      aria-label="Rows of the seats table"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-busy={page.loading}
    >
      <div className="seat-extent" style={{ height: height + HEADER_HEIGHT }}>
        <div className="seat-window" style={{ height: Math.min(viewport, height) + HEADER_HEIGHT }}>
          <table className="data-table seat-table" aria-label="Seats" aria-rowcount={total + 1}>
            <thead>
              <tr aria-rowindex={1}>
                <th className="seat-check">
                  <input
                    type="checkbox"
                    aria-label="Select all"
                    checked={total > 0 && chosen === total}
                    ref={(box) => {
                      if (box) box.indeterminate = chosen > 0 && chosen < total;
                    }}
                    onChange={(event) => selectAll(event.currentTarget.checked)}
                  />
                </th>
                {table.getFlatHeaders().map((header) => (
                  <th
                    key={header.id}
                    className={`seat-${header.id}`}
                    scope="col"
                    aria-sort={ariaSort(header.column.getIsSorted())}
                  >
                    {header.column.getCanSort() ? (
                      <button
                        type="button"
                        className="sort-button"
                        onClick={(event) => header.column.getToggleSortingHandler()?.(event)}
                      >
                        {flexRender(header.column.columnDef.header, header.getContext())}
                        {header.column.getIsSorted() === false ? null : (
                          <span className="sort-mark" aria-hidden="true">
                            {header.column.getIsSorted() === 'asc' ? '▲' : '▼'}
                          </span>
                        )}
                      </button>
                    ) : (
                      flexRender(header.column.columnDef.header, header.getContext())
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody style={{ transform: `translateY(${-shift}px)` }}>
              {visible.map((index) => {
                const seat = rowAt(page.value, index);
                const row = seat && rows[index - (page.value?.from ?? 0)];
                if (!seat || !row) {
                  return (
                    <tr key={`row ${index}`} aria-rowindex={index + 2} style={{ height: ROW_HEIGHT }}>
                      <td colSpan={columns.length + 1} className="soft">
                        Row {formatCount(index + 1)} is on its way
                      </td>
                    </tr>
                  );
                }
                return (
                  <SeatTableRow
                    key={seat.seat}
                    row={row}
                    index={index}
                    called={called.get(seat.seat) ?? seat.name}
                    current={index === cursor}
                    ticked={isSelected(selection, seat.seat)}
                    onChoose={setCursor}
                    onTick={toggle}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
