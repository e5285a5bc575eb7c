// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { PeopleSection } from '../../../src/ui/load/PeopleSection.tsx';
import { wordMatchedCounts, wordReasons } from '../../../src/ui/load/peopleWords.ts';
import type { PeopleView, PersonRow, SuggestionRow } from '../../../src/worker/peopleView.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { drawScreen, type DrawnScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_WORKSPACE, type Answers } from '../../support/exampleWorkspace.ts';
import { RECEIPT } from './exampleSurvey.ts';

beforeAll(supportDialogs);
afterEach(cleanup);

const ROSTER = { kind: 'roster', file: 'f1' } as unknown as WorkspaceView['files'][number];
const VIEW: WorkspaceView = { ...EXAMPLE_WORKSPACE, receipts: [RECEIPT], current: RECEIPT, files: [ROSTER] };

const PEOPLE: PeopleView = {
  snapshot: RECEIPT.snapshot,
  roster: { file: 'f1', name: 'roster.csv', asOf: dayFromCalendar(2026, 6, 30), people: 1200 },
  unitMapping: undefined,
  domainAliases: [],
  dropMailboxTags: false,
  accounts: 921,
  matched: {
    accounts: 918,
    people: 916,
    bySteps: { link: 1, employeeNumber: 0, email: 917, userPrincipalName: 0, userName: 0 },
  },
  units: { named: 910, matched: 905 },
  suggestions: 45,
  merges: { people: 0, accounts: 0 },
  byHand: { linked: 1, apart: 0, lost: 1 },
};

const person = (name: string, employeeNumber: string): PersonRow => ({
  person: { name, employeeNumber, email: '' },
  unit: 'Service',
  fileRow: 7,
});
const suggestion = (id: string): SuggestionRow => ({
  of: {
    account: { system: 'jira', account: id, name: `Name of ${id}` },
    accountId: id,
    email: '',
    unit: 'Service',
    fileRow: 4,
  },
  candidates: [
    { is: person('Ben Reed', '1'), reasons: ['sameName', 'sameUnit'] },
    { is: person('Ben Reedy', '2'), reasons: ['sharedKey'] },
  ],
});

function draw(view: WorkspaceView = VIEW, answers: Answers = {}): DrawnScreen {
  return drawScreen(<PeopleSection />, {
    view,
    answers: {
      people: () => PEOPLE,
      suggestionPage: ({ from, count }) => ({
        total: 45,
        rows: Array.from({ length: Math.min(count, 45 - from) }, (_, place) =>
          suggestion(`u${from + place}`),
        ),
      }),
      matchedPage: () => ({ total: 0, rows: [] }),
      mergePage: () => ({ total: 0, rows: [] }),
      overlapPage: () => ({ total: 0, rows: [] }),
      act: () => ({ view, done: 1, refused: [] }),
      ...answers,
    },
  });
}

test('the counts are said as the receipt says them, and of what they are counted [LOAD-33]', async () => {
  expect(wordMatchedCounts(PEOPLE)).toBe('918 people and 905 units matched.');
  draw();
  const card = await screen.findByRole('region', { name: 'People and accounts' });
  await within(card).findByText(/918 of 921 accounts have their person among the 1\s200 of roster\.csv/);
  expect(card).toHaveTextContent('linked by hand 1, same e-mail 917');
  expect(card).toHaveTextContent('905 of 910 accounts with a unit');
  expect(card).toHaveTextContent('1 link by hand names an account or a person that the files do not have');
});

test('without a roster nothing is asked and nothing is shown', () => {
  const { worker } = draw({ ...VIEW, files: [] });
  expect(screen.queryByRole('region')).toBeNull();
  expect(worker.calls).toEqual([]);
});

describe('suggestions', () => {
  test('say why, in words; the chosen person is merged, or all are kept apart [LOAD-30] [LOAD-31]', async () => {
    expect(wordReasons(['sameName', 'sameUnit'])).toBe('Same name and same unit');
    const { worker } = draw();
    const table = await screen.findByRole('table', { name: 'Match suggestions' });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent('Same name and same unit');
    await userEvent.selectOptions(
      within(table).getByRole('combobox', { name: 'Person for u0' }),
      'Ben Reedy 2',
    );
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent('An identifier that several people have');
    await userEvent.click(within(table).getByRole('button', { name: 'Merge u0' }));
    await screen.findByText('u0 is now an account of Ben Reedy.');
    await userEvent.click(within(table).getByRole('button', { name: 'Keep u1 apart' }));
    const { account } = suggestion('u1').of;
    const people = suggestion('u1').candidates.map(({ is }) => is.person);
    await waitFor(() =>
      expect(worker.acts()).toEqual([
        { act: 'linkAccount', account: suggestion('u0').of.account, person: people[1] },
        { act: 'keepApart', account, people },
      ]),
    );
  });

  test('come a page at a time [LOAD-30]', async () => {
    draw();
    await screen.findByRole('button', { name: 'Merge u19' });
    expect(screen.queryByRole('button', { name: 'Merge u20' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Next suggestions' }));
    await userEvent.click(screen.getByRole('button', { name: 'Next suggestions' }));
    await screen.findByRole('button', { name: 'Merge u44' });
    expect(screen.getByRole('button', { name: 'Next suggestions' })).toBeDisabled();
  });
});

test('identity rules are checked while they are typed and saved as one act [LOAD-29] [LOAD-31]', async () => {
  const { worker } = draw();
  const field = await screen.findByRole('textbox', { name: 'Domains that stand for another' });
  const save = screen.getByRole('button', { name: 'Save identity rules' });
  expect(save).toBeDisabled();
  await userEvent.type(field, 'a = b{enter}b = c');
  expect(field).toHaveAccessibleDescription(
    /Line 1, “a = b”, ends at a domain that stands for another itself/,
  );
  expect(save).toBeDisabled();
  await userEvent.clear(field);
  await userEvent.type(field, 'LARK = lark.example');
  await userEvent.click(screen.getByRole('switch', { name: 'Remove mailbox tags' }));
  await userEvent.click(save);
  const domainAliases = [{ domain: 'lark', standsFor: 'lark.example' }];
  await waitFor(() =>
    expect(worker.acts()).toEqual([{ act: 'saveIdentityRules', domainAliases, dropMailboxTags: true }]),
  );
});
