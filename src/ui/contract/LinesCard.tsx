import type { ReactNode } from 'react';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatAmount, formatCount } from '../../core/base/formatNumber.ts';
import { chooseLines } from '../../core/contract/chooseLines.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import { followTerms } from '../../core/contract/findOverlaps.ts';
import type { Holidays } from '../../core/contract/noticeDate.ts';
import { DEFAULT_LENGTHS, planWorkBack } from '../../core/contract/planWorkBack.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';

export interface LinesCardProps {
  readonly lines: readonly ContractLine[];
  /** Day on which lines are in force: that of the data, or today without data. */
  readonly asOf: EpochDay;
  /** Id of the line in the editor. */
  readonly open: string;
  readonly holidays: Holidays;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
}

/** What we committed to, until when; and what is not clear yet. */
export function LinesCard({ lines, asOf, open, holidays, onOpen, onAdd }: LinesCardProps): ReactNode {
  const { heldBack } = chooseLines(lines, asOf);
  const { overlaps, running } = followTerms(lines);
  const isHeldBack = (line: ContractLine): boolean =>
    heldBack.some(({ licenceType }) => licenceType === line.licenceType);
  const lastDayOf = (line: ContractLine): EpochDay =>
    running.find((run) => run.line.id === line.id)?.lastDay ?? line.termEnd;
  const isAdditional = (line: ContractLine): boolean =>
    overlaps.some(({ second, answer }) => second === line.id && answer === 'additional');
  return (
    <Card title="Contract lines" aside={<Button onClick={onAdd}>Add a line</Button>}>
      <div className="stack-tight">
        <DataTable
          caption="Contract lines"
          columns={[
            {
              header: 'Licence type',
              rowHeader: true,
              cell: (line) => (
                <>
                  <button type="button" className="number-link quoted" onClick={() => onOpen(line.id)}>
                    {visibleLines(line.licenceType)}
                  </button>
                  {isHeldBack(line) ? (
                    <>
                      {' '}
                      <span className="badge badge-ochre">held back</span>
                    </>
                  ) : null}
                </>
              ),
            },
            {
              header: 'Product',
              width: '11.5rem',
              cell: ({ vendor, product }) => (
                <span className="quoted">
                  {visibleLines(product.startsWith(vendor) ? product : `${vendor} ${product}`)}
                </span>
              ),
            },
            {
              header: 'Seats',
              align: 'end',
              cell: (line) => (
                <>
                  {formatCount(line.committedQuantity)}
                  {isAdditional(line) ? <span className="line-remark">additional</span> : null}
                </>
              ),
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
              cell: (line) => (
                <>
                  <span className="nowrap">
                    {formatDay(line.termStart)} to {formatDay(line.termEnd)}
                  </span>
                  {lastDayOf(line) === line.termEnd ? null : (
                    <span className="line-remark">replaced after {formatDay(lastDayOf(line))}</span>
                  )}
                </>
              ),
            },
            {
              header: 'Notice date',
              align: 'end',
              cell: (line) => {
                const plan = planWorkBack(line, DEFAULT_LENGTHS, holidays);
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
