import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { DueItem } from '../../core/reclaim/dueItems.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { NumberLink } from '../shared/NumberLink.tsx';
import { countCases, dueHelp, dueName, dueSince, sumOpenStates } from './caseWords.ts';
import { DryRunBadge } from './DryRunBadge.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { ReclaimedCard } from './ReclaimedCard.tsx';

/** What is due by the device's date. Nothing of it has happened: each step is applied by a visible click. */
export function DueTab({ view }: { readonly view: WorkspaceView }): ReactNode {
  const { stores, today } = useApp();
  const store = stores().reclaim;
  const outcome = useStore(store, (state) => state.outcome);
  const liveOpen = sumOpenStates(view.cases);
  const open = liveOpen + sumOpenStates(view.dryRunCases);
  return (
    <div className="reclaim-due">
      <Card title="Due now" aside={open > 0 && liveOpen === 0 ? <DryRunBadge /> : undefined}>
        {view.due.length > 0 ? (
          <ul className="due-list" aria-label="Due now">
            {view.due.map((item) => (
              <DueLine
                key={dueName(item)}
                item={item}
                since={dueSince(item, today())}
                onOpen={() => void store.getState().showCases(item.cases)}
              />
            ))}
          </ul>
        ) : (
          <EmptyState
            action={
              open === 0 ? undefined : (
                <Button onClick={() => store.getState().showTab('cases')}>Look through the cases</Button>
              )
            }
          >
            {open === 0
              ? 'No open cases. Load a new export to prove what has been freed, or go to the brief.'
              : `Nothing is due today. ${countCases(open)} ${open === 1 ? 'is' : 'are'} open.`}
          </EmptyState>
        )}
        {view.due.length > 0 && liveOpen === 0 ? (
          <div className="button-row">
            <Button onClick={() => store.getState().showTab('cases')}>Look through the cases</Button>
            <span className="field-hint">
              All of it belongs to a dry run: nobody is asked, and nothing has to be done today.
            </span>
          </div>
        ) : null}
        <OutcomeLine outcome={outcome} />
      </Card>
      <ReclaimedCard />
    </div>
  );
}

/** The one act of the tab: what has become due is applied now, with both dates in the ledger. */
export function DueBar({ view }: { readonly view: WorkspaceView }): ReactNode {
  const { stores } = useApp();
  const store = stores().reclaim;
  const [busy, setBusy] = useState(false);
  const applicable = new Set(view.due.filter((item) => item.applicable).flatMap(({ cases }) => cases)).size;
  const apply = async (): Promise<void> => {
    setBusy(true);
    try {
      await store.getState().applyDueSteps();
    } finally {
      setBusy(false);
    }
  };
  return (
    <ActionBar
      sentence={
        applicable === 0
          ? 'No step has become due that can be applied by itself. Nothing happens while Fallow is closed.'
          : `${formatCount(applicable)} due ${applicable === 1 ? 'step' : 'steps'}. The ledger keeps the due date and today’s date.`
      }
    >
      <Button kind="primary" disabled={applicable === 0 || busy} onClick={() => void apply()}>
        Apply due steps
      </Button>
    </ActionBar>
  );
}

interface DueLineProps {
  readonly item: DueItem;
  readonly since: string;
  readonly onOpen: () => void;
}

function DueLine({ item, since, onOpen }: DueLineProps): ReactNode {
  return (
    <li>
      <span className="due-count">
        <NumberLink count={item.cases.length} label={dueName(item)} onOpen={onOpen} />
      </span>
      <span className="due-name">
        {dueName(item)}
        <span className="due-help">{dueHelp(item)}</span>
      </span>
      <span className="due-since">
        {since}
        {item.applicable ? <span className="badge">can be applied</span> : null}
      </span>
    </li>
  );
}
