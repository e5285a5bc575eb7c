import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { ReimportView } from '../../worker/snapshotView.ts';
import { InlineNote } from './InlineNote.tsx';

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** "Since 31 May 2026: 41 seats proven free, 6 cases canceled because work was seen, 3 came back." */
export function wordReimport({ since, provenFree, goneOutside, canceled, cameBack }: ReimportView): string {
  const parts = [
    provenFree > 0 ? `${counted(provenFree, 'seat', 'seats')} proven free` : '',
    canceled > 0 ? `${counted(canceled, 'case', 'cases')} canceled because work was seen` : '',
    cameBack > 0 ? `${formatCount(cameBack)} came back` : '',
    goneOutside > 0
      ? `${counted(goneOutside, 'seat', 'seats')} gone outside the workflow, counted apart`
      : '',
  ];
  return `Since ${formatDay(since)}: ${parts.filter((part) => part !== '').join(', ')}.`;
}

/** What the list in use has proven about the cases. */
export function WhatChanged({ reimport }: { readonly reimport: ReimportView | undefined }): ReactNode {
  return reimport ? <InlineNote>{wordReimport(reimport)}</InlineNote> : null;
}
