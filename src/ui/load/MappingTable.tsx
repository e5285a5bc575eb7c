import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { ColumnSurvey, SampleReading } from '../../core/ingest/fileSurvey.ts';
import type { ColumnPlan } from '../../core/ingest/importPlan.ts';
import type { Meaning } from '../../core/ingest/meaning.ts';
import { isEvidenceMeaning, proposedClassOf, signalKindOf } from '../../core/ingest/signalDefaults.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { DATE_ORDER_NAMES, MEANING_NAMES, optionsOf, SIGNAL_KIND_NAMES } from './meaningNames.ts';

export interface MappingTableProps {
  readonly columns: readonly ColumnSurvey[];
  readonly nameOf: (position: number) => string;
  readonly onColumn: (position: number, change: Partial<ColumnPlan>) => void;
}

const MEANINGS = optionsOf(MEANING_NAMES);
const SIGNAL_KINDS = optionsOf(SIGNAL_KIND_NAMES);

/** A new meaning brings its signal kind; how its dates are read is found by the next survey. */
function changeOfMeaning(meaning: Meaning): Partial<ColumnPlan> {
  const signalKind = isEvidenceMeaning(meaning) ? signalKindOf(meaning) : undefined;
  return {
    meaning,
    signalKind,
    proposedClass: signalKind && proposedClassOf(signalKind),
    dates: undefined,
  };
}

function Samples({
  samples,
  part,
}: {
  readonly samples: readonly SampleReading[];
  readonly part: 'text' | 'reading';
}): ReactNode {
  return samples.map((sample, index) => (
    <span
      key={index}
      className={
        part === 'reading' && sample.reading.startsWith('not ')
          ? 'load-sample load-sample-refused'
          : 'load-sample'
      }
    >
      {part === 'text' ? (
        sample.text === '' ? (
          <span className="soft">(empty)</span>
        ) : (
          <bdi>{visibleText(sample.text)}</bdi>
        )
      ) : (
        <bdi>{visibleText(sample.reading)}</bdi>
      )}
    </span>
  ));
}

/** Their column, our meaning, three sample values and the parsed reading beside each. Mapped columns come first. */
export function MappingTable({ columns, nameOf, onColumn }: MappingTableProps): ReactNode {
  const ordered = [
    ...columns.filter(({ proposal }) => proposal.meaning !== 'ignore'),
    ...columns.filter(({ proposal }) => proposal.meaning === 'ignore'),
  ];
  const mapped = columns.filter(({ proposal }) => proposal.meaning !== 'ignore').length;
  const table: readonly Column<ColumnSurvey>[] = [
    {
      header: 'Their column',
      width: '8.5rem',
      rowHeader: true,
      cell: (column) => (
        <>
          <bdi className="quoted">{nameOf(column.position)}</bdi>
          <span className="load-counts">
            {column.empty === 0 ? 'none empty' : `${formatCount(column.empty)} empty`}
          </span>
        </>
      ),
    },
    {
      header: 'Our meaning',
      width: '10.5rem',
      cell: (column) => (
        <SelectField
          label={`Meaning of ${nameOf(column.position)}`}
          labelHidden
          value={column.proposal.meaning}
          options={MEANINGS}
          onChange={(meaning) => onColumn(column.position, changeOfMeaning(meaning))}
        />
      ),
    },
    { header: 'In the file', cell: (column) => <Samples samples={column.samples} part="text" /> },
    {
      header: 'Read as',
      cell: (column) =>
        column.proposal.meaning === 'ignore' ? (
          <span className="soft">left out</span>
        ) : (
          <Samples samples={column.samples} part="reading" />
        ),
    },
    {
      header: 'Dates',
      width: '9.5rem',
      cell: ({ position, proposal }) => (
        <div className="stack-tight">
          {proposal.signalKind === undefined ? null : (
            <SelectField
              label={`Signal kind of ${nameOf(position)}`}
              labelHidden
              value={proposal.signalKind}
              options={SIGNAL_KINDS}
              onChange={(signalKind) =>
                onColumn(position, { signalKind, proposedClass: proposedClassOf(signalKind) })
              }
            />
          )}
          {proposal.dates === undefined ? null : (
            <SelectField
              label={`Date order of ${nameOf(position)}`}
              labelHidden
              value={proposal.dates.order}
              options={optionsOf(DATE_ORDER_NAMES).filter(
                ({ value }) => value !== 'undecided' || proposal.dates?.order === 'undecided',
              )}
              onChange={(order) =>
                proposal.dates && onColumn(position, { dates: { ...proposal.dates, order } })
              }
            />
          )}
        </div>
      ),
    },
  ];
  return (
    <Card
      className="load-mapping"
      title="How the columns are read"
      aside={`${formatCount(mapped)} of ${formatCount(columns.length)} columns used`}
    >
      <DataTable
        caption="Column mapping"
        columns={table}
        rows={ordered}
        rowKey={({ position }) => position}
      />
    </Card>
  );
}
