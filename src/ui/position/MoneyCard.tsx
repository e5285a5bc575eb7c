import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { NextCommitmentSentence } from '../shared/NextCommitmentSentence.tsx';
import type { ChosenLines } from './chosenLines.ts';
import { moneyRows, type MoneyRow } from './moneyRows.ts';

const COLUMNS: readonly Column<MoneyRow>[] = [
  {
    header: 'A year',
    rowHeader: true,
    cell: ({ label, kind }) => <span className={`money-${kind}`}>{label}</span>,
  },
  { header: 'Today', align: 'end', cell: ({ today }) => today },
  { header: 'Do nothing', align: 'end', cell: ({ doNothing }) => doNothing },
  { header: 'Proposed', align: 'end', cell: ({ proposed }) => proposed },
  {
    header: 'Difference',
    align: 'end',
    cell: ({ amount, kind, key }) =>
      kind === 'line' || kind === 'total' || key.endsWith(' hard') ? (
        <strong className={key.endsWith(' hard') ? 'change-down' : undefined}>{amount}</strong>
      ) : (
        amount
      ),
  },
];

interface MoneyCardProps {
  readonly chosen: ChosenLines;
  /** Lets every number of the brief leave as a table; `undefined` while the numbers are not known. */
  readonly onExport: (() => void) | undefined;
}

/** The money of the next commitment, a currency at a time; what is apart is never added to the difference. */
export function MoneyCard({ chosen, onExport }: MoneyCardProps): ReactNode {
  const { from } = chosen;
  const currencies = chosen.money.map(({ currency }) => currency);
  const several = currencies.length > 1;
  const rows = chosen.money.flatMap((money) =>
    moneyRows(money, chosen.lines, chosen.severalPrices).map((row) =>
      several ? { ...row, label: `${money.currency}: ${row.label}` } : row,
    ),
  );
  return (
    <Card
      title={`Money${several ? '' : `, ${currencies.join()}`} a year, next commitment${from === undefined ? '' : ` from ${formatDay(from)}`}`}
      aside={
        onExport && (
          <Button kind="quiet" onClick={onExport}>
            Export figures
          </Button>
        )
      }
    >
      <div className="money-table">
        <DataTable
          caption="Money"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ key }) => key}
          empty="No contract line can be valued yet."
        />
      </div>
      <div className="money-foot">
        {chosen.mayReduceInTerm ? null : <NextCommitmentSentence from={from} />}
        <p className="field-hint">
          Exposure, what could be reallocated and what is reducible answer different questions. They are never
          added.
          {several ? ' Currencies are never added.' : ''}
        </p>
      </div>
    </Card>
  );
}
