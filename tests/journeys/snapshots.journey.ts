import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { seededUsers } from '../bench/support/seededUsers.ts';
import { keepBrowser } from '../support/keptBrowser.ts';
import { chooseByPath, startKillable } from '../support/killableChromium.ts';
import {
  chooseFile,
  importNow,
  plain,
  sayName,
  setDay,
  startClient,
  type GivenFile,
} from '../support/loadSteps.ts';
import type { OpenApp } from '../support/openApp.ts';
import { serveBuild } from '../support/serveBuild.ts';
import { readClient } from '../support/storedFacts.ts';
import { readFiles } from '../support/storedFiles.ts';
import { button, goTo } from '../support/steps.ts';
import { openStored } from '../support/tabs.ts';

const CLIENT = 'Curlew Ltd';
const HEADER = 'User name,Full name,Licence type,Department,Assigned on,Last login';

/** A person of a list: everybody but Ada and Bo works. */
const line = (name: string, type: string, used: string): string =>
  `${name.toLowerCase()},${name} Fenn,${type},Law,2024-05-06,${used}`;
const PEOPLE = ['Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ivy', 'Jo'];
const month = (day: string, gone: readonly string[], added: readonly string[]): GivenFile => ({
  name: `users-${day}.csv`,
  content: [
    HEADER,
    line('Ada', 'Agent', '2025-02-03'),
    line('Bo', 'Agent', '2025-03-04'),
    ...PEOPLE.filter((name) => !gone.includes(name)).map((name) => line(name, 'Agent', day)),
    ...added.map((name) => line(name, 'Approver', day)),
    '',
  ].join('\n'),
});

const MARCH = month('2026-03-31', [], ['Kim']);
const APRIL = month('2026-04-30', ['Cy'], ['Kim']);
const MAY = month('2026-05-31', ['Di'], ['Kim', '=Lou']);
const SOME: GivenFile = {
  name: 'law-only.csv',
  content: [HEADER, line('Ada', 'Agent', '2025-02-03'), ''].join('\n'),
};

describe('monthly lists kept side by side', () => {
  let app: OpenApp;
  let page: Page;

  const openAgain = keepBrowser(CLIENT, (opened) => {
    app = opened;
    page = opened.page;
  });
  const load = async (file: GivenFile, day: string): Promise<string> => {
    await chooseFile(page, file);
    await setDay(page, day);
    return importNow(page);
  };
  const table = (name: string): Locator => page.getByRole('table', { name, exact: true });
  const rows = async (name: string): Promise<string[]> => {
    await table(name).waitFor();
    return (await table(name).getByRole('row').allInnerTexts()).map(plain);
  };
  const status = async (): Promise<string> =>
    plain(await page.getByRole('region', { name: 'Workspace status' }).innerText());

  test('three lists are kept and listed, the newest in use [LOAD-34]', async () => {
    await load(MARCH, '2026-03-31');
    await load(MAY, '2026-05-31');
    expect(await load(APRIL, '2026-04-30')).toContain('The figures describe the list of 31 May 2026.');
    const listed = await rows('Snapshots');
    expect(listed).toHaveLength(4);
    expect(listed[1]).toContain('31 May 2026 in use Full export 11 11 2');
    expect(await status()).toContain('31 May 2026');
  });

  test('two of them are compared down to the rows, and the rows leave as a guarded table [LOAD-34]', async () => {
    const compare = page.getByRole('region', { name: 'Compare snapshots', exact: true });
    await compare.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: '31 May 2026' });
    await compare.getByRole('combobox', { name: 'From', exact: true }).selectOption({ label: '31 Mar 2026' });
    await button(page, 'Compare').click();
    expect(await rows('What changed')).toEqual([
      'What 31 Mar 2026 Gone New 31 May 2026',
      'Accounts 11 1 1 11',
      'Seats 11 1 1 11',
      'Agent 10 1 0 9',
      'Approver 1 0 1 2',
    ]);
    await button(page, '1 gone Agent seats').click();
    expect((await rows('Gone Agent seats'))[1]).toBe('Di Fenn di Agent Law 5');
    await button(page, 'Close').click();
    await button(page, '1 new Approver seats').click();
    await button(page, 'Export these rows').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Export with names').click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toContain(`"'=Lou Fenn","'=lou",Approver,Law,2026-05-31,users-2026-05-31.csv,12\r\n`);
    await button(page, 'Close').click();
  });

  test('one is made the baseline, and drift is told against its frozen figures [LOAD-37]', async () => {
    await goTo(page, 'Define');
    await button(page, 'Use this definition').click();
    await page
      .getByText(/version 1/i)
      .first()
      .waitFor();
    await goTo(page, 'Load');
    await button(page, 'Make 31 Mar 2026 the baseline').click();
    const dialog = page.getByRole('dialog', { name: 'Make 31 Mar 2026 the baseline', exact: true });
    expect(plain(await dialog.innerText())).toContain('11 seats of 11 accounts as of 31 Mar 2026');
    await button(dialog, 'Make 31 Mar 2026 the baseline').click();
    expect((await rows('Drift by licence type')).slice(1)).toEqual([
      `Agent 10 9 −1 – – 2 2`,
      `Approver 1 2 +1 – – 0 0`,
      `All licence types 11 11 0 – – 2 2`,
    ]);
    expect(await rows('Flagged since the baseline')).toHaveLength(7);
    expect(await status()).toContain('31 May 2026');
  });

  test('the panel of a seat tells its assignments from all lists [LOAD-36]', async () => {
    await goTo(page, 'Review');
    await page.getByRole('searchbox', { name: 'Find a seat', exact: true }).fill('cy');
    await page.getByText('Cy Fenn').first().waitFor();
    const panel = page.getByRole('region', { name: 'Why this category', exact: true });
    await panel.getByText('Cy Fenn').waitFor();
    await button(panel, 'Show assignment history').click();
    await panel.getByText(/From 3 complete lists of this system/).waitFor();
    const told = plain(
      await page.getByRole('region', { name: 'Assignment history', exact: true }).innerText(),
    );
    expect(told).toContain('Retired between 1 Apr 2026 and 30 Apr 2026, inferred from lists');
    expect(told).toContain('Assigned 6 May 2024, imported with the list of 31 Mar 2026');
    expect(told).toContain('Assigned between 1 May 2026 and 31 May 2026, inferred from lists');
    expect(told).toContain('Retired still held on 31 May 2026');
  });

  test('a short list is asked about, and as a filtered one changes no figure [LOAD-35]', async () => {
    await goTo(page, 'Load');
    await chooseFile(page, SOME);
    await setDay(page, '2026-06-30');
    await button(page, 'Import').click();
    const asked = page.getByRole('radiogroup', { name: 'Is this list complete?', exact: true });
    await asked.waitFor();
    await page.getByText(/Your last list had 11 accounts, this one has 1\./).waitFor();
    expect(await button(page, 'Import').isDisabled()).toBe(true);
    await asked.getByRole('radio', { name: 'Filtered list', exact: true }).check();
    const receipt = await importNow(page);
    expect(receipt).toContain('The figures describe the list of 31 May 2026.');
    expect(receipt).toContain('This is a filtered list: it closes no case and removes no seat.');
    expect((await rows('Snapshots')).find((row) => row.includes('30 Jun 2026'))).toContain('in no figure');
    expect(await status()).toContain('31 May 2026');
    await goTo(page, 'Review');
    await page.getByRole('searchbox', { name: 'Find a seat', exact: true }).fill('');
    await page.getByRole('tab', { name: 'All', exact: true }).waitFor();
    await expect
      .poll(async () => plain(await page.getByRole('table', { name: 'Seats', exact: true }).innerText()))
      .toContain('Kim Fenn');
  });

  test('the baseline is deleted only when that is said; its figures stay after a restart [LOAD-34] [LOAD-37]', async () => {
    await goTo(page, 'Load');
    await button(page, 'Delete snapshot 31 Mar 2026').click();
    const dialog = page.getByRole('dialog', { name: 'Delete snapshot 31 Mar 2026', exact: true });
    await dialog.getByText(/Assignments of seats will be told from 2 complete lists instead of 3/).waitFor();
    expect(await button(dialog, 'Delete this snapshot').isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'Delete the baseline', exact: true }).check();
    await button(dialog, 'Delete this snapshot').click();
    await page.getByText(/Its snapshot was deleted; its figures are frozen in entry/).waitFor();
    const drift = await rows('Drift by licence type');
    await expect.poll(async () => (await readFiles(page, CLIENT)).orphans).toEqual([]);
    expect(app.faults).toEqual([]);
    await openAgain();
    await openStored(page, CLIENT);
    await goTo(page, 'Load');
    expect(await rows('Drift by licence type')).toEqual(drift);
    expect(await rows('Snapshots')).toHaveLength(4);
    expect(app.faults).toEqual([]);
  });
});

