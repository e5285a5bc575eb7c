import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { SeatRow } from '../../worker/reviewView.ts';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { FileText } from '../shared/FileText.tsx';

/** Sorting is kept as state only; the worker sorts, and the table never holds more than one window of rows. */
export const seatFeatures = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof seatFeatures, SeatRow>();

const orNotKnown = (text: string) =>
  text === '' || text === 'not known' ? <span className="soft">not known</span> : text;

/** Columns of the seats table. Ids are the orders that the worker knows. */
export const seatColumns = column.columns([
  column.accessor('name', { header: 'Seat', cell: ({ row }) => <FileText>{row.original.name}</FileText> }),
  column.accessor('licenceType', {
    header: 'Licence type',
    cell: ({ row }) => <FileText>{row.original.licenceType}</FileText>,
  }),
  column.accessor('unit', {
    header: 'Unit',
    cell: ({ row }) =>
      row.original.unit === '' ? (
        <span className="soft">no unit</span>
      ) : (
        <FileText>{row.original.unit}</FileText>
      ),
  }),
  column.accessor('lastWork', {
    header: 'Last real work',
    cell: ({ row }) => orNotKnown(row.original.lastWork),
  }),
  column.accessor('lastSignIn', {
    header: 'Last sign-in',
    cell: ({ row }) => orNotKnown(row.original.lastSignIn),
  }),
  column.accessor('category', {
    header: 'Category',
    cell: ({ row }) => (
      <span className="category-cell" title={row.original.reason}>
        <CategoryMark category={row.original.category} />
        {row.original.openCase === undefined ? null : (
          <span className="badge badge-sky">Case {row.original.openCase}</span>
        )}
        {row.original.reason === '' ? null : <span className="seat-reason">{row.original.reason}</span>}
      </span>
    ),
  }),
  column.accessor('idle', {
    header: 'Idle (days)',
    cell: ({ row }) => row.original.idle || '–',
    sortDescFirst: true,
  }),
]);
