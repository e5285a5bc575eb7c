import type { Page } from 'playwright-core';
import { inDatabase } from './clientDatabase.ts';

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
  const original = await inDatabase(
    page,
    client,
    async ({ db, settle }, { act, sequence }) => {
      interface Stored {
        sequence: number;
        entry: { sequence: number; at: string };
        personal: { actor: string };
      }
      const ledger = db.transaction('ledger', 'readwrite').objectStore('ledger');
      const before: Stored[] = await settle(ledger.getAll());
      const record = structuredClone(before.find((each) => each.sequence === sequence)!);
      if (act === 'alter') record.entry.at = '2020-01-01T00:00:00+00:00';
      if (act === 'alterPerson') record.personal.actor = 'Somebody Else';
      if (act === 'remove') await settle(ledger.delete(sequence));
      else if (act === 'insert') {
        // Everything from here on moves up by one, as a clumsy insertion would do it.
        for (const each of before.filter((one) => one.sequence >= sequence).toReversed()) {
          const later = structuredClone(each);
          later.sequence += 1;
          later.entry.sequence += 1;
          await settle(ledger.put(later));
        }
        await settle(ledger.put(record));
      } else await settle(ledger.put(record));
      return before;
    },
    change,
  );
  return () =>
    inDatabase(
      page,
      client,
      async ({ db, settle }, records) => {
        const ledger = db.transaction('ledger', 'readwrite').objectStore('ledger');
        await settle(ledger.clear());
        for (const record of records) await settle(ledger.put(record));
      },
      original,
    );
}
