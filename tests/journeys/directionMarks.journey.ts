import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFile, importNow, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { button, goTo } from '../support/steps.ts';

/** Right-to-left override: what follows it is drawn backwards. */
const TURN = '\u202e';
const SHOWN = '⟨U+202E⟩';
const TYPE = `Fulfil${TURN}rel`;
const LIST = [
  `user_name,name,department,manager,note ${TURN}x,licence_type,assigned_on,last_login`,
  `ann${TURN}nna,Ann ${TURN}eeL,Fin${TURN}ecna,Bo ${TURN}x,a,${TYPE},2023-01-02,2026-06-28`,
  `bob${TURN}bob,Bob ${TURN}llaH,Fin${TURN}ecna,Bo ${TURN}x,b,${TYPE},2023-01-02,2025-03-10`,
  `cat${TURN}tac,Cat ${TURN}ssoM,Law${TURN}wal,Bo ${TURN}x,c,${TYPE},2023-01-02,never`,
  `dee${TURN}eed,Dee ${TURN}x,Law${TURN}wal,Bo ${TURN}x,d,${TYPE},2023-01-02,2026-02-${TURN}30`,
  '',
].join('\n');
const ROSTER = [
  'employee_number,full_name,email,unit_id,department',
  `1,Ann ${TURN}eeL,ann@larkfield.example,Fin${TURN}ecna,Fin${TURN}ecna`,
  `2,Bob ${TURN}llaH,bob@larkfield.example,Law${TURN}wal,Fin${TURN}ecna`,
  '',
].join('\n');
const LOG = [
  'user_name,timestamp,event_type',
  `ann${TURN}nna,2026-06-28 10:00,resolve ${TURN}d`,
  `zed${TURN}dez,2026-06-27 10:00,resolve ${TURN}d`,
  '',
].join('\n');

describe('characters that turn the direction of writing', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    ({ page } = app);
    page.setDefaultTimeout(20_000);
    await startClient(page, 'Mirror Works');
  });
  afterAll(async () => app?.close());

  /** Texts, names and descriptions on the page that hold such a character themselves. */
  const turned = (): Promise<string[]> =>
    page.evaluate(() => {
      const marks = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
      const found: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const owner = node instanceof Element ? node : node.parentElement!;
        const place = `${owner.closest('[class]')?.className ?? ''} ${owner.tagName}`;
        if (node instanceof Element) {
          for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext'])
            if (marks.test(node.getAttribute(name) ?? ''))
              found.push(`${place} @${name}: ${node.getAttribute(name)}`);
        } else if (marks.test(node.textContent ?? '')) found.push(`${place}: ${node.textContent}`);
      }
      return found;
    });
  const look = async (where: string): Promise<void> => {
    await page.waitForTimeout(150);
    expect([where, await turned()]).toEqual([where, []]);
  };
  const lookAtTabs = async (): Promise<void> => {
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await look(await tab.innerText());
    }
  };
  const fill = (role: 'textbox' | 'spinbutton' | 'combobox', name: string, text: string): Promise<void> =>
    page.getByRole(role, { name, exact: true }).fill(text);

  test('are shown by their code while a list is loaded [APP-12]', async () => {
    await chooseFile(page, { name: `users${TURN}fdp.csv`, content: LIST });
    await setDay(page);
    await look('mapping');
    expect(await importNow(page)).toContain('4 rows read');
    await look('receipt');
  });

  test('in the contract, beside its picture and in the strip [APP-12]', async () => {
    await goTo(page, 'Contract');
    await fill('textbox', 'Vendor', `Ve${TURN}rodn`);
    await fill('textbox', 'Product', `Tern ${TURN}kseD`);
    await fill('combobox', 'Licence type', TYPE);
    await fill('spinbutton', 'Committed quantity', '10');
    await fill('spinbutton', 'Notice', '90');
    await fill('textbox', 'Unit price', '120');
    await fill('textbox', 'Term start', '2026-01-01');
    await fill('textbox', 'Term end', '2026-12-31');
    await button(page, 'Save contract line').click();
    await page.getByText('The contract line is saved.').waitFor();
    await button(page, `Fulfil${SHOWN}rel`).waitFor();
    await look('contract');
  });

  test('in the definition and its choices [APP-12]', async () => {
    await goTo(page, 'Define');
    await page.getByText(`For Fulfil${SHOWN}rel only sign-ins are known.`).first().waitFor();
    await button(page, `Own windows for Fulfil${SHOWN}rel`).click();
    await page.getByRole('spinbutton', { name: `Window of Fulfil${SHOWN}rel (days)` }).waitFor();
    await look('own windows');
    await button(page, `Same windows for Fulfil${SHOWN}rel`).click();
    await button(page, 'Use this definition').click();
    await page
      .getByText(/^Definition 1 is frozen\./)
      .first()
      .waitFor();
    await look('frozen definition');
  });

  test('in the seats, the panel of one and the questions about it [APP-12]', async () => {
    await goTo(page, 'Review');
    await button(page, 'Create cases').click();
    await page
      .getByText(/^\d+ cases? created, marked DRY RUN\./)
      .first()
      .waitFor();
    await page.getByRole('table', { name: 'Seats' }).getByRole('row').nth(1).click();
    await look('a seat');
    await button(page, 'Add an exception').click();
    await look('a question about a seat');
    await page.keyboard.press('Escape');
    await lookAtTabs();
  });

  test('in the cases, the figures, the brief and the ledger [APP-12]', async () => {
    await goTo(page, 'Reclaim');
    await lookAtTabs();
    await page
      .getByRole('button', { name: /^Open case / })
      .first()
      .click();
    await look('a case');
    await page.keyboard.press('Escape');
    await goTo(page, 'Position & brief');
    await lookAtTabs();
    await button(page, 'Ledger').click();
    await look('ledger');
  });

  test('while a roster and a log are loaded beside it [APP-12]', async () => {
    await page.keyboard.press('Escape');
    await goTo(page, 'Load');
    await chooseFile(page, { name: `roster${TURN}fdp.csv`, content: ROSTER });
    await page.getByRole('radio', { name: 'Full export', exact: true }).check();
    await setDay(page);
    await look('roster');
    await importNow(page);
    await look('people');
    await chooseFile(page, { name: `log${TURN}fdp.csv`, content: LOG });
    await page.getByText(/^Recognised as Activity by its column/).waitFor();
    await page.getByRole('textbox', { name: 'History starts on', exact: true }).fill('2025-05-27');
    await setDay(page);
    await look('log');
    await importNow(page);
    await page.getByRole('table', { name: 'Activity logs', exact: true }).waitFor();
    await look('what the log says');
    await goTo(page, 'Define');
    await page.getByText(`Event: resolve ${SHOWN}d`).first().waitFor();
    await look('definition of the log');
    await goTo(page, 'Review');
    await lookAtTabs();
  });
});
