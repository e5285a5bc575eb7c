import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { focused, tabTo } from '../support/keyboard.ts';
import { plain } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { button, stepLink } from '../support/steps.ts';

const SCREENS = ['Start', 'Load', 'Contract', 'Define', 'Review', 'Reclaim', 'Position & brief'];

/** The sample from Start to a PDF without a pointer. */
describe('the keyboard alone', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => app?.close());

  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

  /** Goes to a step by Tab and Enter; the focus is then on its heading. */
  async function visit(name: string): Promise<void> {
    await tabTo(page, stepLink(page, name));
    await press('Enter');
    await heading(name).waitFor();
    await page.waitForFunction((text) => document.activeElement?.textContent === text, name);
  }

  test('Skip to content is the first stop and leads into the screen [APP-13]', async () => {
    await press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content', exact: true });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await focused(page)).toMatchObject({ isMarked: true, isUncovered: true });
    await press('Enter');
    expect(await focused(page)).toMatchObject({ tag: 'main' });
  });

  test('the sample opens by Tab and Enter [APP-13]', async () => {
    await tabTo(page, button(page, 'Open the sample'));
    await press('Enter');
    await page
      .getByRole('region', { name: 'Workspace status' })
      .getByText('Larkfield Group')
      .waitFor({ timeout: 60_000 });
  });

  test('? opens Help and Esc gives the focus back [APP-13]', async () => {
    await tabTo(page, button(page, 'Ledger'), 'Shift+Tab');
    await press('?');
    const help = page.getByRole('dialog', { name: 'Help', exact: true });
    await help.waitFor();
    await press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(await focused(page)).toMatchObject({ name: 'Ledger' });
    await press('Enter');
    const ledger = page.getByRole('dialog', { name: 'Ledger', exact: true });
    await ledger.waitFor();
    await press('Tab');
    expect(await ledger.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await press('Escape');
    await ledger.waitFor({ state: 'detached' });
    expect(await focused(page)).toMatchObject({ name: 'Ledger' });
  });

  /** Goes through the stops of a screen: each must be seen. */
  async function walk(): Promise<void> {
    await page.waitForTimeout(400);
    let stops = 0;
    const bad = new Set<string>();
    for (; stops < 60; stops++) {
      await press('Tab');
      const stop = await focused(page);
      if (stop.tag === 'body') break;
      if (!stop.isMarked) bad.add(`not marked: ${stop.tag} ${stop.role} ${stop.name}`);
      if (!stop.isUncovered) bad.add(`covered: ${stop.tag} ${stop.role} ${stop.name}`);
    }
    expect(stops).toBeGreaterThan(0);
    expect([...bad]).toEqual([]);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }

  test.each(SCREENS)('every stop of Tab on %s is marked and under no bar [APP-13]', async (name) => {
    await visit(name);
    await walk();
  });

  test('the slider moves by 1 with arrows, by 15 with Page Up and Down, to 14 and 730 with Home and End [APP-13]', async () => {
    await visit('Define');
    const slider = page.getByRole('slider', { name: 'Dormancy window (days)', exact: true });
    await tabTo(page, slider);
    const after = async (key: string): Promise<string> => {
      await press(key);
      return slider.inputValue();
    };
    expect(await after('ArrowRight')).toBe('91');
    expect(await after('ArrowLeft')).toBe('90');
    expect(await after('PageUp')).toBe('105');
    expect(await after('PageDown')).toBe('90');
    expect(await after('Home')).toBe('14');
    expect(await after('End')).toBe('730');
    await tabTo(page, button(page, '90 days'));
    await press('Space');
    await page.getByRole('status', { name: 'Flagged seats' }).getByText('489 flagged').waitFor();
  });

  test('the definition is frozen [APP-13]', async () => {
    await tabTo(page, button(page, 'Use this definition'));
    await press('Enter');
    await page.getByText('Definition 1 is frozen.').first().waitFor();
  });

  test('in Review, / goes to the search, J and K and arrows move, X selects, digits filter, tabs follow arrows [APP-13]', async () => {
    await visit('Review');
    const search = page.getByRole('searchbox', { name: 'Find a seat', exact: true });
    const why = page.getByRole('region', { name: 'Why this category', exact: true });
    const seats = page.getByRole('table', { name: 'Seats', exact: true });
    await seats.getByRole('row').nth(2).waitFor();
    const nameOf = async (row: number): Promise<string> =>
      plain(await seats.getByRole('row').nth(row).getByRole('rowheader').innerText());
    await press('/');
    expect(await search.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('jk');
    expect(await search.inputValue()).toBe('jk');
    await search.fill('');
    await seats.getByRole('row').nth(2).waitFor();
    await press('Tab');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const [first, second] = [await nameOf(1), await nameOf(2)];
    await press('j');
    await why.getByText(second, { exact: true }).first().waitFor();
    await press('k');
    await why.getByText(first, { exact: true }).first().waitFor();
    await press('x');
    await page.getByText('1 seat selected').first().waitFor();
    await press('x');
    await press('5');
    await page.getByRole('combobox', { name: 'Category', exact: true }).waitFor();
    await page.locator('table[aria-label=Seats][aria-rowcount="226"]').waitFor();
    const all = page.getByRole('tab', { name: 'All', exact: true });
    await tabTo(page, all);
    await press('ArrowRight');
    const borderline = page.getByRole('tab', { name: 'Borderline', exact: true });
    expect(await borderline.getAttribute('aria-selected')).toBe('true');
    expect(await borderline.evaluate((tab) => tab === document.activeElement)).toBe(true);
    await press('ArrowLeft');
    expect(await all.getAttribute('aria-selected')).toBe('true');
  });

  test('cases are created, one is opened, answered by keys and closed with Esc [APP-13]', async () => {
    await visit('Review');
    await button(page, 'Create cases').waitFor();
    await tabTo(page, button(page, 'Create cases'));
    await press('Enter');
    await page.getByRole('navigation', { name: 'Steps' }).waitFor();
    await visit('Reclaim');
    const cases = page.getByRole('tab', { name: 'Cases', exact: true });
    await tabTo(page, page.getByRole('tab', { name: 'Due now', exact: true }));
    await press('ArrowRight');
    expect(await cases.getAttribute('aria-selected')).toBe('true');
    const table = page.getByRole('table', { name: 'Cases', exact: true });
    await table.getByRole('row').nth(2).waitFor();
    await press('j');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TR');
    const row = await table
      .getByRole('row')
      .evaluateAll((rows) => rows.indexOf(document.activeElement as HTMLElement));
    await press('ArrowDown');
    await press('ArrowUp');
    expect(
      await table.getByRole('row').evaluateAll((rows) => rows.indexOf(document.activeElement as HTMLElement)),
    ).toBe(row);
    await press('Enter');
    const opened = page.getByRole('dialog', { name: /^Case \d+$/ });
    await opened.getByRole('list', { name: 'Timeline', exact: true }).waitFor();
    await press('Escape');
    await opened.waitFor({ state: 'detached' });
    expect((await focused(page)).tag).toBe('tr');
    await press('r');
    const reclaim = page.getByRole('dialog', { name: 'Reclaim', exact: true });
    await tabTo(page, button(reclaim, 'Save notice'));
    await press('Enter');
    await reclaim.waitFor({ state: 'detached' });
    await table.getByText('Awaiting User').first().waitFor();
    await walk();
  });

  test('the brief is exported [APP-13]', async () => {
    await visit('Position & brief');
    const position = page.getByRole('tab', { name: 'Position', exact: true });
    await position.waitFor();
    await walk();
    await tabTo(page, position);
    await press('End');
    await page.getByRole('region', { name: 'Preview', exact: true }).waitFor();
    await tabTo(page, button(page, 'Next page'));
    await press('Space');
    await page.getByText(/^Preview page 2 of/).waitFor();
    await press('ArrowLeft');
    await page.getByText(/^Preview page 1 of/).waitFor();
    await tabTo(page, button(page, 'Export brief'));
    const saved = page.waitForEvent('download');
    await press('Enter');
    const names = page.getByRole('dialog', { name: 'This file contains names', exact: true });
    const result = page.getByRole('status', { name: 'Brief result', exact: true }).getByText('Saved');
    await names.or(result).first().waitFor();
    if (await names.isVisible()) {
      await tabTo(page, button(names, 'Export with names'));
      await press('Enter');
    }
    expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);
    await result.waitFor();
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });
});
