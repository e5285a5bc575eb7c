// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { SnapshotsCard } from '../../../src/ui/load/SnapshotsCard.tsx';
import type { Receipt } from '../../../src/worker/loadView.ts';
import type {
  BaselineView,
  DeletionLoss,
  DriftView,
  ListComparison,
} from '../../../src/worker/snapshotView.ts';
import type { WorkspaceView } from '../../../src/worker/workspaceView.ts';
import { supportDialogs } from '../../support/dialogSupport.ts';
import { drawScreen, type DrawnScreen } from '../../support/drawScreen.tsx';
import { countsOf, EXAMPLE_WORKSPACE, type Answers } from '../../support/exampleWorkspace.ts';
import { RECEIPT } from './exampleSurvey.ts';

beforeAll(supportDialogs);
afterEach(cleanup);

const MARCH: Receipt = {
  ...RECEIPT,
  snapshot: 'march',
  asOf: dayFromCalendar(2026, 3, 31),
  source: { ...RECEIPT.source, name: 'march.csv' },
};
const SOME: Receipt = {
  ...RECEIPT,
  snapshot: 'some',
  asOf: dayFromCalendar(2026, 7, 31),
  completeness: 'filtered',
};
const BASELINE: BaselineView = {
  snapshot: 'march',
  asOf: MARCH.asOf,
  sha256: 'a'.repeat(64),
  system: RECEIPT.source.system,
  policyVersion: 1,
  accounts: 921,
  seats: 937,
  namedAt: '2026-04-02T09:00:00+01:00',
  namedBy: 'Dana',
  entry: 7,
  isKept: true,
};
const VIEW: WorkspaceView = { ...EXAMPLE_WORKSPACE, receipts: [SOME, RECEIPT, MARCH], current: RECEIPT };

const COMPARED: ListComparison = {
  earlier: 'march',
  later: 'june',
  accounts: { before: 4, after: 4, added: 1, gone: 1 },
  seats: { before: 4, after: 5, added: 2, gone: 1 },
  byLicenceType: [{ name: 'Fulfiller', before: 4, after: 5, added: 2, gone: 1 }],
  isFiltered: false,
};
const LOSS: DeletionLoss = {
  snapshot: 'march',
  isBaseline: false,
  isInUse: false,
  nextInUse: undefined,
  evidence: ['Last login'],
  measured: [{ version: 1, flagged: 230 }],
  cases: { all: 3, open: 0 },
  waivers: 0,
  tenureSeats: 12,
  lists: { with: 3, without: 2 },
};
const DRIFT: DriftView = {
  baseline: BASELINE,
  asOf: RECEIPT.asOf,
  policyVersion: 2,
  lines: [
    {
      licenceType: 'Fulfiller',
      was: { counts: countsOf({ active: 700, dormant: 150 }), entitled: 1000 },
      is: { counts: countsOf({ active: 710, dormant: 190, neverUsed: 40 }), entitled: 1000 },
    },
  ],
  was: countsOf({ active: 700, dormant: 150 }),
  is: countsOf({ active: 710, dormant: 190, neverUsed: 40 }),
};

function draw(view: WorkspaceView = VIEW, answers: Answers = {}): DrawnScreen & { deleted: unknown[] } {
  const deleted: unknown[] = [];
  const drawn = drawScreen(<SnapshotsCard view={view} onDelete={(...given) => deleted.push(given)} />, {
    view,
    answers: {
      compareSnapshots: () => COMPARED,
      deletionLoss: () => LOSS,
      drift: () => DRIFT,
      act: () => ({ view, done: 1, refused: [] }),
      ...answers,
    },
  });
  return { ...drawn, deleted };
}
const plain = (element: HTMLElement): string => (element.textContent ?? '').replace(/\s+/g, ' ');

