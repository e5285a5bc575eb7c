import type { ReactNode } from 'react';
import { addDays } from '../../core/base/epochDay.ts';
import { formatDay, formatLongDay } from '../../core/base/formatDay.ts';
import { formatAmount, formatCount } from '../../core/base/formatNumber.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import { findOverlaps, overlapQuestion } from '../../core/contract/findOverlaps.ts';
import { planWorkBack } from '../../core/contract/planWorkBack.ts';
import { Alert } from '../shared/Alert.tsx';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';

export interface LinesCardProps {
  readonly lines: readonly ContractLine[];
  /** Id of the line in the editor. */
  readonly open: string;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
}

/** What we committed to, until when; and what is not clear yet. */
export function LinesCard({ lines, open, onOpen, onAdd }: LinesCardProps): ReactNode {
  return (
    <Card title="Contract lines" aside={<Button onClick={onAdd}>Add a line</Button>}>
      <div className="stack-tight">
        {findOverlaps(lines).map((overlap) => (
          <Alert key={`${overlap.first} ${overlap.second}`} tone="attention">
            <p>{overlapQuestion(overlap)}</p>
            <p>
              Until this is clear neither line is used in a figure. If it is a replacement, end the first line
              on {formatLongDay(addDays(overlap.from, -1))}. If it is additional, put both quantities on one
              line.
            </p>
          </Alert>
        ))}
        <DataTable
          caption="Contract lines"
          columns={[
            {
              header: 'Licence type',
              rowHeader: true,
              cell: (line) => (
                <button type="button" className="number-link quoted" onClick={() => onOpen(line.id)}>
                  {line.licenceType}
                </button>
              ),
            },
            {
              header: 'Product',
              cell: ({ vendor, product }) => (
                <span className="quoted">
                  {product.startsWith(vendor) ? product : `${vendor} ${product}`}
                </span>
              ),
            },
            {
              header: 'Seats',
              align: 'end',
              cell: ({ committedQuantity }) => formatCount(committedQuantity),
            },
            {
              header: 'Price a year',
              align: 'end',
              cell: ({ unitPriceAYear, currency }) =>
                unitPriceAYear === undefined ? (
                  <span className="soft">not known</span>
                ) : (
                  `${currency} ${formatAmount(unitPriceAYear, currency)}`
                ),
            },
            {
              header: 'Term',
              cell: ({ termStart, termEnd }) => (
                <span className="nowrap">
                  {formatDay(termStart)} to {formatDay(termEnd)}
                </span>
              ),
            },
            {
              header: 'Notice date',
              align: 'end',
              cell: (line) => {
                const plan = planWorkBack(line);
                return plan ? formatDay(plan.noticeDate) : <span className="soft">not known</span>;
              },
            },
          ]}
          rows={lines}
          rowKey={({ id }) => id}
          isCurrent={({ id }) => id === open}
          onOpen={({ id }) => onOpen(id)}
          empty="Type one line from your order form: how many seats, at what price, until when. That is enough to start."
        />
      </div>
    </Card>
  );
}
