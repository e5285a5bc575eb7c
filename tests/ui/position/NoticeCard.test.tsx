// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { NoticeCard } from '../../../src/ui/position/NoticeCard.tsx';
import { drawScreen } from '../../support/drawScreen.tsx';
import type { PositionView } from '../../../src/worker/positionView.ts';
import { EXAMPLE_WORKSPACE, WORKING_DAY } from '../../support/exampleWorkspace.ts';

afterEach(cleanup);

const ownClient = { ...EXAMPLE_WORKSPACE, client: { ...EXAMPLE_WORKSPACE.client, sample: false } };

test('says of the sample once that it has a date of its own, and calls nothing passed or missed', () => {
  const past = addDays(WORKING_DAY, -30);
  const workBack = {
    termEnd: past,
    noticeDate: past,
    sendNoticeBy: past,
    verificationExportBy: past,
    freezeBy: past,
    notifyUsersBy: past,
    advisory: false,
  };
  const position = { workBack, asOf: past } as unknown as PositionView;
  drawScreen(<NoticeCard position={position} />);
  expect(screen.getByText(/^The sample is dated/)).toBeVisible();
  expect(screen.queryByText('passed')).toBeNull();
  expect(screen.queryByText(/Notice window missed/)).toBeNull();
  cleanup();
  drawScreen(<NoticeCard position={position} />, { view: ownClient });
  expect(screen.getAllByText('passed')).toHaveLength(5);
  expect(screen.getByText(/Notice window missed/)).toBeVisible();
});

test('marks as passed what lies before the working day of the client, that day itself not', () => {
  const workBack = {
    termEnd: addDays(WORKING_DAY, 90),
    noticeDate: addDays(WORKING_DAY, 30),
    sendNoticeBy: addDays(WORKING_DAY, 20),
    verificationExportBy: addDays(WORKING_DAY, 13),
    freezeBy: WORKING_DAY,
    notifyUsersBy: addDays(WORKING_DAY, -1),
    advisory: false,
  };
  const position = { workBack, asOf: WORKING_DAY } as unknown as PositionView;
  drawScreen(<NoticeCard position={position} />, { view: ownClient });
  const marked = screen.getAllByText('passed').map((mark) => mark.closest('div')?.querySelector('dt'));
  expect(marked.map((name) => name?.textContent)).toEqual(['Tell users by']);
});
