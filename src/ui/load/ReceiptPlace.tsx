import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import type { Receipt } from '../../worker/loadView.ts';
import { useWorkspace } from '../shared/appContext.ts';
import { InlineNote } from '../shared/InlineNote.tsx';
import { WhatChanged } from '../shared/WhatChanged.tsx';
import { systemName } from './snapshotWords.ts';

/** Where a list stands among the others: what it has proven, or which list the figures describe instead. */
export function ReceiptPlace({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const view = useWorkspace((workspace) => workspace.view);
  const current = view?.current;
  if (!current) return null;
  if (receipt.snapshot === current.snapshot) return <WhatChanged reimport={view.reimport} />;
  const others =
    receipt.source.system === current.source.system
      ? `The figures describe the list of ${formatDay(current.asOf)}.`
      : `The figures describe the lists of ${systemName(current)}. This list of ${systemName(receipt)} stands beside them.`;
  return <InlineNote>{others}</InlineNote>;
}
