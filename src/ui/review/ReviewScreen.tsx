import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import { FLAGGED_CATEGORIES, type Category } from '../../core/policy/category.ts';
import { countNotCounted } from '../../core/policy/countNotCounted.ts';
import { signInLimitation } from '../../core/policy/windowAdvice.ts';
import { CATEGORY_OF_TAB, type ReviewTab } from '../../state/reviewQuery.ts';
import { rowAt } from '../../state/reviewStore.ts';
import { selectedCount } from '../../state/seatSelection.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { UndoDialog } from '../shell/UndoDialog.tsx';
import { ActionBar } from '../shared/ActionBar.tsx';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { CategoryBar } from '../shared/CategoryBar.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { InlineNote } from '../shared/InlineNote.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { ScreenTitle } from '../shared/ScreenTitle.tsx';
import { Tabs } from '../shared/Tabs.tsx';
import { useHotkeys } from '../shared/useHotkeys.ts';
import { GapsTab } from './GapsTab.tsx';
import { MarkPersonDialog } from './MarkPersonDialog.tsx';
import { NotCounted } from './NotCounted.tsx';
import { OutcomeNote } from './OutcomeNote.tsx';
import { CreateByHandDialog, ExportTableDialog, WaiveQueueDialog } from './QueueDialogs.tsx';
import { borderlineWaits, candidatesSentence, seats } from './reviewSentences.ts';
import {
  AddExceptionDialog,
  DeclarePatternDialog,
  MarkAccountDialog,
  MarkInactiveDialog,
} from './SeatDialogs.tsx';
import { actsOnSeat, actsOnSeveral, type SeatAct } from './seatActs.ts';
import { SeatFilters } from './SeatFilters.tsx';
import { SeatsCard } from './SeatsCard.tsx';
import { WhySeat } from './WhySeat.tsx';
import './review.css';

type OpenDialog = SeatAct | 'waive' | 'export' | 'undo';

const ACT_NAMES: Readonly<Record<SeatAct, string>> = {
  person: 'Mark as a person',
  kind: 'Change the kind of account',
  inactive: 'Mark inactive',
  pattern: 'Declare a pattern',
  exception: 'Add an exception',
  account: 'Mark as not a person',
  byHand: 'Create a case by hand',
};
const WIDE_ACTS: readonly SeatAct[] = ['person', 'kind', 'byHand'];

const TAB_NAMES: Readonly<Record<ReviewTab, string>> = {
  all: 'All',
  borderline: 'Borderline',
  notPeople: 'Not people',
  exceptions: 'Exceptions',
  gaps: 'Gaps and overlaps',
};

/** Review: is each seat in the right category, and who is special? */
export function ReviewScreen(): ReactNode {
  const { navigate } = useApp();
  const view = useWorkspace((state) => state.view);
  return view?.current ? (
    <ReviewFilled view={view} current={view.current} />
  ) : (
    <div className="screen">
      <ScreenTitle title="Review" question="Is each seat in the right category?" />
      <EmptyState action={<Button onClick={() => navigate('load')}>Load a user list</Button>}>
        Nothing to review yet. Load a user list first; every seat of it then stands here with its category and
        the reason.
      </EmptyState>
    </div>
  );
}

interface ReviewFilledProps {
  readonly view: WorkspaceView;
  readonly current: NonNullable<WorkspaceView['current']>;
}

