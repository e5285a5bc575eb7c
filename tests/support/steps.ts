import type { Locator, Page } from 'playwright-core';

/** The link of one of the seven steps. */
export const stepLink = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name, exact: true });

/** Goes to a step by its link and waits for its heading. */
export async function goTo(page: Page, name: string): Promise<void> {
  await stepLink(page, name).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** Opens the sample from the Start screen and waits until it has been loaded. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample', exact: true }).click();
  await page
    .getByRole('region', { name: 'Workspace status' })
    .getByText('Larkfield Group')
    .waitFor({ timeout: 60_000 });
}

export const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
