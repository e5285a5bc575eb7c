import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { chooseFile, importNow, plain, readAccount, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, untilLoaded, type OpenApp } from '../support/openApp.ts';
import { button } from '../support/steps.ts';

const ROWS = 60;
const HEADER = 'user_name,name,licence_type,last_sign_in_attempt,last_login,last_work';

/** Attempts up to the day of the list; 25 logins on one old day and three placeholders; work that stops on 18 June. */
function listOfSixty(): string {
  const june = (day: number): string => `2026-06-${String(day).padStart(2, '0')}`;
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const login = row < 25 ? '2020-07-30' : row < 28 ? '1970-01-01' : june(1 + (row % 29));
    const work = row < 25 ? `2025-11-${10 + (row % 20)}` : june(1 + (row % 18));
    return [`user.${row}`, `Person ${row}`, 'Fulfiller', june(2 + (row % 29)), login, work].join(',');
  });
  return [HEADER, ...rows].join('\n') + '\n';
}

describe('the X-ray of columns', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    await startClient(page, 'Column Works');
    await chooseFile(page, { name: 'users.csv', content: listOfSixty() });
    await setDay(page);
  });
  afterAll(async () => app?.close());

  const question = (name: string): Locator =>
    page.getByRole('group', { name: `Question about ${name}`, exact: true });
  const answer = (name: string, value: string): Locator =>
    question(name).getByRole('radio', { name: value, exact: true });
  const says = (text: string): Promise<void> => page.getByText(text).waitFor();

  test('puts one question at a time, each with the rows that caused it [LOAD-26, LOAD-27]', async () => {
    await says(
      'Nobody in this file has a date after 18 June in last_work although it was exported on 30 June 2026.',
    );
    expect(await page.getByRole('group', { name: /^Question about/ }).count()).toBe(1);
    const rows = page.getByRole('table', { name: 'Rows of last_work: no recent date', exact: true });
    expect((await rows.getByRole('row').allInnerTexts()).map(plain)).toContain('37 2026-06-18');
    await answer('last_work', 'Use it anyway').check();
    await says('last_sign_in_attempt also counts failed attempts');
  });

  test('Enter takes the recommended answer and leads to the next question [LOAD-23, LOAD-26]', async () => {
    await answer('last_sign_in_attempt', 'Keep it apart as attempts').focus();
    await page.keyboard.press('Enter');
    await says('last_login says 1970-01-01 or the like in 3 rows');
    await page.keyboard.press('Enter');
    await says('25 accounts share the date 30 Jul 2020 in last_login, older than every other date.');
    expect(await answer('last_login: placeholder dates', 'Never').isChecked()).toBe(true);
    await answer('last_login', 'Never').check();
  });

  test('an answer can be changed afterwards, and the reading follows [LOAD-26]', async () => {
    const kind = page.getByRole('combobox', { name: 'Signal kind of last_sign_in_attempt', exact: true });
    expect(await kind.inputValue()).toBe('attempt');
    await answer('last_sign_in_attempt', 'Use it anyway').check();
    await expect.poll(() => kind.inputValue()).toBe('applicationSignIn');
    await answer('last_sign_in_attempt', 'Keep it apart as attempts').check();
    await expect.poll(() => kind.inputValue()).toBe('attempt');
    await page
      .getByRole('row', { name: /^last_login/ })
      .getByText('never')
      .first()
      .waitFor();
  });

  test('the answers are kept with the snapshot and shown in the receipt [LOAD-26]', async () => {
    await page.getByText(/^Reads 60 rows/).waitFor();
    const open = page.locator('.load-question-open').getByRole('radio').first();
    while (await open.isVisible()) {
      await open.focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
    }
    const receipt = await importNow(page);
    expect(readAccount(receipt)).toEqual({ read: ROWS, accepted: ROWS, rejected: 0 });
    expect(receipt).toContain('Nobody has a date after 18 Jun 2026 in last_work');
    expect(receipt).not.toContain('share the date');
    await page.getByText(/^\d questions answered$/).click();
    const told = plain(await page.getByRole('region', { name: 'Receipt', exact: true }).innerText());
    expect(told).toContain('last_login, one oldest date Never');
  });

  test('the ledger tells them in words, and still does after the page was opened anew [LOAD-26]', async () => {
    const expected = [
      'last_sign_in_attempt, failed attempts: Keep it apart as attempts',
      'last_login, placeholder dates: Never',
      'last_login, one oldest date: Never',
      'last_work, no recent date: Use it anyway',
    ];
    expect(await answersInLedger()).toEqual(expect.arrayContaining(expected));
    await page.reload();
    await untilLoaded(page);
    await page.getByRole('region', { name: 'Workspace status' }).getByText('Column Works').waitFor();
    expect(await answersInLedger()).toEqual(expect.arrayContaining(expected));
  });

  async function answersInLedger(): Promise<string[]> {
    await button(page, 'Ledger').click();
    const dialog = page.getByRole('dialog', { name: 'Ledger', exact: true });
    const entry = dialog.getByRole('row').filter({ hasText: 'Users imported as of 30 Jun 2026' });
    await entry.getByText(/questions answered/).click();
    const told = (await entry.getByRole('listitem').allInnerTexts()).map(plain);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return told;
  }

  test('nothing left the machine and nothing failed [APP-04]', () => {
    const ownFile = `request after load: ${app.build.url}`;
    expect(app.faults.filter((fault) => !fault.startsWith(ownFile))).toEqual([]);
  });
});