function ReviewFilled({ view, current }: ReviewFilledProps): ReactNode {
  const app = useApp();
  const store = app.stores().review;
  const { tab, page, scope, whole, signInAsAction, cursor, explanation, selection, progress, outcome } =
    useStore(store);
  const limitation = signInLimitation(signInAsAction);
  const {
    renew,
    showTab,
    narrow,
    setCursor,
    toggle,
    actOnSeats,
    createCases,
    waiveQueue,
    exportTable,
    cancelAct,
    dismissOutcome,
  } = store.getState();
  const [dialog, setDialog] = useState<OpenDialog | undefined>(undefined);
  const search = useRef<HTMLInputElement>(null);
  const close = (): void => setDialog(undefined);

  const definition = view.policies.at(-1);
  const policy = definition?.policy ?? view.draftPolicy;
  const facts = `${current.snapshot} ${view.ledger.length} ${definition ? '' : JSON.stringify(policy)}`;
  useEffect(() => renew(policy, facts), [renew, policy, facts]);

  const row = rowAt(page.value, cursor);
  const chosen = selectedCount(selection, page.value?.total ?? 0);
  const about =
    chosen > 0
      ? `${formatCount(chosen)} selected ${chosen === 1 ? 'seat' : 'seats'}`
      : row
        ? `${row.name} · ${row.licenceType}`
        : '';
  const candidates = whole.value?.candidates;
  const withoutCase = whole.value?.withoutCase ?? 0;
  const borderline = whole.value?.byCategory.borderline ?? 0;
  const queueWaits = borderline > 0 && view.queueWaived === undefined;

  const showsSeats = tab !== 'gaps';
  const possible =
    chosen > 0 ? actsOnSeveral(tab === 'notPeople') : row ? actsOnSeat(row.category, row.candidate) : [];
  const acts = definition ? possible : possible.filter((act) => act !== 'byHand');
  const onSeat = (act: SeatAct) => (): void => {
    if (showsSeats && acts.includes(act)) setDialog(act);
  };
  const showCategory = (categories: readonly Category[]): void => {
    if (tab !== 'all') showTab('all');
    narrow({ categories, candidatesOnly: false });
  };
  const notCounted = scope.value
    ? countNotCounted(scope.value.byCategory, view.queueWaived !== undefined)
    : [];
  useHotkeys({
    j: () => showsSeats && setCursor(cursor + 1),
    k: () => showsSeats && setCursor(cursor - 1),
    x: () => showsSeats && row && toggle(row.seat),
    e: onSeat('exception'),
    i: onSeat('inactive'),
    p: onSeat('pattern'),
    u: () => setDialog('undo'),
    '/': () => search.current?.focus(),
    ...Object.fromEntries(
      FLAGGED_CATEGORIES.map((category, index) => [String(index + 1), () => showCategory([category])]),
    ),
  });

  return (
    <>
      <div className="screen">
        <ScreenTitle
          title="Review"
          question={
            queueWaits
              ? `Is each seat in the right category? ${formatCount(borderline)} borderline ${borderline === 1 ? 'seat waits' : 'seats wait'} for a person.`
              : 'Is each seat in the right category?'
          }
        />
        <Tabs
          label="Review"
          tabs={(Object.keys(TAB_NAMES) as ReviewTab[]).map((id) => {
            const category = CATEGORY_OF_TAB[id];
            const count = category ? whole.value?.byCategory[category] : whole.value?.total;
            return { id, name: TAB_NAMES[id], count: id === 'gaps' ? undefined : count };
          })}
          current={tab}
          onChange={showTab}
        >
          <div className="stack">
            <OutcomeNote
              progress={progress}
              outcome={outcome}
              dryRun={policy.dryRun}
              onReclaim={() => app.navigate('reclaim')}
              onDismiss={dismissOutcome}
              onCancel={cancelAct}
            />
            {showsSeats ? (
              <>
                <SeatFilters store={store} licenceTypes={view.licenceTypes} search={search} />
                {tab === 'all' && scope.value && scope.value.total > 0 ? (
                  <section className="card seat-stand" aria-label="Where every seat stands">
                    <CategoryBar
                      slim
                      counts={scope.value.byCategory}
                      namedElsewhere={notCounted.map(({ category }) => category)}
                      onOpen={(category) => showCategory([category])}
                    />
                    <NotCounted groups={notCounted} onOpen={(category) => showCategory([category])} />
                  </section>
                ) : null}
                {limitation === undefined ? null : <InlineNote>{limitation}</InlineNote>}
                <div className="review-columns">
                  <SeatsCard store={store} onExport={() => setDialog('export')}>
                    {tab === 'borderline' && queueWaits ? (
                      <Button kind="quiet" onClick={() => setDialog('waive')}>
                        Waive the queue
                      </Button>
                    ) : null}
                    {tab === 'borderline' && view.queueWaived ? (
                      <span className="quoted">The queue is waived: {view.queueWaived.reason}</span>
                    ) : null}
                  </SeatsCard>
                  <WhySeat
                    explanation={explanation}
                    unit={row && row.seat === explanation.value?.seat ? row.unit : ''}
                  >
                    {acts.length === 0 ? null : (
                      <div className="seat-acts">
                        {chosen > 0 ? <span className="soft">For {about}:</span> : null}
                        {acts.map((act) => (
                          <Button
                            key={act}
                            className={WIDE_ACTS.includes(act) ? 'seat-act-wide' : undefined}
                            onClick={onSeat(act)}
                          >
                            {ACT_NAMES[act]}
                          </Button>
                        ))}
                      </div>
                    )}
                  </WhySeat>
                </div>
              </>
            ) : (
              <GapsTab store={store} facts={facts} />
            )}
          </div>
        </Tabs>
      </div>
      <ActionBar
        sentence={
          <>
            {definition ? null : 'No definition is frozen yet; these are the categories of the draft. '}
            {chosen > 0 ? (
              `Creates cases for the ${seats(chosen)} selected${definition?.policy.dryRun ? ', marked DRY RUN' : ''}`
            ) : candidates === undefined ? (
              'Counting candidates'
            ) : (
              <>
                <NumberLink
                  count={candidates}
                  label="candidates for cases"
                  onOpen={() => {
                    showCategory([]);
                    narrow({ candidatesOnly: true });
                  }}
                />{' '}
                {candidatesSentence(candidates, withoutCase, definition?.policy.dryRun ?? false)}
              </>
            )}
            {queueWaits ? (
              <button
                type="button"
                className="number-link borderline-waits"
                onClick={() => showTab('borderline')}
              >
                {borderlineWaits(borderline)}
              </button>
            ) : null}
          </>
        }
      >
        {definition ? (
          <Button
            kind="primary"
            disabled={progress !== undefined || (chosen === 0 && withoutCase === 0)}
            onClick={() => void createCases(undefined)}
          >
            Create cases
          </Button>
        ) : (
          <Button onClick={() => app.navigate('define')}>Open Define</Button>
        )}
      </ActionBar>
      {dialog === 'inactive' ? (
        <MarkInactiveDialog about={about} record={actOnSeats} onClose={close} />
      ) : null}
      {dialog === 'pattern' ? (
        <DeclarePatternDialog about={about} record={actOnSeats} onClose={close} />
      ) : null}
      {dialog === 'exception' ? (
        <AddExceptionDialog about={about} record={actOnSeats} onClose={close} asOf={current.asOf} />
      ) : null}
      {dialog === 'account' || dialog === 'kind' ? (
        <MarkAccountDialog
          title={ACT_NAMES[dialog]}
          kind={chosen === 0 ? row?.nonHuman?.kind : undefined}
          about={about}
          record={actOnSeats}
          onClose={close}
        />
      ) : null}
      {dialog === 'person' ? <MarkPersonDialog about={about} record={actOnSeats} onClose={close} /> : null}
      {dialog === 'byHand' ? <CreateByHandDialog about={about} record={createCases} onClose={close} /> : null}
      {dialog === 'waive' ? (
        <WaiveQueueDialog borderline={borderline} record={waiveQueue} onClose={close} />
      ) : null}
      {dialog === 'export' ? (
        <ExportTableDialog
          total={page.value?.total ?? 0}
          onExport={() => void exportTable()}
          onClose={close}
        />
      ) : null}
      {dialog === 'undo' ? <UndoDialog onClose={close} /> : null}
    </>
  );
}
