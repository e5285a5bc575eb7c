import { useEffect, useRef, useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { Failure } from '../../worker/protocol.ts';
import type { WorkspaceView } from '../../worker/workspaceView.ts';
import { useStore } from 'zustand';
import { STEPS, stepFromHash, type StepId } from '../shared/steps.ts';
import { ActionBar } from '../shared/ActionBar.tsx';
import { useApp, useWorkspace } from '../shared/appContext.ts';
import { Alert } from '../shared/Alert.tsx';
import { Button } from '../shared/Button.tsx';
import { Card } from '../shared/Card.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { Progress } from '../shared/Progress.tsx';
import { Screen } from '../shared/Screen.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { HELD_BY_TAB } from '../shared/heldByTab.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';
import { ClientForm } from './ClientForm.tsx';
import { enteringClient } from './enteringClient.ts';
import { FourSteps } from './FourSteps.tsx';
import { nextStep } from './fourSteps.ts';
import { RecentClients } from './RecentClients.tsx';
import { SAMPLE_ACCOUNTS, SAMPLE_CLIENT } from './sampleClient.ts';
import './start.css';
import { wipedClient } from './wipedClient.ts';

const nameOfStep = (step: StepId): string => STEPS.find(({ id }) => id === step)?.name ?? '';

/** What is this? Is my data safe? Where was I? */
export function StartScreen(): ReactNode {
  const { workspace, navigate } = useApp();
  const clients = useWorkspace((state) => state.clients);
  const view = useWorkspace((state) => state.view);
  const heldByTab = useWorkspace((state) => state.heldByTab);
  const wiped = useStore(wipedClient);
  const [sampleRows, setSampleRows] = useState<number | undefined>(undefined);
  const [blocked, setBlocked] = useState<Failure | undefined>(undefined);
  const act = usePendingAct();
  const { pending, during } = useStore(enteringClient);
  /**
   * Opening may take a while; a person who has gone elsewhere meanwhile is left there. The address knows it first: while
   * another screen is being fetched, this one is hidden only.
   */
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  useEffect(() => {
    let left = false;
    void workspace
      .getState()
      .loadClients()
      .then((found) => {
        if (!left && !found.ok) setBlocked(found.failure);
      });
    return () => {
      left = true;
    };
  }, [workspace]);

  const sample = clients?.find((client) => client.sample);
  const recent = clients?.[0];
  const goOn = (opened: WorkspaceView): void => {
    wiped.remember(undefined);
    if (isHere.current && stepFromHash(window.location.hash) === 'start') navigate(nextStep(opened));
  };
  const open = (id: string): Promise<void> =>
    act.run(() => during(() => workspace.getState().openClient(id)), goOn);
  const openSample = async (): Promise<void> => {
    setSampleRows(0);
    const { openClient, createClient } = workspace.getState();
    const fill = (): ReturnType<typeof createClient> =>
      createClient(SAMPLE_CLIENT, ({ done }) => setSampleRows(done));
    await act.run(() => during(() => (sample ? openClient(sample.id) : fill())), goOn);
    setSampleRows(undefined);
  };
  /** Until a client exists the sample is the primary act at the foot; its card then leads there by a name of its own. */
  const sampleButton = (kind: 'primary' | 'plain', name = 'Open the sample'): ReactNode => (
    <Button
      kind={kind}
      disabled={pending || (clients === undefined && blocked === undefined)}
      onClick={() => void openSample()}
    >
      {name}
    </Button>
  );

  return (
    <Screen
      title="Start"
      question="Find the licensed seats that lie fallow, recover them, and bring the proof to the renewal."
      bar={
        view ? (
          <ActionBar sentence={`${view.client.name} is open.`}>
            <Button kind="primary" disabled={pending} onClick={() => navigate(nextStep(view))}>
              Go on to {nameOfStep(nextStep(view))}
            </Button>
          </ActionBar>
        ) : recent ? (
          <ActionBar sentence={recent.stateLine === '' ? 'Goes on where you were.' : recent.stateLine}>
            <Button kind="primary" disabled={pending} onClick={() => void open(recent.id)}>
              Open {recent.name}
            </Button>
          </ActionBar>
        ) : (
          <ActionBar sentence="A fictitious company with about 2 000 accounts and a contract. Nothing of yours is needed.">
            {sampleButton('primary')}
          </ActionBar>
        )
      }
    >
      <div className="stack">
        <StatusLine>
          {wiped.name === undefined ? null : `${wiped.name} was deleted from this browser.`}
        </StatusLine>
        {heldByTab ? <Alert tone="attention">{HELD_BY_TAB}</Alert> : null}
        <FailureAlert failure={blocked} />
        <FailureAlert failure={act.failure} onDismiss={act.dismiss} />
        {sampleRows === undefined ? null : (
          <Progress
            label="Opening the sample"
            done={Math.min(sampleRows, SAMPLE_ACCOUNTS)}
            total={SAMPLE_ACCOUNTS}
            sentence={`Opening the sample: ${formatCount(Math.min(sampleRows, SAMPLE_ACCOUNTS))} of ${formatCount(SAMPLE_ACCOUNTS)} accounts.`}
          />
        )}
        <div className="start-columns">
          <div className="stack">
            <div className="start-cards">
              <Card className="start-card" title="Look around">
                <div className="stack-tight">
                  <p>
                    The sample is a made-up company of about 2 000 accounts in which every kind of seat
                    occurs, with its contract. It runs through all seven steps to a PDF in about ten minutes.
                  </p>
                  <div>
                    {recent === undefined && view === undefined
                      ? sampleButton('plain', 'Look around in the sample')
                      : sampleButton('plain')}
                  </div>
                </div>
              </Card>
              <Card className="start-card" title="Work for a client">
                <ClientForm
                  onCreated={() => {
                    if (isHere.current) navigate('load');
                  }}
                />
              </Card>
            </div>
            <Card title="Recent clients">
              {clients === undefined && blocked === undefined ? (
                <p className="soft">Looking for clients in this browser.</p>
              ) : clients === undefined || clients.length === 0 ? (
                <p className="soft">
                  Nothing here yet. You need two things: a user list exported from your tool with a
                  last-activity column, and the seat quantity and price from your contract. No file? Open the
                  sample and look around.
                </p>
              ) : (
                <RecentClients
                  clients={clients}
                  openNow={view?.client.id}
                  offeredBelow={view === undefined ? recent?.id : undefined}
                  pending={pending}
                  onOpen={(id) => void open(id)}
                  onWiped={wiped.remember}
                />
              )}
            </Card>
            <p className="start-safety">
              Files you open stay in this browser. This page cannot send them anywhere. Unplug the network and
              it still works.
            </p>
          </div>
          <FourSteps view={view} />
        </div>
      </div>
    </Screen>
  );
}
