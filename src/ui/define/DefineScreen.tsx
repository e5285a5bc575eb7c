import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatDay } from '../../core/base/formatDay.ts';
import { fail } from '../../core/base/result.ts';
import type { Category } from '../../core/policy/category.ts';
import { describePolicyParts, type PolicyPart } from '../../core/policy/describePolicy.ts';
import { classOfColumn } from '../../core/policy/evidenceClass.ts';
import { totalsByCategory } from '../../core/policy/totalsByCategory.ts';
import { NO_FILTER } from '../../state/reviewQuery.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { Alert } from '../shared/Alert.tsx';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { CategoryBar } from '../shared/CategoryBar.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { ScreenTitle } from '../shared/ScreenTitle.tsx';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { ActionsCard } from './ActionsCard.tsx';
import { CasesCard } from './CasesCard.tsx';
import { ChangesCard } from './ChangesCard.tsx';
import { DefinitionWords } from './DefinitionWords.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { FlaggedCard } from './FlaggedCard.tsx';
import { FrozenNote } from './FrozenNote.tsx';
import { NotPeopleCard } from './NotPeopleCard.tsx';
import { RecoveryCard } from './RecoveryCard.tsx';
import { TypeWindowsCard } from './TypeWindowsCard.tsx';
import { missingActions } from './unanswerableRule.ts';
import { WideRules } from './WideRules.tsx';
import { WindowCard } from './WindowCard.tsx';
import { OTHER_DRAFT_FIRST, OtherDraft } from './OtherDraft.tsx';
import './define.css';

const TITLE = (
  <ScreenTitle title="Define" question="What counts as work, for how long, and who would be flagged." />
);

/** Define: what is inactive here, would it stand up, and who would be flagged? */
export function DefineScreen(): ReactNode {
  const { navigate } = useApp();
  const view = useWorkspace((state) => state.view);
  return view?.current ? (
    <DefineFilled view={view} current={view.current} />
  ) : (
    <div className="screen">
      {TITLE}
      <EmptyState action={<Button onClick={() => navigate('load')}>Load a user list</Button>}>
        Load a user list first; then move the slider and watch who is affected.
      </EmptyState>
    </div>
  );
}

interface DefineFilledProps {
  readonly view: WorkspaceView;
  readonly current: NonNullable<WorkspaceView['current']>;
}

