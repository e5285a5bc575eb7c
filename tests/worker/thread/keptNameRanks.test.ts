import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadComputed } from '../../../src/storage/snapshotExtra.ts';
import {
  KEPT_NAME_RANKS,
  NAME_RULES_NUMBER,
  bytesToRanks,
  ranksToBytes,
} from '../../../src/worker/thread/keptNameRanks.ts';
import { seatQuery } from '../../builders/seatQuery.ts';
import { askThread } from '../../support/askThread.ts';
import { codeFingerprint } from '../../support/codeFingerprint.ts';
import { HEADER, STAMP, loadMonth, snapshotIn } from '../../support/monthlyLists.ts';

/** Fingerprint of the code that orders names, under each number that its rules have had. */
const FINGERPRINTS: Readonly<Record<number, string>> = {
  1: 'a9ca74e5c598fb23',
};

/** As many as are worth keeping. */
const ACCOUNTS = 50_000;

test('ranks are read back, but not those of other accounts or of another number of the rules', () => {
  const ranks = Uint32Array.of(2, 0, 1);
  const bytes = ranksToBytes(ranks);
  expect(bytesToRanks(bytes, 3)).toEqual(ranks);
  expect(bytesToRanks(bytes, 4)).toBeUndefined();
  expect(bytesToRanks(bytes.slice(0, 6), 3)).toBeUndefined();
  expect(bytesToRanks(new ArrayBuffer(0), 0)).toBeUndefined();
  new Uint32Array(bytes)[0] = NAME_RULES_NUMBER + 1;
  expect(bytesToRanks(bytes, 3)).toBeUndefined();
});

test('ranks that are kept are made anew after a change of the rules: raise the number and note the fingerprint', () => {
  const numbers = Object.keys(FINGERPRINTS).map(Number);
  expect(Math.max(...numbers)).toBe(NAME_RULES_NUMBER);
  expect(codeFingerprint('src/worker/thread/rankNames.ts')).toBe(FINGERPRINTS[NAME_RULES_NUMBER]);
});

test('a large list is ordered by what was kept at its next opening, as it was before', async () => {
  const ask = askThread();
  const { client } = await ask('createClient', {
    name: 'Large',
    timeZone: 'UTC',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  const lines = Array.from(
    { length: ACCOUNTS },
    (_, row) => `u${row},${['Zoë', 'Åsa', 'bo', 'Ann'][row % 4]} ${row % 977},Agent,2023-01-02,2026-06-11`,
  );
  const header = HEADER.replace('User name', 'User name,Name');
  const snapshot = snapshotIn(await loadMonth(ask, '2026-06-30', lines, { header }));
  const page = { query: seatQuery(), from: 0, count: 200 };
  const before = await ask('seatPage', page);
  expect(before.total).toBe(ACCOUNTS);
  expect(before.rows[0]!.name).toBe('Ann 0');

  const db = new ClientDatabase(client.id);
  await expect.poll(() => loadComputed(db, snapshot, KEPT_NAME_RANKS), { timeout: 20_000 }).toBeDefined();
  const again = askThread();
  await again('openClient', { id: client.id, remembered: undefined, stamp: STAMP });
  expect((await again('seatPage', page)).rows).toEqual(before.rows);

  // The order that was kept is the one that is used: turned round, it turns the list.
  const kept = bytesToRanks((await loadComputed(db, snapshot, KEPT_NAME_RANKS))!, ACCOUNTS)!;
  const turned = ranksToBytes(kept.map((rank) => ACCOUNTS - 1 - rank));
  await db.chunks.put({ snapshot, column: `computed.${KEPT_NAME_RANKS}`, chunk: 0, bytes: turned });
  const turnedThread = askThread();
  await turnedThread('openClient', { id: client.id, remembered: undefined, stamp: STAMP });
  const descending = await ask('seatPage', { ...page, query: seatQuery({ descending: true }) });
  expect((await turnedThread('seatPage', page)).rows.map(({ name }) => name)).toEqual(
    descending.rows.map(({ name }) => name),
  );
  db.close();
});
