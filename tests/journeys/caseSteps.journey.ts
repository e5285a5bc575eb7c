import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Effort } from '../support/effort.ts';
import { plain, sayName } from '../support/loadSteps.ts';
import { openApp, untilLoaded, type OpenApp } from '../support/openApp.ts';
import { CasePanel, countsByState } from '../support/reclaimSteps.ts';
import { sysUserDump } from '../support/serviceNowFiles.ts';
import {
  choice,
  CLIENT,
  EXPORTED_AT,
  exportFolder,
  LICENCE,
  loadDump,
  startIn,
  TODAY,
} from '../support/serviceNowSteps.ts';
import { readClient } from '../support/storedFacts.ts';
import { button, goTo } from '../support/steps.ts';

const EIGHT_STATES = [
  'Attention Required',
  'Ready',
  'Awaiting User',
  'Awaiting Approval',
  'Awaiting Revocation',
  'Closed Complete',
  'Closed Skipped',
  'Closed Canceled',
];

/** The life of real cases by hand, on the days of a clock that the test moves. */
describe('cases of a live definition', () => {
  const folder = exportFolder();
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    await page.clock.setFixedTime(TODAY);
    await startIn(page, new Effort(), 'Europe/London');
    await loadDump(page, new Effort(), folder.path('sys_user.csv', sysUserDump(), EXPORTED_AT));
    await goTo(page, 'Define');
    await page.getByRole('switch', { name: 'Dry run', exact: true }).click();
    await choice(page, 'On timeout').selectOption({ label: 'Freeze' });
    await button(page, 'Use this definition').click();
    await page.getByText('Definition 1 is frozen.').first().waitFor();
    await goTo(page, 'Review');
    await button(page, 'Create cases').click();
    await page
      .getByText(/^Created \d+ cases|cases? (is|are) created|\d+ cases/)
      .first()
      .waitFor();
  });
  afterAll(async () => {
    await app?.close();
    folder.remove();
  });

  const panel = (number: number): Promise<CasePanel> => new CasePanel(page, number).open();
  const ledgerLength = async (): Promise<number> => (await readClient(page, CLIENT)).ledger.length;

  /** Moves the device's date and opens the page anew, as on another day. */
  async function onDay(day: string): Promise<void> {
    await page.clock.setFixedTime(new Date(`${day}T09:00:00Z`));
    await page.reload();
    await untilLoaded(page);
    await page.getByRole('region', { name: 'Workspace status' }).getByText(CLIENT).waitFor();
  }

  /** Answers the question for the name, which comes once after each opening. */
  async function giveName(): Promise<void> {
    await page.getByRole('dialog', { name: 'Your name', exact: true }).waitFor();
    await sayName(page);
  }

  test('a case is in one of eight states with exactly these labels, and Ready waits for Reclaim [RECLAIM-01]', async () => {
    const counts = (await countsByState(page, 'Cases'))!;
    expect(Object.keys(counts)).toEqual([...EIGHT_STATES, 'Total']);
    expect(counts['Ready']).toBe(counts['Total']);
    expect(await choice(page, 'State').locator('option').allInnerTexts()).toEqual([
      'All states',
      ...EIGHT_STATES,
    ]);
    await page.getByRole('checkbox', { name: 'Select case 1', exact: true }).check();
    const bar = page.locator('.action-bar');
    expect(await bar.getByRole('button').allInnerTexts()).toEqual(['Reclaim']);
    await page.getByRole('checkbox', { name: 'Select case 1', exact: true }).uncheck();
  });

  test('notice, agreement and freeze; each is one entry of the ledger and nothing is reclaimed yet [RECLAIM-02, RECLAIM-24, RECLAIM-26]', async () => {
    const one = await panel(1);
    const before = await ledgerLength();
    await one.step('Reclaim').click();
    const form = one.asked('Reclaim');
    const text = await form.getByRole('textbox', { name: 'Text', exact: true }).inputValue();
    expect(text).toContain(LICENCE);
    expect(text).toContain('12 July 2026');
    await button(form, 'Save notice').click();
    await one.stands('Awaiting User');
    expect(await ledgerLength()).toBe(before + 1);
    await button(await one.decide('The user', 'Revoke'), 'Save decision').click();
    await one.stands('to freeze');
    expect(await ledgerLength()).toBe(before + 2);
    expect(await one.step('Record deactivation').count()).toBe(0);
    await one.step('Record freeze').click();
    const card = one.dialog.getByRole('region', { name: 'Restore card', exact: true });
    await card.waitFor();
    expect(await ledgerLength()).toBe(before + 3);
    const facts = plain(await card.innerText());
    for (const label of ['Licence', 'Role', 'Group', 'Owner']) expect(facts).toContain(label);
    expect(facts).toContain(LICENCE);
    expect(await page.getByRole('button', { name: /delete|remove/i }).count()).toBe(0);
    await one.close();
    const counts = (await countsByState(page, 'Cases'))!;
    expect(counts['Awaiting Revocation']).toBe(1);
    expect(counts['Closed Complete']).toBe(0);
  });

  test('deactivation is refused before the grace ends, unless it is overridden with a reason [RECLAIM-24]', async () => {
    const one = await panel(1);
    await one.dialog.getByText('Cannot record the deactivation: grace ends 16 July.').waitFor();
    expect(await one.step('Record deactivation').isDisabled()).toBe(true);
    await one.dialog
      .getByRole('textbox', { name: 'Reason to override the grace', exact: true })
      .fill('Agreed with Anna on the phone');
    await one.step('Record deactivation').click();
    await one.stands('deactivated');
    expect((await one.timeline())[0]).toContain('Agreed with Anna on the phone');
    await one.dialog.getByText('Cannot close the case: grace ends 16 July.').waitFor();
    expect(await one.step('Close Complete').isDisabled()).toBe(true);
    expect(await one.step('Undo last step').count()).toBe(0);
    await one.close();
  });

  test('an objection needs a reason; the manager keeps with an exception, and the seat is excepted in Review [RECLAIM-12, RECLAIM-15]', async () => {
    const two = await panel(2);
    const name = plain(await two.dialog.locator('.case-name').innerText());
    await two.reclaim();
    const objection = await two.decide('The user', 'Keep');
    expect(await button(objection, 'Save decision').isDisabled()).toBe(true);
    await button(objection, 'Seasonal or periodic').click();
    await button(objection, 'Save decision').click();
    await two.stands('Awaiting Approval');
    const keep = await two.decide('The manager', 'Keep', 'Year-end closing is hers');
    await keep.getByRole('combobox', { name: 'Channel', exact: true }).selectOption({ label: 'Meeting' });
    await keep.getByRole('textbox', { name: 'Reference', exact: true }).fill('Minutes of 2 July');
    expect(await button(keep, 'Save decision').isDisabled()).toBe(true);
    await keep.getByRole('textbox', { name: 'Ends on', exact: true }).fill('2026-12-31');
    await keep.getByRole('textbox', { name: 'Fallback control', exact: true }).fill('Monthly look');
    await button(keep, 'Save decision').click();
    await two.stands('Closed Skipped');
    const [kept] = await two.timeline();
    expect(kept).toMatch(/Year-end closing is hers/);
    await two.close();
    await goTo(page, 'Review');
    await page.getByRole('tab', { name: 'Exceptions', exact: true }).click();
    const seats = page.getByRole('table', { name: 'Seats', exact: true });
    await seats.getByRole('row').filter({ hasText: name }).first().waitFor();
    expect(await seats.getByRole('row').count()).toBe(2);
    await page.getByRole('tab', { name: 'All', exact: true }).click();
  });

  test('an appeal in grace goes to the manager, and Unfreeze restores in one press [RECLAIM-25]', async () => {
    const three = await panel(3);
    await three.freeze();
    await three.say('Record appeal', 'Reason', 'Needed for the audit', 'Save appeal');
    await three.stands('Awaiting Approval');
    await button(await three.decide('The manager', 'Revoke'), 'Save decision').click();
    await three.stands('frozen');
    await three.dialog.getByText('16 July 2026').first().waitFor();
    await three.step('Unfreeze').click();
    await three.stands('Closed Skipped');
    await three.stands('restored in grace');
    await three.close();
  });

  test('a step that failed needs attention with its error, and Resolved leads back to Ready', async () => {
    const four = await panel(4);
    await four.say('Step failed', 'What failed', 'Licence comes from the group ITIL', 'Save failure');
    await four.stands('Attention Required');
    await four.stands('Licence comes from the group ITIL');
    await four.close();
    await onDay('2026-07-02');
    await goTo(page, 'Reclaim');
    await page.getByRole('list', { name: 'Due now', exact: true }).getByText('Need attention').waitFor();
    await panel(4);
    await four.step('Resolved').click();
    await four
      .asked('Resolved')
      .getByRole('textbox', { name: 'What was done', exact: true })
      .fill('Taken out');
    await button(four.asked('Resolved'), 'Save and go on').click();
    await giveName();
    await four.stands('Ready');
    await four.close();
  });

  test('a case is withdrawn with a reason: Closed Skipped, never Canceled [RECLAIM-07]', async () => {
    const five = await panel(5);
    await five.say('Withdraw', 'Reason', 'Wrong list', 'Withdraw case');
    await five.stands('Closed Skipped');
    await five.dialog.getByText('Not reclaimed by this case.').waitFor();
    await five.close();
    const counts = (await countsByState(page, 'Cases'))!;
    expect(counts).toMatchObject({ 'Closed Skipped': 3, 'Closed Canceled': 0, 'Closed Complete': 0 });
    await page.getByText('Never counted together with Closed Skipped').first().waitFor();
  });

  test('the last step is undone by a further entry that erases nothing [RECLAIM-02]', async () => {
    const six = await panel(6);
    await six.reclaim();
    const before = await ledgerLength();
    await six.step('Undo last step').click();
    expect(await button(six.asked('Undo last step'), 'Undo step').isDisabled()).toBe(true);
    await button(six.asked('Undo last step'), 'Cancel').click();
    await six.say('Undo last step', 'Reason', 'Sent to the wrong person', 'Undo step');
    await six.stands('Ready');
    expect(await ledgerLength()).toBe(before + 1);
    const timeline = (await six.timeline()).join('\n');
    expect(timeline).toContain('Sent to the wrong person');
    expect(timeline).toMatch(/Awaiting User|[Nn]otice/);
    await six.close();
  });

  test('without a notice nothing is frozen: it is waived by name and with a reason [RECLAIM-11]', async () => {
    const seven = await panel(7);
    expect(await seven.step('Record freeze').count()).toBe(0);
    await seven.step('Reclaim').click();
    const form = seven.asked('Reclaim');
    await form.getByRole('checkbox', { name: 'Waive the notice', exact: true }).check();
    expect(await button(form, 'Save waiver').isDisabled()).toBe(true);
    await form
      .getByRole('textbox', { name: 'Reason for the waiver', exact: true })
      .fill('Left in May, no mailbox');
    await button(form, 'Save waiver').click();
    await seven.stands('to freeze');
    await seven.dialog.getByText('Nora Quist: Left in May, no mailbox').waitFor();
    await seven.step('Record freeze').click();
    await seven.stands('frozen');
    await seven.close();
  });

  test('deadlines become due while Fallow is closed and are applied by a visible click, with both dates [RECLAIM-28]', async () => {
    const eight = await panel(8);
    await eight.reclaim();
    await eight.close();
    const before = (await countsByState(page, 'Cases'))!;
    await onDay('2026-07-17');
    expect(await countsByState(page, 'Cases')).toEqual(before);
    await page.getByRole('tab', { name: 'Due now', exact: true }).click();
    const due = page.getByRole('list', { name: 'Due now', exact: true });
    await due.getByText('Answers overdue').waitFor();
    await due.getByText('Grace ended').waitFor();
    await due.getByText('Due since 12 Jul 2026').waitFor();
    await page.getByText('2 due steps. The ledger keeps the due date and today’s date.').waitFor();
    await button(page, 'Apply due steps').click();
    await giveName();
    await page.getByText('Recorded for 2 cases.').first().waitFor();
    await panel(8);
    await eight.stands('to freeze');
    const [applied] = await eight.timeline();
    expect(applied).toMatch(/12 Jul(y)? 2026|2026-07-12/);
    expect(applied).toContain('17 Jul 2026');
    await eight.close();
    const seven = await panel(7);
    await seven.stands('to deactivate');
    await seven.close();
  });

  test('Close Complete counts as attested, apart from what an export has proven; a freeze counts for neither [RECLAIM-31]', async () => {
    const one = await panel(1);
    await one.step('Close Complete').click();
    await one.stands('Closed Complete');
    await one.stands('attested');
    const stages = one.dialog.getByRole('list', { name: 'Stages', exact: true });
    expect(plain(await stages.getByRole('listitem').last().innerText())).toMatch(/^Savings event ?, done$/);
    await one.close();
    await page
      .getByText('1 seat is recorded as reclaimed but not yet proven by an export.')
      .first()
      .waitFor();
    const text = plain(await page.locator('.proof-pair').first().innerText());
    expect(text).toBe('0 verified 1 attested');
    const counts = (await countsByState(page, 'Cases'))!;
    expect(counts['Closed Complete']).toBe(1);
    const sum = EIGHT_STATES.reduce((all, state) => all + counts[state]!, 0);
    expect(sum).toBe(counts['Total']);
  });

  test('replaying the ledger after a reload gives the same states [RECLAIM-02]', async () => {
    const before = await countsByState(page, 'Cases');
    await onDay('2026-07-17');
    expect(await countsByState(page, 'Cases')).toEqual(before);
  });

  test('the ledger holds who, when, what and why; it is searched, verified and exported [RECLAIM-35]', async () => {
    await button(page, 'Ledger').click();
    const ledger = page.getByRole('dialog', { name: 'Ledger', exact: true });
    const table = ledger.getByRole('table', { name: 'Ledger entries', exact: true });
    await ledger.getByRole('searchbox', { name: 'Find in the ledger', exact: true }).fill('Wrong list');
    const row = table.getByRole('row').nth(1);
    await row.getByText('Wrong list').waitFor();
    expect(await table.getByRole('row').count()).toBe(2);
    const entry = plain(await row.innerText());
    expect(entry).toMatch(/2026-07-02 10:00|2 Jul 2026 10:00/);
    expect(entry).toContain('Nora Quist');
    const kind = ledger.getByRole('combobox', { name: 'Kind of entry', exact: true });
    await ledger.getByRole('searchbox', { name: 'Find in the ledger', exact: true }).fill('');
    await kind.selectOption({ label: 'Definition frozen' });
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    expect(plain(await table.getByRole('row').nth(1).innerText())).toContain(
      'Definition frozen as version 1',
    );
    await kind.selectOption({ label: 'Every kind' });
    await expect.poll(() => table.getByRole('row').count()).toBeGreaterThan(2);
    await button(ledger, 'Verify ledger').click();
    const check = ledger.getByRole('status', { name: 'Ledger check', exact: true });
    await check.getByText(/^(?!Checking)./).waitFor();
    const entries = await ledgerLength();
    expect(plain(await check.innerText())).toContain(String(entries));
    await button(ledger, 'Export ledger').click();
    const saved = page.waitForEvent('download');
    await button(
      page.getByRole('dialog', { name: 'This file contains names', exact: true }),
      'Export with names',
    ).click();
    await giveName();
    const lines = readFileSync(await (await saved).path(), 'utf8')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(entries);
    expect(lines.join('\n')).toContain('Wrong list');
    await check.getByText('Saved ').waitFor();
    await page.keyboard.press('Escape');
    await ledger.waitFor({ state: 'detached' });
  });

  test('with notify off a case never waits for its user, and its waiver has a name and a reason [RECLAIM-09, RECLAIM-11]', async () => {
    await goTo(page, 'Define');
    await page.getByRole('switch', { name: 'Notify', exact: true }).click();
    await button(page, 'Use this definition').click();
    await page.getByText('Definition 2 is frozen.').first().waitFor();
    const total = (await countsByState(page, 'Cases'))!['Total']!;
    await goTo(page, 'Review');
    await button(page, 'Create cases').click();
    const counts = (await countsByState(page, 'Cases'))!;
    expect(counts['Total']).toBeGreaterThan(total);
    const last = await panel(counts['Total']!);
    await last.stands('Ready');
    expect(await last.step('Record notice').count()).toBe(0);
    await last.step('Reclaim').click();
    const form = last.asked('Reclaim');
    expect(await form.getByRole('textbox', { name: 'Recipient', exact: true }).count()).toBe(0);
    await form.getByRole('textbox', { name: 'Reason for the waiver', exact: true }).fill('Told in person');
    await button(form, 'Save waiver').click();
    await last.stands('Awaiting Revocation');
    await last.dialog.getByText('Nora Quist: Told in person').waitFor();
    await last.close();
    expect((await countsByState(page, 'Cases'))!['Awaiting User']).toBe(0);
  });

  test('no figure changes with the clock [APP-19]', async () => {
    const figures = async (): Promise<string[]> => {
      await goTo(page, 'Define');
      const flagged = page.getByRole('status', { name: 'Flagged seats' });
      await flagged.getByText(/\d+ flagged/).waitFor();
      const seen = [
        await flagged.innerText(),
        await page.getByRole('status', { name: 'Money at next commitment' }).innerText(),
      ];
      await goTo(page, 'Review');
      await page.getByRole('list', { name: 'Not counted' }).waitFor();
      seen.push(await page.getByRole('list', { name: 'Not counted' }).innerText());
      return seen.map(plain);
    };
    const before = await figures();
    await onDay('2026-12-15');
    expect(await figures()).toEqual(before);
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});
