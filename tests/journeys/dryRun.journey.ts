import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { plain } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { CasePanel, countsByState, openCases } from '../support/reclaimSteps.ts';
import { button, goTo, openSample } from '../support/steps.ts';

/** The first definition is a dry run: everything can be tried, nothing counts. */
describe('a dry run', () => {
  let app: OpenApp;
  let page: Page;
  let cases = 0;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    await openSample(page);
    await goTo(page, 'Define');
    expect(await page.getByRole('switch', { name: 'Dry run', exact: true }).isChecked()).toBe(true);
    await button(page, 'Use this definition').click();
    await page.getByText('Definition 1 is frozen.').first().waitFor();
    await goTo(page, 'Review');
    await button(page, 'Create cases').click();
    await openCases(page);
    await page.getByRole('button', { name: 'Open case 1', exact: true }).waitFor();
  });
  afterAll(async () => app?.close());

  const reclaimed = async (): Promise<string> => plain(await page.locator('.proof-pair').first().innerText());
  const panel = (number: number): Promise<CasePanel> => new CasePanel(page, number).open();

  test('marks every case, in the table, in its dialog and in the status strip [RECLAIM-29]', async () => {
    const table = page.getByRole('table', { name: 'Cases', exact: true });
    const rows = (await table.getByRole('row').allInnerTexts()).slice(1);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toContain('DRY RUN');
    await page.getByRole('region', { name: 'Workspace status' }).getByText('DRY RUN').waitFor();
    const counts = (await countsByState(page, 'DRY RUN'))!;
    cases = counts['Total']!;
    expect(cases).toBe(458);
    expect((await countsByState(page, 'Cases'))!['Total']).toBe(0);
  });

  test('takes a case to its end without a single total including it [RECLAIM-29, RECLAIM-31]', async () => {
    const one = await panel(1);
    await one.dialog
      .getByText(
        'This case is part of a dry run: nobody is asked, its steps are simulated and it is in no total.',
      )
      .waitFor();
    await one.freeze();
    await one.dialog
      .getByRole('textbox', { name: 'Reason to override the grace', exact: true })
      .fill('Trying it out');
    await one.step('Record deactivation').click();
    await one.stands('deactivated');
    await one.dialog.getByText('DRY RUN').first().waitFor();
    for (const line of (await one.timeline()).slice(0, 4))
      expect(line).toMatch(/DRY RUN|SIMULATED|simulated/i);
    await one.close();
    const counts = (await countsByState(page, 'Cases'))!;
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
    expect(await reclaimed()).toBe('0 verified 0 attested');
  });

  test('Convert to live ends it and starts a live case where the newest list still shows a candidate [RECLAIM-29]', async () => {
    await openCases(page);
    await page.getByRole('checkbox', { name: 'Select case 2', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Select case 3', exact: true }).check();
    await button(page, 'Convert to live').click();
    const dialog = page.getByRole('dialog', { name: 'Convert to live', exact: true });
    await dialog.getByText(/^2 cases of the dry run end; a live case starts at Ready/).waitFor();
    await button(dialog, 'Convert').click();
    await page.getByText('2 dry-run cases ended. 2 live cases started at Ready.').first().waitFor();
    const live = (await countsByState(page, 'Cases'))!;
    expect(live).toMatchObject({ Ready: 2, Total: 2 });
    const dry = (await countsByState(page, 'DRY RUN'))!;
    expect(dry['Total']).toBe(cases);
    expect(dry['Closed Complete']).toBe(0);
    const first = await panel(cases + 1);
    await first.stands('Ready');
    expect(await first.dialog.getByText('DRY RUN').count()).toBe(0);
    await first.close();
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });
});
