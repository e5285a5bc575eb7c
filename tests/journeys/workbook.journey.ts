import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { alertText, chooseFile, importNow, readAccount, setDay, startClient } from '../support/loadSteps.ts';
import { oleFile } from '../support/oleFile.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { button } from '../support/steps.ts';
import { inline, tableData, workbookBytes } from '../support/workbookFile.ts';

const HEADER = ['user_name', 'name', 'email', 'license_type', 'last_login_time', 'sys_created_on'];

/** A user whose dates are date cells. `daysBefore` counts from 30 June 2026. */
const user = (row: number, name: string, daysBefore: number): string => {
  const texts = [name, `Person ${name}`, `${name}@example.com`, 'Fulfiller'];
  const cells = texts.map((text, at) => inline(`${'ABCD'[at]}${row}`, text)).join('');
  return `<row r="${row}">${cells}<c r="E${row}" s="1"><v>${46_203 - daysBefore}.375</v></c><c r="F${row}" s="2"><v>45000</v></c></row>`;
};
const header = `<row r="1">${HEADER.map((name, at) => inline(`${'ABCDEF'[at]}1`, name)).join('')}</row>`;
const page1 = header + Array.from({ length: 40 }, (_, at) => user(at + 2, `one.${at}`, at * 10)).join('');
const page2 = header + Array.from({ length: 12 }, (_, at) => user(at + 2, `two.${at}`, 3)).join('');
const old = header + Array.from({ length: 5 }, (_, at) => user(at + 2, `old.${at}`, 3)).join('');

const WORKBOOK = workbookBytes({
  sheets: [
    {
      name: 'Summary',
      data: tableData([
        ['Users', 'Count'],
        ['All', '52'],
      ]),
    },
    { name: 'Page 1', data: page1 },
    { name: 'Page 2', data: page2 },
    { name: 'Archive', data: old, state: 'hidden' },
  ],
  formats: ['dd/mm/yyyy hh:mm', 14],
});

describe('a workbook', () => {
  let app: OpenApp;
  let page: Page;
  const sheet = (name: string): Locator =>
    page.getByRole('group', { name: 'Sheets', exact: true }).getByRole('checkbox', { name, exact: true });

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(30_000);
    await startClient(page, 'Workbook Ltd');
  });
  afterAll(async () => app?.close());

  test('is taken by the file picker, and its sheets are offered by name [LOAD-01] [LOAD-06]', async () => {
    await chooseFile(page, { name: 'users.xlsx', content: WORKBOOK });
    await sheet('Page 1').waitFor();
    expect(await sheet('Page 1').isChecked()).toBe(true);
    expect(await sheet('Page 2').isChecked()).toBe(true);
    expect(await sheet('Summary').isChecked()).toBe(false);
    expect(await sheet('Archive').isChecked()).toBe(false);
    await page.getByText('52 rows, 6 columns. Read from sheets Page 1, Page 2 of the workbook.').waitFor();
    await page.getByText('This workbook has 1 hidden sheet that is not read: “Archive”.').waitFor();
    await page
      .getByRole('cell', { name: /30 Jun 2026/ })
      .first()
      .waitFor();
  });

  test('another choice of sheets is read anew [LOAD-06]', async () => {
    await sheet('Page 2').uncheck();
    await page.getByText(/40 rows, 6 columns\. Read from sheet Page 1/).waitFor();
    await sheet('Archive').check();
    await page.getByText(/45 rows, 6 columns\. Read from sheets Page 1, Archive/).waitFor();
    await sheet('Archive').uncheck();
    await sheet('Page 2').check();
    await page.getByText(/52 rows, 6 columns/).waitFor();
  });

  test('is imported, and its receipt counts every sheet [LOAD-01]', async () => {
    await setDay(page);
    const receipt = await importNow(page);
    expect(readAccount(receipt)).toEqual({ read: 52, accepted: 52, rejected: 0 });
    expect(receipt).toMatch(/52 accounts, 52 seats/);
    expect(receipt).toMatch(/Last sign-in from 5 Jun 2025 to 30 Jun 2026/);
    expect(receipt).toContain('“Page 2” follow those of the first sheet');
  });

  test('that is locked, old or made to harm is refused in a sentence [LOAD-07]', async () => {
    const far = workbookBytes({
      sheets: [{ name: 'a', data: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }],
    });
    for (const [content, sentence] of [
      [
        oleFile(['EncryptedPackage']),
        'This workbook is locked with a password. Save it without one and load it again.',
      ],
      [oleFile(['Workbook']), 'users.xls is a workbook of the format before 2007 (.xls).'],
      [far, 'users.xls has a cell beyond column 1 024'],
      [WORKBOOK.slice(0, 4_000), 'users.xls is damaged: it ends before its table of contents'],
    ] as const) {
      await chooseFile(page, { name: 'users.xls', content });
      expect(await alertText(page)).toContain(sentence);
      await button(page, 'Dismiss').click();
    }
  });

  test('nothing went wrong on the way', () => {
    expect(app.faults).toEqual([]);
  });
});
