import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keepBrowser } from '../support/keptBrowser.ts';
import { findViolations } from '../support/axe.ts';
import { chooseFile, importNow, loadList, plain, setDay } from '../support/loadSteps.ts';
import type { OpenApp } from '../support/openApp.ts';
import { button, goTo } from '../support/steps.ts';
import { checkLedger, openStored } from '../support/tabs.ts';

const CLIENT = 'Teal Ltd';
const USERS = [
  'User name,Name,Email,Department,License type,Last login',
  'ada,Ada Wood,Ada.Wood@larkfield.example,Service,Fulfiller,2026-06-01',
  'ada-admin,Ada Wood,ada.wood@larkfield.example,Service,Fulfiller,2026-06-02',
  'breed,"Reed, Ben",,Service,Fulfiller,2026-05-02',
  'cmarsh,Cleo Marsh,cleo.marsh@LARK,Stables,Fulfiller,2026-06-03',
  'drao,Dev Rao,,Finance,Fulfiller,2026-06-04',
].join('\n');

describe('the people behind the accounts', () => {
  let app: OpenApp;
  let page: Page;

  const openAgain = keepBrowser(CLIENT, (opened) => {
    app = opened;
    page = opened.page;
  });

  const rowsOf = async (name: string): Promise<string[]> => {
    const rows = page.getByRole('table', { name, exact: true }).locator('tbody tr');
    return (await rows.allInnerTexts()).map(plain);
  };
  const said = (sentence: string) => page.getByText(sentence, { exact: true }).first().waitFor();
  const undo = async (): Promise<void> => {
    await button(page, 'Undo').click();
    const dialog = page.getByRole('dialog', { name: 'Undo the last act', exact: true });
    await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill('said too early');
    await button(page, 'Undo it').click();
    await dialog.waitFor({ state: 'detached' });
  };

  test('a roster matches the accounts of the list, and the receipts say how many [LOAD-33]', async () => {
    expect(await loadList(page, { name: 'users.csv', content: USERS })).not.toContain('matched');
    expect(await page.getByRole('region', { name: 'People and accounts' }).count()).toBe(0);
    const roster = readFileSync(join(import.meta.dirname, '../golden/kinds/roster.csv'));
    await chooseFile(page, { name: 'roster.csv', content: roster });
    await page.getByRole('radio', { name: 'Full export', exact: true }).check();
    await setDay(page);
    await importNow(page);
    const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
    await receipt.getByText('2 people and 4 units matched.').waitFor();
    await said('2 of 5 accounts have their person among the 4 of roster.csv, as of 30 Jun 2026: 1 person.');
    await said('4 of 5 accounts with a unit name one that the roster has.');
  });

  test('a name with its unit is a suggestion with its reasons; it is merged or kept apart by hand only [LOAD-30]', async () => {
    expect(await rowsOf('Match suggestions')).toEqual([
      expect.stringMatching(/^Reed, Ben breed, Service, row 4 Ben Reed 000418, .*Same name and same unit/),
      expect.stringMatching(/^Dev Rao drao, Finance, row 6 Dev Rao 000420, .*Same name and same unit/),
    ]);
    await button(page, 'Merge breed').click();
    await said('breed is now an account of Ben Reed.');
    await button(page, 'Keep drao apart').click();
    await said('drao is kept apart and will not be suggested again.');
    await page.getByText(/^No suggestion is open/).waitFor();
    await said('3 of 5 accounts have their person among the 4 of roster.csv, as of 30 Jun 2026: 2 people.');
  });

  test('people with several accounts are listed, and an account can be kept apart [LOAD-30] [REVIEW-23]', async () => {
    expect(await rowsOf('People with several accounts')).toEqual([
      expect.stringMatching(/^Ada Wood 000417, .* Ada Wood ada, .* same e-mail/),
      expect.stringMatching(/^Ada Wood 000417, .* Ada Wood ada-admin, .* same e-mail/),
    ]);
    expect(await rowsOf('Overlaps')).toEqual([
      expect.stringMatching(
        /^Ada Wood ada: Fulfiller ada-admin: Fulfiller One person holds seats under 2 accounts/,
      ),
    ]);
    await button(page, 'Keep ada-admin apart').click();
    await said('ada-admin is kept apart from Ada Wood.');
    await page.getByRole('region', { name: 'Overlaps', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'People with several accounts' }).waitFor({ state: 'detached' });
    await undo();
    await button(page, 'Keep ada-admin apart').waitFor();
  });

  test('a rule makes a domain stand for another, and any account is linked and unlinked by hand [LOAD-29] [LOAD-31]', async () => {
    const domains = page.getByRole('textbox', { name: 'Domains that stand for another', exact: true });
    await domains.fill('lark');
    await page.getByText(/is not of the form/).waitFor();
    expect(await button(page, 'Save identity rules').isDisabled()).toBe(true);
    await domains.fill('LARK = larkfield.example');
    await button(page, 'Save identity rules').click();
    await said('4 of 5 accounts have their person among the 4 of roster.csv, as of 30 Jun 2026: 3 people.');

    await button(page, 'Link drao').click();
    const dialog = page.getByRole('dialog', { name: 'Link drao', exact: true });
    await dialog.getByRole('searchbox', { name: 'Find a person', exact: true }).fill('rao');
    await button(page, 'Link to Dev Rao').click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('combobox', { name: 'Accounts shown', exact: true })
      .selectOption({ label: 'Decided by hand' });
    await expect.poll(() => rowsOf('Who has which account')).toHaveLength(2);
    await button(page, 'Unlink breed').click();
    await said('breed is no longer linked to Ben Reed.');
  });

  test('everything is still said after a reload, the ledger holds, and nothing left the page [LOAD-31]', async () => {
    const { faults } = app;
    await openAgain();
    expect(faults).toEqual([]);
    await openStored(page, CLIENT);
    await goTo(page, 'Load');
    await said('4 of 5 accounts have their person among the 4 of roster.csv, as of 30 Jun 2026: 3 people.');
    await page.getByText(/^No suggestion is open/).waitFor();
    expect(await findViolations(page, 'Load with people')).toEqual([]);
    expect(await checkLedger(page)).toBe('10 entries checked. The chain is unbroken.');
    expect(app.faults).toEqual([]);
  });
});
