import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadList, plain, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { readClient } from '../support/storedFacts.ts';
import { button, goTo } from '../support/steps.ts';
import { checkLedger, openStored } from '../support/tabs.ts';
import { makeVersionOne, versionOf } from '../support/versionOne.ts';

const CLIENT = 'Heron KG';
const list = (people: readonly number[]): string =>
  'user_name,name,department,licence_type,assigned_on,last_login_time\n' +
  people
    .map((n) => `user.${n},Person ${n},Unit ${n % 7},Fulfiller,2024-01-15,2026-0${1 + (n % 6)}-2${n % 9}`)
    .join('\n');
const EVERYBODY = Array.from({ length: 300 }, (_, index) => index);

/** A client that was stored by the first version of the database, opened by the app of today. */
describe('a database of the first version', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    ({ page } = app);
    page.setDefaultTimeout(20_000);
    await startClient(page, CLIENT);
    await loadList(page, { name: 'users.csv', content: list(EVERYBODY) });
    await loadList(page, { name: 'later.csv', content: list(EVERYBODY.slice(1)) });
    await goTo(page, 'Define');
    await page
      .getByRole('status', { name: 'Flagged seats' })
      .getByText(/flagged/)
      .waitFor();
    await button(page, 'Use this definition').click();
    await page
      .getByText(/^Definition 1 is frozen\./)
      .first()
      .waitFor();
  });
  afterAll(async () => app?.close());

  /** What the screens show of the client, in words. */
  async function shown(): Promise<Record<string, string>> {
    const words: Record<string, string> = {};
    words['status'] = plain(await page.getByRole('region', { name: 'Workspace status' }).innerText());
    await goTo(page, 'Load');
    for (const table of ['Loaded files', 'Snapshots'])
      words[table] = plain(await page.getByRole('table', { name: table, exact: true }).innerText());
    await goTo(page, 'Define');
    const flagged = page.getByRole('status', { name: 'Flagged seats' });
    await flagged.getByText(/flagged/).waitFor();
    words['flagged'] = plain(await flagged.innerText());
    await goTo(page, 'Review');
    const seats = page.getByRole('table', { name: 'Seats', exact: true });
    await seats.getByText('Person 1', { exact: true }).waitFor();
    words['seats'] = plain(await seats.innerText());
    words['ledger'] = await checkLedger(page);
    return words;
  }

  test('is opened with its client, snapshots, ledger and figures as before, and can go on', async () => {
    const words = await shown();
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
    expect(await shown()).toEqual(words);
    expect(await readClient(page, CLIENT)).toEqual(stored);
    expect(await versionOf(page, CLIENT)).toEqual(today);

    await goTo(page, 'Load');
    await loadList(page, { name: 'third.csv', content: list(EVERYBODY.slice(2)) });
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
    // An old tab holds the old version and lets go when it is asked to.
    await holder.evaluate(async (wanted) => {
      const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
        });
      for (const { name } of await indexedDB.databases()) {
        const db = await settle(indexedDB.open(name!));
        const about: { name: string }[] = await settle(db.transaction('about').objectStore('about').getAll());
        if (about[0]?.name !== wanted) db.close();
        else db.onversionchange = () => db.close();
      }
    }, CLIENT);
    await page.goto(app.build.url);
    await openStored(page, CLIENT);
    expect((await versionOf(page, CLIENT)).version).toBeGreaterThan(10);
    expect(await page.getByRole('alert').count()).toBe(0);
    await holder.close();
  });

  /** Opens a connection to the client in a page without letting go of it; the function that it leaves there does. */
  async function holdIn(holder: Page): Promise<void> {
    await holder.evaluate(async (wanted) => {
      const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('The database gave no reason.'));
        });
      for (const { name } of await indexedDB.databases()) {
        const db = await settle(indexedDB.open(name!));
        const about: { name: string }[] = await settle(db.transaction('about').objectStore('about').getAll());
        if (about[0]?.name !== wanted) db.close();
        else Object.assign(globalThis, { letGo: () => db.close() });
      }
    }, CLIENT);
  }
  const HELD = /Fallow is open in another tab with an older version.* then opens here by itself\./;

  test('a tab that does not let go is named, and the client opens by itself once it is closed', async () => {
    await page.goto(app.build.url);
    await makeVersionOne(page, CLIENT);
    const holder = await app.context.newPage();
    await holder.goto(app.build.url);
    await holdIn(holder);
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
    await holdIn(holder);
    await page.goto(step);
    await page.getByRole('status').getByText(HELD).waitFor();
    await holder.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
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
