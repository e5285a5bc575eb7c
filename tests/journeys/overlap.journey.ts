import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { readPdf } from '../support/readPdf.ts';
import { button, goTo, openSample } from '../support/steps.ts';

const QUESTION =
  'Two lines for Fulfiller overlap from 1 January 2026. Is the second one additional seats or a replacement?';
/** What one Fulfiller seat costs a year on the first and on the second line. */
const FIRST_PRICE = 1200;
const SECOND_PRICE = 900;

/** A second line for a licence type of the sample: held back, then additional, then a replacement. */
describe('two lines of one licence type, from the question to the figures', () => {
  let app: OpenApp;
  let page: Page;
  /** Money of all flagged seats before the second line, and while both lines are held back. */
  let before = 0;
  let heldBack = 0;

  beforeAll(async () => {
    app = await openApp();
    ({ page } = app);
  });
  afterAll(async () => app?.close());

  const radio = (name: string): Locator =>
    page.getByRole('radiogroup', { name: 'Overlapping lines' }).getByRole('radio', { name, exact: true });
  const contractRows = async (): Promise<readonly string[]> =>
    (await page.getByRole('table', { name: 'Contract lines' }).getByRole('row').allInnerTexts())
      .filter((row) => row.includes('Fulfiller'))
      .map(plain);
  /** The money of all flagged seats as the headline of Define says it. */
  const headline = async (): Promise<number> => {
    await goTo(page, 'Define');
    const status = page.getByRole('status', { name: 'Money at next commitment' });
    await status.getByText(/^GBP/).waitFor();
    return Number(/GBP ([\d ]+)/.exec(plain(await status.innerText()))?.[1]?.replaceAll(' ', ''));
  };
  /** Cells of the row of Fulfiller in the table of positions; `undefined` when it stands in no figure. */
  const positionRow = async (): Promise<string | undefined> => {
    await goTo(page, 'Position & brief');
    await page.getByRole('tab', { name: 'Position', exact: true }).click();
    const table = page.getByRole('table', { name: 'Entitled, assigned, used', exact: true });
    await table.getByRole('row').nth(1).waitFor();
    return (await table.getByRole('row').allInnerTexts())
      .map(plain)
      .find((row) => row.startsWith('Fulfiller'));
  };

  test('a second line for the same time raises the question and marks both lines [CONTRACT-04]', async () => {
    await openSample(page);
    before = await headline();
    await button(page, 'Use this definition').click();
    await page
      .getByRole('status', { name: 'Definition', exact: true })
      .getByText(/definition 1 /i)
      .waitFor();
    expect(await positionRow()).toMatch(/^Fulfiller 1 600 /);
    await goTo(page, 'Contract');
    await button(page, 'Add a line').click();
    const fill = (role: 'textbox' | 'spinbutton' | 'combobox', name: string, text: string): Promise<void> =>
      page.getByRole(role, { name, exact: true }).fill(text);
    await fill('textbox', 'Product', 'Tern Desk Plus');
    await fill('combobox', 'Licence type', 'Fulfiller');
    await fill('spinbutton', 'Committed quantity', '100');
    await fill('textbox', 'Unit price', String(SECOND_PRICE));
    await fill('textbox', 'Term start', '2026-01-01');
    await fill('textbox', 'Term end', '2027-12-31');
    await button(page, 'Save contract line').click();
    await page.getByRole('alert').getByText(QUESTION).waitFor();
    const rows = await contractRows();
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toContain('held back');
    expect(await radio('Additional').isChecked()).toBe(false);
    expect(await radio('Replacement').isChecked()).toBe(false);
  });

  test('until it is answered neither line is in a figure [CONTRACT-04]', async () => {
    await expect.poll(headline).toBeLessThan(before);
    heldBack = await headline();
    expect(await positionRow()).toBeUndefined();
    await page
      .getByText(/^Fulfiller: two contract lines overlap and stand in no figure/)
      .first()
      .waitFor();
  });

  test('additional: both count, and idle seats are valued at the lowest price [CONTRACT-04]', async () => {
    await goTo(page, 'Contract');
    await radio('Additional').check();
    await page
      .getByText('From 1 January 2026 the lines count together: 1 600 + 100 = 1 700 seats.')
      .first()
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect((await contractRows()).join()).not.toContain('held back');
    const atLowest = heldBack + ((before - heldBack) * SECOND_PRICE) / FIRST_PRICE;
    await expect.poll(headline).toBe(atLowest);
    expect(await positionRow()).toMatch(/^Fulfiller 1 700 /);
    await page.getByText(/^Fulfiller: 2 lines are in force together/).waitFor();
  });

  test('the brief lists both lines and prints the rule [CONTRACT-04]', async () => {
    await goTo(page, 'Position & brief');
    await page.getByRole('tab', { name: 'Brief' }).click();
    const saved = page.waitForEvent('download');
    await button(page, 'Export brief').click();
    const { text } = await readPdf(readFileSync(await (await saved).path()));
    const words = plain(text);
    expect(words.includes('Tern Desk Plus')).toBe(true);
    expect(words).toContain('1 Jan 2026 to 31 Dec 2027');
    expect(words).toContain('2 lines are in force together, 1 600 + 100 = 1 700 seats.');
  });

  test('replacement: the second line alone is in force; the answer outlives the tab [CONTRACT-04]', async () => {
    await goTo(page, 'Contract');
    await radio('Replacement').check();
    await page.getByText('From 1 January 2026 only the second line counts.').first().waitFor();
    expect((await contractRows())[0]).toContain('replaced after 31 Dec 2025');
    expect(await positionRow()).toMatch(/^Fulfiller 100 /);
    page = await reopen(app);
    await goTo(page, 'Contract');
    await radio('Replacement').waitFor();
    expect(await radio('Replacement').isChecked()).toBe(true);
    expect(await positionRow()).toMatch(/^Fulfiller 100 /);
  });

  test('nothing left the machine and nothing failed on the way', () => {
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});

/** The client opened anew in another tab. */
async function reopen(app: OpenApp): Promise<OpenApp['page']> {
  await app.page.close();
  const page = await app.context.newPage();
  await page.goto(app.build.url);
  await button(page, 'Open Larkfield Group').click();
  await page.getByRole('region', { name: 'Workspace status' }).getByText('Larkfield Group').waitFor();
  return page;
}
