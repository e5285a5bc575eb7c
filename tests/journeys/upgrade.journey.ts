import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectTo } from '../support/clientDatabase.ts';
import { makeVersionOne, versionOf } from '../support/databaseVersions.ts';
import { loadList } from '../support/loadSteps.ts';
import { listOf, peopleUpTo, shownOf, startFrozen } from '../support/frozenClient.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { readClient } from '../support/storedFacts.ts';
import { button, goTo } from '../support/steps.ts';
import { checkLedger, openStored } from '../support/tabs.ts';

const CLIENT = 'Heron KG';
/** Times that a database is made anew while it is looked at. */
const ROUNDS = 10;
const EVERYBODY = peopleUpTo(300);

/** A client that was stored by the first version of the database, opened by the app of today. */
describe('a database of the first version', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    ({ page } = app);
    page.setDefaultTimeout(20_000);
    await startFrozen(page, CLIENT, EVERYBODY);
  });
  afterAll(async () => app?.close());

  test('is kept where other tabs list the clients while it is made anew', async () => {
    await page.goto(app.build.url);
    const stored = await readClient(page, CLIENT);
    const lister = await app.context.newPage();
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all([makeVersionOne(page, CLIENT), lister.goto(app.build.url)]);
    }
    await lister.close();
    expect(await readClient(page, CLIENT)).toEqual(stored);
    await page.goto(app.build.url);
    await openStored(page, CLIENT);
  });

  test('is opened with its client, snapshots, ledger and figures as before, and can go on', async () => {
    const words = await shownOf(page);
    await page.goto(app.build.url);
    const stored = await readClient(page, CLIENT);
    const today = await versionOf(page, CLIENT);
    expect(await makeVersionOne(page, CLIENT)).toEqual([{ store: 'files', records: 0 }]);
    expect(await versionOf(page, CLIENT)).toEqual({
      version: 10,
      stores: ['about', 'chunks', 'drafts', 'ledger', 'snapshots', 'staging'],
    });
    expect(today.version).toBeGreaterThan(10);

    await page.goto(app.build.url);
    await openStored(page, CLIENT);
    expect(await shownOf(page)).toEqual(words);
    expect(await readClient(page, CLIENT)).toEqual(stored);
    expect(await versionOf(page, CLIENT)).toEqual(today);

    await goTo(page, 'Load');
    await loadList(page, { name: 'third.csv', content: listOf(EVERYBODY.slice(2)) });
    const later = await readClient(page, CLIENT);
    expect(later.snapshots).toHaveLength(stored.snapshots.length + 1);
    expect(later.ledger.slice(0, stored.ledger.length)).toEqual(stored.ledger);
    expect(await checkLedger(page)).toMatch(/The chain is unbroken\.$/);
  });

  test('a tab that still holds the old form lets go, and the client opens in the new one', async () => {
    await page.goto(app.build.url);
    await makeVersionOne(page, CLIENT);
    const holder = await app.context.newPage();
    await holder.goto(app.build.url);
    const held = await connectTo(holder, CLIENT);
    await held.evaluate(({ db }) => {
      db.onversionchange = () => db.close();
    });
    await page.goto(app.build.url);
    await openStored(page, CLIENT);
    expect((await versionOf(page, CLIENT)).version).toBeGreaterThan(10);
    expect(await page.getByRole('alert').count()).toBe(0);
    await holder.close();
  });

  const HELD = /Fallow is open in another tab with an older version.* then opens here by itself\./;

  test('a tab that does not let go is named, and the client opens by itself once it is closed', async () => {
    await page.goto(app.build.url);
    await makeVersionOne(page, CLIENT);
    const holder = await app.context.newPage();
    await holder.goto(app.build.url);
    await connectTo(holder, CLIENT);
    await page.goto(app.build.url);
    await button(page, `Open ${CLIENT}`).click();
    await page.getByRole('alert').getByText(HELD).waitFor();
    await holder.close();
    await page.getByRole('region', { name: 'Workspace status' }).getByText(CLIENT).waitFor();
    expect((await versionOf(page, CLIENT)).version).toBeGreaterThan(10);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('so it is where the page is reloaded on one of its steps', async () => {
    await goTo(page, 'Define');
    const step = page.url();
    await page.goto('about:blank');
    const holder = await app.context.newPage();
    await holder.goto(app.build.url);
    await makeVersionOne(holder, CLIENT);
    const held = await connectTo(holder, CLIENT);
    await page.goto(step);
    await page.getByRole('status').getByText(HELD).waitFor();
    await held.evaluate(({ db }) => db.close());
    await page.getByRole('heading', { level: 1, name: 'Define' }).waitFor();
    await holder.close();
  });

  test('a page that a newer version overtakes says that it must be reloaded', async () => {
    const newer = await app.context.newPage();
    await newer.goto(app.build.url);
    await newer.evaluate(async () => {
      for (const { name, version } of await indexedDB.databases()) {
        await new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name!, version! + 10);
          request.onsuccess = () => resolve(request.result.close());
          request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
        });
      }
    });
    const note = page.getByRole('status', { name: 'Other tabs', exact: true });
    await note.getByText(/^A newer Fallow has opened this client in another tab\./).waitFor();
    await note.getByRole('button', { name: 'Reload this page' }).waitFor();
    await newer.close();
  });

  test('nothing failed on the way', () => {
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});
