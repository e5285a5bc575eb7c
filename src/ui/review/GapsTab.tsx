import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import { visibleLines, visibleText } from '../../core/ingest/visibleText.ts';
import { CATEGORY_NAMES } from '../../core/policy/category.ts';
import { NO_FILTER } from '../../state/reviewQuery.ts';
import type { ReviewStore } from '../../state/reviewStore.ts';
import type { GapPage, GapRow } from '../../worker/gapView.ts';
import type { OverlapRow } from '../../worker/peopleView.ts';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { NamesExportDialog } from '../shared/NamesExportDialog.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { FileText } from '../shared/FileText.tsx';
import { PageButtons } from '../shared/PageButtons.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { idleSentence, needsSentence } from './gapSentences.ts';

const ROWS_A_PAGE = 25;

interface SeatName {
  readonly accountId: string;
  readonly licenceType: string;
}

/** Who works without a seat, who holds more than one needs, and which idle seats could serve whom. */
export function GapsTab({
  store,
  facts,
}: {
  readonly store: ReviewStore;
  /** Names the state of data, definition and decisions. */
  readonly facts: string;
}): ReactNode {
  const { ask, download } = useApp();
  const act = usePendingAct();
  const [gapsFrom, setGapsFrom] = useState(0);
  const [overlapsFrom, setOverlapsFrom] = useState(0);
  const [exporting, setExporting] = useState(false);
  const gaps = useAsked('gapPage', { from: gapsFrom, count: ROWS_A_PAGE }, facts);
  const overlaps = useAsked('overlapPage', { from: overlapsFrom, count: ROWS_A_PAGE }, facts);
  const rows = (gaps.value?.total ?? 0) + (overlaps.value?.total ?? 0);
  const openSeat = ({ accountId, licenceType }: SeatName): void => {
    const { showTab, narrow } = store.getState();
    showTab('all');
    narrow({ ...NO_FILTER, search: accountId, licenceType });
  };
  const exportTable = async (): Promise<void> => {
    setExporting(false);
    await act.run(
      () => ask('gapTable', {}),
      ({ fileName, csv }) => download(fileName, csv, 'text/csv;charset=utf-8'),
    );
  };
  return (
    <div className="stack">
      <FailureAlert failure={gaps.failure ?? overlaps.failure ?? act.failure} onDismiss={act.dismiss} />
      <Card
        as="region"
        title="Gaps: activity without a seat"
        aside={
          <Button kind="quiet" disabled={rows === 0 || act.pending} onClick={() => setExporting(true)}>
            Export table
          </Button>
        }
      >
        {gaps.value ? (
          <Gaps
            page={gaps.value}
            busy={gaps.loading}
            from={gapsFrom}
            onFrom={setGapsFrom}
            onSeat={openSeat}
          />
        ) : (
          <p className="soft">{gaps.failure ? 'The gaps could not be read.' : 'Looking for gaps.'}</p>
        )}
      </Card>
      <Card as="region" title="Overlaps: more than one person needs">
        {overlaps.value ? (
          <Overlaps
            total={overlaps.value.total}
            rows={overlaps.value.rows}
            busy={overlaps.loading}
            from={overlapsFrom}
            onFrom={setOverlapsFrom}
            onSeat={openSeat}
          />
        ) : (
          <p className="soft">
            {overlaps.failure ? 'The overlaps could not be read.' : 'Looking for overlaps.'}
          </p>
        )}
      </Card>
      {exporting ? (
        <NamesExportDialog onExport={() => void exportTable()} onCancel={() => setExporting(false)}>
          <p>
            All gaps and overlaps with names, accounts, units, explanations and the idle seats offered leave
            Fallow as a CSV file on this computer.
          </p>
        </NamesExportDialog>
      ) : null}
    </div>
  );
}

interface Paged {
  readonly busy: boolean;
  readonly from: number;
  readonly onFrom: (from: number) => void;
  readonly onSeat: (seat: SeatName) => void;
}

