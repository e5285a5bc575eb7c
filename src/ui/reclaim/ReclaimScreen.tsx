import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Button } from '../shared/Button.tsx';
import { ScreenTitle } from '../shared/ScreenTitle.tsx';
import { Tabs } from '../shared/Tabs.tsx';
import { WhatChanged } from '../shared/WhatChanged.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { CasesBar } from './CasesBar.tsx';
import { CasesTab } from './CasesTab.tsx';
import { DueBar, DueTab } from './DueTab.tsx';
import { sumStates } from './caseWords.ts';
import { ReclaimDialog } from './ReclaimDialog.tsx';
import './reclaim.css';

/** What must be done today, who answered, and what is proven. */
export function ReclaimScreen(): ReactNode {
  const { stores, navigate } = useApp();
  const view = useWorkspace((state) => state.view);
  const store = stores().reclaim;
  const tab = useStore(store, (state) => state.tab);
  const open = useStore(store, (state) => state.open);
  const planned = useStore(
    store,
    ({ plan }) => plan.loading || plan.value !== undefined || plan.failure !== undefined,
  );
  useEffect(() => {
    if (view) void store.getState().renew();
  }, [store, view]);
  if (!view) return null;
  const all = sumStates(view.cases) + sumStates(view.dryRunCases);
  return (
    <>
      <div className="screen">
        <ScreenTitle title="Reclaim" question="What must I do today? Who answered? What is proven?" />
        {all === 0 ? (
          <EmptyState action={<Button onClick={() => navigate('review')}>Go to Review</Button>}>
            No cases yet. Review turns candidates into cases; each one then waits here for its next step.
          </EmptyState>
        ) : (
          <Tabs
            label="Reclaim"
            tabs={[
              { id: 'due', name: 'Due now', count: new Set(view.due.flatMap(({ cases }) => cases)).size },
              { id: 'cases', name: 'Cases', count: all },
            ]}
            current={tab}
            onChange={store.getState().showTab}
          >
            <WhatChanged reimport={view.reimport} />
            {tab === 'due' ? <DueTab view={view} /> : <CasesTab view={view} />}
          </Tabs>
        )}
      </div>
      {all === 0 ? null : tab === 'due' ? <DueBar view={view} /> : <CasesBar view={view} />}
      {open === undefined ? null : <CaseDialog number={open} />}
      {planned ? <ReclaimDialog /> : null}
    </>
  );
}
