import type { ReactNode } from 'react';
import { formatDay } from '../../core/base/formatDay.ts';
import { describeRowError } from '../../core/ingest/describeRowError.ts';
import { FILE_KIND_NAMES } from '../../core/ingest/kinds/fileKind.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { FileReceipt } from '../../worker/tableView.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { KIND_USES, wordFileReceipt, wordTableFinding } from './kindWords.ts';
import { wordMatchedCounts } from './peopleWords.ts';
import { usePeople } from './usePeople.ts';
import { counted, wordLoadedAt } from './loadWords.ts';

export interface TableReceiptCardProps {
  readonly receipt: FileReceipt;
  readonly repeated: boolean;
  readonly onRejected: () => void;
}

/** What was read, accepted and rejected of a file of any kind but users; equals what is stored. */
export function TableReceiptCard({ receipt, repeated, onRejected }: TableReceiptCardProps): ReactNode {
  const people = usePeople().value;
  const matched = people?.roster.file === receipt.file ? wordMatchedCounts(people) : '';
  const more = receipt.rows.rejected - receipt.errors.length;
  return (
    <Card
      as="region"
      title="Receipt"
      aside={`${FILE_KIND_NAMES[receipt.kind]}, ${visibleText(receipt.source.name)}, as of ${formatDay(receipt.asOf)}`}
    >
      <div className="stack-tight">
        {repeated ? (
          <p>
            <strong>
              You have already loaded this exact file ({wordLoadedAt(receipt.importedAt)}). Nothing was added.
            </strong>
          </p>
        ) : null}
        <p className="load-receipt-sentence">{wordFileReceipt(receipt, matched)}</p>
        <p className="soft">{KIND_USES[receipt.kind]}</p>
        {receipt.findings.map((finding, index) => {
          const { sentence, attention } = wordTableFinding(finding, receipt.plan?.system ?? 'other');
          return (
            <InlineNote key={index} tone={attention ? 'attention' : 'plain'}>
              {sentence}
            </InlineNote>
          );
        })}
        {receipt.rows.rejected > 0 ? (
          <>
            <ul className="load-errors">
              {receipt.errors.map((error) => (
                <li key={`${error.row}-${error.column ?? ''}-${error.kind}`}>{describeRowError(error)}</li>
              ))}
              {more > 0 ? (
                <li className="soft">
                  {counted(more, 'more row', 'more rows')} in the file of rejected rows.
                </li>
              ) : null}
            </ul>
            <div className="button-row">
              <Button onClick={onRejected}>Download rejected rows</Button>
            </div>
          </>
        ) : null}
      </div>
    </Card>
  );
}
