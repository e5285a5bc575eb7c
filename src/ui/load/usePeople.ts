import type { Loaded } from '../../state/loaded.ts';
import type { PeopleView } from '../../worker/peopleView.ts';
import type { FileReceipt } from '../../worker/tableView.ts';
import { useWorkspace } from '../shared/appContext.ts';
import { useAsked } from '../shared/useAsked.ts';

const NO_FILES: readonly FileReceipt[] = [];

/** What the answers about people depend on; `undefined` while there is no list or no roster. */
export function usePeopleKey(): string | undefined {
  const current = useWorkspace(({ view }) => view?.current?.snapshot);
  const files = useWorkspace(({ view }) => view?.files ?? NO_FILES);
  const entries = useWorkspace(({ view }) => view?.ledger.length);
  const hasRoster = files.some(({ kind }) => kind === 'roster');
  return current !== undefined && hasRoster ? `${current} ${entries ?? 0}` : undefined;
}

/** How the accounts of the list in use find their people; matched by the worker when first asked for. */
export const usePeople = (): Loaded<PeopleView | undefined> => useAsked('people', {}, usePeopleKey());
