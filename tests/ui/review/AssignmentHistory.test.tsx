// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { dayFromCalendar } from '../../../src/core/base/epochDay.ts';
import { AssignmentHistory } from '../../../src/ui/review/AssignmentHistory.tsx';
import { drawScreen } from '../../support/drawScreen.tsx';

afterEach(cleanup);

const MARCH = dayFromCalendar(2026, 3, 31);
const APRIL = dayFromCalendar(2026, 4, 30);
const MAY = dayFromCalendar(2026, 5, 31);
const JUNE = dayFromCalendar(2026, 6, 30);

test('lists are read only when asked, and each date says whether it was imported or inferred [LOAD-36]', async () => {
  const { worker } = drawScreen(<AssignmentHistory seat={4} />, {
    answers: {
      seatLife: ({ seat }) => ({
        seat,
        lists: [MARCH, APRIL, MAY, JUNE],
        assignments: [
          {
            assigned: { from: 'imported', day: dayFromCalendar(2023, 1, 9), list: MARCH },
            firstUsed: { from: 'inferred', day: dayFromCalendar(2026, 2, 1), after: undefined },
            retired: { from: 'inferred', day: APRIL, after: MARCH },
          },
          {
            assigned: { from: 'inferred', day: MAY, after: APRIL },
            firstUsed: undefined,
            retired: undefined,
          },
        ],
      }),
    },
  });
  expect(worker.calls).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Show assignment history' }));
  const history = screen.getByRole('region', { name: 'Assignment history' });
  expect(
    await within(history).findByText('9 Jan 2023, imported with the list of 31 Mar 2026'),
  ).toBeInTheDocument();
  const said = within(history)
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
  expect(said).toEqual([
    '9 Jan 2023, imported with the list of 31 Mar 2026',
    'on 1 Feb 2026 or before, inferred from lists',
    'between 1 Apr 2026 and 30 Apr 2026, inferred from lists',
    'between 1 May 2026 and 31 May 2026, inferred from lists',
    'not known',
    'still held on 30 Jun 2026',
  ]);
  expect(history).toHaveTextContent('From 4 complete lists of this system, 31 Mar 2026 to 30 Jun 2026.');
});
