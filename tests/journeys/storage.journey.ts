import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { seededUsers } from '../bench/support/seededUsers.ts';
import {
  alertText,
  importNow,
  loadList,
  readAccount,
  sayName,
  setDay,
  startClient,
} from '../support/loadSteps.ts';
import { openNewer } from '../support/databaseVersions.ts';
import { listOf, peopleUpTo, shownOf, startFrozen } from '../support/frozenClient.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { serveBuild, type ServedBuild } from '../support/serveBuild.ts';
import { readClient } from '../support/storedFacts.ts';
import { button, goTo } from '../support/steps.ts';
import { checkLedger, openStored } from '../support/tabs.ts';
import { changeLedger } from '../support/tamper.ts';

const CLIENT = 'Kestrel AG';
const EVERYBODY = peopleUpTo(400);

/** The app and its profile, opened again as the same browser would be on the next day. */
describe('what is stored', () => {
  let build: ServedBuild;
  let profile: string;
  let app: OpenApp;
  let page: Page;

  async function start(): Promise<void> {
    app = await openApp({ build, profile });
    page = app.page;
    page.setDefaultTimeout(20_000);
  }

  /** Faults beside the page's own files, which every reload fetches again. */
  const failures = (): string[] => app.faults.filter((fault) => !fault.includes(build.url));

  /** Closes the whole browser and starts it again on the same profile. */
  async function restart(): Promise<void> {
    expect(failures()).toEqual([]);
    await app.close();
    await start();
  }

  beforeAll(async () => {
    build = await serveBuild();
    profile = mkdtempSync(join(tmpdir(), 'fallow-stored-'));
    await start();
    await startFrozen(page, CLIENT, EVERYBODY);
  });
  afterAll(async () => {
    await app?.close();
    await build?.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('is the same after a reload and after a restart of the browser, to the byte and on screen [LOAD-03]', async () => {
    const stored = await readClient(page, CLIENT);
    const words = await shownOf(page);
    expect(words['ledger']).toBe(`${stored.ledger.length} entries checked. The chain is unbroken.`);

    await page.reload();
    if ((await page.getByRole('heading', { level: 1 }).innerText()) === 'Start')
      await openStored(page, CLIENT);
    expect(await readClient(page, CLIENT)).toEqual(stored);
    expect(await shownOf(page)).toEqual(words);

    await restart();
    await openStored(page, CLIENT);
    expect(await readClient(page, CLIENT)).toEqual(stored);
    expect(await shownOf(page)).toEqual(words);
  });

  describe('a ledger that was changed from outside', () => {
    const cases: readonly (readonly [string, Parameters<typeof changeLedger>[1], string])[] = [
      [
        'an altered entry',
        { act: 'alter', sequence: 2 },
        'Entry 2 was altered after it was written. Entries before it are intact.',
      ],
      ['an altered name beside an entry', { act: 'alterPerson', sequence: 2 }, 'Entry 2 was altered'],
      ['a missing entry', { act: 'remove', sequence: 2 }, 'Entry 2 is missing.'],
      ['an entry put in from outside', { act: 'insert', sequence: 3 }, 'Entry'],
    ];
    test.each(cases)(
      '%s is found and named on opening, and nothing is recorded on it [RECLAIM-36]',
      async (_, change, sentence) => {
        await page.goto(build.url);
        const undo = await changeLedger(page, change, CLIENT);
        await openStored(page, CLIENT);
        expect(await alertText(page)).toContain(sentence);
        expect(await checkLedger(page)).toContain(sentence);

        const stored = await readClient(page, CLIENT);
        await button(page, 'Undo').click();
        const undoIt = button(page, 'Undo it');
        await undoIt.waitFor();
        if (await undoIt.isDisabled()) {
          // The last act stands for good: the dialog says so and offers nothing to record.
          await page.keyboard.press('Escape');
        } else {
          await page
            .getByRole('textbox', { name: 'Reason', exact: true })
            .fill('To see whether it is recorded');
          await undoIt.click();
          const question = page.getByRole('dialog', { name: 'Your name', exact: true });
          const refused = page.getByText(/was changed from outside at entry \d+\. Nothing was recorded\./);
          await question.or(refused).first().waitFor();
          if (await question.isVisible()) await sayName(page);
          await refused.first().waitFor();
        }
        expect(await readClient(page, CLIENT)).toEqual(stored);

        await page.goto(build.url);
        await undo();
        await openStored(page, CLIENT);
        expect(await page.getByRole('alert').count()).toBe(0);
      },
    );

    test('a ledger shorter than this browser remembers is told on every opening until it is accepted [RECLAIM-36]', async () => {
      await page.goto(build.url);
      const { length } = (await readClient(page, CLIENT)).ledger;
      const undo = await changeLedger(page, { act: 'remove', sequence: length }, CLIENT);
      const sentence = `This browser remembers ${length} entries, but only ${length - 1} are here.`;
      for (let opening = 0; opening < 2; opening++) {
        await page.goto(build.url);
        await openStored(page, CLIENT);
        expect(await alertText(page)).toContain(sentence);
        await goTo(page, 'Load');
        expect(await alertText(page)).toContain(sentence);
      }
      await button(page, 'Go on with what is here').click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.goto(build.url);
      await openStored(page, CLIENT);
      await goTo(page, 'Load');
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.goto(build.url);
      await undo();
    });
  });

  test('a database of a newer version is refused untouched', async () => {
    await page.goto(build.url);
    const stored = await readClient(page, CLIENT);
    await openNewer(page, CLIENT);
    await page.goto(build.url);
    await button(page, `Open ${CLIENT}`).click();
    expect(await alertText(page)).toContain(
      'The data of this client belong to a newer Fallow than the one on this page. Nothing was changed.',
    );
    expect(await readClient(page, CLIENT)).toEqual(stored);
  });

  test('nothing failed on the way', () => {
    expect(failures()).toEqual([]);
  });
});

describe('a browser without room', () => {
  let app: OpenApp;
  let page: Page;
  let session: CDPSession;
  const FULL = 'No room Ltd';

  /** The browser keeps what it found free for half a minute: a quota must be set early, and may only be raised. */
  async function setQuota(bytes: number | undefined): Promise<void> {
    const { origin } = new URL(app.build.url);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(bytes === undefined ? {} : { quotaSize: bytes }),
    });
  }

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    session = await app.context.newCDPSession(page);
    await setQuota(300_000);
    await startClient(page, FULL);
    await loadList(page, { name: 'users.csv', content: listOf(EVERYBODY) });
  });
  afterAll(async () => app?.close());

  test('says so in the middle of an import, keeps nothing of it, and goes on once there is room [APP-11]', async () => {
    const { path, rows } = seededUsers(100_000);
    const before = await readClient(page, FULL);
    await page.getByLabel('Choose files', { exact: true }).setInputFiles(path);
    await setDay(page);
    await button(page, 'Import').click();
    // The rows may be read, and the question about them asked, before the store finds that it is full.
    const full = page.getByRole('radio', { name: 'Full export', exact: true });
    await page.getByRole('alert').or(full).first().waitFor();
    const isAsked = await full.isVisible();
    if (isAsked) {
      await full.check();
      await button(page, 'Import').click();
    }
    expect(await alertText(page)).toContain(
      'This browser has no room left for this client. Nothing was changed. Delete old snapshots or another client, then do it again.',
    );
    expect(await readClient(page, FULL)).toEqual(before);
    await button(page, 'Dismiss').click();
    await setQuota(undefined);
    if (!isAsked) {
      await button(page, 'Import').click();
      await full.check();
    }
    expect(readAccount(await importNow(page))).toEqual({ read: rows, accepted: rows, rejected: 0 });
    const after = await readClient(page, FULL);
    expect(after.snapshots).toHaveLength(2);
    expect(after.recorded).toEqual(after.snapshots);
    expect(after.staging).toEqual([]);
    expect(after.chunks.filter((chunk) => !after.snapshots.some((id) => chunk.startsWith(`${id}/`)))).toEqual(
      [],
    );
    expect(await checkLedger(page)).toMatch(/The chain is unbroken\.$/);
  });

  test('nothing failed on the way', () => {
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});
