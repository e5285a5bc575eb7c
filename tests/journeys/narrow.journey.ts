import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { plain } from '../support/loadSteps.ts';
import { sysUserDump } from '../support/serviceNowFiles.ts';
import { button, goTo, openSample } from '../support/steps.ts';

const SCREENS = ['Start', 'Load', 'Contract', 'Define', 'Review', 'Reclaim', 'Position & brief'];
const TABS: Readonly<Record<string, readonly string[]>> = {
  Review: ['All', 'Borderline', 'Not people', 'Exceptions'],
  Reclaim: ['Due now', 'Cases'],
  'Position & brief': ['Position', 'Units', 'Brief'],
};
/** Set to a folder to look at every view. */
const PICTURES = process.env['FALLOW_PICTURES'];

/** What a narrow window may not lose: the controls that a wide one has, by role and name. */
async function controls(page: Page): Promise<string[]> {
  const roles = [
    'button',
    'tab',
    'combobox',
    'spinbutton',
    'slider',
    'switch',
    'searchbox',
    'textbox',
  ] as const;
  const names: string[] = [];
  for (const role of roles) {
    for (const control of await page.getByRole('main').getByRole(role).all()) {
      const name = await control.evaluate((element) => {
        const labels = (element as HTMLInputElement).labels;
        return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
      });
      names.push(`${role} ${plain(name)}`);
    }
  }
  return names.toSorted();
}

/** Elements that lie outside the window and in no area that scrolls by itself. */
async function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const root = document.scrollingElement!;
    if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} wide in a window of ${width}`);
    const scrolls = (element: Element | null): boolean => {
      for (let at = element; at && at !== document.body; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth)
          return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll(
      'button, a, input, select, textarea, [role=tab], h1, h2, p',
    )) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || element.closest('.visually-hidden, .skip-link')) continue;
      if ((box.right > width + 1 || box.left < -1) && !scrolls(element.parentElement)) {
        found.push(
          `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 40)} at ${Math.round(box.left)}–${Math.round(box.right)}`,
        );
      }
    }
    return found;
  });
}

describe('narrow windows and zoom', () => {
  let app: OpenApp;
  let page: Page;
  const wide = new Map<string, string[]>();

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    await openSample(page);
    await goTo(page, 'Define');
    await button(page, 'Use this definition').click();
    await page.getByText('Definition 1 is frozen.').first().waitFor();
    await goTo(page, 'Review');
    await button(page, 'Create cases').click();
    await goTo(page, 'Reclaim');
    await page.getByRole('list', { name: 'Due now', exact: true }).waitFor();
    for (const [name, tab] of views()) {
      await show(name, tab);
      wide.set(`${name} ${tab}`, await controls(page));
    }
  });
  afterAll(async () => app?.close());

  const views = (): [string, string][] =>
    SCREENS.flatMap((name) => (TABS[name] ?? ['']).map((tab): [string, string] => [name, tab]));

  async function show(name: string, tab: string): Promise<void> {
    await goTo(page, name);
    if (tab !== '') await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.waitForTimeout(500);
  }

  async function picture(name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  test('at 390 the licence types of Position show both balances without scrolling [APP-13]', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await show('Position & brief', 'Position');
    const table = page.getByRole('table', { name: 'Entitled, assigned, used', exact: true });
    await table.getByText('short', { exact: true }).waitFor();
    expect(
      await table.evaluate((drawn) => drawn.parentElement!.scrollWidth - drawn.parentElement!.clientWidth),
    ).toBe(0);
  });

  test('a table wider than its card is shaded where columns wait, and scrolls by arrow key [APP-13]', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await show('Position & brief', 'Units');
    const table = page.getByRole('table', { name: 'Units', exact: true });
    const shade = () => table.evaluate((drawn) => getComputedStyle(drawn.parentElement!).boxShadow);
    expect(await shade()).toContain('-14px');
    await table.getByRole('row').nth(1).focus();
    for (let press = 0; press < 40; press += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(shade).not.toContain(' -14px');
    expect(await table.evaluate((drawn) => drawn.parentElement!.scrollLeft)).toBeGreaterThan(0);
  });

  describe.each([
    ['320 CSS pixels', { width: 320, height: 640 }],
    ['200 % zoom of a window of 1280', { width: 640, height: 400 }],
  ])('%s', (title, size) => {
    beforeAll(() => page.setViewportSize(size));

    test.each(views())('%s %s loses no control and does not scroll sideways [APP-13]', async (name, tab) => {
      await show(name, tab);
      await picture(`${size.width}-${name}-${tab}`.replaceAll(/\W+/g, '-'));
      expect(await lost(page), title).toEqual([]);
      expect(await controls(page)).toEqual(wide.get(`${name} ${tab}`));
    });

    test('the difference of every amount stands beside its name, and the foot of Review begins at the left [APP-13]', async () => {
      await show('Position & brief', 'Position');
      const row = page.getByRole('table', { name: 'Money' }).getByRole('row', { name: /hard saving/ });
      await row.scrollIntoViewIfNeeded();
      const amount = (await row.getByRole('cell').last().boundingBox())!;
      const label = (await row.getByRole('rowheader').locator('span').boundingBox())!;
      expect(amount.x + amount.width).toBeLessThanOrEqual(size.width);
      expect(amount.x).toBeGreaterThan(label.x);
      await show('Review', 'All');
      const waits = page.getByRole('button', { name: /borderline seats are neither/ });
      const sentence = waits.locator('xpath=..');
      const left = (await sentence.boundingBox())!.x;
      expect((await waits.boundingBox())!.x).toBeCloseTo(left, 0);
    });

    test('dialogs fit [APP-13]', async () => {
      for (const [opener, title] of [
        ['Help', 'Help'],
        ['Ledger', 'Ledger'],
      ] as const) {
        await button(page, opener).click();
        const dialog = page.getByRole('dialog', { name: title, exact: true });
        await dialog.waitFor();
        await picture(`${size.width}-dialog-${title}`);
        const box = (await dialog.boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(size.width);
        expect(await lost(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
      await goTo(page, 'Reclaim');
      await page.getByRole('tab', { name: 'Cases', exact: true }).click();
      await button(page, 'Open case 1').click();
      const opened = page.getByRole('dialog', { name: 'Case 1', exact: true });
      await opened.getByRole('list', { name: 'Timeline', exact: true }).waitFor();
      await picture(`${size.width}-dialog-case`);
      expect(await lost(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });

    test('a file that waits for answers fits [APP-13]', async () => {
      await goTo(page, 'Load');
      const buffer = Buffer.from(sysUserDump());
      await page
        .getByLabel('Choose files', { exact: true })
        .setInputFiles({ name: 'sys_user.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('table', { name: 'Column mapping', exact: true }).waitFor();
      await picture(`${size.width}-Load-file`);
      expect(await lost(page)).toEqual([]);
      await button(page, 'Put this file aside').click();
    });
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });
});