test('a browser killed in the middle of a deletion holds the snapshot whole or nothing of it', async () => {
  const build = await serveBuild();
  const profile = mkdtempSync(join(tmpdir(), 'fallow-deleted-'));
  const list = seededUsers(40_000);
  let chromium = await startKillable(profile);
  const ended = { kept: 0, gone: 0, withRemains: 0 };
  const load = async (): Promise<void> => {
    await chooseByPath(chromium.page, list.path);
    await setDay(chromium.page);
    await importNow(chromium.page);
  };
  try {
    await chromium.page.goto(build.url);
    await startClient(chromium.page, CLIENT);
    for (const wait of [0, 10, 25, 60, 120]) {
      const { page } = chromium;
      if ((await readClient(page, CLIENT)).snapshots.length === 0) await load();
      await button(page, 'Delete snapshot 30 Jun 2026').click();
      await button(page, 'Delete this snapshot').click();
      const question = page.getByRole('dialog', { name: 'Your name', exact: true });
      await page.waitForTimeout(wait);
      if (await question.isVisible()) {
        await sayName(page);
        await page.waitForTimeout(wait);
      }
      await chromium.kill();
      chromium = await startKillable(profile);
      await chromium.page.goto(build.url);
      const found = await readClient(chromium.page, CLIENT);
      await openStored(chromium.page, CLIENT);
      const opened = await readClient(chromium.page, CLIENT);
      const isOf = (chunk: string): boolean => opened.snapshots.some((id) => chunk.startsWith(`${id}/`));
      expect(opened.snapshots).toEqual(opened.recorded);
      expect(opened.chunks.filter((chunk) => !isOf(chunk))).toEqual([]);
      if (opened.snapshots.length === 0) ended.gone += 1;
      else {
        ended.kept += 1;
        expect(opened.chunks).toEqual(found.chunks);
      }
      if (found.chunks.some((chunk) => !isOf(chunk))) ended.withRemains += 1;
      await goTo(chromium.page, 'Load');
    }
    process.stdout.write(`5 kills over deletions: ${JSON.stringify(ended)}\n`);
    expect(ended.gone).toBeGreaterThan(0);
  } finally {
    await chromium.kill();
    await build.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
