import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import { visibleLines, visibleText } from '../../core/ingest/visibleText.ts';
import type { SeatRow } from '../../worker/reviewView.ts';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { FileText } from '../shared/FileText.tsx';

/** Sorting is kept as state only; the worker sorts, and the table never holds more than one window of rows. */
export const seatFeatures = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof seatFeatures, SeatRow>();

const orNotKnown = (text: string) =>
  text === '' || text === 'not known' ? <span className="soft">not known</span> : text;

/** Text of the file in a cell that may be too narrow for it; the whole of it is in the title. */
const cut = (text: string) => (
  <span title={visibleText(text)}>
    <FileText>{text}</FileText>
  </span>
);

const name = column.accessor('name', {
  header: 'Seat',
  cell: ({ row }) => (
    // Where the table is too narrow for a column of its own, the style sheet writes the licence type below the name.
    <div className="seat-called" data-licence-type={visibleText(row.original.licenceType)}>
      {cut(row.original.name)}
    </div>
  ),
});
const licenceType = column.accessor('licenceType', {
  header: 'Licence type',
  cell: ({ row }) => cut(row.original.licenceType),
});
const unit = column.accessor('unit', {
  header: 'Unit',
  cell: ({ row }) =>
    row.original.unit === '' ? (
      <span className="soft">no unit</span>
    ) : (
      <div className="seat-unit-name" title={visibleLines(row.original.unit)}>
        <FileText whole>{row.original.unit}</FileText>
      </div>
    ),
});
const lastWork = column.accessor('lastWork', {
  header: 'Last real work',
  cell: ({ row }) => orNotKnown(row.original.lastWork),
});
const lastSignIn = column.accessor('lastSignIn', {
  header: 'Last sign-in',
  cell: ({ row }) => orNotKnown(row.original.lastSignIn),
});

/** Columns of the seats table. Ids are the orders that the worker knows. */
export const seatColumns = column.columns([
  name,
  licenceType,
  unit,
  lastWork,
  lastSignIn,
  column.accessor('category', {
    header: 'Category',
    cell: ({ row }) => (
      <span className="category-cell" title={row.original.reason}>
        <CategoryMark category={row.original.category} />{' '}
        {row.original.openCase === undefined ? null : (
          <>
            <span className="badge badge-sky">Case {row.original.openCase}</span>{' '}
          </>
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

const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const CLASS_NAMES = { service: 'Service', integration: 'Integration', shared: 'Shared' } as const;

/** Columns of the accounts that are not people: the class, and which rule or mark says so. */
export const notPeopleColumns = column.columns([
  name,
  column.accessor((row) => row.nonHuman?.kind, {
    id: 'accountClass',
    header: 'Class',
    sortDescFirst: false,
    cell: ({ row: { original } }) => (original.nonHuman ? CLASS_NAMES[original.nonHuman.kind] : null),
  }),
  column.display({
    id: 'because',
    header: 'Rule or mark',
    cell: ({ row: { original } }) =>
      original.nonHuman ? (
        <span title={original.nonHuman.because}>
          <FileText>{sentenceStart(original.nonHuman.because)}</FileText>
        </span>
      ) : null,
  }),
  licenceType,
  unit,
  lastWork,
]);
