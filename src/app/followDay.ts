import type { EpochDay } from '../core/base/epochDay.ts';
import type { WorkspaceStore } from '../state/workspaceStore.ts';

/** How often the working day is looked at while the page is open. Milliseconds. */
const LOOK_EVERY = 60_000;

/**
 * Renews what is due when the page is seen again and when the working day changes: time passes while nobody looks, and
 * a tab may stay open over midnight. The answer stops it.
 */
export function followDay(
  workspace: WorkspaceStore,
  today: () => EpochDay,
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> = document,
): () => void {
  let seen = today();
  const renew = (): void => {
    seen = today();
    void workspace.getState().renew();
  };
  const look = (): void => {
    if (today() !== seen) renew();
  };
  const whenSeen = (): void => {
    if (page.visibilityState === 'visible') renew();
  };
  page.addEventListener('visibilitychange', whenSeen);
  const timer = setInterval(look, LOOK_EVERY);
  return () => {
    page.removeEventListener('visibilitychange', whenSeen);
    clearInterval(timer);
  };
}
