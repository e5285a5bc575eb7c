import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { untilLoaded, type OpenApp } from './openApp.ts';
import { button } from './steps.ts';

/** Opens the page in one more tab of the same browser; its errors count like those of the first. */
export async function openTab(app: OpenApp): Promise<Page> {
  const page = await app.context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      app.faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => app.faults.push(`uncaught: ${error.message}`));
  await page.goto(app.build.url);
  await untilLoaded(page);
  return page;
}

/** Opens a client that is stored in this browser from the Start screen. */
export async function openStored(page: Page, client: string): Promise<void> {
  await button(page, `Open ${client}`).click();
  await page.getByRole('region', { name: 'Workspace status' }).getByText(client).waitFor();
}

/** What the check of the stored ledger says on screen. */
export async function checkLedger(page: Page): Promise<string> {
  await button(page, 'Ledger').click();
  await button(page, 'Verify ledger').click();
  const status = page.getByRole('status', { name: 'Ledger check' });
  await expect.poll(async () => (await status.innerText()).trim()).toMatch(/\.$/);
  const said = await status.innerText();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Ledger' }).waitFor({ state: 'detached' });
  return said.replace(/\s+/g, ' ').trim();
}
