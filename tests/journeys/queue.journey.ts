import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { findViolations } from '../support/axe.ts';
import { plain, sayNameIfAsked, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { readClient } from '../support/storedFacts.ts';
import { button, goTo } from '../support/steps.ts';

const HEADER = 'user_name,name,department,licence_type,assigned_on,last_login_time';
const row = (number: number, day = '2026-05-20 09:30:00'): string =>
  `user.${number},Person ${number},Finance,Fulfiller,2024-01-15,${day}`;
const list = (...rows: readonly string[]): Buffer => Buffer.from([HEADER, ...rows].join('\n') + '\n');

const ROSTER = Buffer.from(
  'Employee number,Email,Full name,Status,Joined on,Unit ID,Unit name,Manager email\n' +
    'E-1,user.1@corp.test,Person 1,active,2020-01-15,U-1,Finance,boss@corp.test\n' +
    'E-2,user.2@corp.test,Person 2,active,2020-02-16,U-1,Finance,boss@corp.test\n',
);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]);
const DATES = Buffer.from(
  'login,team,seat_type,last_seen\n' +
    ['04/05/2026', '02/03/2026', '05/06/2026'].map((day, n) => `u${n},Ops,Agent,${day}`).join('\n') +
    '\n',
);

const FILES = [
  { name: 'users_Page_2.csv', buffer: list(row(3), row(4, '2026-02-30 09:00:00'), row(1)) },
  { name: 'roster.csv', buffer: ROSTER },
  { name: 'chart.csv', buffer: PNG },
  { name: 'agents.csv', buffer: DATES },
  { name: 'users_Page_1.csv', buffer: list(row(1), row(2)) },
].map((file) => ({ ...file, mimeType: 'text/csv' }));

