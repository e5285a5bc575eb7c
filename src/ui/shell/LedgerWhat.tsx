import type { ReactNode } from 'react';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import type { LedgerRow } from '../../worker/reclaimView.ts';

/** What an entry says; what stands behind it can be unfolded. */
export function LedgerWhat({ row }: { readonly row: Pick<LedgerRow, 'what' | 'details'> }): ReactNode {
  const { what, details = [] } = row;
  const line = <span className="quoted">{visibleLines(what)}</span>;
  if (details.length === 0) return line;
  return (
    <details className="ledger-what">
      <summary>{line}</summary>
      <ul>
        {details.map((detail) => (
          <li key={detail} className="quoted">
            {visibleLines(detail)}
          </li>
        ))}
      </ul>
    </details>
  );
}
