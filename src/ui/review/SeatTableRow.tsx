import { flexRender, type Row } from '@tanstack/react-table';
import { memo, type ReactNode } from 'react';
import type { SeatRow } from '../../worker/reviewView.ts';
import type { seatFeatures } from './seatColumns.tsx';

interface SeatTableRowProps {
  readonly row: Row<typeof seatFeatures, SeatRow>;
  /** Place in the order of the query, from 0. */
  readonly index: number;
  /** What tells this seat from the others of the table: its name, and more where a name stands twice. */
  readonly called: string;
  readonly current: boolean;
  readonly ticked: boolean;
  readonly onChoose: (index: number) => void;
  readonly onTick: (seat: number) => void;
}

/** One seat. Drawn anew only when it changes, so that scrolling draws the rows that come into view and no others. */
export const SeatTableRow = memo(function SeatTableRow(props: SeatTableRowProps): ReactNode {
  const { row, index, called, current, ticked, onChoose, onTick } = props;
  const { seat } = row.original;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={current ? 'true' : undefined}
      className={current ? 'row-current' : undefined}
      onClick={() => onChoose(index)}
    >
      <td className="seat-check">
        <input
          type="checkbox"
          aria-label={`Select ${called}`}
          checked={ticked}
          onChange={() => onTick(seat)}
        />
      </td>
      {row.getAllCells().map((cell) =>
        cell.column.id === 'name' ? (
          <th key={cell.id} scope="row" className="seat-name">
            {flexRender(cell.column.columnDef.cell, cell.getContext())}
          </th>
        ) : (
          <td key={cell.id} className={`seat-${cell.column.id}`}>
            {flexRender(cell.column.columnDef.cell, cell.getContext())}
          </td>
        ),
      )}
    </tr>
  );
});
