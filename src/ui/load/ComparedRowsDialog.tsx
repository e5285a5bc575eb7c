import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { ComparedRow, ComparedSet } from '../../worker/snapshotView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { wordComparedSet } from './snapshotWords.ts';
import { useAsked } from '../shared/useAsked.ts';

const ROWS_A_PAGE = 50;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The accounts or seats behind one number of a comparison. */
export function ComparedRowsDialog({
  one,
  other,
  set,
  onClose,
}: {
  readonly one: string;
  readonly other: string;
  readonly set: ComparedSet;
  readonly onClose: () => void;
}): ReactNode {
  const { ask, download } = useApp();
  const act = usePendingAct();
  const [from, setFrom] = useState(0);
  const [exporting, setExporting] = useState(false);
  const asked = { one, other, set, from, count: ROWS_A_PAGE };
  const page = useAsked('comparedRows', asked, JSON.stringify(asked));
  const total = page.value?.total ?? 0;
  const title = capital(wordComparedSet(set));

  const exportRows = async (): Promise<void> => {
    setExporting(false);
    await act.run(
      () => ask('comparedTable', { one, other, set }),
      ({ fileName, csv }) => download(fileName, csv, 'text/csv;charset=utf-8'),
    );
  };

  if (exporting) {
    return (
      <ConfirmDialog
        title="This file contains names"
        confirmName="Export with names"
        onConfirm={() => void exportRows()}
        onCancel={() => setExporting(false)}
      >
        <p>
          {formatCount(total)} rows with name, account, unit and place in the file leave Fallow as a CSV file
          on this computer.
        </p>
      </ConfirmDialog>
    );
  }
  const text = (header: string, of: (row: ComparedRow) => string): Column<ComparedRow> => ({
    header,
    cell: (row) => <FileText>{of(row)}</FileText>,
  });
  return (
    <Dialog
      title={title}
      wide
      onClose={onClose}
      actions={
        <>
          <Button
            disabled={from === 0 || page.loading}
            onClick={() => setFrom(Math.max(0, from - ROWS_A_PAGE))}
          >
            Previous rows
          </Button>
          <Button
            disabled={from + ROWS_A_PAGE >= total || page.loading}
            onClick={() => setFrom(from + ROWS_A_PAGE)}
          >
            Next rows
          </Button>
          <Button disabled={total === 0 || act.pending} onClick={() => setExporting(true)}>
            Export these rows
          </Button>
        </>
      }
    >
      <FailureAlert failure={page.failure ?? act.failure} onDismiss={act.dismiss} />
      {page.value ? (
        <>
          <p className="soft">
            {formatCount(from + 1)} to {formatCount(Math.min(from + ROWS_A_PAGE, total))} of{' '}
            {formatCount(total)}, in the order of <bdi className="quoted">{visibleText(page.value.file)}</bdi>
            .
          </p>
          <DataTable
            caption={title}
            columns={[
              { ...text('Name', ({ name }) => name), rowHeader: true },
              text('Account', ({ accountId }) => accountId),
              ...(set.of === 'seats' ? [text('Licence type', ({ licenceType }) => licenceType)] : []),
              text('Unit', ({ unit }) => unit),
              ...(page.value.rows.some((row) => row.file !== page.value?.file)
                ? [text('File', ({ file }) => file)]
                : []),
              { header: 'File row', align: 'end', cell: ({ fileRow }) => formatCount(fileRow) },
            ]}
            rows={page.value.rows}
            rowKey={({ row }) => row}
            rowCount={total}
            firstRow={from}
          />
        </>
      ) : (
        <p className="soft">Reading the rows.</p>
      )}
    </Dialog>
  );
}
