import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { readPdf } from '../support/readPdf.ts';
import { button, goTo, openSample, stepLink } from '../support/steps.ts';

/** From an empty page to a PDF with the sample, as a new user would go. */
describe('the sample, from opening it to the brief', () => {
  let app: OpenApp;

  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(async () => app?.close());

  test('seven screens stand in order on one page, and each says when it has nothing yet [APP-14]', async () => {
    const { page } = app;
    const names = ['Start', 'Load', 'Contract', 'Define', 'Review', 'Reclaim', 'Position & brief'];
    const links = page.getByRole('navigation', { name: 'Steps' }).getByRole('link');
    expect(await links.allInnerTexts()).toHaveLength(names.length);
    for (const name of names) {
      await goTo(page, name);
      expect(await stepLink(page, name).getAttribute('aria-current')).toBe('step');
      expect(await page.locator('main').innerText()).not.toBe('');
    }
    await goTo(page, 'Start');
    await page.getByText('Nothing here yet. You need two things').waitFor();
  });

  test('the sample opens with one press and holds every category', async () => {
    const { page } = app;
    await openSample(page);
    await goTo(page, 'Define');
    const flagged = page.getByRole('table', { name: 'Flagged' });
    await flagged
      .getByRole('row', { name: /Flagged/ })
      .last()
      .getByText('489')
      .waitFor();
    const lines = await flagged.getByRole('row').allInnerTexts();
    const counts = Object.fromEntries(
      lines.map((line) => [line.split('\t')[0]?.trim(), line.split('\t')[1]?.trim()]),
    );
    expect(counts).toMatchObject({
      Leaver: '50',
      'Never used': '109',
      Borderline: '27',
      'Login only': '78',
      Dormant: '225',
      Flagged: '489',
    });
  });

  test('flagged stands as five lines beside its total, and says what else is not counted [DEFINE-10, REVIEW-04]', async () => {
    const { page } = app;
    await page
      .getByRole('status', { name: 'Flagged seats' })
      .getByText('489 flagged: 50 leavers, 109 never used, 27 borderline, 78 login only, 225 dormant.')
      .waitFor();
    await goTo(page, 'Review');
    const notCounted = page.getByRole('list', { name: 'Not counted' });
    await notCounted.getByText('Non-human').waitFor();
    const text = await notCounted.innerText();
    for (const part of ['Non-human', 'Excepted or absent', 'Too new', 'Unknown', 'Periodic', 'Borderline']) {
      expect(text).toContain(part);
    }
  });

  test('moving the window by keyboard shows counts, money and changes before anything is created [DEFINE-09]', async () => {
    const { page } = app;
    await goTo(page, 'Define');
    const slider = page.getByRole('slider', { name: 'Dormancy window (days)' });
    const status = page.getByRole('status', { name: 'Flagged seats' });
    const money = page.getByRole('status', { name: 'Money at next commitment' });
    const before = await money.innerText();
    await slider.focus();
    await slider.press('PageDown');
    await slider.press('PageDown');
    expect(await slider.inputValue()).toBe('60');
    await status.getByText('600 flagged').waitFor();
    expect(await money.innerText()).not.toBe(before);
    await slider.press('End');
    expect(await slider.inputValue()).toBe('730');
    await button(page, '90 days').click();
    await status.getByText('489 flagged').waitFor();
  });

  test('no case can be made from an unsaved definition; using it freezes version 1 [DEFINE-12]', async () => {
    const { page } = app;
    await goTo(page, 'Review');
    expect(await button(page, 'Create cases').count()).toBe(0);
    await goTo(page, 'Define');
    await button(page, 'Use this definition').click();
    await page
      .getByText('Definition 1 is frozen. Measured on data as of 30 June 2026: 489 flagged.')
      .first()
      .waitFor();
  });

  test('cases are made from the candidates as a dry run, and a seat has one open case [RECLAIM-05]', async () => {
    const { page } = app;
    await goTo(page, 'Review');
    await page
      .getByText('458 cases will be marked DRY RUN. Nobody is asked and nothing is counted.')
      .waitFor();
    await button(page, 'Create cases').click();
    await goTo(page, 'Reclaim');
    await page.getByRole('tab', { name: 'Cases' }).click();
    await page.getByRole('table', { name: 'Cases', exact: true }).getByText('DRY RUN').first().waitFor();
    await goTo(page, 'Review');
    await page.getByRole('region', { name: 'Why this category' }).waitFor();
    expect(await button(page, 'Create cases').isDisabled()).toBe(true);
  });

  test('the brief is a PDF of selectable text with the frozen definition and the counts of the screen [BRIEF-01, BRIEF-03, BRIEF-04]', async () => {
    const { page } = app;
    await goTo(page, 'Position & brief');
    await page.getByRole('status', { name: 'Recommended commitment' }).getByText('650').waitFor();
    await page.getByRole('tab', { name: 'Brief' }).click();
    const saved = page.waitForEvent('download');
    await button(page, 'Export brief').click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^renewal-brief-internal-2026-06-30-[0-9a-f]{4}\.pdf$/);
    await page
      .getByRole('status', { name: 'Brief result' })
      .getByText('Saved renewal-brief-internal')
      .waitFor();
    const pdf = await readPdf(readFileSync(await file.path()));
    expect(pdf.pages.length).toBeGreaterThanOrEqual(8);
    const text = pdf.text.replace(/\s+/g, ' ');
    expect(text).toContain('Larkfield Group');
    expect(text).toContain('A seat is inactive when its account has done none of');
    expect(text).toContain('The definition was fixed on');
    expect(text).toMatch(/\b489\b/);
    expect(text).toMatch(/\b650\b/);
    for (const category of ['Dormant', 'Periodic', 'Login only', 'Borderline'])
      expect(text).toContain(category);
    expect(pdf.author).toBe('');
  });

  test('the same state gives the same file again, byte for byte [BRIEF-13]', async () => {
    const { page } = app;
    const names: string[] = [];
    const bytes: Buffer[] = [];
    for (let run = 0; run < 2; run++) {
      const saved = page.waitForEvent('download');
      await button(page, 'Export brief').click();
      const file = await saved;
      names.push(file.suggestedFilename());
      bytes.push(readFileSync(await file.path()));
    }
    expect(names[0]).toBe(names[1]);
    expect(bytes[0]!.length).toBeGreaterThan(20_000);
    expect(bytes[0]!.equals(bytes[1]!)).toBe(true);
  });

  test('everything is there after the tab was closed and opened again [LOAD-03]', async () => {
    const { context, build } = app;
    await app.page.close();
    const page = await context.newPage();
    await page.goto(build.url);
    await button(page, 'Open Larkfield Group').click();
    await goTo(page, 'Define');
    await page.getByRole('region', { name: 'Workspace status' }).getByText('30 Jun 2026').waitFor();
    await goTo(page, 'Reclaim');
    await page.getByRole('tab', { name: 'Cases' }).click();
    await page.getByRole('table', { name: 'Cases', exact: true }).getByText('DRY RUN').first().waitFor();
    await page.close();
  });

  test('nothing left the machine and nothing failed on the way [APP-04]', () => {
    expect(app.faults.filter((fault) => !fault.includes(app.build.url))).toEqual([]);
  });
});
