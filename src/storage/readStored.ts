/** A client's database as it is stored, whatever its version. Each call of `read` has a transaction of its own. */
export interface StoredRecords {
  has(store: string): boolean;
  read<Found>(store: string, ask: (records: IDBObjectStore) => IDBRequest<Found>): Promise<Found>;
}

/**
 * What `look` finds in a database, or `undefined` where there is none (any more). The browser's own interface is used,
 * not Dexie's: looking never makes a database, changes its version, or deletes one that is being made at this moment,
 * and lets go as soon as another connection wants it changed.
 */
export async function readStored<Found>(
  factory: IDBFactory,
  name: string,
  look: (records: StoredRecords) => Promise<Found>,
): Promise<Found | undefined> {
  const db = await openAsStored(factory, name);
  if (db === undefined) return undefined;
  db.onversionchange = () => db.close();
  try {
    return await look({
      has: (store) => db.objectStoreNames.contains(store),
      read: (store, ask) => settle(ask(db.transaction(store).objectStore(store))),
    });
  } finally {
    db.close();
  }
}

async function openAsStored(factory: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  const request = factory.open(name);
  let isMissing = false;
  request.onupgradeneeded = () => {
    isMissing = true;
    request.transaction?.abort();
  };
  try {
    return await settle(request);
  } catch (error) {
    if (isMissing) return undefined;
    throw error;
  }
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      reject(request.error ?? new DOMException('The storage gave no reason.', 'UnknownError'));
  });
}
