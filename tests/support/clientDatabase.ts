import type { JSHandle, Page } from 'playwright-core';

/** A connection of a page to the database of one client, made with the browser's own interface and not with Fallow's. */
export interface ClientConnection {
  readonly db: IDBDatabase;
  readonly settle: <Value>(request: IDBRequest<Value>) => Promise<Value>;
}

/** Opens the database of a client in a page. It stays open, and lets nobody upgrade it, until it is closed. */
export function connectTo(page: Page, client: string): Promise<JSHandle<ClientConnection>> {
  return page.evaluateHandle(async (wanted) => {
    const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
      });
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('fallow:')) continue;
      const db = await settle(indexedDB.open(name));
      if (db.objectStoreNames.contains('about')) {
        const about: { name: string }[] = await settle(db.transaction('about').objectStore('about').getAll());
        if (about[0]?.name === wanted) return { db, settle };
      }
      db.close();
    }
    throw new Error(`The browser holds no client ${wanted}.`);
  }, client);
}

/** What `act` finds or does in the database of a client. It runs in the page, so it brings everything it needs. */
export async function inDatabase<Found, Asked = undefined>(
  page: Page,
  client: string,
  act: (connection: ClientConnection, asked: Asked) => Promise<Found>,
  asked?: Asked,
): Promise<Found> {
  const connection = await connectTo(page, client);
  try {
    return await connection.evaluate(
      act as (connection: ClientConnection, asked: unknown) => Promise<Found>,
      asked,
    );
  } finally {
    await connection.evaluate(({ db }) => db.close());
    await connection.dispose();
  }
}
