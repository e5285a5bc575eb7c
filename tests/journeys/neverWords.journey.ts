import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFile, importNow, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';

const LIST = `user_name,licence_type,last_login
ann,Fulfiller,2026-06-29
bob,Fulfiller,brak logowania
cy,Fulfiller,2026-06-28
dee,Fulfiller,Brak logowania
eve,Fulfiller,soon
`;

let app: OpenApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await startClient(page, 'Word Works');
});
afterAll(async () => app?.close());

test('a word that no list of words for never holds is declared to mean never, and the others stay unreadable [LOAD-22]', async () => {
  await chooseFile(page, { name: 'users.csv', content: LIST });
  await setDay(page);
  const row = page.getByRole('row', { name: /^last_login/ });
  await row.getByText('not a date').first().waitFor();
  const words = page.getByRole('textbox', { name: 'Words for never in last_login', exact: true });
  await words.fill('brak logowania');
  await words.press('Enter');
  await row.getByText('never', { exact: true }).waitFor();
  expect(await words.inputValue()).toBe('brak logowania');
  const receipt = await importNow(page);
  expect(receipt).toContain('last_login has 1 cell that is neither a date nor a word for never');
  expect(receipt).toContain("'soon'");
  expect(receipt).not.toContain('brak');
});