describe('the table of snapshots', () => {
  test('marks the list in use, the baseline, and what stands in no figure [LOAD-34] [LOAD-37]', () => {
    draw({ ...VIEW, baselines: [BASELINE] });
    const rows = within(screen.getByRole('table', { name: 'Snapshots' }))
      .getAllByRole('row')
      .map(plain);
    expect(rows[1]).toContain('31 Jul 2026');
    expect(rows[1]).toContain('Filtered listin no figure');
    expect(rows[2]).toContain('30 Jun 2026 in use');
    expect(rows[3]).toContain('31 Mar 2026 baseline');
    // A filtered list and the baseline itself cannot be made the baseline.
    expect(
      screen.getAllByRole('button', { name: /the baseline$/ }).map((found) => found.textContent),
    ).toEqual(['Make 30 Jun 2026 the baseline']);
  });

  test('lists of another system stand beside the one in use, until a person chooses them', async () => {
    const jira = { ...MARCH, source: { ...MARCH.source, system: 'jira' } };
    const { worker } = draw({ ...VIEW, receipts: [RECEIPT, jira] });
    expect(screen.getByText(/stand in no figure/)).toHaveTextContent('The figures describe the lists of');
    expect(screen.queryByRole('region', { name: 'Compare snapshots' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Use the lists of/ }));
    await waitFor(() => expect(worker.acts()).toEqual([{ act: 'chooseSystem', system: 'jira' }]));
  });
});