describe('five files chosen at once', () => {
  let app: OpenApp;
  let page: Page;
  let queue: Locator;
  const line = (name: string): Locator => queue.getByRole('listitem').filter({ hasText: name });
  const lineText = async (name: string): Promise<string> => plain(await line(name).innerText());

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    await startClient(page, 'Queue GmbH');
    queue = page.getByRole('region', { name: 'Files in the queue', exact: true });
  });
  afterAll(async () => app?.close());

  test('each is looked at; the one that is no list is reported and holds up no other [LOAD-04, LOAD-07]', async () => {
    await page.getByLabel('Choose files', { exact: true }).setInputFiles(FILES);
    await queue.getByText('0 of 5 done, 1 refused').waitFor();
    expect(await lineText('chart.csv')).toContain('chart.csv is an image (PNG), not a list.');
    expect(await lineText('roster.csv')).toContain('Roster: say whether this list is complete');
    expect(await lineText('agents.csv')).toContain('Users: waits for an answer');
    expect((await readClient(page, 'Queue GmbH')).snapshots).toEqual([]);
    const progress = page.getByRole('progressbar', { name: 'Queue progress', exact: true });
    expect(await progress.getAttribute('aria-valuetext')).toBe('1 of 5');
    expect(await findViolations(page, 'Load with a queue')).toEqual([]);
  });

  test('two pages of one list become one snapshot, and a row of both is stored once [LOAD-04]', async () => {
    const offer = queue.getByRole('group', { name: 'Files with the same columns', exact: true });
    expect(plain(await offer.innerText())).toContain(
      'These 2 files have the same columns. Put them together as one list? users_Page_1.csv, users_Page_2.csv.',
    );
    await offer.getByRole('button', { name: 'Put them together' }).click();
    const together = line('users_Page_1.csv and 1 more');
    await together.waitFor();
    await setDay(page);
    await button(page, 'Import').click();
    await sayNameIfAsked(page);
    await queue.getByText('1 of 4 done').waitFor();
    expect(await lineText('users_Page_1.csv and 1 more')).toContain('imported, 5 rows read, 1 rejected');
    const { snapshots } = await readClient(page, 'Queue GmbH');
    expect(snapshots).toHaveLength(1);
  });

  test('the receipt accounts for every file, and the rejected row names its own [LOAD-04, LOAD-33]', async () => {
    const loaded = page.getByRole('table', { name: 'Loaded files' });
    await loaded.getByText('users_Page_1.csv and users_Page_2.csv').first().waitFor();
    const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
    const text = plain(await receipt.innerText());
    expect(text).toContain(
      '5 rows read, 4 accepted, 1 rejected. 1 repeat counted once. 3 accounts, 3 seats.',
    );
    expect(text).toContain('users_Page_1.csv: 2 rows read, 2 accepted, 0 rejected.');
    expect(text).toContain('users_Page_2.csv: 3 rows read, 2 accepted, 1 rejected, 1 repeat counted once.');
    expect(text).toContain("users_Page_2.csv, row 3, last_login_time: '2026-02-30 09:00:00' is not a date.");
  });

  test('a seat of the second page is explained by that file and its row [LOAD-04]', async () => {
    await goTo(page, 'Review');
    await page.getByRole('table', { name: 'Seats' }).getByText('Person 3').first().click();
    await page.getByText('users_Page_2.csv').first().waitFor();
    await goTo(page, 'Load');
  });

  test('the file with a question waits, is answered on the screen and goes from the queue as done [LOAD-04, LOAD-19]', async () => {
    await queue.getByRole('button', { name: 'Open agents.csv' }).click();
    await page
      .getByRole('group', { name: 'Question about last_seen' })
      .getByRole('radio', { name: '4 May' })
      .check();
    expect(await lineText('agents.csv')).toContain('open below');
    await button(page, 'Put this file aside').click();
    expect(await lineText('agents.csv')).toContain('waits for an answer');
    await queue.getByRole('button', { name: 'Open roster.csv' }).click();
    await page
      .getByRole('radio', { name: /^(Complete|Full)/ })
      .first()
      .check();
    await button(page, 'Import').click();
    await sayNameIfAsked(page);
    await queue.getByText('2 of 4 done').waitFor();
    expect(await lineText('roster.csv')).toContain('Roster: imported, 2 rows read');
  });

  test('the same pages again add nothing [LOAD-04, LOAD-11]', async () => {
    const before = await readClient(page, 'Queue GmbH');
    await page
      .getByLabel('Choose files', { exact: true })
      .setInputFiles(FILES.filter(({ name }) => name.startsWith('users_')));
    await queue.getByRole('button', { name: 'Put them together' }).click();
    await setDay(page);
    await button(page, 'Import').click();
    await page.getByText(/^You have already loaded this exact file/).waitFor();
    await queue.getByText('already loaded, nothing was added').waitFor();
    expect((await readClient(page, 'Queue GmbH')).snapshots).toEqual(before.snapshots);
  });

  test('lists of known columns that ask nothing are imported one after another with one press [LOAD-04]', async () => {
    const before = await readClient(page, 'Queue GmbH');
    const today = new Date().toISOString().slice(0, 10);
    const sites = [4, 5].map((rows) => ({
      name: `site_${rows}.csv`,
      mimeType: 'text/csv',
      buffer: list(...Array.from({ length: rows }, (_, number) => row(number, `${today} 00:00:00`))),
    }));
    await page.getByLabel('Choose files', { exact: true }).setInputFiles(sites);
    await queue.getByRole('button', { name: 'Keep them apart' }).click();
    await queue.getByRole('button', { name: 'Import 2 ready files' }).click();
    await line('site_5.csv').getByText('imported, 5 rows read').waitFor();
    expect(await lineText('site_4.csv')).toContain('imported, 4 rows read');
    expect((await readClient(page, 'Queue GmbH')).snapshots).toHaveLength(before.snapshots.length + 2);
  });

  test('no request left and no error was raised', () => {
    expect(app.faults.filter((fault) => !fault.startsWith('request after load: chrome-extension'))).toEqual(
      [],
    );
  });
});
