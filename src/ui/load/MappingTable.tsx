import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { DateReading } from '../../core/ingest/dateReading.ts';
import type { SampleReading } from '../../core/ingest/fileSurvey.ts';
import { isSecretHeader } from '../../core/ingest/secretHeader.ts';
import type { SignalKind } from '../../core/ingest/signalKind.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { SelectField, type SelectOption } from '../shared/SelectField.tsx';
import { optionsOf } from '../shared/optionsOf.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { DATE_ORDER_NAMES, SIGNAL_KIND_NAMES } from './meaningNames.ts';
import { mayNameNever, NeverWordsField } from './NeverWordsField.tsx';

/** A column of a file of any kind with what is proposed for it. */
export interface MappedColumn<Meaning extends string> {
  readonly position: number;
  readonly empty: number;
  readonly samples: readonly SampleReading[];
  readonly proposal: {
    readonly meaning: Meaning;
    readonly signalKind?: SignalKind | undefined;
    readonly dates: DateReading | undefined;
  };
}

export interface MappingTableProps<Meaning extends string> {
  readonly columns: readonly MappedColumn<Meaning>[];
  readonly nameOf: (position: number) => string;
  /** Meanings that can be chosen. */
  readonly meanings: readonly { readonly value: Meaning; readonly name: string }[];
  readonly onMeaning: (position: number, meaning: Meaning) => void;
  readonly onSignalKind?: (position: number, signalKind: SignalKind) => void;
  readonly onDates: (position: number, dates: DateReading) => void;
}

const SIGNAL_KINDS = optionsOf(SIGNAL_KIND_NAMES);

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
export function MappingTable<Meaning extends string>({
  columns,
  nameOf,
  meanings,
  onMeaning,
  onSignalKind,
  onDates,
}: MappingTableProps<Meaning>): ReactNode {
  const ordered = [
    ...columns.filter(({ proposal }) => proposal.meaning !== 'ignore'),
    ...columns.filter(({ proposal }) => proposal.meaning === 'ignore'),
  ];
  const mapped = columns.filter(({ proposal }) => proposal.meaning !== 'ignore').length;
  const table: readonly Column<MappedColumn<Meaning>>[] = [
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
      width: '12.5rem',
      cell: (column) => (
        <div className="stack-tight">
          <SelectField
            label={`Meaning of ${nameOf(column.position)}`}
            labelHidden
            value={column.proposal.meaning}
            disabled={isSecretHeader(nameOf(column.position))}
            options={meanings}
            onChange={(meaning) => onMeaning(column.position, meaning)}
          />
          {column.proposal.signalKind === undefined || !onSignalKind ? null : (
            <SelectField
              label={`Signal kind of ${nameOf(column.position)}`}
              labelHidden
              value={column.proposal.signalKind}
              options={SIGNAL_KINDS}
              onChange={(signalKind) => onSignalKind(column.position, signalKind)}
            />
          )}
        </div>
      ),
    },
    { header: 'In the file', cell: (column) => <Samples samples={column.samples} part="text" /> },
    {
      header: 'Read as',
      cell: ({ position, samples, proposal }) =>
        proposal.meaning === 'ignore' ? (
          <span className="soft">left out</span>
        ) : (
          <div className="stack-tight">
            <div>
              <Samples samples={samples} part="reading" />
            </div>
            {proposal.dates === undefined ? null : (
              <SelectField
                label={`Date order of ${nameOf(position)}`}
                labelHidden
                value={proposal.dates.order}
                options={orderOptions(proposal.dates)}
                onChange={(order) => {
                  if (proposal.dates) onDates(position, { ...proposal.dates, order });
                }}
              />
            )}
            {proposal.dates === undefined ||
            proposal.signalKind === undefined ||
            !mayNameNever(samples, proposal.dates) ? null : (
              <NeverWordsField
                name={nameOf(position)}
                dates={proposal.dates}
                onDates={(dates) => onDates(position, dates)}
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

/** Orders to choose from. Where every date is written so that no order is needed, that is what the choice says. */
function orderOptions({ order, numericDates }: DateReading): readonly SelectOption<DateReading['order']>[] {
  return optionsOf(DATE_ORDER_NAMES)
    .filter(({ value }) => value !== 'undecided' || order === 'undecided')
    .map((option) =>
      option.value === 'yearFirst' && numericDates === 'refused' ? { ...option, name: 'As written' } : option,
    );
}
