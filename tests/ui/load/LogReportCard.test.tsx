// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { EvidenceReport } from '../../../src/worker/evidenceView.ts';
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
      historyStart: readIsoDay('2025-05-27')!,
      asOf: DAY,
      notUsed: undefined,
      endsEarly: false,
      keys: 1_200,
      matched: 1_198,
      ambiguous: 0,
      gaps: {
        total: 2,
        first: [{ key: 'zed', lastDay: readIsoDay('2026-06-01')!, why: 'noAccount' }],
      },
    },
  ],
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

test('activity without a seat and every conflict with both its sources are listed [LOAD-32] [REVIEW-23]', async () => {
  const file = {
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
  drawScreen(<LoadScreen />, {
    view: { ...EXAMPLE_WORKSPACE, files: [file] },
    answers: { evidenceReport: () => REPORT },
  });
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
