import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { useWorkspace } from '../shared/appContext.ts';
import { InlineNote } from '../shared/InlineNote.tsx';
import { WhatChanged } from '../shared/WhatChanged.tsx';
import { counted } from './loadWords.ts';
import { systemName } from './snapshotWords.ts';

/**
 * The last list of the same day, system and completeness from another file, whose seats the figures no longer have.
 * `all` is in the order of the snapshots, the newest first.
 */
const listReplaced = (receipt: Receipt, all: readonly Receipt[]): Receipt | undefined =>
  all.find(
    (other) =>
      other.snapshot !== receipt.snapshot &&
      other.asOf === receipt.asOf &&
      other.completeness === receipt.completeness &&
      other.source.system === receipt.source.system &&
      other.source.sha256 !== receipt.source.sha256,
  );

/** What took whose place, and what to do when both are parts of one list. */
function wordReplaced(replaced: Receipt): string {
  const seats = counted(replaced.seats, 'seat', 'seats');
  return `This list took the place of ${visibleText(replaced.source.name)}, of the same day: figures rest on one list, and the ${seats} of the other no longer count. If both are parts of one list, choose both files at once and put them together.`;
}

/** Where a list stands among the others: what it has proven, or which list the figures describe instead. */
export function ReceiptPlace({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const view = useWorkspace((workspace) => workspace.view);
  const current = view?.current;
  if (!current) return null;
  if (receipt.snapshot === current.snapshot) {
    const replaced = listReplaced(receipt, view.receipts);
    return (
      <>
        {replaced ? <InlineNote tone="attention">{wordReplaced(replaced)}</InlineNote> : null}
        <WhatChanged reimport={view.reimport} />
      </>
    );
  }
  const others =
    receipt.source.system === current.source.system
      ? `The figures describe the list of ${formatDay(current.asOf)}.`
      : `The figures describe the lists of ${systemName(current)}. This list of ${systemName(receipt)} stands beside them.`;
  return <InlineNote>{others}</InlineNote>;
}
