import type { ReactNode } from 'react';
import { formatChange, formatCount } from '../../core/base/formatNumber.ts';
import { heldBackSentence } from '../../core/contract/wordEntitlement.ts';
import type { PositionView } from '../../worker/positionView.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import type { ChosenLines } from './chosenLines.ts';
import type { PositionLine } from './moneyRows.ts';
import type { OpenCounted } from './useOpenCounted.ts';

/** `+60 to spare` or `−8 short`: a shortfall as plainly as a surplus. In a narrow window the words stand below. */
function Balance({ seats }: { readonly seats: number }): ReactNode {
  if (seats === 0) return '0';
  return (
    <span className={seats < 0 ? 'shortfall' : undefined}>
      {formatChange(seats)} <span className="balance-words">{seats < 0 ? 'short' : 'to spare'}</span>
    </span>
  );
}

const columnsOf = (open: OpenCounted): readonly Column<PositionLine>[] => [
  { header: 'Licence type', rowHeader: true, cell: ({ licenceType }) => licenceType },
  ...(
    [
      ['Entitled', 'entitled'],
      ['Assigned', 'assigned'],
      ['In use', 'inUse'],
    ] as const
  ).map(([header, counted]): Column<PositionLine> => ({
    header,
    align: 'end',
    cell: ({ licenceType, position }) =>
      position[counted] === 0 ? (
        <span className="soft">0</span>
      ) : (
        <NumberLink
          count={position[counted]}
          label={`${header.toLowerCase()}, ${licenceType}`}
          onOpen={() => open(counted, licenceType)}
        />
      ),
  })),
  {
    header: 'By contract',
    align: 'end',
    cell: ({ position }) => <Balance seats={position.contractPosition} />,
  },
  { header: 'By use', align: 'end', cell: ({ position }) => <Balance seats={position.usagePosition} /> },
];

interface EntitledTableProps {
  readonly position: PositionView;
  readonly chosen: ChosenLines;
  readonly open: OpenCounted;
}

/** Entitled against assigned and used per licence type, and what stands in no figure and why. */
export function EntitledTable({ position, chosen, open }: EntitledTableProps): ReactNode {
  const short = chosen.lines.filter(
    (line) => line.position.contractPosition < 0 && line.position.usagePosition >= 0,
  );
  return (
    <Card title="Entitled, assigned, used">
      <div className="entitled-table">
        <DataTable
          caption="Entitled, assigned, used"
          columns={columnsOf(open)}
          rows={chosen.lines}
          rowKey={({ licenceType }) => licenceType}
          empty="No contract line is in force on the day of the data."
        />
      </div>
      <div className="stack-tight position-notes">
        {short.map(({ licenceType, position: line }) => (
          <InlineNote key={licenceType} tone="attention">
            {licenceType}: {formatCount(-line.contractPosition)} more assigned than entitled. Removing idle
            seats solves it; nothing needs to be bought.
          </InlineNote>
        ))}
        {chosen.rules.map((sentence) => (
          <InlineNote key={sentence}>{sentence}</InlineNote>
        ))}
        {position.heldBack.map((held) => (
          <InlineNote key={held.licenceType} tone="attention">
            {heldBackSentence(held)}
          </InlineNote>
        ))}
        {position.withoutLine.map(({ licenceType, assigned }) => (
          <InlineNote key={licenceType}>
            {licenceType}:{' '}
            <NumberLink
              count={assigned}
              label={`assigned, ${licenceType}`}
              onOpen={() => open('assigned', licenceType)}
            />{' '}
            seats without a contract line; in no figure.
          </InlineNote>
        ))}
      </div>
    </Card>
  );
}
