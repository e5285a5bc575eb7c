import { useState, type ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { systemCardOf } from '../../core/ingest/systems.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { counted, wordLoadedAt } from './loadWords.ts';

export interface LoadedTablesProps {
  /** Newest first. */
  readonly receipts: readonly Receipt[];
  readonly current: string | undefined;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly onRejected: (snapshot: string) => void;
  readonly onDelete: (snapshot: string) => void;
}

/** The files that were loaded and the snapshots they made. */
export function LoadedTables(props: LoadedTablesProps): ReactNode {
  const { receipts, current, onReceipt, onRejected, onDelete } = props;
  const [deleting, setDeleting] = useState<Receipt | undefined>(undefined);
  return (
    <>
      <Card title="Loaded files">
        <DataTable
          caption="Loaded files"
          columns={[
            {
              header: 'File',
              rowHeader: true,
              cell: (receipt) => (
                <button type="button" className="number-link quoted" onClick={() => onReceipt(receipt)}>
                  {visibleText(receipt.source.name)}
                </button>
              ),
            },
            { header: 'Kind', cell: () => 'Users' },
            { header: 'System', cell: ({ source }) => systemCardOf(source.system).name },
            {
              header: 'Loaded',
              cell: ({ importedAt }) => <span className="nowrap">{wordLoadedAt(importedAt)}</span>,
            },
            { header: 'Rows', align: 'end', cell: ({ rows }) => formatCount(rows.read) },
            {
              header: 'Rejected',
              align: 'end',
              cell: ({ rows, snapshot, source }) =>
                rows.rejected === 0 ? (
                  '0'
                ) : (
                  <NumberLink
                    count={rows.rejected}
                    label={`rejected rows of ${visibleText(source.name)}`}
                    onOpen={() => onRejected(snapshot)}
                  />
                ),
            },
            {
              header: 'Fingerprint',
              cell: ({ source }) => <code title={source.sha256}>{source.sha256.slice(0, 8)}…</code>,
            },
          ]}
          rows={receipts}
          rowKey={({ snapshot }) => snapshot}
        />
      </Card>
      <Card title="Snapshots">
        <DataTable
          caption="Snapshots"
          columns={[
            {
              header: 'As of',
              rowHeader: true,
              cell: ({ asOf, snapshot }) => (
                <span className="nowrap">
                  {formatDay(asOf)} {snapshot === current ? <span className="badge">in use</span> : null}
                </span>
              ),
            },
            {
              header: 'List',
              cell: ({ completeness }) => (completeness === 'full' ? 'Full export' : 'Filtered list'),
            },
            { header: 'Accounts', align: 'end', cell: ({ accounts }) => formatCount(accounts) },
            { header: 'Seats', align: 'end', cell: ({ seats }) => formatCount(seats) },
            {
              header: 'Licence types',
              align: 'end',
              cell: ({ licenceTypes }) => formatCount(licenceTypes.length),
            },
            {
              header: 'Delete',
              headerHidden: true,
              align: 'end',
              cell: (receipt) => (
                <Button kind="quiet" onClick={() => setDeleting(receipt)}>
                  Delete snapshot {formatDay(receipt.asOf)}
                </Button>
              ),
            },
          ]}
          rows={receipts}
          rowKey={({ snapshot }) => snapshot}
        />
      </Card>
      {deleting ? (
        <ConfirmDialog
          title={`Delete snapshot ${formatDay(deleting.asOf)}`}
          confirmName="Delete this snapshot"
          danger
          onCancel={() => setDeleting(undefined)}
          onConfirm={() => {
            onDelete(deleting.snapshot);
            setDeleting(undefined);
          }}
        >
          <p>
            This deletes {counted(deleting.accounts, 'account', 'accounts')} and{' '}
            {counted(deleting.seats, 'seat', 'seats')} as of {formatDay(deleting.asOf)}, read from{' '}
            <bdi className="quoted">{visibleText(deleting.source.name)}</bdi>, with the evidence behind them.
            Figures measured on them can no longer be opened row by row.
          </p>
          <p>Cases, decisions and the ledger stay. The file on your computer is not touched.</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
