import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { FILE_KIND_NAMES, type FileKind } from '../../core/ingest/kinds/fileKind.ts';
import type { FileReceipt } from '../../worker/tableView.ts';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { visibleText } from '../../core/ingest/visibleText.ts';
import { KIND_USES } from './kindWords.ts';
import { LogReportCard } from './LogReportCard.tsx';
import { counted, wordLoadedAt } from './loadWords.ts';
import { SnapshotsCard } from './SnapshotsCard.tsx';

/** One loaded file of any kind, as the table shows it. */
interface LoadedFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly sha256: string;
  readonly importedAt: string;
  readonly rows: number;
  readonly rejected: number;
  readonly range: { readonly from: EpochDay; readonly to: EpochDay } | undefined;
  readonly open: () => void;
  readonly download: () => void;
  /** `undefined` for a users list, which goes with its snapshot. */
  readonly remove: (() => void) | undefined;
}

/** The files that were loaded and the snapshots they made. */
export function LoadedTables(): ReactNode {
  const { stores } = useApp();
  const load = useStore(stores().load);
  const tables = useStore(stores().tables);
  const view = useWorkspace((workspace) => workspace.view);
  const [removing, setRemoving] = useState<FileReceipt | undefined>(undefined);
  const receipts = view?.receipts ?? [];
  const files = view?.files ?? [];
  const loaded: readonly LoadedFile[] = [
    ...receipts.map((receipt): LoadedFile => ({
      id: receipt.snapshot,
      kind: 'users',
      name: receipt.source.name,
      sha256: receipt.source.sha256,
      importedAt: receipt.importedAt,
      rows: receipt.rows.read,
      rejected: receipt.rows.rejected,
      range: receipt.lastUse,
      open: () => {
        tables.showUsers();
        load.showReceipt(receipt);
      },
      download: () => void load.downloadRejected(receipt.snapshot),
      remove: undefined,
    })),
    ...files.map((receipt): LoadedFile => ({
      id: receipt.file,
      kind: receipt.kind,
      name: receipt.source.name,
      sha256: receipt.source.sha256,
      importedAt: receipt.importedAt,
      rows: receipt.rows.read,
      rejected: receipt.rows.rejected,
      range: receipt.range,
      open: () => tables.showReceipt(receipt),
      download: () => void tables.downloadRejected(receipt.file),
      remove: () => setRemoving(receipt),
    })),
  ];
  if (loaded.length === 0) return null;
  return (
    <>
      <Card title="Loaded files">
        <DataTable
          caption="Loaded files"
          columns={[
            {
              header: 'File',
              rowHeader: true,
              cell: (file) => (
                <>
                  <button
                    type="button"
                    className="number-link quoted load-file-name"
                    title={visibleText(file.name)}
                    onClick={file.open}
                  >
                    {visibleText(file.name)}
                  </button>
                  <span className="load-counts">
                    Fingerprint <code title={file.sha256}>{file.sha256.slice(0, 8)}…</code>
                  </span>
                </>
              ),
            },
            {
              header: 'Kind',
              width: '9rem',
              cell: ({ kind }) => (
                <>
                  {FILE_KIND_NAMES[kind]}
                  <span className="load-counts">{KIND_USES[kind]}</span>
                </>
              ),
            },
            {
              header: 'Loaded',
              cell: ({ importedAt }) => wordLoadedAt(importedAt),
            },
            { header: 'Rows', align: 'end', cell: ({ rows }) => formatCount(rows) },
            {
              header: 'Rejected',
              align: 'end',
              cell: ({ rejected, name, download }) =>
                rejected === 0 ? (
                  '0'
                ) : (
                  <NumberLink
                    count={rejected}
                    label={`rejected rows of ${visibleText(name)}`}
                    onOpen={download}
                  />
                ),
            },
            {
              header: 'Dates',
              cell: ({ range }) =>
                range ? (
                  <>
                    <span className="nowrap">{formatDay(range.from)} to</span>{' '}
                    <span className="nowrap">{formatDay(range.to)}</span>
                  </>
                ) : (
                  <span className="soft">none</span>
                ),
            },
            {
              header: 'Delete file',
              headerHidden: true,
              align: 'end',
              cell: ({ remove, name }) =>
                remove ? (
                  <Button kind="quiet" aria-label={`Delete file ${visibleText(name)}`} onClick={remove}>
                    Delete
                  </Button>
                ) : null,
            },
          ]}
          rows={loaded}
          rowKey={({ id }) => id}
        />
      </Card>
      <LogReportCard />
      {view && receipts.length > 0 ? (
        <SnapshotsCard
          view={view}
          onDelete={(snapshot, namesBaseline) => void load.deleteSnapshot(snapshot, namesBaseline)}
        />
      ) : null}
      {removing ? (
        <ConfirmDialog
          title={`Delete file ${visibleText(removing.source.name)}`}
          confirmName="Delete this file"
          danger
          onCancel={() => setRemoving(undefined)}
          onConfirm={() => {
            void tables.deleteFile(removing.file);
            setRemoving(undefined);
          }}
        >
          <p>
            This deletes {counted(removing.stored, 'row', 'rows')} of the kind{' '}
            {FILE_KIND_NAMES[removing.kind]}, read from{' '}
            <bdi className="quoted">{visibleText(removing.source.name)}</bdi>.
          </p>
          <p>The ledger keeps that it was loaded and deleted. The file on your computer is not touched.</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
