import type { WorkspaceStore } from '../state/workspaceStore.ts';
import { stepFromHash } from '../ui/shared/steps.ts';

const KEY = 'fallow-open-client';

/** Notes which client this tab has open, so that a reload goes on where it was. Holds an id and nothing else. */
export function rememberOpenClient(
  workspace: WorkspaceStore,
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
): void {
  workspace.subscribe(({ view }, before) => {
    if (view?.client.id === before.view?.client.id) return;
    if (view) storage.setItem(KEY, view.client.id);
    else storage.removeItem(KEY);
  });
}

/** Opens the client that this tab had open before it was reloaded on one of its steps. */
export async function resumeClient(
  workspace: WorkspaceStore,
  storage: Pick<Storage, 'getItem'>,
  hash: string,
): Promise<void> {
  const id = storage.getItem(KEY);
  if (id === null || stepFromHash(hash) === 'start') return;
  // A client that cannot be opened any more is told on the Start screen, where it would be chosen.
  await workspace.getState().openClient(id);
}
