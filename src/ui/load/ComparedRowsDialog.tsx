import { useState, type ReactNode } from 'react';
import { capitalise } from '../../core/base/capitalise.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { ComparedRow, ComparedSet } from '../../worker/snapshotView.ts';
import { useApp } from '../shared/appContext.ts';
import { useAsked } from '../shared/useAsked.ts';
import { ListedRowsDialog, ROWS_A_PAGE, textColumn } from './ListedRowsDialog.tsx';
import { wordComparedSet } from './snapshotWords.ts';

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
  const { ask } = useApp();
  const [from, setFrom] = useState(0);
  const asked = { one, other, set, from, count: ROWS_A_PAGE };
  const page = useAsked('comparedRows', asked, JSON.stringify(asked));
  return (
    <ListedRowsDialog
      title={capitalise(wordComparedSet(set))}
      page={page}
      from={from}
      onFrom={setFrom}
      above={({ total, file }) => (
        <p className="soft">
          {formatCount(total)} in all, in the order of <bdi className="quoted">{visibleText(file)}</bdi>.
        </p>
      )}
      columns={(shown) => [
        { ...textColumn<ComparedRow>('Name', ({ name }) => name), rowHeader: true },
        textColumn<ComparedRow>('Account', ({ accountId }) => accountId),
        ...(set.of === 'seats'
          ? [textColumn<ComparedRow>('Licence type', ({ licenceType }) => licenceType)]
          : []),
        textColumn<ComparedRow>('Unit', ({ unit }) => unit),
        ...(shown.rows.some(({ file }) => file !== shown.file)
          ? [textColumn<ComparedRow>('File', ({ file }) => file)]
          : []),
        { header: 'File row', align: 'end', cell: ({ fileRow }) => formatCount(fileRow) },
      ]}
      rowKey={({ row }) => row}
      waiting="Reading the rows."
      leaves="name, account, unit and place in the file"
      exportRows={() => ask('comparedTable', { one, other, set })}
      onClose={onClose}
    />
  );
}
