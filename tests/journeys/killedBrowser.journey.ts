import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { seededNumbers } from '../../src/sample/seededNumbers.ts';
import { seededUsers } from '../bench/support/seededUsers.ts';
import { chooseByPath, startKillable, type KillableChromium } from '../support/killableChromium.ts';
import {
  importNow,
  readAccount,
  sayName,
  sayNameIfAsked,
  setDay,
  startClient,
} from '../support/loadSteps.ts';
import { serveBuild, type ServedBuild } from '../support/serveBuild.ts';
import { readClient, type StoredFacts } from '../support/storedFacts.ts';
import { button, goTo } from '../support/steps.ts';

const CLIENT = 'Killed in the middle';
const FIRST_ROWS = 5_000;
const BIG_ROWS = 100_000;
const KILLS = 20;
let build: ServedBuild;
let profile: string;
let chromium: KillableChromium | undefined;

beforeAll(async () => {
  build = await serveBuild();
  profile = mkdtempSync(join(tmpdir(), 'fallow-killed-'));
});

afterAll(async () => {
  await chromium?.kill();
  await build?.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function open(): Promise<Page> {
  chromium = await startKillable(profile);
  const { page } = chromium;
  page.setDefaultTimeout(30_000);
  await page.goto(build.url);
  return page;
}

async function openClient(page: Page): Promise<void> {
  await button(page, `Open ${CLIENT}`).click();
  await page.getByRole('region', { name: 'Workspace status' }).getByText(CLIENT).waitFor();
  await goTo(page, 'Load');
  await page.getByRole('table', { name: 'Snapshots' }).waitFor();
}

/** What the ledger check of the screen says about the stored entries. */
async function checkLedger(page: Page): Promise<string> {
  await button(page, 'Ledger').click();
  await button(page, 'Verify ledger').click();
  const status = page.getByRole('status', { name: 'Ledger check' });
  await status.getByText(/entries? checked|Entry|remembers/).waitFor();
  const said = await status.innerText();
  await page.keyboard.press('Escape');
  return said;
}

/** Chunks that belong to no listed snapshot. */
const orphans = ({ chunks, snapshots }: StoredFacts): readonly string[] =>
  chunks.filter((chunk) => !snapshots.some((snapshot) => chunk.startsWith(`${snapshot}/`)));

/** Starts the import of the big list; resolves once its rows are being read. */
async function startBigImport(page: Page, path: string): Promise<void> {
  await chooseByPath(page, path);
  await setDay(page);
  await button(page, 'Import').click();
  await sayNameIfAsked(page);
}

/** Opens the client and asserts everything that must hold whatever the kill before it hit. */
async function openAndCheck(
  page: Page,
  before: StoredFacts,
): Promise<{ opened: StoredFacts; orphansFound: number }> {
  const found = await readClient(page, CLIENT);
  await openClient(page);
  const opened = await readClient(page, CLIENT);
  expect(found.snapshots).toEqual(opened.snapshots);
  expect(opened.snapshots).toEqual(opened.recorded);
  expect(opened.ledger.slice(0, before.ledger.length)).toEqual(before.ledger);
  expect(before.chunks.filter((chunk) => !opened.chunks.includes(chunk))).toEqual([]);
  expect(orphans(opened)).toEqual([]);
  expect(opened.staging).toEqual([]);
  expect(await checkLedger(page)).toBe(`${opened.ledger.length} entries checked. The chain is unbroken.`);
  expect(await page.getByRole('table', { name: 'Snapshots' }).getByRole('row').count()).toBe(
    opened.snapshots.length + 1,
  );
  return { opened, orphansFound: orphans(found).length };
}

/** Takes the big list out again, so that the next round can import the same bytes. */
async function deleteBigSnapshot(page: Page): Promise<void> {
  await button(page, 'Delete snapshot 30 Jun 2026').first().click();
  await button(page, 'Delete this snapshot').click();
  const rows = page.getByRole('table', { name: 'Snapshots' }).getByRole('row');
  const question = page.getByRole('dialog', { name: 'Your name', exact: true });
  await expect.poll(async () => (await question.isVisible()) || (await rows.count()) === 2).toBe(true);
  if (await question.isVisible()) await sayName(page);
  await rows.nth(2).waitFor({ state: 'detached' });
}

test(`a browser killed ${KILLS} times in the middle of an import holds the state before it or the complete one [LOAD-03]`, async () => {
  const numbers = seededNumbers(20261122);
  const small = seededUsers(FIRST_ROWS);
  const big = seededUsers(BIG_ROWS);

  let page = await open();
  await startClient(page, CLIENT);
  await chooseByPath(page, small.path);
  await setDay(page);
  expect(readAccount(await importNow(page))).toMatchObject({ accepted: FIRST_ROWS });
  let before = await readClient(page, CLIENT);
  expect(before.snapshots).toHaveLength(1);

  // How long a whole import takes on this machine; the kills are spread over it, some of them around its end.
  await chooseByPath(page, big.path);
  await setDay(page);
  const started = performance.now();
  expect(readAccount(await importNow(page))).toMatchObject({ accepted: BIG_ROWS });
  const whole = performance.now() - started;
  await deleteBigSnapshot(page);
  before = await readClient(page, CLIENT);

  const ended = { asBefore: 0, complete: 0, acknowledged: 0, withOrphans: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    await startBigImport(page, big.path);
    const share = kill % 2 === 0 ? numbers.between(2, 95) : numbers.between(80, 115);
    await page.waitForTimeout((whole * share) / 100);
    const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
    const acknowledged = /[1-9][\d\s]* rows read/.test(
      (await receipt.isVisible()) ? await receipt.innerText() : '',
    );
    await chromium!.kill();

    page = await open();
    const { opened, orphansFound } = await openAndCheck(page, before);
    const isComplete = opened.snapshots.length > before.snapshots.length;
    if (acknowledged) {
      ended.acknowledged++;
      expect(isComplete).toBe(true);
    }
    if (orphansFound > 0) ended.withOrphans++;
    if (isComplete) {
      ended.complete++;
      expect(opened.ledger).toHaveLength(before.ledger.length + 1);
      await deleteBigSnapshot(page);
      before = await readClient(page, CLIENT);
      expect(orphans(before)).toEqual([]);
    } else {
      ended.asBefore++;
      expect(opened).toEqual(before);
    }
  }
  process.stdout.write(`${KILLS} kills over imports of ${Math.round(whole)} ms: ${JSON.stringify(ended)}\n`);
  expect(ended.asBefore).toBeGreaterThan(0);
}, 600_000);
