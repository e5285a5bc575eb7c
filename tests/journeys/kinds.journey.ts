import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { keepBrowser } from '../support/keptBrowser.ts';
import { chooseByPath, startKillable } from '../support/killableChromium.ts';
import {
  chooseFile,
  importNow,
  plain,
  readAccount,
  sayNameIfAsked,
  setDay,
  startClient,
  type GivenFile,
} from '../support/loadSteps.ts';
import type { OpenApp } from '../support/openApp.ts';
import { serveBuild } from '../support/serveBuild.ts';
import { readFiles } from '../support/storedFiles.ts';
import { button, goTo } from '../support/steps.ts';
import { openStored } from '../support/tabs.ts';

const CLIENT = 'Heron Ltd';
const GOLDEN = join(import.meta.dirname, '../golden/kinds');
const golden = (name: string): GivenFile => ({
  name: `${name}.csv`,
  content: readFileSync(join(GOLDEN, `${name}.csv`)),
});
const kindOf = (page: Page) => page.getByRole('combobox', { name: 'Kind of file', exact: true });

const ANSWER = {
  format_version: 1,
  packet_id: 'P-7',
  client_code: 'HER',
  nonce: 'f0a1',
  created_on: '2026-06-01',
  expires_on: '2026-07-01',
  typed_name: 'Mia Hall',
  local_time: '2026-06-20T09:30:00+02:00',
  user_agent: 'Example browser',
  statement: 'IP address not collected',
  integrity: 'abc123',
  rows: [
    { case_number: 17, decision: 'revoke' },
    { case_number: 18, decision: 'keep', reason: 'Quarter end' },
  ],
};

describe('files of other kinds', () => {
  let app: OpenApp;
  let page: Page;

  const openAgain = keepBrowser(CLIENT, (opened) => {
    app = opened;
    page = opened.page;
  });

  async function load(file: GivenFile): Promise<string> {
    await chooseFile(page, file);
    await setDay(page);
    return importNow(page);
  }

  const loadedFiles = async (): Promise<string> =>
    plain(await page.getByRole('table', { name: 'Loaded files', exact: true }).innerText());

  test('a roster is recognised, mapped and kept; the person says whether it is complete [LOAD-08]', async () => {
    await chooseFile(page, golden('roster'));
    await page.getByText(/^Recognised as Roster by its columns/).waitFor();
    expect(await kindOf(page).inputValue()).toBe('roster');
    const mapping = page.getByRole('table', { name: 'Column mapping', exact: true });
    await mapping.getByRole('combobox', { name: 'Meaning of hire date', exact: true }).waitFor();
    await page.getByText('Say first whether this list is complete.').waitFor();
    expect(await button(page, 'Import').isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'Full export', exact: true }).check();
    await setDay(page);
    const receipt = await importNow(page);
    expect(readAccount(receipt)).toEqual({ read: 5, accepted: 5, rejected: 0 });
    expect(receipt).toContain('1 repeat counted once. 4 rows kept.');
    expect(receipt).toContain('Dates from 14 Sep 2015 to 3 Aug 2026.');
    expect(await loadedFiles()).toMatch(/roster\.csv Fingerprint [0-9a-f]{8}… Roster Its people are matched/);
  });

  test('purchases are kept, and bad cells are quoted with row and column [LOAD-08] [LOAD-33]', async () => {
    expect(readAccount(await load(golden('purchases')))).toEqual({ read: 3, accepted: 3, rejected: 0 });
    const receipt = await load(golden('purchases-bad'));
    expect(readAccount(receipt)).toEqual({ read: 8, accepted: 1, rejected: 7 });
    expect(receipt).toContain("Row 3, qty: '12.5' is not a number that can be read beyond doubt.");
    expect(receipt).toContain("Row 9, end date: '2025-01-01' lies before the start.");
  });

  test('why somebody is absent is left out and named [LOAD-08]', async () => {
    await chooseFile(page, golden('absences'));
    await page.getByText(/^Recognised as Absences/).waitFor();
    expect(await page.getByText('Sick leave').count()).toBe(0);
    await setDay(page);
    expect(await importNow(page)).toContain('Column absence type was left out on purpose');
  });

  test('the same file again adds nothing and says so [LOAD-11]', async () => {
    await chooseFile(page, golden('purchases'));
    await setDay(page);
    expect(await importNow(page)).toContain('You have already loaded this exact file');
  });

  test('answer files are checked each on its own [LOAD-08]', async () => {
    const aside = button(page, 'Put this file aside');
    if (await aside.isVisible()) await aside.click();
    await kindOf(page).selectOption('answers');
    const file = (name: string, content: string) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    const altered = JSON.stringify({ ...ANSWER, statement: 'IP address 10.0.0.1' });
    await page
      .getByLabel('Choose files', { exact: true })
      .setInputFiles([
        file('mia.json', JSON.stringify(ANSWER)),
        file('altered.json', altered),
        file('cut.json', altered.slice(0, 40)),
      ]);
    await button(page, 'Import').click();
    const results = page.getByRole('region', { name: 'Receipt', exact: true });
    await results.waitFor();
    const words = plain(await results.innerText());
    expect(words).toContain('mia.json Kept: 2 answers by Mia Hall. The integrity value was not checked.');
    expect(words).toContain('altered.json Refused. statement is missing or not what an answer file holds.');
    expect(words).toContain('cut.json Refused. This file is not complete');
  });

  test('what was loaded is the same to the byte after a restart of the browser [LOAD-03]', async () => {
    const before = { stored: await readFiles(page, CLIENT), shown: await loadedFiles() };
    expect(before.stored.heads).toHaveLength(5);
    expect(before.stored.chunks.length).toBeGreaterThan(30);
    await openAgain();
    await openStored(page, CLIENT);
    await goTo(page, 'Load');
    expect({ stored: await readFiles(page, CLIENT), shown: await loadedFiles() }).toEqual(before);
  });

  test('a file that is deleted leaves nothing behind but its entries', async () => {
    await button(page, 'Delete file purchases.csv').click();
    await button(page, 'Delete this file').click();
    await sayNameIfAsked(page).catch(() => undefined);
    await expect.poll(async () => (await readFiles(page, CLIENT)).heads.length).toBe(4);
    await expect.poll(async () => (await readFiles(page, CLIENT)).orphans).toEqual([]);
    expect(app.faults).toEqual([]);
  });
});

