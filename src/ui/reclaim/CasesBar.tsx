import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { useApp } from '../shared/appContext.ts';
import { Button } from '../shared/Button.tsx';
import { sumOpenStates } from './caseWords.ts';
import { ConvertDialog } from './ConvertDialog.tsx';
import { OutcomeStatus } from './OutcomeLine.tsx';
import { dryRunCases, readyCases } from './selectedCases.ts';

/** What can be done with the selected cases: Reclaim the Ready ones, and take dry-run cases into earnest. */
export function CasesBar({ view }: { readonly view: WorkspaceView }): ReactNode {
  const { stores } = useApp();
  const store = stores().reclaim;
  const { selected, outcome, open } = useStore(store);
  const [converting, setConverting] = useState(false);
  const ready = readyCases(selected);
  const dryRun = dryRunCases(selected);
  const openCases = sumOpenStates(view.cases) + sumOpenStates(view.dryRunCases);
  const convert = (): void => {
    setConverting(false);
    void store.getState().takeStep(dryRun, { step: 'convertToLive' });
  };
  return (
    <>
      <ActionBar
        sentence={
          selected.size > 0
            ? `${formatCount(selected.size)} selected, ${formatCount(ready.length)} of them Ready${dryRun.length > 0 ? `, ${formatCount(dryRun.length)} DRY RUN` : ''}.`
            : openCases > 0
              ? 'Select Ready cases to reclaim them.'
              : 'No open cases. Load a new export to prove what has been freed, or go to the brief.'
        }
      >
        <OutcomeStatus outcome={open === undefined ? outcome : undefined} />
        {dryRun.length > 0 ? <Button onClick={() => setConverting(true)}>Convert to live</Button> : null}
        <Button
          kind="primary"
          disabled={ready.length === 0}
          onClick={() => void store.getState().planReclaim(ready)}
        >
          Reclaim
        </Button>
      </ActionBar>
      {converting ? (
        <ConvertDialog count={dryRun.length} onCancel={() => setConverting(false)} onConfirm={convert} />
      ) : null}
    </>
  );
}
