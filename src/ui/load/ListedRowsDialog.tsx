import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { Result } from '../../core/base/result.ts';
import type { Loaded } from '../../state/loaded.ts';
import type { Failure } from '../../worker/protocol.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { NamesExportDialog } from '../shared/NamesExportDialog.tsx';
import { PageButtons } from '../shared/PageButtons.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';

export const ROWS_A_PAGE = 50;

/** A column of text from files. */
export const textColumn = <Row,>(header: string, of: (row: Row) => string): Column<Row> => ({
  header,
  cell: (row) => <FileText>{of(row)}</FileText>,
});

/** The rows behind one number, page by page, and all of them as a file. */
export function ListedRowsDialog<Page extends { readonly total: number; readonly rows: readonly unknown[] }>({
  title,
  page,
  from,
  onFrom,
  above,
  columns,
  rowKey,
  empty,
  waiting,
  leaves,
  exportRows,
  onClose,
}: {
  readonly title: string;
  readonly page: Loaded<Page>;
  /** Index of the first row of the page among all. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
  /** What is said above the rows. */
  readonly above: (page: Page) => ReactNode;
  readonly columns: (page: Page) => readonly Column<Page['rows'][number]>[];
  readonly rowKey: (row: Page['rows'][number]) => string | number;
  readonly empty?: string;
  /** What is said until the first page is there. */
  readonly waiting: string;
  /** What the file holds of each row: "name, account and unit". */
  readonly leaves: string;
  readonly exportRows: () => Promise<Result<{ readonly fileName: string; readonly csv: string }, Failure>>;
  readonly onClose: () => void;
}): ReactNode {
  const { download } = useApp();
  const act = usePendingAct();
  const [exporting, setExporting] = useState(false);
  const total = page.value?.total ?? 0;
  const save = async (): Promise<void> => {
    setExporting(false);
    await act.run(exportRows, ({ fileName, csv }) => download(fileName, csv, 'text/csv;charset=utf-8'));
  };
  if (exporting) {
    return (
      <NamesExportDialog onExport={() => void save()} onCancel={() => setExporting(false)}>
        <p>
          {formatCount(total)} rows with {leaves} leave Fallow as a CSV file on this computer.
        </p>
      </NamesExportDialog>
    );
  }
  return (
    <Dialog
      title={title}
      wide
      onClose={onClose}
      actions={
        <>
          <PageButtons what="rows" from={from} count={ROWS_A_PAGE} total={total} onFrom={onFrom} />
          <Button disabled={total === 0 || act.pending} onClick={() => setExporting(true)}>
            Export these rows
          </Button>
        </>
      }
    >
      <FailureAlert failure={page.failure ?? act.failure} onDismiss={act.dismiss} />
      {page.value ? (
        <div className="stack-tight" aria-busy={page.loading}>
          {above(page.value)}
          <DataTable
            caption={title}
            columns={columns(page.value)}
            rows={page.value.rows}
            rowKey={rowKey}
            rowCount={total}
            firstRow={from}
            empty={empty}
          />
        </div>
      ) : page.failure ? null : (
        <p className="soft">{waiting}</p>
      )}
    </Dialog>
  );
}
