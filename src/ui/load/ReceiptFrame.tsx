import type { ReactNode } from 'react';
import { describeRowError } from '../../core/ingest/describeRowError.ts';
import type { Receipt } from '../../worker/loadView.ts';
import type { FileReceipt } from '../../worker/tableView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { counted, wordLoadedAt } from './loadWords.ts';

export interface ReceiptFrameProps {
  readonly receipt: Receipt | FileReceipt;
  /** Which file it is. */
  readonly aside: string;
  /** The same bytes were loaded before. */
  readonly repeated: boolean;
  readonly sentence: string;
  readonly findings: readonly { readonly sentence: string; readonly attention: boolean }[];
  readonly onRejected: () => void;
  /** What stands between the rejected rows and the buttons. */
  readonly answers?: ReactNode;
  readonly buttons?: ReactNode;
  readonly children: ReactNode;
}

/** What was read, accepted and rejected of a file of any kind; equals what is stored. */
export function ReceiptFrame({
  receipt: { rows, errors, importedAt },
  aside,
  repeated,
  sentence,
  findings,
  onRejected,
  answers,
  buttons,
  children,
}: ReceiptFrameProps): ReactNode {
  const more = rows.rejected - errors.length;
  const isPartlyRejected = rows.rejected > 0;
  return (
    <Card as="region" title="Receipt" aside={aside}>
      <div className="stack-tight">
        {repeated ? (
          <p>
            <strong>
              You have already loaded this exact file ({wordLoadedAt(importedAt)}). Nothing was added.
            </strong>
          </p>
        ) : null}
        <p className="load-receipt-sentence">{sentence}</p>
        {children}
        {findings.map((finding, index) => (
          <InlineNote key={index} tone={finding.attention ? 'attention' : 'plain'}>
            {finding.sentence}
          </InlineNote>
        ))}
        {isPartlyRejected ? (
          <ul className="load-errors">
            {errors.map((error) => (
              <li key={`${error.row}-${error.column ?? ''}-${error.kind}`}>{describeRowError(error)}</li>
            ))}
            {more > 0 ? (
              <li className="soft">{counted(more, 'more row', 'more rows')} in the file of rejected rows.</li>
            ) : null}
          </ul>
        ) : null}
        {answers}
        {isPartlyRejected || buttons ? (
          <div className="button-row">
            {isPartlyRejected ? <Button onClick={onRejected}>Download rejected rows</Button> : null}
            {buttons}
          </div>
        ) : null}
      </div>
    </Card>
  );
}
