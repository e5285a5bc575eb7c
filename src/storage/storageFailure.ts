/** Expected failures of the browser's storage, as the page words them. */
export type StorageFailure =
  | { readonly kind: 'storageFull' }
  /** The browser keeps no data here, or has lost the connection: private window, blocked site data, server gone. */
  | { readonly kind: 'storageBlocked' }
  /** Another tab runs a newer Fallow, or has deleted the client: this tab must be loaded again. */
  | { readonly kind: 'otherTabNewer' };

/** Thrown inside a transaction to abort it when the database is no longer the one this code was written for. */
export class OtherVersionError extends Error {
  override readonly name = 'OtherVersionError';
}

const KIND_BY_NAME: Readonly<Record<string, StorageFailure['kind']>> = {
  QuotaExceededError: 'storageFull',
  OtherVersionError: 'otherTabNewer',
  VersionError: 'otherTabNewer',
  VersionChangeError: 'otherTabNewer',
  UpgradeBlockedError: 'storageBlocked',
  SecurityError: 'storageBlocked',
  MissingAPIError: 'storageBlocked',
  MissingApiError: 'storageBlocked',
  InvalidStateError: 'storageBlocked',
  UnknownError: 'storageBlocked',
  NotFoundError: 'storageBlocked',
  OpenFailedError: 'storageBlocked',
  DatabaseClosedError: 'storageBlocked',
  TimeoutError: 'storageBlocked',
};

/** A cause further in outranks the wrappers around it: `AbortError` around `QuotaExceededError` means full. */
const RANK: readonly StorageFailure['kind'][] = ['storageBlocked', 'otherTabNewer', 'storageFull'];

/**
 * Which expected failure of the storage an error is, or `undefined` when it is none and must be thrown on. Walks the
 * chain of causes, since Dexie reports an `AbortError` whose `inner` tells why.
 */
export function storageFailure(error: unknown): StorageFailure | undefined {
  let found: StorageFailure['kind'] | undefined;
  const seen = new Set<unknown>();
  let cause: unknown = error;
  while (typeof cause === 'object' && cause !== null && !seen.has(cause)) {
    seen.add(cause);
    const kind = KIND_BY_NAME[nameOf(cause)];
    if (kind !== undefined && (found === undefined || RANK.indexOf(kind) > RANK.indexOf(found))) found = kind;
    cause = innerOf(cause);
  }
  return found && { kind: found };
}

function nameOf(cause: object): string {
  return 'name' in cause && typeof cause.name === 'string' ? cause.name : '';
}

function innerOf(cause: object): unknown {
  if ('inner' in cause && cause.inner !== undefined) return cause.inner;
  if ('failures' in cause && Array.isArray(cause.failures)) return cause.failures[0];
  return 'cause' in cause ? cause.cause : undefined;
}
