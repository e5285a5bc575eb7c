// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { GapPage, GapRow } from '../../../src/worker/gapView.ts';
import type { OverlapRow } from '../../../src/worker/peopleView.ts';
import type { Answers } from '../../support/exampleWorkspace.ts';
import { drawReview, REVIEWED } from './exampleReview.tsx';

beforeAll(() => {
  // jsdom has dialogs without their methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(cleanup);

const gap = (place: number, key: string, rest: Partial<GapRow> = {}): GapRow => ({
  place,
  key,
  name: '',
  unit: '',
  file: 'log.csv',
  listed: undefined,
  lastActivity: '27 Jun 2026',
  standing: 'needsSeat',
  explanation: 'Somebody worked until 27 Jun 2026.',
  offer: undefined,
  ...rest,
});
const OFFER = {
  seat: 1,
  name: 'Ben Whitlock',
  accountId: 'ben',
  licenceType: 'Fulfiller',
  unit: 'Finance',
  reason: 'Dormant. Same unit, Finance.',
};
const PAGE: GapPage = {
  total: 3,
  from: 0,
  rows: [
    gap(0, 'zed', { name: 'Zed Moor', unit: 'Finance', offer: OFFER }),
    gap(1, 'yan'),
    gap(2, 'old', { standing: 'notRecent' }),
  ],
  needs: { served: 1, unserved: 1 },
  idle: { flagged: 9, notCandidates: 3, inCase: 2, held: 1, left: 2 },
  sources: ['users.csv', 'log.csv'],
};
const OVERLAP: OverlapRow = {
  place: 0,
  name: 'Ann Wood',
  seats: [
    { seat: 0, accountId: 'ann', licenceType: 'Fulfiller', category: 'active' },
    { seat: 2, accountId: 'ann2', licenceType: 'Viewer', category: 'dormant' },
  ],
  moreSeats: 0,
  explanation: 'One person holds seats under 2 accounts of this system.',
};

const open = async (answers: Answers = {}) => {
  const drawn = drawReview(REVIEWED, {
    gapPage: () => PAGE,
    overlapPage: () => ({ total: 1, rows: [OVERLAP] }),
    ...answers,
  });
  await userEvent.click(screen.getByRole('tab', { name: 'Gaps and overlaps' }));
  return drawn;
};

describe('the tab Gaps and overlaps', () => {
  test('lists each gap with its explanation and the idle seat that could serve it [REVIEW-23]', async () => {
    await open();
    const table = await screen.findByRole('table', { name: 'Gaps' });
    const [zed, yan, old] = within(table).getAllByRole('row').slice(1);
    expect(zed).toHaveTextContent('Zed Moor');
    expect(zed).toHaveTextContent('Dormant. Same unit, Finance.');
    expect(yan).toHaveTextContent('No idle seat is left for it.');
    expect(old).toHaveTextContent('None needed.');
    expect(
      screen.getByText(
        '3 activities have no seat; 2 need one now. Idle seats could serve 1, 1 would stay without.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/Of 9 flagged seats: 1 offered here, 2 left over, 2 in a case, 1 held, 3 protected/),
    ).toBeVisible();
  });

  test('lists overlaps with every seat and why [REVIEW-23]', async () => {
    await open();
    const table = await screen.findByRole('table', { name: 'Overlaps' });
    expect(within(table).getByRole('row', { name: /Ann Wood/ })).toHaveTextContent(
      'One person holds seats under 2 accounts of this system.',
    );
    expect(within(table).getByRole('button', { name: 'ann2: Viewer' })).toBeVisible();
  });

  test('a seat opens among all seats', async () => {
    const { worker } = await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Ben Whitlock: Fulfiller' }));
    expect(screen.getByRole('tab', { name: 'All' })).toHaveAttribute('aria-selected', 'true');
    expect(worker.calls.filter(({ call }) => call === 'seatPage').at(-1)?.ask).toMatchObject({
      query: { search: 'ben', licenceType: 'Fulfiller' },
    });
  });

  test('keys for seats do nothing where no seat is shown', async () => {
    await open();
    await screen.findByRole('table', { name: 'Gaps' });
    await userEvent.keyboard('iep');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('the table is exported after it was said that it contains names [REVIEW-23]', async () => {
    const { worker } = await open({ gapTable: () => ({ fileName: 'gaps.csv', csv: 'Kind' }) });
    await screen.findByRole('table', { name: 'Gaps' });
    await userEvent.click(screen.getByRole('button', { name: 'Export table' }));
    expect(worker.calls.some(({ call }) => call === 'gapTable')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Export with names' }));
    expect(worker.calls.some(({ call }) => call === 'gapTable')).toBe(true);
  });

  test('without gaps and overlaps it says what would show them', async () => {
    await open({
      gapPage: () => ({ ...PAGE, total: 0, rows: [], needs: { served: 0, unserved: 0 } }),
      overlapPage: () => ({ total: 0, rows: [] }),
    });
    expect(await screen.findByText(/No activity without a seat: users.csv, log.csv/)).toBeVisible();
    expect(await screen.findByText(/Nobody is known to hold more/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Export table' })).toBeDisabled();
  });
});
