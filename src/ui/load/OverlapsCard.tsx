import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleLines } from '../../core/ingest/visibleText.ts';
import { useWorkspace } from '../shared/appContext.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { counted } from './loadWords.ts';
import { PageButtons } from '../shared/PageButtons.tsx';

const ROWS_A_PAGE = 10;

/** Who holds more than one needs: two accounts of one person, or a licence that another one covers. */
export function OverlapsCard(): ReactNode {
  const current = useWorkspace(({ view }) => view?.current?.snapshot);
  const entries = useWorkspace(({ view }) => view?.ledger.length);
  const hasGround = useWorkspace(
    ({ view }) =>
      view?.files.some(({ kind }) => kind === 'roster') === true ||
      view?.contractLines.some(({ lighterLicenceType }) => lighterLicenceType !== undefined) === true,
  );
  const [asked, setFrom] = useState(0);
  const key = current !== undefined && hasGround ? `${current} ${entries ?? 0}` : undefined;
  const page = useAsked('overlapPage', { from: asked, count: ROWS_A_PAGE }, key);
  const total = page.value?.total ?? 0;
  if (page.failure) return <FailureAlert failure={page.failure} />;
  if (total === 0) return null;
  return (
    <Card as="region" title="Overlaps">
      <div className="stack-tight">
        <p className="soft">
          {counted(total, 'holder has', 'holders have')} more seats than one person seems to need. Nothing is
          taken away because of it; look whether both are needed.
        </p>
        <DataTable
          caption="Overlaps"
          columns={[
            { header: 'Holder', rowHeader: true, cell: ({ name }) => <FileText>{name}</FileText> },
            {
              header: 'Seats',
              cell: ({ seats, moreSeats }) => (
                <>
                  {seats.map(({ accountId, licenceType }) => (
                    <div key={`${accountId}\n${licenceType}`}>
                      <FileText>{accountId}</FileText>: <FileText>{licenceType}</FileText>
                    </div>
                  ))}
                  {moreSeats > 0 ? <div className="soft">and {formatCount(moreSeats)} more</div> : null}
                </>
              ),
            },
            { header: 'Why', cell: ({ explanation }) => visibleLines(explanation) },
          ]}
          rows={page.value?.rows ?? []}
          rowKey={({ place }) => place}
          rowCount={total}
          firstRow={asked}
        />
        <PageButtons what="overlaps" from={asked} count={ROWS_A_PAGE} total={total} onFrom={setFrom} />
      </div>
    </Card>
  );
}
