import type { Page } from 'playwright-core';
import { loadList, plain, startClient } from './loadSteps.ts';
import { button, goTo } from './steps.ts';
import { checkLedger } from './tabs.ts';

/** So many people, by number. */
export const peopleUpTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index);

/** A users list of these people, one seat each, some of them long idle. */
export const listOf = (people: readonly number[]): string =>
  'user_name,name,department,licence_type,assigned_on,last_login_time\n' +
  people
    .map((n) => `user.${n},Person ${n},Unit ${n % 7},Fulfiller,2024-01-15,2026-0${1 + (n % 6)}-2${n % 9}`)
    .join('\n');

/** Starts a client with two lists, the later one without the first person, and a frozen definition. */
export async function startFrozen(page: Page, client: string, people: readonly number[]): Promise<void> {
  await startClient(page, client);
  await loadList(page, { name: 'users.csv', content: listOf(people) });
  await loadList(page, { name: 'later.csv', content: listOf(people.slice(1)) });
  await goTo(page, 'Define');
  await page
    .getByRole('status', { name: 'Flagged seats' })
    .getByText(/flagged/)
    .waitFor();
  await button(page, 'Use this definition').click();
  await page
    .getByText(/^Definition 1 is frozen\./)
    .first()
    .waitFor();
}

/** What the screens show of such a client, in words. */
export async function shownOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const words: Record<string, string> = {};
  words['status'] = plain(await page.getByRole('region', { name: 'Workspace status' }).innerText());
  await goTo(page, 'Load');
  for (const table of ['Loaded files', 'Snapshots'])
    words[table] = plain(await page.getByRole('table', { name: table, exact: true }).innerText());
  await goTo(page, 'Define');
  const flagged = page.getByRole('status', { name: 'Flagged seats' });
  await flagged.getByText(/flagged/).waitFor();
  words['flagged'] = plain(await flagged.innerText());
  await goTo(page, 'Review');
  const seats = page.getByRole('table', { name: 'Seats', exact: true });
  await seats.getByText('Person 1', { exact: true }).waitFor();
  words['seats'] = plain(await seats.innerText());
  words['ledger'] = await checkLedger(page);
  return words;
}
