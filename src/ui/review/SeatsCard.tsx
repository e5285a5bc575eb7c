import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import { isNarrowed, NO_FILTER } from '../../state/reviewQuery.ts';
import type { ReviewStore } from '../../state/reviewStore.ts';
import { selectedCount } from '../../state/seatSelection.ts';
import { Button } from '../shared/Button.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { KeyboardHints, type KeyboardHint } from '../shared/KeyboardHints.tsx';
import { noBorderlineLeft, seats } from './reviewSentences.ts';
import { SeatTable } from './SeatTable.tsx';

const KEYS: readonly KeyboardHint[] = [
  { keys: ['J', 'K'], does: 'move' },
  { keys: ['X'], does: 'select' },
  { keys: ['I'], does: 'inactive' },
  { keys: ['P'], does: 'pattern' },
  { keys: ['E'], does: 'exception' },
  { keys: ['U'], does: 'undo' },
];
/** On accounts that are not people the other decisions change nothing. */
const NOT_PEOPLE_KEYS = KEYS.filter(({ keys: [key = ''] }) => ['J', 'X', 'U'].includes(key));
const LINE_KEYS: KeyboardHint = { keys: ['1–5'], does: 'flagged lines' };

interface SeatsCardProps {
  readonly store: ReviewStore;
  readonly onExport: () => void;
  readonly children?: ReactNode;
}

/** The seats of the tab with their count, what is selected, and the table or the reason why it is empty. */
export function SeatsCard({ store, onExport, children }: SeatsCardProps): ReactNode {
  const { tab, page, selection } = useStore(store);
  const { selectAll } = store.getState();
  const total = page.value?.total;
  const chosen = total === undefined ? 0 : selectedCount(selection, total);
  return (
    <div className="card seat-card">
      <div className="seat-tools">
        <output>
          {total === undefined ? 'Counting seats.' : seats(total)}
          {chosen > 0 ? `, ${formatCount(chosen)} selected` : ''}
        </output>
        {chosen > 0 ? (
          <Button kind="quiet" onClick={() => selectAll(false)}>
            Clear selection
          </Button>
        ) : null}
        {children}
        {chosen > 0 ? null : (
          <KeyboardHints
            hints={tab === 'all' ? [...KEYS, LINE_KEYS] : tab === 'notPeople' ? NOT_PEOPLE_KEYS : KEYS}
          />
        )}
        <span className="push">
          <Button kind="quiet" disabled={!total} onClick={onExport}>
            Export table
          </Button>
        </span>
      </div>
      <FailureAlert failure={page.failure} />
      {total === 0 ? <NoSeats store={store} /> : <SeatTable store={store} />}
    </div>
  );
}

/** Empty because of the filter, or because there is nothing of this kind. */
function NoSeats({ store }: { readonly store: ReviewStore }): ReactNode {
  const { tab, filter, whole } = useStore(store);
  const { narrow } = store.getState();
  if (isNarrowed(filter)) {
    return (
      <div className="seat-empty">
        <EmptyState action={<Button onClick={() => narrow(NO_FILTER)}>Show all seats of this tab</Button>}>
          No seat matches {filter.search === '' ? 'these filters' : `“${filter.search}”`}. Widen the filters
          to see the others.
        </EmptyState>
      </div>
    );
  }
  const words = {
    all: 'The loaded list holds no seats. Check its licence type column on the Load screen.',
    borderline: whole.value ? noBorderlineLeft(whole.value.byCategory) : 'No borderline seats left.',
    notPeople: 'No service, integration or shared accounts were found. Mark one by hand if you know better.',
    exceptions: 'No exceptions yet. Add one for a seat that must be kept although it is idle.',
    gaps: '',
  }[tab];
  return (
    <div className="seat-empty">
      <EmptyState>{words}</EmptyState>
    </div>
  );
}
