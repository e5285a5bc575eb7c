import type { ReactNode } from 'react';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { isClosed } from '../../core/reclaim/caseState.ts';
import type { CaseRow } from '../../worker/reclaimView.ts';
import { CategoryMark } from '../shared/CategoryMark.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { FileText } from '../shared/FileText.tsx';
import { formatDays, stateDetail } from './caseWords.ts';
import { DryRunBadge } from './DryRunBadge.tsx';

interface CasesTableProps {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly first: number;
  readonly active: number;
  readonly selected: ReadonlyMap<number, CaseRow>;
  readonly loading: boolean;
  readonly onToggle: (row: CaseRow) => void;
  readonly onOpen: (row: CaseRow) => void;
}

/** Text of the file in at most two lines; the whole of it is in the title. */
const twoLines = (text: string): ReactNode => (
  <span className="two-lines" title={visibleText(text)}>
    <FileText>{text}</FileText>
  </span>
);

const caseColumns = ({ selected, onToggle, onOpen }: CasesTableProps): readonly Column<CaseRow>[] => [
  {
    header: 'Select',
    headerHidden: true,
    width: '2rem',
    cell: (row) => (
      <CheckField
        label={`Select case ${row.number}`}
        labelHidden
        value={selected.has(row.number)}
        disabled={isClosed(row.state)}
        onChange={() => onToggle(row)}
      />
    ),
  },
  {
    header: 'Case',
    align: 'end',
    cell: (row) => (
      <button
        type="button"
        className="number-link"
        aria-label={`Open case ${row.number}`}
        onClick={() => onOpen(row)}
      >
        {row.number}
      </button>
    ),
  },
  { header: 'Name', rowHeader: true, cell: (row) => twoLines(row.name) },
  { header: 'Licence type', cell: (row) => twoLines(row.licenceType) },
  {
    header: 'Unit',
    cell: (row) => (row.unit === '' ? <span className="soft">not known</span> : twoLines(row.unit)),
  },
  { header: 'Category', cell: (row) => <CategoryMark category={row.category} /> },
  {
    header: 'State',
    cell: (row) => (
      <span className="case-state">
        {row.state}
        {row.dryRun ? <DryRunBadge /> : null}
      </span>
    ),
  },
  { header: 'Detail', cell: (row) => <span className="soft">{stateDetail(row)}</span> },
  { header: 'In state', align: 'end', cell: (row) => formatDays(row.daysInState) },
];

/** One page of cases. A closed case cannot be selected: no step is left on it. */
export function CasesTable(props: CasesTableProps): ReactNode {
  const { rows, total, first, active, loading, onOpen } = props;
  return (
    <DataTable
      caption="Cases"
      columns={caseColumns(props)}
      rows={rows}
      rowKey={(row) => row.number}
      rowCount={total}
      firstRow={first}
      isCurrent={(row) => rows[active] === row}
      onOpen={onOpen}
      empty={
        loading
          ? 'Reading the cases…'
          : 'No case fits this state and search. Choose All states or clear the search.'
      }
    />
  );
}