function Gaps({ page, busy, from, onFrom, onSeat }: Paged & { readonly page: GapPage }): ReactNode {
  if (page.total === 0) {
    return (
      <EmptyState>
        No activity without a seat: {page.sources.map((name) => visibleText(name)).join(', ')}{' '}
        {page.sources.length === 1 ? 'shows' : 'show'} nobody who works without one. Load an activity export
        to see who works under an account that the list lacks.
      </EmptyState>
    );
  }
  return (
    <div className="stack-tight" aria-busy={busy}>
      <p>{needsSentence(page)}</p>
      <p className="soft">{idleSentence(page)} Offering is only a proposal: nothing is moved or recorded.</p>
      <DataTable
        caption="Gaps"
        columns={[
          {
            header: 'Who',
            rowHeader: true,
            cell: ({ name, key, unit }: GapRow) => (
              <>
                <FileText>{name === '' ? key : name}</FileText>
                {name === '' || name === key ? null : (
                  <div className="soft">
                    <FileText>{key}</FileText>
                  </div>
                )}
                <div className="soft">{unit === '' ? 'unit not known' : <FileText>{unit}</FileText>}</div>
              </>
            ),
          },
          {
            header: 'Last activity',
            cell: ({ lastActivity, file, listed }) => (
              <>
                <span className="nowrap">{lastActivity}</span>
                <div className="soft">
                  <FileText>{file}</FileText>
                  {listed ? (
                    <>
                      ; account in <FileText>{listed.file}</FileText>, row {formatCount(listed.fileRow)}
                    </>
                  ) : null}
                </div>
              </>
            ),
          },
          { header: 'What it means', cell: ({ explanation }) => visibleLines(explanation) },
          {
            header: 'Idle seat that could serve it',
            cell: ({ offer, standing }) =>
              offer ? (
                <>
                  <SeatButton seat={offer} name={offer.name} onSeat={onSeat} />
                  <div className="soft">{visibleLines(offer.reason)}</div>
                </>
              ) : standing === 'needsSeat' ? (
                'No idle seat is left for it.'
              ) : (
                'None needed.'
              ),
          },
        ]}
        rows={page.rows}
        rowKey={({ place }) => place}
        rowCount={page.total}
        firstRow={page.from}
      />
      <PageButtons what="gaps" from={from} count={ROWS_A_PAGE} total={page.total} onFrom={onFrom} />
    </div>
  );
}

function Overlaps({
  total,
  rows,
  busy,
  from,
  onFrom,
  onSeat,
}: Paged & { readonly total: number; readonly rows: readonly OverlapRow[] }): ReactNode {
  if (total === 0) {
    return (
      <EmptyState>
        Nobody is known to hold more than one needs. A roster shows two accounts of one person; a lighter
        licence type on a contract line shows licences of which one covers the other.
      </EmptyState>
    );
  }
  return (
    <div className="stack-tight" aria-busy={busy}>
      <DataTable
        caption="Overlaps"
        columns={[
          { header: 'Holder', rowHeader: true, cell: ({ name }: OverlapRow) => <FileText>{name}</FileText> },
          {
            header: 'Seats',
            cell: ({ seats, moreSeats }) => (
              <>
                {seats.map((seat) => (
                  <div key={seat.seat}>
                    <SeatButton seat={seat} name={seat.accountId} onSeat={onSeat} />{' '}
                    <span className="soft">{CATEGORY_NAMES[seat.category]}</span>
                  </div>
                ))}
                {moreSeats > 0 ? <div className="soft">and {formatCount(moreSeats)} more</div> : null}
              </>
            ),
          },
          { header: 'What it means', cell: ({ explanation }) => visibleLines(explanation) },
        ]}
        rows={rows}
        rowKey={({ place }) => place}
        rowCount={total}
        firstRow={from}
      />
      <PageButtons what="overlaps" from={from} count={ROWS_A_PAGE} total={total} onFrom={onFrom} />
    </div>
  );
}

/** Opens one seat in the table of all seats. */
function SeatButton({
  seat,
  name,
  onSeat,
}: {
  readonly seat: SeatName;
  readonly name: string;
  readonly onSeat: (seat: SeatName) => void;
}): ReactNode {
  return (
    <button type="button" className="number-link" onClick={() => onSeat(seat)}>
      {visibleText(name)}: {visibleText(seat.licenceType)}
    </button>
  );
}