describe('the baseline', () => {
  test('is named after a dialog that says what is frozen and what it replaces [LOAD-37]', async () => {
    const { worker } = draw({ ...VIEW, baselines: [BASELINE] });
    await userEvent.click(screen.getByRole('button', { name: 'Make 30 Jun 2026 the baseline' }));
    const dialog = screen.getByRole('dialog', { name: 'Make 30 Jun 2026 the baseline' });
    expect(dialog).toHaveTextContent('937 seats of 921 accounts as of 30 Jun 2026');
    expect(dialog).toHaveTextContent('It takes the place of 31 Mar 2026.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make 30 Jun 2026 the baseline' }));
    await waitFor(() => expect(worker.acts()).toEqual([{ act: 'nameBaseline', snapshot: 'june' }]));
  });

  test('cannot be named before a definition is frozen', async () => {
    draw({ ...VIEW, policies: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Make 30 Jun 2026 the baseline' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('Go to Define and use a definition first.');
    expect(within(dialog).getByRole('button', { name: 'Make 30 Jun 2026 the baseline' })).toBeDisabled();
  });

  test('drift is told by licence type, and flagged seats with their five lines [LOAD-37]', async () => {
    draw({ ...VIEW, baselines: [BASELINE] });
    const drift = await screen.findByRole('table', { name: 'Drift by licence type' });
    expect(within(drift).getAllByRole('row').map(plain).slice(1)).toEqual([
      'Fulfiller850940+901 0001 000150230',
      'All licence types850940+90––150230',
    ]);
    const flagged = screen.getByRole('table', { name: 'Flagged since the baseline' });
    expect(within(flagged).getAllByRole('row').map(plain).slice(1)).toEqual([
      'Leaver000',
      'Never used040+40',
      'Borderline000',
      'Login only000',
      'Dormant150190+40',
      'Flagged together150230+80',
    ]);
    expect(screen.getByText(/part of the change may come from the definition/)).toBeInTheDocument();
  });

  test('a number of the drift opens its seats, each as it was and as it is [LOAD-37]', async () => {
    const row = {
      place: 0,
      name: 'Ann Wood',
      accountId: 'ann',
      licenceType: 'Fulfiller',
      unit: 'Finance',
      before: undefined,
      after: 'dormant' as const,
      file: 'users.csv',
      fileRow: 7,
    };
    const asked: unknown[] = [];
    draw(
      { ...VIEW, baselines: [BASELINE] },
      {
        driftRows: ({ set }) => {
          asked.push(set);
          return { total: 40, from: 0, rows: [row], was: 150, is: 190, frozen: 148 };
        },
      },
    );
    const table = await screen.findByRole('table', { name: 'Flagged since the baseline' });
    await userEvent.click(within(table).getByRole('button', { name: '+40 change of Dormant seats' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change of Dormant seats' });
    expect(asked).toEqual([{ part: 'change', categories: ['dormant'] }]);
    expect(await within(dialog).findByRole('row', { name: /Ann Wood/ })).toHaveTextContent(
      /not in the list\s*Dormant/,
    );
    expect(dialog).toHaveTextContent('These 40 seats are counted on one side only.');
    expect(dialog).toHaveTextContent('it froze 148.');
  });

  test('without the snapshot of the baseline its numbers open nothing', async () => {
    const baseline = { ...BASELINE, isKept: false };
    draw({ ...VIEW, baselines: [baseline] }, { drift: () => ({ ...DRIFT, baseline }) });
    const table = await screen.findByRole('table', { name: 'Drift by licence type' });
    expect(within(table).queryByRole('button')).toBeNull();
  });

  test('is deleted only after that is said, and the dialog says what else is lost [LOAD-34] [LOAD-37]', async () => {
    const { deleted } = draw(
      { ...VIEW, baselines: [BASELINE] },
      { deletionLoss: () => ({ ...LOSS, isBaseline: true }) },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Delete snapshot 31 Mar 2026' }));
    const dialog = screen.getByRole('dialog', { name: 'Delete snapshot 31 Mar 2026' });
    await within(dialog).findByText(/Version 1 measured 230 flagged seats on it/);
    expect(dialog).toHaveTextContent('3 cases were created on it, 0 still open.');
    expect(dialog).toHaveTextContent(
      'For 12 seats of the list in use this list is evidence of how long they have been held.',
    );
    expect(dialog).toHaveTextContent('told from 2 complete lists instead of 3.');
    const confirm = within(dialog).getByRole('button', { name: 'Delete this snapshot' });
    expect(confirm).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Delete the baseline' }));
    await userEvent.click(confirm);
    expect(deleted).toEqual([['march', true]]);
  });

  test('a snapshot with open cases cannot be deleted', async () => {
    draw(VIEW, { deletionLoss: () => ({ ...LOSS, cases: { all: 3, open: 2 } }) });
    await userEvent.click(screen.getByRole('button', { name: 'Delete snapshot 31 Mar 2026' }));
    expect(await screen.findByText(/2 open cases rest on this snapshot/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Delete this snapshot' })).toBeDisabled();
  });
});

describe('comparing', () => {
  test('shows what changed, and each number opens its rows, which can be exported [LOAD-34]', async () => {
    const { worker, downloads } = draw(VIEW, {
      comparedRows: ({ from }) => ({
        total: 60,
        from,
        file: 'march.csv',
        rows: [
          {
            row: 3,
            name: 'Cat Moss',
            accountId: 'cat',
            licenceType: 'Fulfiller',
            unit: 'Law',
            file: 'march.csv',
            fileRow: 4,
          },
        ],
      }),
      comparedTable: () => ({ fileName: 'fallow-seats-gone.csv', csv: 'Name\r\n' }),
    });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'To' }), '30 Jun 2026');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'From' }), '31 Mar 2026');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    const table = await screen.findByRole('table', { name: 'What changed' });
    expect(within(table).getAllByRole('row').map(plain)).toEqual([
      'What31 Mar 2026GoneNew30 Jun 2026',
      'Accounts4114',
      'Seats4125',
      'Fulfiller4125',
    ]);
    await userEvent.click(within(table).getByRole('button', { name: '1 gone Fulfiller seats' }));
    const dialog = await screen.findByRole('dialog', { name: 'Gone Fulfiller seats' });
    expect(await within(dialog).findByText('Cat Moss')).toBeInTheDocument();
    expect(dialog).toHaveTextContent('60 in all, in the order of march.csv.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Next rows' }));
    await within(dialog).findByText('51 to 60 of 60');
    expect(worker.calls.filter(({ call }) => call === 'comparedRows').at(-1)?.ask).toMatchObject({
      from: 50,
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Export these rows' }));
    expect(screen.getByRole('dialog', { name: 'This file contains names' })).toHaveTextContent(
      /^.*60 rows with/s,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Export with names' }));
    await waitFor(() => expect(downloads.map(({ fileName }) => fileName)).toEqual(['fallow-seats-gone.csv']));
    expect(worker.calls.find(({ call }) => call === 'comparedTable')?.ask).toEqual({
      one: 'march',
      other: 'june',
      set: { of: 'seats', part: 'gone', licenceType: 'Fulfiller' },
    });
  });
});
