import { useState, type ReactNode } from 'react';
import { capitalise } from '../../core/base/capitalise.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { CATEGORY_NAMES, type Category } from '../../core/policy/category.ts';
import type { DriftRow, DriftSet } from '../../worker/snapshotView.ts';
import { useApp } from '../shared/appContext.ts';
import { InlineNote } from '../shared/InlineNote.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { ListedRowsDialog, ROWS_A_PAGE, textColumn } from './ListedRowsDialog.tsx';

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
  const { ask } = useApp();
  const [from, setFrom] = useState(0);
  const page = useAsked('driftRows', { set, from, count: ROWS_A_PAGE }, facts);
  return (
    <ListedRowsDialog
      title={capitalise(what)}
      page={page}
      from={from}
      onFrom={setFrom}
      above={(shown) => (
        <>
          {set.part === 'change' ? (
            <p className="soft">
              {formatCount(shown.was)} on {was}, {formatCount(shown.is)} on {is}. These{' '}
              {formatCount(shown.total)} seats are counted on one side only.
            </p>
          ) : null}
          {shown.frozen === shown.was ? null : (
            <InlineNote tone="attention">
              Counted today, {formatCount(shown.was)} seats belong to the side of the baseline; it froze{' '}
              {formatCount(shown.frozen)}. Decisions or contract lines have changed since it was named.
            </InlineNote>
          )}
        </>
      )}
      columns={() => [
        { ...textColumn<DriftRow>('Name', ({ name }) => name), rowHeader: true },
        textColumn<DriftRow>('Account', ({ accountId }) => accountId),
        textColumn<DriftRow>('Licence type', ({ licenceType }) => licenceType),
        textColumn<DriftRow>('Unit', ({ unit }) => unit),
        { header: was, cell: ({ before }) => told(before) },
        { header: `${is}, now`, cell: ({ after }) => told(after) },
        textColumn<DriftRow>('File', ({ file }) => file),
        { header: 'File row', align: 'end', cell: ({ fileRow }) => formatCount(fileRow) },
      ]}
      rowKey={({ place }) => place}
      empty="No seat went in or out."
      waiting="Counting the list of the baseline again."
      leaves="name, account, unit and category then and now"
      exportRows={() => ask('driftTable', { set })}
      onClose={onClose}
    />
  );
}
