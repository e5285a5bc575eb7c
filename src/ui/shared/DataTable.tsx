import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { shownText } from './shownText.ts';

export interface Column<Row> {
  readonly header: string;
  /** Explains the header or hides it from sight: the header stays its name for readers. */
  readonly headerHidden?: boolean;
  /** Text left (`start`, the default), numbers right (`end`). */
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
  /** Least width; the column may grow. */
  readonly width?: string;
  /** The cell names its row. */
  readonly rowHeader?: boolean;
}

export interface DataTableProps<Row> {
  /** The accessible name, exactly. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** What to show without rows: what to do next, or how to widen. */
  readonly empty?: ReactNode;
  /** `tr` elements. */
  readonly footer?: ReactNode;
  /** Enter on a row, or a click beside its controls. */
  readonly onOpen?: (row: Row) => void;
  readonly isCurrent?: (row: Row) => boolean;
  /** All rows, where `rows` is only a page of them. */
  readonly rowCount?: number;
  /** Index of the first row among all, from 0. */
  readonly firstRow?: number;
}

const TAKES_ARROWS = 'select, textarea, input:not([type=checkbox]):not([type=button])';

/** A plain table: one tab stop, arrow keys move over its rows, Enter opens one. */
export function DataTable<Row>({
  caption,
  captionHidden = true,
  columns,
  rows,
  rowKey,
  empty,
  footer,
  onOpen,
  isCurrent,
  rowCount,
  firstRow = 0,
}: DataTableProps<Row>): ReactNode {
  const captionId = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const [stop, setStop] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if ((event.target as HTMLElement).matches(TAKES_ARROWS)) return;
    const lines = [...(body.current?.rows ?? [])];
    const at = lines.findIndex((line) => line.contains(event.target as Node));
    const to =
      event.key === 'ArrowDown'
        ? at + 1
        : event.key === 'ArrowUp'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? lines.length - 1
              : undefined;
    const row = rows[at];
    if (to !== undefined && lines[to]) {
      event.preventDefault();
      setStop(to);
      lines[to].focus();
    } else if (event.key === 'Enter' && onOpen && row !== undefined && event.target === lines[at]) {
      event.preventDefault(); // or the same press would press what gets the focus next
      onOpen(row);
    }
  };
  const stopAt = Math.min(stop, rows.length - 1);
  return (
    <div className="table-scroll">
      <table
        className="data-table"
        aria-labelledby={captionId}
        aria-rowcount={rowCount === undefined ? undefined : rowCount + 1}
      >
        <caption className={captionHidden ? 'visually-hidden' : undefined}>
          <span id={captionId}>{visibleLines(caption)}</span>
        </caption>
        <thead>
          <tr aria-rowindex={rowCount === undefined ? undefined : 1}>
            {columns.map((column) => (
              <th
                key={column.header}
                scope="col"
                className={column.align === 'end' ? 'cell-end' : undefined}
                style={
                  column.width === undefined ? undefined : { width: column.width, minWidth: column.width }
                }
              >
                {column.headerHidden ? (
                  <span className="visually-hidden">{column.header}</span>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={rowKey(row)}
              tabIndex={index === stopAt ? 0 : -1}
              aria-rowindex={rowCount === undefined ? undefined : firstRow + index + 2}
              className={isCurrent?.(row) ? 'row-current' : undefined}
              aria-current={isCurrent?.(row) ? 'true' : undefined}
              onKeyDown={onKeyDown}
              onClick={
                onOpen
                  ? (event) => {
                      if ((event.target as HTMLElement).closest('button, a, input, select, label') === null)
                        onOpen(row);
                    }
                  : undefined
              }
            >
              {columns.map((column) =>
                column.rowHeader ? (
                  <th
                    key={column.header}
                    scope="row"
                    className={column.align === 'end' ? 'cell-end' : undefined}
                  >
                    {shownText(column.cell(row))}
                  </th>
                ) : (
                  <td key={column.header} className={column.align === 'end' ? 'cell-end' : undefined}>
                    {shownText(column.cell(row))}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined ? (
            // The row can be reached by keyboard like any other, so that a table wider than its card can be scrolled.
            <tr tabIndex={0}>
              <td colSpan={columns.length} className="table-empty">
                <div className="table-empty-words">{empty}</div>
              </td>
            </tr>
          ) : null}
        </tbody>
        {footer === undefined ? null : <tfoot>{footer}</tfoot>}
      </table>
    </div>
  );
}
