import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { findViolations } from '../support/axe.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { sysUserDump } from '../support/serviceNowFiles.ts';
import { choice, field } from '../support/serviceNowSteps.ts';
import { startClient } from '../support/loadSteps.ts';
import { button, goTo, openSample } from '../support/steps.ts';

const SCREENS = ['Start', 'Load', 'Contract', 'Define', 'Review', 'Reclaim', 'Position & brief'];
/** Tabs of Review whose first seat has the decision; the others stand beside the first seat of all. */
const ON_TAB: Readonly<Record<string, string>> = {
  'Mark inactive': 'Borderline',
  'Mark as a person': 'Not people',
  'Change the kind of account': 'Not people',
};

/** WCAG 2.2 AA on every screen and tab, empty and filled, light and dark, and in every dialog. */
describe('axe finds nothing', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => app?.close());

  const isClean = async (place: string): Promise<void> => {
    expect(await findViolations(page, place)).toEqual([]);
  };
  const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
  const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name, exact: true });

  /** Opens a dialog, looks at it, and closes it with Esc. */
  async function lookAt(name: string | RegExp, open: () => Promise<void>): Promise<void> {
    await open();
    await dialog(name).waitFor();
    await isClean(`dialog ${String(name)}`);
    await page.keyboard.press('Escape');
    await dialog(name).waitFor({ state: 'detached' });
  }

  test.each(SCREENS)('on %s without a client [APP-13]', async (screen) => {
    await goTo(page, screen);
    await isClean(`${screen}, no client`);
  });

  describe('with a client that has nothing yet', () => {
    beforeAll(() => startClient(page, 'Empty & Sons'));

    test.each(SCREENS)('on %s [APP-13]', async (screen) => {
      await goTo(page, screen);
      await isClean(`${screen}, empty client`);
    });

    test('with the form of a new client open, and its error [APP-13]', async () => {
      await goTo(page, 'Start');
      await button(page, 'Start a client').click();
      await button(page, 'Create client').click();
      await page.getByText('Type a name for the client.').waitFor();
      await isClean('Start, form');
    });

    test('with a file that waits for answers [APP-13]', async () => {
      await goTo(page, 'Load');
      const bytes = Buffer.from(sysUserDump());
      const input = page.getByLabel('Choose files', { exact: true });
      await input.setInputFiles({ name: 'sys_user.csv', mimeType: 'text/csv', buffer: bytes });
      await page.getByRole('table', { name: 'Column mapping', exact: true }).waitFor();
      await page.getByText('First lines as read').click();
      await isClean('Load, file');
    });

    test('with a file that is refused [APP-13]', async () => {
      await button(page, 'Put this file aside').click();
      const input = page.getByLabel('Choose files', { exact: true });
      await input.setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
      await page.getByRole('alert').waitFor();
      await isClean('Load, refused');
      await button(page, 'Dismiss').click();
    });

    test('with a day and month that nobody can tell, and in the dialog Your name [APP-13]', async () => {
      const rows = ['04/05/2026', '02/03/2026', '05/06/2026'].map((day, at) => `u${at},P ${at},F,${day}`);
      const text = ['user_name,name,licence_type,last_login', ...rows].join('\n');
      const input = page.getByLabel('Choose files', { exact: true });
      await input.setInputFiles({ name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await field(page, 'Data as of').fill('2026-06-30');
      await field(page, 'Data as of').blur();
      await page.getByRole('table', { name: 'Readings of last_login', exact: true }).waitFor();
      await isClean('Load, day or month');
      await page.getByRole('radio', { name: '4 May', exact: true }).check();
      await lookAt('Your name', () => button(page, 'Import').click());
    });

    test('with fields of a contract line that need another look [APP-13]', async () => {
      await goTo(page, 'Contract');
      await field(page, 'Vendor').fill('ServiceNow');
      await field(page, 'Term start').fill('2026-01-01');
      await field(page, 'Term end').fill('2025-12-31');
      await button(page, 'Save contract line').click();
      await page.getByText('Term end is before term start.').waitFor();
      await isClean('Contract, errors');
    });
  });

  describe('with the sample', () => {
    beforeAll(async () => {
      await goTo(page, 'Start');
      await openSample(page);
      await goTo(page, 'Define');
      await page.getByRole('status', { name: 'Flagged seats' }).getByText('489 flagged').waitFor();
    });

    test.each(SCREENS)('on %s before the definition is frozen [APP-13]', async (screen) => {
      await goTo(page, screen);
      await isClean(`${screen}, sample`);
    });

    test('on Define with advice, changes and tables opened [APP-13]', async () => {
      await goTo(page, 'Define');
      await button(page, 'Use this definition').click();
      await page.getByText('Definition 1 is frozen.').first().waitFor();
      await page.getByRole('spinbutton', { name: 'Exact window', exact: true }).fill('30');
      await page.getByText('A 30-day window makes busy teams look good').waitFor();
      for (const each of await button(page, 'Show as a table').all()) await each.click();
      await isClean('Define, 30 days');
      await button(page, '90 days').click();
    });

    test.each(['All', 'Borderline', 'Not people', 'Exceptions'])(
      'on Review, tab %s [APP-13]',
      async (name) => {
        await goTo(page, 'Review');
        await tab(name).click();
        await page.getByRole('table', { name: 'Seats', exact: true }).waitFor();
        await isClean(`Review, ${name}`);
      },
    );

    test.each([
      ['Mark inactive', 'Mark inactive'],
      ['Declare a pattern', 'Declare a pattern'],
      ['Add an exception', 'Add an exception'],
      ['Mark as not a person', 'Mark as not a person'],
      ['Mark as a person', 'Mark as a person'],
      ['Change the kind of account', 'Change the kind of account'],
      ['Create a case by hand', 'Create a case by hand'],
      ['Export table', 'This file contains names'],
    ])('in the dialog of %s [APP-13]', async (name, title) => {
      await tab(ON_TAB[name] ?? 'All').click();
      await page.getByRole('table', { name: 'Seats', exact: true }).getByRole('row').nth(1).click();
      await lookAt(title, () => button(page, name).click());
    });

    test('in the dialog of the borderline queue [APP-13]', async () => {
      await tab('Borderline').click();
      await lookAt('Waive the queue', () => button(page, 'Waive the queue').click());
    });

    test('on Review filtered to nothing [APP-13]', async () => {
      await tab('All').click();
      await page.getByRole('searchbox', { name: 'Find a seat', exact: true }).fill('nobody of this name');
      await isClean('Review, nothing found');
      await page.getByRole('searchbox', { name: 'Find a seat', exact: true }).fill('');
    });

    test('on Reclaim with cases, in both tabs [APP-13]', async () => {
      await button(page, 'Create cases').click();
      await goTo(page, 'Reclaim');
      await page.getByRole('list', { name: 'Due now', exact: true }).waitFor();
      await isClean('Reclaim, Due now');
      await tab('Cases').click();
      await page
        .getByRole('button', { name: /^Open case \d+$/ })
        .first()
        .waitFor();
      await page
        .getByRole('checkbox', { name: /^Select case \d+$/ })
        .first()
        .check();
      await isClean('Reclaim, Cases');
    });

    test('in the dialogs Reclaim and Convert to live [APP-13]', async () => {
      await lookAt('Reclaim', () => button(page, 'Reclaim').click());
      await lookAt('Convert to live', () => button(page, 'Convert to live').click());
    });

    test('in the dialog of a case and of each of its steps [APP-13]', async () => {
      await choice(page, 'State').selectOption('Ready');
      await page
        .getByRole('button', { name: /^Open case \d+$/ })
        .first()
        .click();
      const opened = dialog(/^Case \d+$/);
      await opened.getByRole('list', { name: 'Timeline', exact: true }).waitFor();
      await isClean('Case, Ready');
      await button(opened, 'Reclaim').click();
      await button(dialog('Reclaim'), 'Save notice').click();
      await button(opened, 'Record decision').waitFor();
      await lookAt('Record decision', async () => {
        await button(opened, 'Record decision').click();
        await dialog('Record decision').getByRole('radio', { name: 'The manager', exact: true }).check();
        await dialog('Record decision').getByRole('radio', { name: 'Keep', exact: true }).check();
      });
      for (const step of ['Step failed', 'Undo last step', 'Withdraw']) {
        await lookAt(step, () => button(opened, step).click());
      }
      await button(opened, 'Record decision').click();
      await dialog('Record decision').getByRole('radio', { name: 'Revoke', exact: true }).check();
      await button(dialog('Record decision'), 'Save decision').click();
      await button(opened, 'Record freeze').click();
      await opened.getByRole('region', { name: 'Restore card', exact: true }).waitFor();
      await isClean('Case, frozen');
      await lookAt('Record appeal', () => button(opened, 'Record appeal').click());
      await button(opened, 'Close').click();
    });

    test.each(['Position', 'Units', 'Brief'])('on Position & brief, tab %s [APP-13]', async (name) => {
      await goTo(page, 'Position & brief');
      await tab(name).click();
      if (name === 'Brief') await page.getByRole('region', { name: 'Preview', exact: true }).waitFor();
      for (const each of await button(page, 'Show as a table').all()) await each.click();
      await page.waitForTimeout(300);
      await isClean(`Position & brief, ${name}`);
    });

    test('on every page of the preview of the brief [APP-13]', async () => {
      const next = button(page, 'Next page');
      for (let at = 2; await next.isEnabled(); at++) {
        await next.click();
        await isClean(`Preview, page ${at}`);
      }
    });

    test('in the dialogs of the frame [APP-13]', async () => {
      await lookAt('Help', () => button(page, 'Help').click());
      await lookAt('Undo the last act', () => button(page, 'Undo').click());
      await button(page, 'Ledger').click();
      await button(dialog('Ledger'), 'Verify ledger').click();
      await dialog('Ledger')
        .getByRole('status', { name: 'Ledger check', exact: true })
        .getByText(/./)
        .waitFor();
      await isClean('Ledger');
      await lookAt('This file contains names', () => button(dialog('Ledger'), 'Export ledger').click());
      await page.keyboard.press('Escape');
    });

    test('in the dialogs that delete or leave something [APP-13]', async () => {
      await goTo(page, 'Start');
      await lookAt('Wipe Larkfield Group', () => button(page, 'Wipe Larkfield Group').click());
      await goTo(page, 'Load');
      const remove = page.getByRole('button', { name: /^Delete snapshot/ }).first();
      await lookAt(/^Delete snapshot/, () => remove.click());
      await goTo(page, 'Contract');
      await field(page, 'Vendor').fill('Another vendor');
      await lookAt('Leave this line unsaved?', () => button(page, 'Add a line').click());
      await lookAt(/^Remove /, () => button(page, 'Remove this line').click());
    });
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });
});
