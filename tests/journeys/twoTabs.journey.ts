import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { seededUsers } from '../bench/support/seededUsers.ts';
import { inDatabase } from '../support/clientDatabase.ts';
import { alertText, loadList, plain, sayName, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { readClient, storedDatabases } from '../support/storedFacts.ts';
import { button, goTo, openSample } from '../support/steps.ts';
import { checkLedger, openStored, openTab } from '../support/tabs.ts';

const SAMPLE = 'Larkfield Group';
const LIST =
  'user_name,name,licence_type,assigned_on,last_login_time\n' +
  [1, 2, 3].map((n) => `user.${n},Person ${n},Fulfiller,2024-01-15,2026-05-20`).join('\n');

const quantity = (page: Page): ReturnType<Page['getByRole']> =>
  page.getByRole('spinbutton', { name: 'Committed quantity', exact: true });

describe('two tabs of one client', () => {
  let app: OpenApp;
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    app = await openApp();
    first = app.page;
    first.setDefaultTimeout(20_000);
    await openSample(first);
    second = await openTab(app);
    await openStored(second, SAMPLE);
  });
  afterAll(async () => app?.close());

  test('an act in one tab shows in the other without an act of its own, and is said calmly [APP-11]', async () => {
    for (const page of [first, second]) await goTo(page, 'Contract');
    const note = second.getByRole('status', { name: 'Other tabs', exact: true });
    expect(plain(await note.innerText())).toBe('');
    await quantity(first).fill('690');
    await first.getByRole('textbox', { name: 'Holidays', exact: true }).fill('2026-12-25');
    await button(first, 'Save contract line').click();
    await expect.poll(() => quantity(second).inputValue(), { timeout: 20_000 }).toBe('690');
    expect(await second.getByRole('textbox', { name: 'Holidays', exact: true }).inputValue()).toBe(
      '25 Dec 2026',
    );
    await expect
      .poll(async () => plain(await note.innerText()))
      .toMatch(/^Another tab has recorded something for this client\. It is shown here now\./);
    expect(await second.getByRole('alert').count()).toBe(0);
    expect(plain(await first.getByRole('status', { name: 'Other tabs', exact: true }).innerText())).toBe('');
    await note.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await expect.poll(async () => plain(await note.innerText())).toBe('');
    await quantity(second).fill('691');
    await button(second, 'Save contract line').click();
    await expect.poll(() => quantity(first).inputValue(), { timeout: 20_000 }).toBe('691');
  });

  test('acts recorded in both at the same time are all in one unbroken chain [APP-11]', async () => {
    const ROUNDS = 6;
    const before = (await readClient(first, SAMPLE)).ledger;
    for (const page of [first, second]) await goTo(page, 'Contract');
    for (let round = 0; round < ROUNDS; round++) {
      await quantity(first).fill(String(700 + round));
      await quantity(second).fill(String(800 + round));
      await Promise.all([first, second].map((page) => button(page, 'Save contract line').click()));
      await expect
        .poll(async () => (await readClient(first, SAMPLE)).ledger.length, { timeout: 20_000 })
        .toBe(before.length + 2 * (round + 1));
      for (const page of [first, second]) await page.getByText('The contract line is saved.').waitFor();
    }
    const { ledger } = await readClient(second, SAMPLE);
    expect(ledger.slice(0, before.length)).toEqual(before);
    expect(new Set(ledger).size).toBe(ledger.length);
    for (const page of [first, second]) {
      expect(await checkLedger(page)).toBe(`${ledger.length} entries checked. The chain is unbroken.`);
    }
  });

  test('after a reload both show the same last state', async () => {
    const shown: string[] = [];
    for (const page of [first, second]) {
      await page.goto(app.build.url);
      await openStored(page, SAMPLE);
      await goTo(page, 'Contract');
      shown.push(await quantity(page).inputValue());
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    expect(shown[0]).toMatch(/^[78]05$/);
    expect(shown[1]).toBe(shown[0]);
  });

  test('cases created in both at the same time stay one open case a seat [RECLAIM-05]', async () => {
    await goTo(first, 'Define');
    await button(first, 'Use this definition').click();
    await first
      .getByText(/^Definition 1 is frozen\./)
      .first()
      .waitFor();
    await second.goto(app.build.url);
    await openStored(second, SAMPLE);
    for (const page of [first, second]) {
      await goTo(page, 'Review');
      await page.getByText('458 cases will be marked DRY RUN.').waitFor();
    }
    // Pressed in the same moment: a moment later the slower tab would know that nothing is left to create.
    const press = (page: Page): Promise<void> =>
      button(page, 'Create cases').evaluate((control: HTMLButtonElement) => control.click());
    for (const page of [first, second])
      await expect.poll(() => button(page, 'Create cases').isEnabled()).toBe(true);
    await Promise.all([first, second].map(press));
    const opened = (page: Page): Promise<string[]> =>
      inDatabase(page, SAMPLE, async ({ db, settle }) => {
        const records: { entry: { kind: string; body: { seat?: string } } }[] = await settle(
          db.transaction('ledger').objectStore('ledger').getAll(),
        );
        return records
          .filter(({ entry }) => entry.kind === 'caseOpened')
          .map(({ entry }) => JSON.stringify(entry.body.seat));
      });
    await expect.poll(async () => (await opened(first)).length, { timeout: 60_000 }).toBe(458);
    const said: string[] = [];
    for (const page of [first, second]) {
      const answer = page
        .getByText(/cases created, marked DRY RUN|no candidate without an open case/)
        .first();
      await answer.waitFor({ timeout: 60_000 });
      said.push(plain(await answer.innerText()));
    }
    expect(said.toSorted()).toEqual([
      expect.stringMatching(/^458 cases created, marked DRY RUN\./),
      'There is no candidate without an open case.',
    ]);
    for (const page of [first, second]) {
      await page.goto(app.build.url);
      await openStored(page, SAMPLE);
      await goTo(page, 'Reclaim');
      await page.getByRole('tab', { name: 'Cases' }).click();
      await page.getByRole('table', { name: 'Cases', exact: true }).getByText('DRY RUN').first().waitFor();
    }
    const seats = await opened(second);
    expect(seats).toHaveLength(458);
    expect(new Set(seats).size).toBe(458);
    expect(await checkLedger(second)).toMatch(/entries checked\. The chain is unbroken\.$/);
  });

  test('the same file imported in both at the same time is kept once [LOAD-11]', async () => {
    const { path } = seededUsers(5_000);
    const CLIENT = 'Imported twice';
    await startClient(first, CLIENT);
    await second.goto(app.build.url);
    await openStored(second, CLIENT);
    await goTo(second, 'Load');
    for (const page of [first, second]) {
      await page.getByLabel('Choose files', { exact: true }).setInputFiles(path);
      await setDay(page);
      await button(page, 'Import').click();
      await page.getByRole('dialog', { name: 'Your name', exact: true }).waitFor();
    }
    await Promise.all([first, second].map((page) => sayName(page)));
    for (const page of [first, second]) {
      await page
        .getByRole('region', { name: 'Receipt', exact: true })
        .getByText(/5\s000 rows read/)
        .waitFor();
    }
    for (const page of [first, second]) {
      expect(await page.getByRole('table', { name: 'Snapshots' }).getByRole('row').count()).toBe(2);
    }
    const { snapshots, recorded, staging, chunks } = await readClient(first, CLIENT);
    expect(snapshots).toHaveLength(1);
    expect(recorded).toEqual(snapshots);
    expect(staging).toEqual([]);
    expect(chunks.every((chunk) => chunk.startsWith(`${snapshots[0]!}/`))).toBe(true);
    const said = await Promise.all(
      [first, second].map((page) => page.getByText(/You have already loaded this exact file/).count()),
    );
    expect(said.toSorted()).toEqual([0, 1]);
  });

  test('nothing failed on the way', () => {
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});

describe('two clients', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    for (const name of ['Alder AG', 'Birch GmbH']) {
      await startClient(page, name);
      await loadList(page, { name: 'users.csv', content: LIST });
    }
  });
  afterAll(async () => app?.close());

  test('each has a database of its own and shares nothing, the secret of its pseudonyms included [APP-08]', async () => {
    const [alder, birch] = [await readClient(page, 'Alder AG'), await readClient(page, 'Birch GmbH')];
    expect(alder.database).not.toBe(birch.database);
    expect(alder.snapshots).not.toEqual(birch.snapshots);
    expect(alder.ledger.filter((hash) => birch.ledger.includes(hash))).toEqual([]);
    const secretOf = (client: string): Promise<string> =>
      inDatabase(page, client, async ({ db, settle }) => {
        const about: { secret: string } = await settle(
          db.transaction('about').objectStore('about').get('about'),
        );
        return about.secret;
      });
    const secrets = [await secretOf('Alder AG'), await secretOf('Birch GmbH')];
    expect(secrets.every((secret) => /^[0-9a-f]{64}$/.test(secret))).toBe(true);
    expect(new Set(secrets).size).toBe(2);
  });

  test('wiping names what is lost and wants the exact name; the other client stays as it is, and another tab is told [APP-08]', async () => {
    const birch = await readClient(page, 'Birch GmbH');
    const other = await openTab(app);
    await openStored(other, 'Alder AG');
    await goTo(other, 'Contract');

    await goTo(page, 'Start');
    await button(page, 'Wipe Alder AG').click();
    const dialog = page.getByRole('dialog', { name: 'Wipe Alder AG', exact: true });
    await expect
      .poll(async () => plain(await dialog.innerText()))
      .toContain(
        'This deletes all data of Alder AG in this browser: 1 snapshot, 0 cases, 2 ledger entries. Files you saved stay where you saved them.',
      );
    const wipe = dialog.getByRole('button', { name: 'Wipe this client', exact: true });
    const typed = dialog.getByRole('textbox', { name: 'Type the client name', exact: true });
    for (const wrong of ['', 'alder ag', 'Alder', 'Birch GmbH', 'Alder AG ']) {
      await typed.fill(wrong);
      expect(await wipe.isDisabled()).toBe(true);
    }
    await typed.fill('Alder AG');
    await wipe.click();
    await page.getByText('Alder AG was deleted from this browser.').waitFor();
    await expect
      .poll(async () => plain(await other.getByRole('status', { name: 'Other tabs' }).innerText()))
      .toMatch(/^This client was wiped in another tab\./);

    expect(await storedDatabases(page)).toEqual([birch.database]);
    expect(await readClient(page, 'Birch GmbH')).toEqual(birch);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain('Alder');

    await other.getByRole('textbox', { name: 'Vendor', exact: true }).fill('Northwind');
    await other.getByRole('combobox', { name: 'Licence type', exact: true }).fill('Fulfiller');
    await quantity(other).fill('10');
    await other.getByRole('textbox', { name: 'Unit price', exact: true }).fill('100');
    await other.getByRole('textbox', { name: 'Product', exact: true }).fill('ITSM');
    await other.getByRole('textbox', { name: 'Term start', exact: true }).fill('2026-01-01');
    await other.getByRole('textbox', { name: 'Term end', exact: true }).fill('2026-12-31');
    await button(other, 'Save contract line').click();
    await sayName(other);
    expect(await alertText(other)).toBe(
      'This client is no longer in this browser. It was wiped, or the browser erased its data.',
    );
    expect(await storedDatabases(page)).toEqual([birch.database]);
    await other.close();
  });

  test('nothing failed on the way', () => {
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});
