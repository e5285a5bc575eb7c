import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { databaseName } from '../../src/storage/databaseName.ts';
import { listClients, readAbout, storedClients } from '../../src/storage/storedClients.ts';
import { storageFailure } from '../../src/storage/storageFailure.ts';

const ID = '3e8858c61865c22d';

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
  });

/** Makes the database of a client with its record, in one step as a backup is restored. */
async function make(name: string): Promise<void> {
  const opening = indexedDB.open(databaseName(ID), 10);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('about', { keyPath: 'key' }).add({ key: 'about', clientId: ID, name });
  };
  (await settle(opening)).close();
}

test('a client that is deleted and made again while it is looked at stays as it was made', async () => {
  await make('Heron KG');
  const deletion = settle(indexedDB.deleteDatabase(databaseName(ID)));
  const looking = Array.from({ length: 5 }, () => readAbout(ID));
  const making = make('Heron AG');
  await Promise.all([deletion, making]);
  expect(await Promise.all(looking)).toEqual(Array.from({ length: 5 }, () => undefined));
  expect(await readAbout(ID)).toMatchObject({ name: 'Heron AG' });
  expect(await storedClients()).toEqual([{ id: ID, version: 10 }]);
});

test('a client that is deleted while the clients are listed is passed over', async () => {
  await make('Heron KG');
  vi.spyOn(indexedDB, 'databases').mockResolvedValueOnce([{ name: databaseName(ID), version: 10 }]);
  await settle(indexedDB.deleteDatabase(databaseName(ID)));
  expect(await listClients()).toEqual([]);
  expect(await indexedDB.databases()).toEqual([]);
});

test('a database without the record of a client is passed over and left as it is', async () => {
  (await settle(indexedDB.open(databaseName(ID), 10))).close();
  expect(await listClients()).toEqual([]);
  expect(await indexedDB.databases()).toEqual([{ name: databaseName(ID), version: 10 }]);
});

test('looking lets go of a database that others want deleted', async () => {
  await make('Heron KG');
  const looking = readAbout(ID);
  const deletion = indexedDB.deleteDatabase(databaseName(ID));
  let blocked = 0;
  deletion.onblocked = () => (blocked += 1);
  await settle(deletion);
  expect(await looking).toMatchObject({ name: 'Heron KG' });
  expect(blocked).toBe(0);
});

test('a browser that cannot name its databases leaves it to the list that Dexie keeps', async () => {
  vi.stubGlobal('indexedDB', { open: indexedDB.open.bind(indexedDB) });
  vi.spyOn(Dexie, 'getDatabaseNames').mockResolvedValueOnce([databaseName(ID), 'other']);
  expect(await storedClients()).toEqual([{ id: ID, version: undefined }]);
});

test('a browser without storage is an expected failure', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const error: unknown = await listClients().catch((why: unknown) => why);
  expect(storageFailure(error)).toEqual({ kind: 'storageBlocked' });
});
