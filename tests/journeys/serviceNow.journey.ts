import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Effort } from '../support/effort.ts';
import { importNow, plain, readAccount } from '../support/loadSteps.ts';
import { openApp, untilLoaded, type OpenApp } from '../support/openApp.ts';
import { readPdf } from '../support/readPdf.ts';
import { exportName, sysUserDump } from '../support/serviceNowFiles.ts';
import {
  categoryCounts,
  choice,
  CLIENT,
  count,
  EXPORTED_AT,
  exportFolder,
  field,
  LICENCE,
  loadDump,
  rowsOf,
  startIn,
  TODAY,
  USERS,
} from '../support/serviceNowSteps.ts';
import { serviceNowUsers, STORY_COUNTS } from '../support/serviceNowUsers.ts';
import { button, goTo } from '../support/steps.ts';

/** What the rules must make of the users, W = 90: known from how they were made, not from Fallow. */
const EXPECTED = {
  active: STORY_COUNTS.works + STORY_COUNTS.edgeInside,
  nonHuman: STORY_COUNTS.webService + STORY_COUNTS.integration,
  neverUsed: STORY_COUNTS.neverUsed,
  borderline: STORY_COUNTS.borderline + STORY_COUNTS.edgeOutside,
  dormant: STORY_COUNTS.dormant,
  tooNew: STORY_COUNTS.tooNew,
  closed: STORY_COUNTS.closed,
};
const FLAGGED = EXPECTED.neverUsed + EXPECTED.borderline + EXPECTED.dormant;
const CANDIDATES = serviceNowUsers().filter(
  ({ story, isVip }) => (story === 'neverUsed' || story === 'dormant') && !isVip,
).length;
describe('a ServiceNow users dump, from an empty page to the brief', () => {
  const folder = exportFolder();
  const effort = new Effort();
  let app: OpenApp;
  let page: Page;
  let screenFlagged = '';
  const visit = (screen: string): Promise<void> => {
    effort.clicks++;
    return goTo(page, screen);
  };

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    await page.clock.setFixedTime(TODAY);
  });
  afterAll(async () => {
    await app?.close();
    folder.remove();
  });

  test('the system card names the export, and the day of the list is proposed from the time of the file [LOAD-24]', async () => {
    await startIn(page, effort, 'Europe/London');
    await page.getByText('User Administration › Users').waitFor();
    const path = folder.path(exportName('sys_user'), sysUserDump(), EXPORTED_AT);
    await page.getByLabel('Choose files', { exact: true }).setInputFiles(path);
    expect(await field(page, 'Data as of').inputValue()).toBe('2026-06-30');
    expect(await count(page, 'Lag (days)').inputValue()).toBe('2');
    await field(page, 'Data as of').fill('2026-07-01');
    await field(page, 'Data as of').blur();
    const fromFile = page.getByText('Taken from the time of the file.');
    await fromFile.waitFor({ state: 'detached' });
    await field(page, 'Data as of').fill('2026-06-30');
    await field(page, 'Data as of').blur();
    await fromFile.waitFor();
  });

  test('every column stands with its meaning, three values and how each is read [LOAD-13]', async () => {
    const rows = await rowsOf(page, 'Column mapping');
    expect(rows).toHaveLength(62);
    const meaningOf = (column: string): Promise<string> =>
      choice(page, `Meaning of ${column}`).evaluate(
        (select) => (select as HTMLSelectElement).selectedOptions[0]!.textContent ?? '',
      );
    expect(await meaningOf('user_name')).toBe('Account id');
    expect(await meaningOf('last_login_time')).toBe('Last sign-in');
    expect(await meaningOf('sys_created_on')).toBe('Created on');
    expect(await meaningOf('web_service_access_only')).toBe('Web service only');
    expect(await meaningOf('user_password')).toBe('Ignore');
    const table = page.getByRole('table', { name: 'Column mapping', exact: true });
    const row = (name: string) =>
      table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}\\b`) }) });
    expect(plain(await row('active').innerText())).toMatch(/1 0 .*Active Deactivated/);
    const dates = plain(await row('last_login_time').innerText());
    expect(dates).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:06/);
    expect(dates).toMatch(/\d{1,2} [A-Z][a-z]{2} 20\d\d/);
  });

  test('a password column is left out, and its values are shown nowhere, not even in the first lines [LOAD-10]', async () => {
    await page.getByText('First lines as read').click();
    const preview = await page.locator('pre').innerText();
    expect(preview.split('\n')[1]).toMatch(/^sys_user,u1000,••••,0,/);
    expect((await page.content()).includes('x9T/kQ0=')).toBe(false);
    await button(page, 'Put this file aside').click();
  });

  test('it is imported after one question, and the receipt balances and names the column left out [LOAD-10, LOAD-33]', async () => {
    const path = folder.path(exportName('sys_user'), sysUserDump(), EXPORTED_AT);
    const receipt = await loadDump(page, effort, path);
    expect(readAccount(receipt)).toEqual({ read: USERS, accepted: USERS, rejected: 0 });
    expect(receipt).toContain(`${USERS} accounts, ${USERS} seats.`);
    expect(receipt).toContain('6 units named.');
    expect(receipt).toContain('Column user_password looks like a password or key. We left it out.');
    expect(receipt).toContain('No column shows real work, only sign-ins.');
  });

  test('one line of the order form: monthly price as a year, and the last day to speak [CONTRACT-01]', async () => {
    await effort.click(button(page, 'Go on to Contract'));
    await effort.type(field(page, 'Vendor'), 'ServiceNow');
    await effort.type(field(page, 'Product'), 'IT Service Management');
    await effort.type(choice(page, 'Licence type'), LICENCE);
    await effort.type(count(page, 'Committed quantity'), '310');
    await effort.type(field(page, 'Unit price'), '100');
    await effort.choose(choice(page, 'Price period'), 'A month');
    await effort.choose(choice(page, 'Currency'), 'GBP');
    await page.getByText(/100\.00.* a month is .*1\s200\.00.* a year\./).waitFor();
    await effort.type(field(page, 'Term start'), '2026-01-01');
    await effort.type(field(page, 'Term end'), '2025-12-31');
    await effort.type(count(page, 'Notice'), '60');
    await effort.click(button(page, 'Save contract line'));
    await page.getByText('Term end is before term start.').waitFor();
    await effort.type(field(page, 'Term end'), '2026-12-31');
    await page
      .getByText(
        /^You entered 60 days' notice\. That makes 30 October 2026 the last working day\. Today is 2 July: users must be told by \d+ [A-Z][a-z]+ to finish in time\./,
      )
      .waitFor();
    expect(await choice(page, 'Reduction right').inputValue()).toBe('none');
    await effort.click(button(page, 'Save contract line'));
    await page.getByText('The contract line is saved.').waitFor();
    const [line] = await rowsOf(page, 'Contract lines');
    expect(line!.join(' | ')).toMatch(/ITSM Fulfiller.*310/);
  });

  test('the categories are those the users were made to have, from sign-ins alone [DEFINE-04, REVIEW-01]', async () => {
    await visit('Define');
    await page
      .getByRole('status', { name: 'Flagged seats' })
      .getByText(
        `${FLAGGED} flagged: 0 leavers, ${EXPECTED.neverUsed} never used, ${EXPECTED.borderline} borderline, 0 login only, ${EXPECTED.dormant} dormant.`,
      )
      .waitFor();
    await page
      .getByText(
        `For ${LICENCE} only sign-ins are known. A sign-in is counted as use; seats that sign in without working cannot be seen.`,
      )
      .first()
      .waitFor();
    const counts = await categoryCounts(page);
    expect(counts).toMatchObject({
      Active: EXPECTED.active,
      'Non-human': EXPECTED.nonHuman,
      'Never used': EXPECTED.neverUsed,
      Borderline: EXPECTED.borderline,
      Dormant: EXPECTED.dormant,
      'Too new': EXPECTED.tooNew,
      'Not a seat': EXPECTED.closed,
    });
  });

  test('with the dry run off, the definition is frozen and real cases are made', async () => {
    await visit('Define');
    await effort.click(page.getByRole('switch', { name: 'Dry run', exact: true }));
    await effort.click(button(page, 'Use this definition'));
    await page
      .getByText(`Definition 1 is frozen. Measured on data as of 30 June 2026: ${FLAGGED} flagged.`)
      .first()
      .waitFor();
    await visit('Review');
    await effort.click(button(page, 'Create cases'));
    await visit('Reclaim');
    await effort.click(page.getByRole('tab', { name: 'Cases', exact: true }));
    const cases = page.getByRole('table', { name: 'Cases', exact: true });
    await cases.getByRole('row').nth(1).waitFor();
    expect(await cases.getByText('DRY RUN').count()).toBe(0);
    const [states] = await rowsOf(page, 'Cases by state');
    expect(Number(states!.at(-1))).toBe(CANDIDATES);
  });

  test('notice, answer and freeze are recorded for one of them', async () => {
    await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('Ready');
    await effort.click(page.getByRole('button', { name: /^Open case \d+$/ }).first());
    const dialog = page.getByRole('dialog', { name: /^Case \d+$/ });
    await effort.click(button(dialog, 'Reclaim'));
    await effort.click(button(page.getByRole('dialog', { name: 'Reclaim', exact: true }), 'Save notice'));
    await dialog.getByText('Awaiting User').first().waitFor();
    await effort.click(button(dialog, 'Record decision'));
    const decision = page.getByRole('dialog', { name: 'Record decision', exact: true });
    await effort.check(decision.getByRole('radio', { name: 'Revoke', exact: true }));
    await effort.click(button(decision, 'Save decision'));
    await dialog.getByText('Awaiting Revocation').first().waitFor();
    await effort.click(button(dialog, 'Record freeze'));
    await dialog.getByRole('region', { name: 'Restore card', exact: true }).waitFor();
    await effort.click(button(dialog, 'Close'));
  });

  test('the brief names the customer and repeats the counts of the screen [BRIEF-04]', async () => {
    await visit('Define');
    screenFlagged = plain(await page.getByRole('status', { name: 'Flagged seats' }).innerText());
    expect(screenFlagged).toContain(`${FLAGGED} flagged`);
    await visit('Position & brief');
    const commitment = page.getByRole('status', { name: 'Recommended commitment' });
    const [recommended] = /\d+/.exec(plain(await commitment.innerText()))!;
    await effort.click(page.getByRole('tab', { name: 'Brief', exact: true }));
    const saved = page.waitForEvent('download');
    await effort.click(button(page, 'Export brief'));
    const names = page.getByRole('dialog', { name: 'This file contains names', exact: true });
    const result = page.getByRole('status', { name: 'Brief result', exact: true }).getByText('Saved');
    await names.or(result).first().waitFor();
    if (await names.isVisible()) await effort.click(button(names, 'Export with names'));
    const file = await saved;
    await result.waitFor();
    const pdf = await readPdf(readFileSync(await file.path()));
    const text = plain(pdf.text);
    expect(text).toContain(CLIENT);
    expect(text).toContain(LICENCE);
    expect(text).toContain(String(FLAGGED));
    for (const [name, seats] of [
      ['Never used', EXPECTED.neverUsed],
      ['Borderline', EXPECTED.borderline],
      ['Dormant', EXPECTED.dormant],
      ['Periodic', 0],
    ] as const) {
      expect(text).toMatch(new RegExp(`${name} ${seats}\\b`));
    }
    expect(text).toContain(recommended);
    expect(text).toContain('only sign-ins are known');
  });

  test('all of it took a person few acts', () => {
    expect(effort.clicks).toBeLessThanOrEqual(34);
    expect(effort.fields).toBeLessThanOrEqual(16);
  });

  test('nothing left the machine and nothing failed on the way [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });

  test('everything typed is there after a reload [LOAD-03, CONTRACT-01]', async () => {
    await page.reload();
    await untilLoaded(page);
    await page.getByRole('region', { name: 'Workspace status' }).getByText(CLIENT).waitFor();
    await goTo(page, 'Contract');
    const values = {
      Vendor: 'ServiceNow',
      Product: 'IT Service Management',
      'Unit price': '100.00',
      'Term start': '2026-01-01',
      'Term end': '2026-12-31',
    };
    for (const [name, value] of Object.entries(values)) {
      expect(await field(page, name).inputValue()).toBe(value);
    }
    expect(await choice(page, 'Licence type').inputValue()).toBe(LICENCE);
    expect(await count(page, 'Committed quantity').inputValue()).toBe('310');
    expect(await choice(page, 'Metric').inputValue()).toBe('namedUser');
    expect(await choice(page, 'Currency').inputValue()).toBe('GBP');
    expect(await choice(page, 'Reduction right').inputValue()).toBe('none');
    await goTo(page, 'Define');
    await page.getByRole('status', { name: 'Flagged seats' }).getByText(`${FLAGGED} flagged`).waitFor();
    expect(plain(await page.getByRole('status', { name: 'Flagged seats' }).innerText())).toBe(screenFlagged);
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});

describe('the same dump in browsers of other time zones', () => {
  test('gives the same receipt, categories and seats in Auckland, Kiritimati and Los Angeles [LOAD-21]', async () => {
    const folder = exportFolder();
    const path = folder.path(exportName('sys_user'), sysUserDump(), EXPORTED_AT);
    const outcomes: { receipt: string; counts: Record<string, number>; edge: string }[] = [];
    for (const timeZone of ['Pacific/Auckland', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      const app = await openApp({ timeZone });
      try {
        await startIn(app.page, new Effort(), 'Europe/London');
        await app.page.getByLabel('Choose files', { exact: true }).setInputFiles(path);
        await field(app.page, 'Data as of').fill('2026-06-30');
        await field(app.page, 'Data as of').blur();
        await choice(app.page, 'Time zone of the file').selectOption('UTC');
        await choice(app.page, 'Licence type of every row').fill(LICENCE);
        await app.page.getByRole('radio', { name: 'Never used', exact: true }).check();
        const receipt = await importNow(app.page);
        const counts = await categoryCounts(app.page);
        const outside = serviceNowUsers().find(({ story }) => story === 'edgeOutside')!;
        await app.page.getByRole('searchbox', { name: 'Find a seat', exact: true }).fill(outside.userName);
        const row = app.page.getByRole('table', { name: 'Seats', exact: true }).getByRole('row').nth(1);
        await row.getByText('1 Apr 2026').first().waitFor();
        outcomes.push({ receipt, counts, edge: plain(await row.innerText()) });
        expect(app.faults).toEqual([]);
      } finally {
        await app.close();
      }
    }
    folder.remove();
    const [auckland, ...others] = outcomes;
    for (const other of others) expect(other).toEqual(auckland);
    expect(auckland!.counts).toMatchObject({ Active: EXPECTED.active, Borderline: EXPECTED.borderline });
  });
});
