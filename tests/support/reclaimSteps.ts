import type { Locator, Page } from 'playwright-core';
import { plain } from './loadSteps.ts';
import { button, goTo } from './steps.ts';

/** The dialog of one case; `reclaim`, `answer` and the others take a step in it as a person does. */
export class CasePanel {
  readonly dialog: Locator;

  constructor(
    readonly page: Page,
    readonly number: number,
  ) {
    this.dialog = page.getByRole('dialog', { name: `Case ${number}`, exact: true });
  }

  /** Finds the case in the table of all cases and opens it. */
  async open(): Promise<this> {
    await openCases(this.page);
    const opener = button(this.page, `Open case ${this.number}`);
    const next = button(this.page, 'Next page');
    await this.page
      .getByRole('button', { name: /^Open case / })
      .first()
      .waitFor();
    while (!(await opener.isVisible()) && (await next.isEnabled())) {
      await next.click();
      await this.page.waitForTimeout(150);
    }
    await button(this.page, `Open case ${this.number}`).click();
    await this.dialog.getByRole('list', { name: 'Timeline', exact: true }).waitFor();
    return this;
  }

  async close(): Promise<void> {
    await button(this.dialog, 'Close').click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  step(name: string): Locator {
    return button(this.dialog, name);
  }

  /** The dialog that a step asks its questions in. */
  asked(step: string): Locator {
    return this.page.getByRole('dialog', { name: step, exact: true });
  }

  /** Waits until the head says where the case stands. */
  async stands(words: string): Promise<void> {
    await this.dialog.locator('.case-head').getByText(words).first().waitFor();
  }

  /** Sends the notice as drafted. */
  async reclaim(): Promise<void> {
    await this.step('Reclaim').click();
    await button(this.asked('Reclaim'), 'Save notice').click();
    await this.stands('Awaiting User');
  }

  /** Records an answer. */
  async decide(by: 'The user' | 'The manager', decision: 'Keep' | 'Revoke', reason = ''): Promise<Locator> {
    await this.step('Record decision').click();
    const form = this.asked('Record decision');
    await form.getByRole('radio', { name: by, exact: true }).check();
    await form.getByRole('radio', { name: decision, exact: true }).check();
    if (reason !== '') await form.getByRole('textbox', { name: 'Reason', exact: true }).fill(reason);
    return form;
  }

  /** Notice, agreement and freeze on the page's day. */
  async freeze(): Promise<void> {
    await this.reclaim();
    await button(await this.decide('The user', 'Revoke'), 'Save decision').click();
    await this.stands('Awaiting Revocation');
    await this.step('Record freeze').click();
    await this.dialog.getByRole('region', { name: 'Restore card', exact: true }).waitFor();
  }

  /** Takes a step that asks for one text. */
  async say(step: string, label: string, text: string, save: string): Promise<void> {
    await this.step(step).click();
    const form = this.asked(step);
    await form.getByRole('textbox', { name: label, exact: true }).fill(text);
    await button(form, save).click();
    await form.waitFor({ state: 'detached' });
  }

  /** Entries of the timeline, newest first. */
  async timeline(): Promise<string[]> {
    const list = this.dialog.getByRole('list', { name: 'Timeline', exact: true });
    return (await list.getByRole('listitem').allInnerTexts()).map(plain);
  }
}

/** Goes to the table of all cases. */
export async function openCases(page: Page): Promise<void> {
  await goTo(page, 'Reclaim');
  await page.getByRole('tab', { name: 'Cases', exact: true }).click();
  const all = button(page, 'Show all cases');
  if (await all.isVisible()) await all.click();
  await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('');
}

/** Counts per state of the live cases, or of the dry-run ones, by header; `undefined` without such a row. */
export async function countsByState(
  page: Page,
  kind: 'Cases' | 'DRY RUN',
): Promise<Record<string, number> | undefined> {
  await openCases(page);
  const table = page.getByRole('table', { name: 'Cases by state', exact: true });
  const headers = (await table.getByRole('columnheader').allInnerTexts()).map(plain);
  const row = table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: kind, exact: true }) });
  if ((await row.count()) === 0) return undefined;
  const cells = (await row.locator('th, td').allInnerTexts()).map(plain);
  return Object.fromEntries(headers.map((name, at) => [name, Number(cells[at])]).slice(1));
}
