import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { CASE_STATES, type CaseState } from '../../core/reclaim/caseState.ts';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { sumStates, type StateCounts as Counts } from './caseWords.ts';
import { DryRunBadge } from './DryRunBadge.tsx';

interface StateCountsProps {
  readonly live: Counts;
  readonly dryRun: Counts;
  readonly onOpen: (state: CaseState) => void;
}

interface Row {
  readonly kind: 'live' | 'dryRun';
  readonly counts: Counts;
}

const stateColumns = (onOpen: StateCountsProps['onOpen']): readonly Column<Row>[] => [
  { header: 'Kind', rowHeader: true, cell: ({ kind }) => (kind === 'live' ? 'Cases' : <DryRunBadge />) },
  ...CASE_STATES.map((state): Column<Row> => ({
    header: state,
    align: 'end',
    cell: ({ kind, counts }) =>
      counts[state] === 0 ? (
        <span className="soft">0</span>
      ) : (
        <NumberLink
          count={counts[state]}
          label={`${state}${kind === 'dryRun' ? ', DRY RUN' : ''}`}
          onOpen={() => onOpen(state)}
        />
      ),
  })),
  {
    header: 'Total',
    align: 'end',
    cell: ({ counts }) => <strong>{formatCount(sumStates(counts))}</strong>,
  },
];

/** How many cases stand in each state; each row adds up to its total, dry-run cases are in no other total. */
export function StateCounts({ live, dryRun, onOpen }: StateCountsProps): ReactNode {
  const rows: readonly Row[] = [
    { kind: 'live', counts: live },
    ...(sumStates(dryRun) > 0 ? [{ kind: 'dryRun' as const, counts: dryRun }] : []),
  ];
  return (
    <DataTable
      caption="Cases by state"
      columns={stateColumns(onOpen)}
      rows={rows}
      rowKey={({ kind }) => kind}
    />
  );
}
