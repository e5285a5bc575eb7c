import type { ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleText } from '../../core/ingest/visibleText.ts';
import type { SourceFile } from '../../core/inventory/sourceFile.ts';
import { counted } from './loadWords.ts';
import './queue.css';

/** The row account of every file of a list that was put together; they add up to that of the list. */
export function ReceiptParts({
  source: { parts },
}: {
  readonly source: Pick<SourceFile, 'parts'>;
}): ReactNode {
  if (!parts) return null;
  return (
    <div className="stack-tight">
      <p>{formatCount(parts.length)} files were put together; the rows of all make the sums above.</p>
      <ol className="part-list">
        {parts.map(({ name, rows, sha256 }, index) => (
          <li key={index}>
            <bdi className="quoted">{visibleText(name)}</bdi>: {counted(rows.read, 'row', 'rows')} read,{' '}
            {formatCount(rows.accepted)} accepted, {formatCount(rows.rejected)} rejected
            {rows.repeats > 0 ? `, ${counted(rows.repeats, 'repeat', 'repeats')} counted once` : ''}.
            Fingerprint {sha256.slice(0, 4)}…
          </li>
        ))}
      </ol>
      <p className="soft">
        The fingerprint of the list is the SHA-256 over those of its files in this order.
      </p>
    </div>
  );
}
