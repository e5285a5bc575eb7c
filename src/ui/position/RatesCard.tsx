import { Fragment, type ReactNode } from 'react';
import type { LinePosition } from '../../core/reconcile/linePosition.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { rateRows, type RateRow } from './rateWords.ts';
import type { OpenCounted } from './useOpenCounted.ts';

const columnsOf = (open: OpenCounted): readonly Column<RateRow>[] => [
  {
    header: 'Rate',
    rowHeader: true,
    cell: ({ rate, part, whole, leading }) => (
      <span className={leading ? 'rate rate-leading' : 'rate'}>
        {rate}
        <span className="rate-seats">
          {[part, whole].map(({ count, words, counted }, index) => (
            <Fragment key={counted}>
              {index === 0 ? '' : ' of '}
              <NumberLink count={count} label={`${words}, ${rate}`} onOpen={() => open(counted)} /> {words}
            </Fragment>
          ))}
        </span>
      </span>
    ),
  },
  {
    header: 'Share',
    align: 'end',
    cell: ({ share, leading }) => (leading ? <strong>{share}</strong> : share),
  },
];

interface RatesCardProps {
  readonly position: LinePosition;
  readonly open: OpenCounted;
}

/** Three rates with their denominators, and the range that unknown seats allow. */
export function RatesCard({ position, open }: RatesCardProps): ReactNode {
  return (
    <Card title="Three rates, never one">
      <div className="stack-tight">
        <DataTable
          caption="Rates"
          columns={columnsOf(open)}
          rows={rateRows(position)}
          rowKey={({ rate }) => rate}
        />
        {position.unknown > 0 ? (
          <p className="field-hint">
            The range counts{' '}
            <NumberLink count={position.unknown} label="unknown seats" onOpen={() => open('unknown')} />{' '}
            unknown {position.unknown === 1 ? 'seat' : 'seats'} once as idle and once as active.
          </p>
        ) : null}
      </div>
    </Card>
  );
}
