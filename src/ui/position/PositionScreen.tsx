import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { ScreenTitle } from '../shared/ScreenTitle.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { Tabs } from '../shared/Tabs.tsx';
import { BriefBar } from './BriefBar.tsx';
import { BriefTab } from './BriefTab.tsx';
import { PositionTab } from './PositionTab.tsx';
import { UnitsTab } from './UnitsTab.tsx';
import './position.css';

/** What is asked for, whether it is safe to hand over, and whether it will hold. */
export function PositionScreen(): ReactNode {
  const { stores, navigate } = useApp();
  const view = useWorkspace((state) => state.view);
  const store = stores().position;
  const tab = useStore(store, (state) => state.tab);
  const { value: position, failure } = useStore(store, (state) => state.position);
  useEffect(() => {
    if (view) void store.getState().renew();
  }, [store, view]);
  if (!view) return null;
  const missing =
    view.contractLines.length === 0 ? 'contract' : view.policies.length === 0 ? 'define' : undefined;
  const nothing = missing !== undefined || failure?.kind === 'notFrozen' || failure?.kind === 'noSnapshot';
  return (
    <>
      <div className="screen">
        <ScreenTitle title="Position & brief" question="What we ask for, and whether it will hold." />
        {nothing ? (
          <EmptyState
            action={
              <Button onClick={() => navigate(missing ?? 'define')}>
                {missing === 'contract' ? 'Type a contract line' : 'Go to Define'}
              </Button>
            }
          >
            Nothing to bring yet: you need a contract line and a frozen definition.
          </EmptyState>
        ) : position ? (
          <Tabs
            label="Position & brief"
            tabs={[
              { id: 'position', name: 'Position' },
              { id: 'units', name: 'Units', count: position.units.length },
              { id: 'brief', name: 'Brief' },
            ]}
            current={tab}
            onChange={store.getState().showTab}
          >
            {tab === 'position' ? <PositionTab view={view} position={position} /> : null}
            {tab === 'units' ? <UnitsTab position={position} /> : null}
            {tab === 'brief' ? <BriefTab view={view} position={position} /> : null}
          </Tabs>
        ) : failure ? (
          <FailureAlert failure={failure} />
        ) : (
          <StatusLine>Working out the position…</StatusLine>
        )}
      </div>
      {nothing || !position ? null : <BriefBar view={view} position={position} />}
    </>
  );
}
