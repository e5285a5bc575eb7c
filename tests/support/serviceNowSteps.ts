import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Effort } from './effort.ts';
import { importNow, plain } from './loadSteps.ts';
import { STORY_COUNTS } from './serviceNowUsers.ts';
import { button, goTo } from './steps.ts';

export const CLIENT = 'Northmoor Housing';
export const LICENCE = 'ITSM Fulfiller';
/** The page's clock: a few days after the export. */
export const TODAY = new Date('2026-07-02T09:00:00Z');
/** When the exports were written. */
export const EXPORTED_AT = '2026-06-30T11:00:00Z';
export const USERS = Object.values(STORY_COUNTS).reduce((sum, count) => sum + count, 0);

export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
export const choice = (page: Page, name: string): Locator =>
  page.getByRole('combobox', { name, exact: true });
export const count = (page: Page, name: string): Locator =>
  page.getByRole('spinbutton', { name, exact: true });

/** A folder of files with the times of their exports, as a person has them among the downloads. */
export interface ExportFolder {
  /** Writes a file whose own time is `at`; returns its path. */
  path(name: string, content: string | Uint8Array, at: string): string;
  remove(): void;
}

export function exportFolder(): ExportFolder {
  const folder = mkdtempSync(join(tmpdir(), 'fallow-exports-'));
  return {
    path: (name, content, at) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      utimesSync(path, new Date(at), new Date(at));
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Cells of a table without its header. */
export async function rowsOf(page: Page, table: string): Promise<string[][]> {
  const lines = page.getByRole('table', { name: table, exact: true }).getByRole('row');
  await lines.nth(1).waitFor();
  const rows = await lines.all();
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  return cells.slice(1).map((row) => row.map(plain));
}

/** Starts a client by name and time zone; ends on Load. */
export async function startIn(page: Page, effort: Effort, zone: string): Promise<void> {
  await effort.click(button(page, 'Start a client'));
  await effort.type(field(page, 'Client name'), CLIENT);
  await effort.choose(choice(page, 'Time zone'), zone);
  await effort.click(button(page, 'Create client'));
  await page.getByRole('heading', { level: 1, name: 'Load', exact: true }).waitFor();
}

/** Loads the dump, whose times are UTC, and answers what is asked. Returns the sentences of the receipt. */
export async function loadDump(page: Page, effort: Effort, path: string): Promise<string> {
  effort.fields++;
  await page.getByLabel('Choose files', { exact: true }).setInputFiles(path);
  await page.getByRole('table', { name: 'Column mapping', exact: true }).waitFor();
  await effort.choose(choice(page, 'Time zone of the file'), 'UTC');
  await effort.type(choice(page, 'Licence type of every row'), LICENCE);
  const question = page.getByRole('group', { name: 'Question about last_login_time', exact: true });
  await effort.check(question.getByRole('radio', { name: 'Never used', exact: true }));
  await page.getByText('All answered').waitFor();
  effort.clicks++;
  return importNow(page);
}

/** Counts per category as the Review screen lists them. */
export async function categoryCounts(page: Page): Promise<Record<string, number>> {
  await goTo(page, 'Review');
  await page.getByRole('button', { name: 'Show as a table', exact: true }).click();
  const rows = await rowsOf(page, 'Categories data');
  return Object.fromEntries(rows.map(([name, seats]) => [name, Number(seats!.replace(/\s/g, ''))]));
}
