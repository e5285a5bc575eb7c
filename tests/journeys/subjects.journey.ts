import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFile, importNow, plain, readAccount, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { choice, rowsOf } from '../support/serviceNowSteps.ts';
import { goTo } from '../support/steps.ts';

const LIST = `\
Login,Display name,Held by,Role,Permissions,License type,Expected usage,Assigned on,Last work
ada,Ada Quill,User,Agent,"Edit tickets, approve changes",Fulfiller,half-yearly,2024-01-01,2025-12-01
ben,Ben Orr,User,Agent,Read tickets,Fulfiller,half-yearly,2024-01-01,2025-11-01
cal,Cal Dee,User,,,Fulfiller,fortnightly,2024-01-01,2026-03-20
k-14,Reception kiosk,Device,,Read tickets,Fulfiller,daily,2024-01-01,2026-06-20
vm-3,Build machine,Virtual machine,,,Fulfiller,unknown,2024-01-01,2026-06-20
k-15,East gate,Gerät,,,Fulfiller,,2024-01-01,2026-06-20
`;

describe('a list of users, devices and virtual environments in the built app', () => {
  let app: OpenApp;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    await startClient(page, 'Northmoor Housing');
  });
  afterAll(async () => {
    await app?.close();
  });

  const readingsOf = async (column: string): Promise<string> => {
    const rows = await rowsOf(page, 'Column mapping');
    return rows.find(([name]) => name!.startsWith(column))![3]!;
  };

  test('permissions and patterns are proposed, the subject is chosen by hand, and each is read beside it [LOAD-18]', async () => {
    await chooseFile(page, { name: 'users.csv', content: LIST });
    await setDay(page);
    expect(await choice(page, 'Meaning of Permissions').inputValue()).toBe('permissions');
    expect(await choice(page, 'Meaning of Expected usage').inputValue()).toBe('expectedPattern');
    expect(await choice(page, 'Meaning of Role').inputValue()).toBe('role');
    expect(await choice(page, 'Meaning of Held by').inputValue()).toBe('ignore');
    await choice(page, 'Meaning of Held by').selectOption('subjectType');
    await page.getByText('Virtual environment', { exact: true }).waitFor();
    expect(await readingsOf('Held by')).toContain('Device');
    expect(await readingsOf('Expected usage')).toContain('not a known pattern');
    await page.getByText('“fortnightly”: no known pattern, in 1 row.').waitFor();
  });

  test('the receipt counts them and keeps the word that is not known [LOAD-18]', async () => {
    const receipt = await importNow(page);
    expect(readAccount(receipt)).toEqual({ read: 6, accepted: 6, rejected: 0 });
    expect(receipt).toContain('Among the accounts 2 devices, 1 virtual environment.');
    expect(receipt).toContain('Expected usage says “fortnightly”: no known pattern, in 1 account.');
  });

  test('a declared pattern gives the seat its own window, told beside subject and permissions [LOAD-18]', async () => {
    await goTo(page, 'Review');
    const why = page.getByRole('region', { name: 'Why this category', exact: true });
    const openSeat = async (name: string): Promise<string> => {
      await page.getByRole('table', { name: 'Seats', exact: true }).getByText(name, { exact: true }).click();
      await why.getByText(name, { exact: true }).waitFor();
      return plain(await why.innerText());
    };
    const ada = await openSeat('Ada Quill');
    expect(ada).toContain('Idle 211 days, but protected: use is declared half-yearly by the user list');
    expect(ada).toContain('a window of its own of 225 days');
    expect(ada).toContain('Permissions Edit tickets, approve changes');
    const ben = await openSeat('Ben Orr');
    expect(ben).toContain('It missed its own pattern.');
    const kiosk = await openSeat('Reception kiosk');
    expect(kiosk).toContain('Subject Device');
    const cal = await openSeat('Cal Dee');
    expect(cal).toContain('the user list declares a pattern in a word that is not known');
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });
});
