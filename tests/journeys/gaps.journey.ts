import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/axe.ts';
import { chooseFile, importNow, plain, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { button, goTo } from '../support/steps.ts';

const LIST = [
  'User name,Name,Email,Department,Licence type,Assigned on,Last activity',
  'ann,Ann Lee,ann@larkfield.example,Finance,Agent,2023-01-02,2026-06-28',
  'ann-admin,Ann Lee,ANN@larkfield.example,Finance,Agent,2023-01-02,2026-06-20',
  'bob,Bob Hall,bob@larkfield.example,Finance,Agent,2023-01-02,2025-03-10',
  'cat,Cat Moss,cat@larkfield.example,HR,Agent,2023-01-02,2025-03-11',
  'dan,Dan Orr,dan@larkfield.example,HR,,2023-01-02,2026-06-25',
  '',
].join('\n');
const ROSTER = [
  'employee_number,full_name,email,unit_id,department',
  '1,Ann Lee,ann@larkfield.example,U-1,Finance',
  '2,Zed Moor,zed@larkfield.example,U-1,Finance',
  '',
].join('\n');
const LOG = [
  'user_name,timestamp,event_type',
  'ann,2026-06-28 10:00,ticket resolved',
  'zed@larkfield.example,2026-06-27 10:00,ticket resolved',
  '=HYPERLINK(1),2026-01-04 10:00,ticket resolved',
  '',
].join('\n');

/** Three files, from loading to the tab that says who lacks a seat and who has too many. */
describe('gaps and overlaps', () => {
  let app: OpenApp;
  let page: Page;
  const rowsOf = async (name: string): Promise<string[]> => {
    const rows = page.getByRole('table', { name, exact: true }).locator('tbody tr');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(plain);
  };

  beforeAll(async () => {
    app = await openApp();
    ({ page } = app);
    page.setDefaultTimeout(20_000);
    await startClient(page, 'Wren Ltd');
    for (const [name, content] of [
      ['users.csv', LIST],
      ['roster.csv', ROSTER],
      ['log.csv', LOG],
    ] as const) {
      await chooseFile(page, { name, content });
      if (name === 'roster.csv') await page.getByRole('radio', { name: 'Full export', exact: true }).check();
      if (name === 'log.csv') {
        await page.getByText(/^Recognised as Activity by its column/).waitFor();
        await page.getByRole('textbox', { name: 'History starts on', exact: true }).fill('2025-05-27');
      }
      await setDay(page);
      await importNow(page);
    }
    await goTo(page, 'Review');
    await page.getByRole('tab', { name: 'Gaps and overlaps', exact: true }).click();
  });
  afterAll(async () => app?.close());

  test('a gap has its explanation and an idle seat of its own unit, or says that none is needed [REVIEW-23]', async () => {
    const [zed, dan, old] = await rowsOf('Gaps');
    expect(zed).toContain('Zed Moor');
    expect(zed).toContain('no account of the list has this key');
    expect(zed).toContain('Either the list lacks the account, or its key is written differently there.');
    expect(zed).toContain('Bob Hall: Agent Dormant. Agent, the licence type needed. Same unit, Finance.');
    expect(dan).toContain('account in users.csv, row 6');
    expect(dan).toContain('Cat Moss: Agent');
    expect(old).toContain('None needed.');
    await page.getByText('3 activities have no seat; 2 need one now. Idle seats could serve 2.').waitFor();
    await page.getByText('Of 2 flagged seats: 2 offered here, 0 left over').waitFor();
  });

  test('one person with two accounts is an overlap, each seat with its category [REVIEW-23]', async () => {
    expect(await rowsOf('Overlaps')).toEqual([
      'Ann Lee ann: Agent Non-human ann-admin: Agent Non-human One person holds seats under 2 accounts of this system.',
    ]);
    expect(await findViolations(page, 'Review, gaps and overlaps')).toEqual([]);
  });

  test('the table leaves as a file in which no cell starts a formula [REVIEW-23]', async () => {
    await button(page, 'Export table').click();
    const saved = page.waitForEvent('download');
    await button(page, 'Export with names').click();
    const csv = readFileSync(await (await saved).path(), 'utf8');
    expect(csv).toContain(`"'=HYPERLINK(1)"`);
    expect(csv.split('\r\n').map((line) => line.split(',', 1)[0])).toEqual([
      'Kind',
      'Gap',
      'Gap',
      'Gap',
      'Overlap',
      'Overlap',
      '',
    ]);
  });

  test('an offered seat that gets a case or an exception is offered no longer [REVIEW-23]', async () => {
    await button(page, 'Bob Hall: Agent').click();
    const seats = page.getByRole('table', { name: 'Seats', exact: true });
    await seats.getByText('Bob Hall').click();
    await button(page, 'Add an exception').click();
    const dialog = page.getByRole('dialog', { name: 'Add an exception', exact: true });
    await dialog.getByRole('textbox', { name: 'Rationale', exact: true }).fill('covers the audit');
    await dialog.getByRole('textbox', { name: 'Ends on', exact: true }).fill(inThreeMonths());
    await dialog.getByRole('textbox', { name: 'Fallback control', exact: true }).fill('asked again then');
    await button(page, 'Save exception').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Gaps and overlaps', exact: true }).click();
    await expect.poll(async () => (await rowsOf('Gaps'))[0]).toContain('No idle seat is left for it.');
    expect((await rowsOf('Gaps')).join()).not.toContain('Bob Hall');
  });

  test('nothing left the machine and nothing failed on the way', () => {
    expect(app.faults).toEqual([]);
  });
});

/** An exception ends after today and within twelve months. */
function inThreeMonths(): string {
  const later = new Date(Date.now() + 90 * 86_400_000);
  return later.toISOString().slice(0, 10);
}
