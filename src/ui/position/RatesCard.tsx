import type { ReactNode } from 'react';
import type { LinePosition } from '../../core/reconcile/linePosition.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { rateRows, type RateRow } from './rateWords.ts';

const COLUMNS: readonly Column<RateRow>[] = [
  {
    header: 'Rate',
    rowHeader: true,
    cell: ({ rate, seats, leading }) => (
      <span className={leading ? 'rate rate-leading' : 'rate'}>
        {rate}
        <span className="rate-seats">{seats}</span>
      </span>
    ),
  },
  {
    header: 'Share',
    align: 'end',
    cell: ({ share, leading }) => (leading ? <strong>{share}</strong> : share),
  },
];

/** Three rates with their denominators, and the range that unknown seats allow. */
export function RatesCard({ position }: { readonly position: LinePosition }): ReactNode {
  return (
    <Card title="Three rates, never one">
      <DataTable caption="Rates" columns={COLUMNS} rows={rateRows(position)} rowKey={({ rate }) => rate} />
      {position.unknown > 0 ? (
        <p className="field-hint">The range counts unknown seats once as idle and once as active.</p>
      ) : null}
    </Card>
  );
}
