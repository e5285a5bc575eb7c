// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { NoticeCard } from '../../../src/ui/position/NoticeCard.tsx';
import { drawScreen } from '../../support/drawScreen.tsx';
import type { PositionView } from '../../../src/worker/positionView.ts';
import { WORKING_DAY } from '../../support/exampleWorkspace.ts';

afterEach(cleanup);

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
  drawScreen(<NoticeCard position={{ workBack } as unknown as PositionView} />);
  const marked = screen.getAllByText('passed').map((mark) => mark.closest('div')?.querySelector('dt'));
  expect(marked.map((name) => name?.textContent)).toEqual(['Tell users by']);
});
