import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { button, goTo } from './steps.ts';

/** The day that lists in the journeys are as of. */
export const LIST_DAY = '2026-06-30';

/** What a journey gives to the file picker. */
export interface GivenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A text with every kind of space as one plain space, as a person reads it. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Starts a client from the Start screen; ends on Load. */
export async function startClient(page: Page, name: string): Promise<void> {
  await goTo(page, 'Start');
  await button(page, 'Start a client').click();
  await page.getByRole('textbox', { name: 'Client name', exact: true }).fill(name);
  await button(page, 'Create client').click();
  await page.getByRole('heading', { level: 1, name: 'Load', exact: true }).waitFor();
  await page.getByRole('region', { name: 'Workspace status' }).getByText(name).waitFor();
}

/** Gives a file to the picker of the Load screen, putting the one before aside. */
export async function chooseFile(page: Page, file: GivenFile): Promise<void> {
  const aside = button(page, 'Put this file aside');
  if (await aside.isVisible()) await aside.click();
  const buffer = typeof file.content === 'string' ? Buffer.from(file.content) : Buffer.from(file.content);
  await page
    .getByLabel('Choose files', { exact: true })
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer });
}

/** Types the day of the list and waits until the file was read under it. */
export async function setDay(page: Page, day = LIST_DAY): Promise<void> {
  await page.getByRole('textbox', { name: 'Data as of', exact: true }).fill(day);
  await page.getByText(new RegExp(`^Reads .* as of|^Answer the question|^Say first`)).waitFor();
}

/** Types a name into the question for it, which must be on the page. */
export async function sayName(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Your name', exact: true });
  await dialog.getByRole('textbox', { name: 'Your name', exact: true }).fill('Nora Quist');
  await button(page, 'Continue').click();
  await dialog.waitFor({ state: 'detached' });
}

/** Says one's name if the import that was just begun asks for it, as the first act after an opening does. */
export async function sayNameIfAsked(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Your name', exact: true });
  const begun = [
    page.getByRole('progressbar', { name: 'Import progress', exact: true }),
    page.getByRole('region', { name: 'Receipt', exact: true }),
    page.getByRole('alert'),
  ];
  await begun
    .reduce((any, each) => any.or(each), dialog)
    .first()
    .waitFor();
  if (await dialog.isVisible()) await sayName(page);
}

/** Presses Import, gives a name if asked, and waits for the receipt. Returns its sentences, one a line. */
export async function importNow(page: Page, timeout = 60_000): Promise<string> {
  await button(page, 'Import').click();
  await sayNameIfAsked(page);
  const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
  await receipt.waitFor({ timeout });
  return (await receipt.innerText()).split('\n').map(plain).join('\n');
}

/** Chooses, dates and imports a list that raises no question. */
export async function loadList(page: Page, file: GivenFile): Promise<string> {
  await chooseFile(page, file);
  await setDay(page);
  return importNow(page);
}

/** Rows read, accepted and rejected as the receipt states them; they must balance. */
export function readAccount(receipt: string): { read: number; accepted: number; rejected: number } {
  const found = /^([\d ]+) rows? read, ([\d ]+) accepted, ([\d ]+) rejected\./m.exec(receipt);
  if (!found) throw new Error(`No row account in: ${receipt}`);
  const [read, accepted, rejected] = found.slice(1).map((part) => Number(part.replace(/\s/g, '')));
  expect(accepted! + rejected!).toBe(read);
  return { read: read!, accepted: accepted!, rejected: rejected! };
}

/** Text of the alert that stands on the page. */
export async function alertText(page: Page): Promise<string> {
  const alert = page.getByRole('alert').first();
  await alert.waitFor();
  return plain(await alert.innerText());
}
