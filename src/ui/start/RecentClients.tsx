import { useState, type ReactNode } from 'react';
import type { ClientSummary } from '../../worker/workspaceView.ts';
import { Button } from '../shared/Button.tsx';
import { WipeDialog } from './WipeDialog.tsx';

export interface RecentClientsProps {
  /** Last opened first. */
  readonly clients: readonly ClientSummary[];
  readonly openNow: string | undefined;
  /** The client that the primary button opens. */
  readonly offeredBelow: string | undefined;
  readonly pending: boolean;
  readonly onOpen: (id: string) => void;
  readonly onWiped: (name: string) => void;
}

const stateOf = ({ stateLine }: ClientSummary): string =>
  stateLine === '' ? 'Nothing loaded yet.' : stateLine.charAt(0).toUpperCase() + stateLine.slice(1);

export function RecentClients(props: RecentClientsProps): ReactNode {
  const { clients, openNow, offeredBelow, pending, onOpen, onWiped } = props;
  const [wiping, setWiping] = useState<ClientSummary | undefined>(undefined);
  return (
    <>
      <ul className="start-clients" aria-label="Recent clients">
        {clients.map((client) => (
          <li key={client.id} className="start-client">
            <span className="start-client-name">
              <strong className="quoted">{client.name}</strong>{' '}
              {client.sample ? <span className="badge badge-sky">fictitious</span> : null}{' '}
              {client.id === openNow ? <span className="badge">open now</span> : null}
              {client.id === offeredBelow ? <span className="badge badge-plain">last opened</span> : null}
              <br />
              <span className="soft">{stateOf(client)}</span>
            </span>
            {client.id === openNow || client.id === offeredBelow ? null : (
              <Button disabled={pending} onClick={() => onOpen(client.id)}>
                Open {client.name}
              </Button>
            )}
            <Button kind="quiet" disabled={pending} onClick={() => setWiping(client)}>
              Wipe {client.name}
            </Button>
          </li>
        ))}
      </ul>
      {wiping ? (
        <WipeDialog
          client={wiping}
          onClose={() => setWiping(undefined)}
          onWiped={(name) => {
            setWiping(undefined);
            onWiped(name);
          }}
        />
      ) : null}
    </>
  );
}