test('a browser killed in the middle of an import of a roster holds nothing of it or all [LOAD-03]', async () => {
  const build = await serveBuild();
  const profile = mkdtempSync(join(tmpdir(), 'fallow-kinds-killed-'));
  const path = join(profile, 'big-roster.csv');
  const rows = Array.from(
    { length: 150_000 },
    (_, n) => `${n},Person ${n},person.${n}@heron.example,Active,2020-01-0${1 + (n % 9)},U-${n % 40}`,
  );
  writeFileSync(path, `employee_number,full_name,email,status,hire date,unit_id\n${rows.join('\n')}\n`);
  let chromium = await startKillable(profile);
  try {
    await chromium.page.goto(build.url);
    await startClient(chromium.page, CLIENT);
    for (const wait of [150, 500, 900]) {
      const { page } = chromium;
      await chooseByPath(page, path);
      await page.getByRole('radio', { name: 'Full export', exact: true }).check();
      await setDay(page);
      await button(page, 'Import').click();
      await sayNameIfAsked(page);
      await page.waitForTimeout(wait);
      const done = await page.getByRole('region', { name: 'Receipt', exact: true }).isVisible();
      await chromium.kill();
      chromium = await startKillable(profile);
      await chromium.page.goto(build.url);
      await openStored(chromium.page, CLIENT);
      const found = await readFiles(chromium.page, CLIENT);
      expect(found.heads.length).toBe(found.recorded);
      if (done) expect(found.heads).toHaveLength(1);
      expect(found.orphans).toEqual([]);
      expect(found.staging).toEqual([]);
      if (found.heads.length > 0) break;
      await goTo(chromium.page, 'Load');
    }
  } finally {
    await chromium.kill();
    await build.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
