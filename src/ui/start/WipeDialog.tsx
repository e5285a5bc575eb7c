import { useState, type ReactNode } from 'react';
import { formatCount } from '../../core/base/formatNumber.ts';
import type { ClientSummary } from '../../worker/workspaceView.ts';
import { useApp } from '../shared/appContext.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { FailureAlert } from '../shared/FailureAlert.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useAsked } from '../shared/useAsked.ts';
import { usePendingAct } from '../shared/usePendingAct.ts';

export interface WipeDialogProps {
  readonly client: ClientSummary;
  readonly onClose: () => void;
  readonly onWiped: (name: string) => void;
}

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Names what is lost, and wants the client's name typed before it deletes. */
export function WipeDialog({ client, onClose, onWiped }: WipeDialogProps): ReactNode {
  const { workspace } = useApp();
  const { value: found, failure } = useAsked('describeClient', { id: client.id }, client.id);
  const [typed, setTyped] = useState('');
  const act = usePendingAct();

  const wipe = (): Promise<void> =>
    act.run(
      () => workspace.getState().wipeClient(client.id, typed),
      ({ name }) => onWiped(name),
    );
  const what = found
    ? `: ${counted(found.snapshots, 'snapshot', 'snapshots')}, ${counted(found.cases, 'case', 'cases')}, ${counted(found.entries, 'ledger entry', 'ledger entries')}`
    : '';
  return (
    <ConfirmDialog
      title={`Wipe ${client.name}`}
      confirmName="Wipe this client"
      danger
      held={typed !== client.name || act.pending}
      onConfirm={() => void wipe()}
      onCancel={onClose}
    >
      <p>
        This deletes all data of {client.name} in this browser{what}. Files you saved stay where you saved
        them.{failure ? ' How much it holds could not be read.' : ''}
      </p>
      <TextField
        label="Type the client name"
        hint={`To go on, type ${client.name} as it stands here.`}
        value={typed}
        onChange={setTyped}
      />
      <FailureAlert failure={act.failure} />
    </ConfirmDialog>
  );
}
