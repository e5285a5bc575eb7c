import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { CATEGORY_NAMES, type Category } from '../../core/policy/category.ts';
import type { DriftRow, DriftSet } from '../../worker/snapshotView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { DataTable, type Column } from '../shared/DataTable.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { PageButtons } from '../shared/PageButtons.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';

const ROWS_A_PAGE = 50;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const told = (category: Category | undefined): string =>
  category === undefined ? 'not in the list' : CATEGORY_NAMES[category];

/** The seats behind one number of the drift, each as it was at the baseline and as it is now. */
export function DriftRowsDialog({
  set,
  what,
  was,
  is,
  facts,
  onClose,
}: {
  readonly set: DriftSet;
  /** "flagged Fulfiller seats on 30 Jun 2026". */
  readonly what: string;
  /** As-of days of both sides, as shown. */
  readonly was: string;
  readonly is: string;
  /** Names the state of data, definition and decisions. */
  readonly facts: string;
  readonly onClose: () => void;
}): ReactNode {
  const { ask, download } = useApp();
  const act = usePendingAct();
  const [from, setFrom] = useState(0);
  const [exporting, setExporting] = useState(false);
  const asked = { set, from, count: ROWS_A_PAGE };
  const page = useAsked('driftRows', asked, facts);
  const total = page.value?.total ?? 0;
  const title = capital(what);
  const exportRows = async (): Promise<void> => {
    setExporting(false);
    await act.run(
      () => ask('driftTable', { set }),
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
          {formatCount(total)} rows with name, account, unit and category then and now leave Fallow as a CSV
          file on this computer.
        </p>
      </ConfirmDialog>
    );
  }
  const text = (header: string, of: (row: DriftRow) => string): Column<DriftRow> => ({
    header,
    cell: (row) => <FileText>{of(row)}</FileText>,
  });
  return (
    <Dialog
      title={title}
      wide
      onClose={onClose}
      actions={
        <Button disabled={total === 0 || act.pending} onClick={() => setExporting(true)}>
          Export these rows
        </Button>
      }
    >
      <FailureAlert failure={page.failure ?? act.failure} onDismiss={act.dismiss} />
      {page.value ? (
        <div className="stack-tight" aria-busy={page.loading}>
          {set.part === 'change' ? (
            <p className="soft">
              {formatCount(page.value.was)} on {was}, {formatCount(page.value.is)} on {is}. These{' '}
              {formatCount(total)} seats are counted on one side only.
            </p>
          ) : null}
          {page.value.frozen === page.value.was ? null : (
            <InlineNote tone="attention">
              Counted today, {formatCount(page.value.was)} seats belong to the side of the baseline; it froze{' '}
              {formatCount(page.value.frozen)}. Decisions or contract lines have changed since it was named.
            </InlineNote>
          )}
          <DataTable
            caption={title}
            columns={[
              { ...text('Name', ({ name }) => name), rowHeader: true },
              text('Account', ({ accountId }) => accountId),
              text('Licence type', ({ licenceType }) => licenceType),
              text('Unit', ({ unit }) => unit),
              { header: was, cell: ({ before }) => told(before) },
              { header: `${is}, now`, cell: ({ after }) => told(after) },
              text('File', ({ file }) => file),
              { header: 'File row', align: 'end', cell: ({ fileRow }) => formatCount(fileRow) },
            ]}
            rows={page.value.rows}
            rowKey={({ place }) => place}
            rowCount={total}
            firstRow={from}
            empty="No seat went in or out."
          />
          <PageButtons what="rows" from={from} count={ROWS_A_PAGE} total={total} onFrom={setFrom} />
        </div>
      ) : page.failure ? null : (
        <p className="soft">Counting the list of the baseline again.</p>
      )}
    </Dialog>
  );
}
