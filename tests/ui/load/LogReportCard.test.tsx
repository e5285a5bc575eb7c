// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { EvidenceReport, LogReport } from '../../../src/worker/evidenceView.ts';
import type { FileReceipt } from '../../../src/worker/tableView.ts';
import { LoadScreen } from '../../../src/ui/load/LoadScreen.tsx';
import { drawScreen } from '../../support/drawScreen.tsx';
import { EXAMPLE_WORKSPACE } from '../../support/exampleWorkspace.ts';

afterEach(cleanup);

const DAY = readIsoDay('2026-06-30')!;

const REPORT: EvidenceReport = {
  logs: [
    {
      file: 'f1',
      name: 'log.csv',
      system: 'other',
      isStated: false,
      loadedAs: 'other',
      listSystem: 'other',
      lagDays: 3,
      historyStart: readIsoDay('2025-05-27')!,
      asOf: DAY,
      notUsed: undefined,
      endsEarly: false,
      listColumnsFirst: [],
      keys: 1_200,
      matched: 1_198,
      ambiguous: 0,
      gaps: {
        total: 2,
        first: [{ key: 'zed', lastDay: readIsoDay('2026-06-01')!, why: 'noAccount' }],
      },
      shared: {
        keys: 9,
        accounts: 2,
        first: [{ name: 'Ann Lee', accountId: '17', keys: ['ann', 'ann@corp.example'], moreKeys: 5 }],
      },
    },
  ],
  rules: { domainAliases: [{ domain: 'old.example', standsFor: 'corp.example' }], dropMailboxTags: false },
  conflicts: {
    total: 1,
    first: [
      {
        name: 'Ann Lee',
        licenceType: undefined,
        evidenceClass: 'loginOnly',
        later: { column: 'Event: login', file: 'log.csv', fileRow: 12, reading: '30 May 2026' },
        earlier: { column: 'Last login', file: 'users.csv', fileRow: 3, reading: '10 Jan 2026' },
      },
    ],
  },
};

const FILE = {
  file: 'f1',
  kind: 'activity',
  asOf: DAY,
  importedAt: '2026-06-30T14:02:11+01:00',
  source: { name: 'log.csv', bytes: 10, sha256: '3f9a'.repeat(16) },
  rows: { read: 10, accepted: 10, rejected: 0, repeats: 0, blankLines: 0 },
  stored: 3,
  range: { from: readIsoDay('2025-05-27')!, to: DAY },
  findings: [],
  errors: [],
  plan: undefined,
  answer: undefined,
} satisfies FileReceipt;

const draw = (change: Partial<LogReport> = {}) =>
  drawScreen(<LoadScreen />, {
    view: { ...EXAMPLE_WORKSPACE, files: [FILE] },
    answers: {
      evidenceReport: () => ({ ...REPORT, logs: [{ ...REPORT.logs[0]!, ...change }] }),
      act: () => ({ view: { ...EXAMPLE_WORKSPACE, files: [FILE] }, done: 1, refused: [] }),
      logKeyTable: () => ({ fileName: 'log-account-keys.csv', csv: 'Account key' }),
    },
  });

test('activity without a seat and every conflict with both its sources are listed [LOAD-32] [REVIEW-23]', async () => {
  draw();
  const gaps = await screen.findByRole('table', { name: 'Activity without a seat, log.csv' });
  expect(within(gaps).getByRole('row', { name: /zed/ })).toHaveTextContent(
    'zed1 Jun 2026no account of the list has this key',
  );
  expect(screen.getByText(/2 account keys, the latest 1 below/)).toBeInTheDocument();
  const logs = screen.getByRole('table', { name: 'Activity logs' });
  expect(logs).toHaveTextContent(/1.198 of 1.200/);
  const conflicts = screen.getByRole('table', { name: 'Conflicts between files' });
  expect(within(conflicts).getByRole('row', { name: /Ann Lee/ })).toHaveTextContent(
    'Ann LeeLast sign-in30 May 2026Event: login in log.csv, row 1210 Jan 2026Last login in users.csv, row 3',
  );
});

test('lag, keys that are no account and keys of one account are shown, and all of them can be saved [LOAD-24] [LOAD-30]', async () => {
  const { downloads } = draw();
  const logs = await screen.findByRole('table', { name: 'Activity logs' });
  expect(logs).toHaveTextContent('27 May 2025 to 30 Jun 20263 days');
  expect(screen.getByText(/^2 of 1.200 keys are no account of the list\.$/)).toBeInTheDocument();
  const shared = screen.getByRole('table', { name: 'Several keys of one account, log.csv' });
  expect(within(shared).getByRole('row', { name: /Ann Lee/ })).toHaveTextContent(
    'Ann Leeann, ann@corp.example and 5 more',
  );
  expect(screen.getByText(/^9 account keys are 2 accounts of the list/)).toHaveTextContent(
    'the first 1 below',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Save the keys of log.csv' }));
  await waitFor(() =>
    expect(downloads).toEqual([{ fileName: 'log-account-keys.csv', content: 'Account key' }]),
  );
});

test('dates of single licences that stand over the events of a log are named, with what to do', async () => {
  draw({ listColumnsFirst: ['Last login'] });
  expect(await screen.findByText(/so Last login says when each licence was used/)).toHaveTextContent(
    'load the list again with “One row is: An account”',
  );
});

const NOTHING = {
  matched: 0,
  gaps: { total: 0, first: [] },
  shared: { keys: 0, accounts: 0, first: [] },
};

test('a log of another known system says so, what to do, and is joined when a person says that it is the same', async () => {
  const { worker } = draw({
    ...NOTHING,
    notUsed: 'otherSystem',
    system: 'slack',
    loadedAs: 'slack',
    listSystem: 'servicenow',
  });
  expect(await screen.findByText(/it is a log of Slack, the list is one of ServiceNow/)).toBeInTheDocument();
  expect(screen.getByText(/If not, load the list of Slack as well, or delete the log/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'It speaks of ServiceNow' }));
  await waitFor(() =>
    expect(worker.acts()).toEqual([{ act: 'stateSystem', file: 'f1', system: 'servicenow' }]),
  );
});

test('what a person said of the system of a log is shown and can be taken back', async () => {
  const { worker } = draw({
    isStated: true,
    system: 'servicenow',
    loadedAs: 'slack',
    listSystem: 'servicenow',
  });
  await userEvent.click(await screen.findByRole('button', { name: 'It speaks of Slack after all' }));
  await waitFor(() => expect(worker.acts()).toEqual([{ act: 'stateSystem', file: 'f1', system: 'slack' }]));
});

test('the identity rules stand beside the logs that they match where there is no roster [LOAD-29]', async () => {
  const { worker } = draw();
  const rules = await screen.findByRole('region', { name: 'Identity rules' });
  expect(within(rules).getByRole('textbox', { name: 'Domains that stand for another' })).toHaveValue(
    'old.example = corp.example',
  );
  await userEvent.click(within(rules).getByRole('switch', { name: 'Remove mailbox tags' }));
  await userEvent.click(within(rules).getByRole('button', { name: 'Save identity rules' }));
  await waitFor(() =>
    expect(worker.acts()).toEqual([
      {
        act: 'saveIdentityRules',
        domainAliases: [{ domain: 'old.example', standsFor: 'corp.example' }],
        dropMailboxTags: true,
      },
    ]),
  );
});
