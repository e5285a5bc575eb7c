/** What is needed of the browser's Web Locks. */
export type Locks = Pick<LockManager, 'request'>;

/** Web Locks of this browser; `undefined` where a page may not use them. */
export const browserLocks = (): Locks | undefined =>
  (globalThis.navigator as Partial<Pick<Navigator, 'locks'>> | undefined)?.locks;

const lockName = (snapshot: string): string => `fallow-import-${snapshot}`;

/** Holds the lock of an import until the returned function is called or the tab ends. */
export function holdImportLock(locks: Locks | undefined, snapshot: string): Promise<() => void> {
  if (!locks) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    locks.request(lockName(snapshot), () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}

/** Runs `act` under the lock of an import that nobody holds any more; does nothing when its tab is alive. */
export async function withDeadImport(
  locks: Locks | undefined,
  snapshot: string,
  act: () => Promise<void>,
): Promise<void> {
  if (!locks) return act();
  await locks.request(lockName(snapshot), { ifAvailable: true }, async (lock) => {
    if (lock) await act();
  });
}