function DefineFilled({ view, current }: DefineFilledProps): ReactNode {
  const app = useApp();
  const { define: store, review } = app.stores();
  const { draft, licenceType, preview, changes, saveFailure, otherDraft } = useStore(store);
  const { renew, flush, edit, discard, filterLicenceType, showMoreChanges } = store.getState();
  const freezing = usePendingAct();
  const top = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const controls = useRef<Partial<Record<PolicyPart, HTMLElement | null>>>({});
  const control = (part: PolicyPart) => (element: HTMLElement | null) => {
    controls.current[part] = element;
  };

  const facts = `${current.snapshot} ${view.ledger.length}`;
  useEffect(() => renew(facts), [renew, facts]);
  useEffect(() => () => void flush(), [flush]);

  /** Leads from a part of the sentence to its control. */
  const openControl = (part: PolicyPart, action: string | undefined): void => {
    const column = view.evidenceColumns.findIndex(({ header }) => header === action);
    const box = controls.current[part === 'classes' ? 'actions' : part];
    const target =
      part === 'window'
        ? slider.current
        : box?.querySelectorAll<HTMLElement>(part === 'nonHuman' ? 'textarea' : 'select, input, button')[
            Math.max(0, column)
          ];
    target?.focus();
    target?.scrollIntoView?.({ block: 'nearest' });
  };

  const openSeats = (categories: readonly Category[], candidatesOnly = false, search = ''): void => {
    review.getState().showTab('all');
    review.getState().narrow({ ...NO_FILTER, categories, licenceType, candidatesOnly, search });
    app.navigate('review');
  };

  const openNotPeople = (): void => {
    review.getState().showTab('notPeople');
    review.getState().narrow(NO_FILTER);
    app.navigate('review');
  };

  const counts = preview.value?.counts;
  const totals = useMemo(() => counts && totalsByCategory(counts), [counts]);
  const signInAsAction = preview.value?.signInAsAction ?? [];
  const missing = missingActions(draft, view.evidenceColumns);
  const working = view.evidenceColumns.filter((column) => classOfColumn(draft, column) === 'meaningful');
  const last = view.policies.at(-1);
  const measured = last?.measurements.some(({ snapshot }) => snapshot === current.snapshot) ?? false;
  const unchanged = last !== undefined && measured && JSON.stringify(last.policy) === JSON.stringify(draft);
  const differs = last !== undefined && JSON.stringify(last.policy) !== JSON.stringify(draft);
  const next = (last?.version ?? 0) + 1;

  const freeze = (): Promise<void> =>
    freezing.run(
      async () => {
        await flush();
        const { otherDraft: other } = store.getState();
        if (other) return fail({ kind: 'refused', reason: OTHER_DRAFT_FIRST });
        return app.workspace.getState().act({ act: 'freezePolicy', policy: draft });
      },
      // What was frozen and measured stands at the top.
      () => top.current?.scrollIntoView?.({ block: 'start' }),
    );

  return (
    <>
      <div className="screen">
        {TITLE}
        <div className="stack" ref={top}>
          <FrozenNote view={view} current={current} changed={!unchanged} onReview={() => openSeats([])} />
          <FailureAlert failure={saveFailure} />
          {otherDraft ? <OtherDraft store={store} own={draft} other={otherDraft} /> : null}
          <FailureAlert failure={freezing.failure} onDismiss={freezing.dismiss} />
          {missing.length > 0 ? (
            <Alert
              actions={
                <>
                  <Button onClick={() => app.navigate('load')}>Load an activity export</Button>
                  <Button onClick={() => edit({ signInCountsAsWork: true })}>Let sign-ins count</Button>
                </>
              }
            >
              No date in your data can answer this rule: you chose <em>{missing.join(', ')}</em>, but only{' '}
              <em>{view.evidenceColumns.map(({ header }) => header).join(', ') || 'a list of seats'}</em> was
              loaded. Load an activity export or let sign-ins count (weaker).
            </Alert>
          ) : null}
          <WideRules
            rules={draft.nonHuman}
            hits={preview.value?.nonHumanHits}
            onOpen={openNotPeople}
            onChange={() => openControl('nonHuman', undefined)}
          />
          <div className="define-columns">
            <div className="stack">
              <WindowCard
                store={store}
                slider={slider}
                borderline={control('borderline')}
                lookBack={control('lookBack')}
              />
              <DefinitionWords
                segments={describePolicyParts(draft, {
                  asOf: current.asOf,
                  columns: view.evidenceColumns,
                  signInAsAction,
                })}
                actions={working.map(({ header }) => header)}
                onOpen={openControl}
              />
              <ActionsCard
                store={store}
                columns={view.evidenceColumns}
                signInAsAction={signInAsAction}
                table={control('actions')}
                signIn={control('signIn')}
              />
              <div ref={control('windowsByLicenceType')}>
                <TypeWindowsCard store={store} licenceTypes={view.licenceTypes} />
              </div>
            </div>
            <div className="stack">
              <FlaggedCard
                preview={preview}
                totals={totals}
                licenceTypes={view.licenceTypes}
                licenceType={licenceType}
                contractLines={view.contractLines}
                asOf={current.asOf}
                onLicenceType={filterLicenceType}
                onOpen={openSeats}
                onContract={() => app.navigate('contract')}
              />
              {totals ? (
                <Card title="Where every seat stands">
                  <CategoryBar counts={totals} onOpen={(category) => openSeats([category])} />
                </Card>
              ) : null}
              <ChangesCard
                changes={changes}
                lastVersion={last?.version}
                onMore={() => void showMoreChanges()}
                onSeat={(name) => openSeats([], false, name)}
              />
              <div ref={control('nonHuman')}>
                <NotPeopleCard store={store} onOpen={openNotPeople} />
              </div>
            </div>
            <div className="stack">
              <div ref={control('mayBecomeCases')}>
                <CasesCard
                  store={store}
                  candidates={preview.value?.candidates}
                  onCandidates={() => openSeats([], true)}
                />
              </div>
              <RecoveryCard store={store} />
            </div>
          </div>
        </div>
      </div>
      <ActionBar
        sentence={
          unchanged
            ? `Definition ${last?.version} is in use; the draft is the same`
            : missing.length > 0
              ? 'The rule above needs an answer first'
              : `Freezes version ${next} and measures the data of ${formatDay(current.asOf)}`
        }
      >
        {last && differs ? (
          <DiscardDraft version={last.version} onDiscard={() => discard(last.policy)} />
        ) : null}
        {unchanged ? (
          <Button kind="primary" onClick={() => app.navigate('review')}>
            Go on to Review
          </Button>
        ) : null}
        <Button
          kind={unchanged ? 'plain' : 'primary'}
          disabled={unchanged || missing.length > 0 || freezing.pending}
          onClick={() => void freeze()}
        >
          Use this definition
        </Button>
      </ActionBar>
    </>
  );
}
