import type { Page } from 'playwright-core';

/** What somebody with the developer tools could do to the stored ledger. */
export interface LedgerChange {
  readonly act: 'alter' | 'alterPerson' | 'remove' | 'insert';
  readonly sequence: number;
}

/** Changes the stored ledger of a client with the browser's own interface. Returns a function that puts it back. */
export async function changeLedger(
  page: Page,
  change: LedgerChange,
  client: string,
): Promise<() => Promise<void>> {
  const original = await page.evaluate(replaceLedger, { client, change, records: null });
  return async () => {
    await page.evaluate(replaceLedger, { client, change: null, records: original });
  };
}

/** Runs in the page: applies a change to the ledger, or puts `records` in its place. Returns what was there. */
async function replaceLedger(asked: {
  readonly client: string;
  readonly change: LedgerChange | null;
  readonly records: readonly unknown[] | null;
}): Promise<unknown[]> {
  interface Stored {
    sequence: number;
    entry: { sequence: number; at: string };
    personal: { actor: string };
  }
  const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
    });
  for (const { name } of await indexedDB.databases()) {
    const db = await settle(indexedDB.open(name!));
    const about: { name: string }[] = await settle(db.transaction('about').objectStore('about').getAll());
    if (about[0]?.name !== asked.client) {
      db.close();
      continue;
    }
    const ledger = db.transaction('ledger', 'readwrite').objectStore('ledger');
    const before: Stored[] = await settle(ledger.getAll());
    if (asked.records) {
      await settle(ledger.clear());
      for (const record of asked.records) await settle(ledger.put(record));
    }
    if (asked.change) {
      const { act, sequence } = asked.change;
      const record = structuredClone(before.find((each) => each.sequence === sequence)!);
      if (act === 'alter') record.entry.at = '2020-01-01T00:00:00+00:00';
      if (act === 'alterPerson') record.personal.actor = 'Somebody Else';
      if (act === 'remove') await settle(ledger.delete(sequence));
      else if (act === 'insert') {
        // Everything from here on moves up by one, as a clumsy insertion would do it.
        for (const later of before.filter((each) => each.sequence >= sequence).toReversed()) {
          later.sequence += 1;
          later.entry.sequence += 1;
          await settle(ledger.put(structuredClone(later)));
          later.sequence -= 1;
          later.entry.sequence -= 1;
        }
        await settle(ledger.put(record));
      } else await settle(ledger.put(record));
    }
    db.close();
    return before;
  }
  throw new Error(`The browser holds no client ${asked.client}.`);
}

/** Raises the version of a client's database, as a newer Fallow would. */
export async function openNewer(page: Page, client: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
      });
    for (const { name, version } of await indexedDB.databases()) {
      const db = await settle(indexedDB.open(name!));
      const about: { name: string }[] = await settle(db.transaction('about').objectStore('about').getAll());
      db.close();
      if (about[0]?.name === wanted) (await settle(indexedDB.open(name!, version! + 10))).close();
    }
  }, client);
}
