import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFile, importNow, plain, readAccount, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { serveBuild, type ServedBuild } from '../support/serveBuild.ts';
import { goTo } from '../support/steps.ts';

const LIST = [
  'User name,Name,Licence type,Assigned on,Last login',
  'ann,Ann Lee,Agent,2023-01-02,2026-06-28',
  'bob,Bob Hall,Agent,2023-01-02,2026-01-10',
  '',
].join('\n');
const LOG = [
  'user_name,timestamp,event_type',
  'ann,2026-06-20 10:00,ticket resolved',
  'Bob,2025-07-06 09:00,ticket resolved',
  'bob,2026-05-30 09:00,login',
  'zed,2026-06-01 08:00,ticket resolved',
  '',
].join('\n');

let build: ServedBuild;
let app: OpenApp;
let page: Page;

beforeAll(async () => {
  build = await serveBuild();
  app = await openApp({ build });
  page = app.page;
  page.setDefaultTimeout(20_000);
  await startClient(page, 'Rook Ltd');
});
afterAll(async () => {
  await app?.close();
  await build?.stop();
});

test('a log is loaded beside a list, says what it knows, and decides a seat down to its row [LOAD-25] [LOAD-32] [REVIEW-23]', async () => {
  await chooseFile(page, { name: 'users.csv', content: LIST });
  await setDay(page);
  await importNow(page);
  await chooseFile(page, { name: 'log.csv', content: LOG });
  await page.getByText(/^Recognised as Activity by its column/).waitFor();
  await page.getByRole('textbox', { name: 'History starts on', exact: true }).fill('2025-05-27');
  const lag = page.getByRole('spinbutton', { name: 'Lag (days)', exact: true });
  expect(await lag.inputValue()).toBe('2');
  await lag.fill('3');
  await setDay(page);
  const receipt = await importNow(page);
  expect(readAccount(receipt)).toEqual({ read: 4, accepted: 4, rejected: 0 });
  expect(receipt).toContain('History from 27 May 2025, lag 3 days.');
  expect(receipt).toContain('Folded into 4 active days of 3 account keys of 2 event types.');

  const logs = page.getByRole('table', { name: 'Activity logs', exact: true });
  await logs.waitFor();
  expect(plain(await logs.innerText())).toContain(
    'log.csv 27 May 2025 to 30 Jun 2026 3 days 2 of 3 Evidence for the seats.',
  );
  const gaps = page.getByRole('table', { name: 'Activity without a seat, log.csv', exact: true });
  expect(plain(await gaps.innerText())).toContain('zed 1 Jun 2026 no account of the list has this key');
  const conflicts = page.getByRole('table', { name: 'Conflicts between files', exact: true });
  expect(plain(await conflicts.innerText())).toContain('Bob Hall Last sign-in 30 May 2026');

  await goTo(page, 'Define');
  await page.getByText('Event: ticket resolved').first().waitFor();
  await goTo(page, 'Review');
  await page.getByRole('table', { name: 'Seats', exact: true }).getByText('Bob Hall').click();
  const why = page.getByRole('region', { name: 'Why this category', exact: true });
  await why.getByText('log.csv, row 3').waitFor();
  const text = plain(await why.innerText());
  expect(text).toContain('Event: ticket resolved');
  expect(text).toContain('6 Jul 2025');
});

test('a log of another system says so, and is joined when a person says that it is the same; keys follow the identity rules [LOAD-29]', async () => {
  await startClient(page, 'Wren Ltd');
  const system = page.getByRole('combobox', { name: 'System', exact: true });
  await system.selectOption('servicenow');
  await chooseFile(page, { name: 'users.csv', content: LIST.replaceAll('ann,', 'ann@corp.example,') });
  await setDay(page);
  await importNow(page);
  await system.selectOption('slack');
  const other = [
    'user_name,timestamp,event_type',
    'ann@corp.example,2026-06-21 10:00,message posted',
    'ann+night@corp.example,2026-06-22 10:00,message posted',
    '',
  ].join('\n');
  await chooseFile(page, { name: 'slack.csv', content: other });
  await page.getByText(/^Recognised as Activity by its column/).waitFor();
  await setDay(page);
  await importNow(page);
  const logs = page.getByRole('table', { name: 'Activity logs', exact: true });
  await logs.getByText('it is a log of Slack, the list is one of ServiceNow').waitFor();
  await page.getByRole('button', { name: 'It speaks of ServiceNow', exact: true }).click();
  await logs.getByText('1 of 2').waitFor();

  await page.getByRole('switch', { name: 'Remove mailbox tags', exact: true }).click();
  await page.getByRole('button', { name: 'Save identity rules', exact: true }).click();
  await logs.getByText('2 of 2').waitFor();
  const shared = page.getByRole('table', { name: 'Several keys of one account, slack.csv', exact: true });
  expect(plain(await shared.innerText())).toContain('Ann Lee ann@corp.example, ann+night@corp.example');
});
