import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { chooseFile, importNow, plain, readAccount, setDay, startClient } from '../support/loadSteps.ts';
import { openApp, type OpenApp } from '../support/openApp.ts';
import { choice } from '../support/serviceNowSteps.ts';
import { goTo } from '../support/steps.ts';

const LIST = `\
Login,First name,Last name,Department,Division,Approver for,Support groups,Extra duties,License type,Assigned on,Last work
ada,Ada,Quill,Desk,North,Finance,Net,Nightly export,Fulfiller,2024-01-01,2025-12-01
ada,Ada,Quill,Desk,North,,Storage,,Fulfiller,2024-01-01,2025-12-01
ben,Ben,Orr,Desk,South,no,,,Fulfiller,2024-01-01,2025-11-01
`;

describe('a list of what accounts own and answer for, in the built app', () => {
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

  test('columns are proposed by their headers, and one is chosen by hand [LOAD-08] [LOAD-13]', async () => {
    await chooseFile(page, { name: 'users.csv', content: LIST });
    await setDay(page);
    const meaningOf = (header: string): Promise<string> => choice(page, `Meaning of ${header}`).inputValue();
    expect(await meaningOf('First name')).toBe('firstName');
    expect(await meaningOf('Last name')).toBe('lastName');
    expect(await meaningOf('Department')).toBe('unit');
    expect(await meaningOf('Division')).toBe('division');
    expect(await meaningOf('Approver for')).toBe('delegateOrApprover');
    expect(await meaningOf('Support groups')).toBe('queues');
    expect(await meaningOf('Extra duties')).toBe('ignore');
    await choice(page, 'Meaning of Extra duties').selectOption('scheduledJobs');
    await page.getByText(/^Reads .* as of/).waitFor();
    expect(readAccount(await importNow(page))).toEqual({ read: 3, accepted: 3, rejected: 0 });
  });

  test('they stand beside why a seat has its category, and two checks read them', async () => {
    await goTo(page, 'Review');
    const why = page.getByRole('region', { name: 'Why this category', exact: true });
    const openSeat = async (name: string): Promise<string> => {
      await page.getByRole('table', { name: 'Seats', exact: true }).getByText(name, { exact: true }).click();
      await why.getByText(name, { exact: true }).waitFor();
      return plain(await why.innerText());
    };
    const ada = await openSeat('Ada Quill');
    expect(ada).toContain('Division North');
    expect(ada).toContain('Queues or groups Net; Storage');
    expect(ada).toContain('Scheduled jobs Nightly export');
    expect(ada).toContain('Listed as delegate or approver in row 2: Finance.');
    expect(ada).toContain('queues or groups: Net; Storage · scheduled jobs: Nightly export');
    expect(await openSeat('Ben Orr')).toContain('No protected role in the list.');
  });

  test('nothing left the machine and nothing failed [APP-04]', () => {
    expect(app.faults).toEqual([]);
  });
});
