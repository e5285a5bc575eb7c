import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Effort } from '../support/effort.ts';
import { importNow, readAccount } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { labelExport } from '../support/serviceNowFiles.ts';
import {
  categoryCounts,
  choice,
  EXPORTED_AT,
  exportFolder,
  rowsOf,
  startIn,
  TODAY,
  USERS,
} from '../support/serviceNowSteps.ts';
import { serviceNowUsers, STORY_COUNTS } from '../support/serviceNowUsers.ts';
import { goTo } from '../support/steps.ts';

describe('the ServiceNow list export with labels', () => {
  const folder = exportFolder();
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    await page.clock.setFixedTime(TODAY);
  });
  afterAll(async () => {
    await app?.close();
    folder.remove();
  });
  const meaning = (column: string) => choice(page, `Meaning of ${column}`);

  test('windows-1252, quoted cells and day-first dates are recognised without a question about them [LOAD-05, LOAD-19]', async () => {
    await startIn(page, new Effort(), 'Europe/London');
    await page
      .getByLabel('Choose files', { exact: true })
      .setInputFiles(folder.path('sys_user.csv', labelExport(), EXPORTED_AT));
    await page.getByText('Western European (windows-1252), cells separated by commas').waitFor();
    expect(await meaning('User ID').inputValue()).toBe('accountId');
    expect(await meaning('License type').inputValue()).toBe('licenceType');
    expect(await meaning('Last login time').inputValue()).toBe('lastSignIn');
    expect(await choice(page, 'Date order of Last login time').inputValue()).toBe('dayFirst');
    expect(await choice(page, 'Date order of Created').inputValue()).toBe('dayFirst');
    expect(await page.getByText('We cannot tell day from month').count()).toBe(0);
  });

  test('a meaning changed by hand counts: a second column of sign-ins joins the first [LOAD-13, LOAD-14]', async () => {
    await meaning('Last login').selectOption('lastSignIn');
    await choice(page, 'Date order of Last login').waitFor();
    await meaning('Title').selectOption('role');
    for (const name of ['Last login', 'Last login time']) {
      await page
        .getByRole('group', { name: `Question about ${name}`, exact: true })
        .getByRole('radio', { name: 'Never used', exact: true })
        .check();
    }
    const receipt = await importNow(page);
    expect(readAccount(receipt)).toEqual({ read: USERS, accepted: USERS, rejected: 0 });
    expect(receipt).toContain('Business Stakeholder 58');
    expect(receipt).toContain(`Fulfiller ${USERS - 58}`);
    expect(receipt).toContain('No column shows real work, only sign-ins.');
    const counts = await categoryCounts(page);
    expect(counts).toMatchObject({
      Active: STORY_COUNTS.works,
      Borderline: STORY_COUNTS.borderline + STORY_COUNTS.edgeOutside + STORY_COUNTS.edgeInside,
      Dormant: STORY_COUNTS.dormant,
      'Never used': STORY_COUNTS.neverUsed,
      'Non-human': STORY_COUNTS.webService + STORY_COUNTS.integration,
    });
  });

  test('letters of windows-1252 and the commas inside quotes come through, and the deciding column is named [LOAD-14, REVIEW-02]', async () => {
    await page.getByRole('searchbox', { name: 'Find a seat', exact: true }).fill('Müller, Zoë');
    const row = page.getByRole('table', { name: 'Seats', exact: true }).getByRole('row').nth(1);
    await row.getByText('Müller, Zoë').waitFor();
    await row.click();
    const why = page.getByRole('region', { name: 'Why this category', exact: true });
    await why.getByText('Müller, Zoë').waitFor();
    await why
      .getByText(/sys_user\.csv/)
      .first()
      .waitFor();
    const timed = serviceNowUsers(true).find(({ lastLogin, keepsLoginDay }) => lastLogin && !keepsLoginDay)!;
    await page.getByRole('searchbox', { name: 'Find a seat', exact: true }).fill(timed.userName);
    await row.getByText(`${timed.lastName}, ${timed.firstName}`).waitFor();
    await row.click();
    await why.getByText(timed.userName).first().waitFor();
    await why.getByText(new RegExp(`${timed.lastLogin!.time} in Last login time$`)).waitFor();
  });

  test('the same header next month brings the same mapping, and both snapshots are listed [LOAD-13, LOAD-34]', async () => {
    await goTo(page, 'Load');
    const later = serviceNowUsers(true).map((user) => ({ ...user, keepsLoginDay: true }));
    await page
      .getByLabel('Choose files', { exact: true })
      .setInputFiles(folder.path('sys_user (1).csv', labelExport(later), '2026-07-01T11:00:00Z'));
    await page.getByRole('table', { name: 'Column mapping', exact: true }).waitFor();
    expect(await meaning('Last login').inputValue()).toBe('lastSignIn');
    expect(await meaning('Title').inputValue()).toBe('role');
    for (const name of ['Last login', 'Last login time']) {
      const group = page.getByRole('group', { name: `Question about ${name}`, exact: true });
      await group.getByRole('radio', { name: 'Never used', exact: true }).check();
    }
    const receipt = await importNow(page);
    expect(readAccount(receipt)).toEqual({ read: USERS, accepted: USERS, rejected: 0 });
    const snapshots = await rowsOf(page, 'Snapshots');
    expect(snapshots.map((cells) => cells.slice(0, 4))).toEqual([
      [expect.stringMatching(/^1 Jul 2026/), 'Full export', String(USERS), String(USERS)],
      [expect.stringMatching(/^30 Jun 2026/), 'Full export', String(USERS), String(USERS)],
    ]);
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });
});
