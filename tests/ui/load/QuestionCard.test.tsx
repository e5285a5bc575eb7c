// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { readIsoDay, type EpochDay } from '../../../src/core/base/epochDay.ts';
import type { AskedQuestion } from '../../../src/state/askedQuestions.ts';
import { QuestionCard } from '../../../src/ui/load/QuestionCard.tsx';

afterEach(cleanup);

const on = (iso: string): EpochDay => readIsoDay(iso)!;

type DateQuestion = Extract<AskedQuestion, { kind: 'dateOrder' }>;

function ask(question: Partial<DateQuestion>) {
  const onAnswer = vi.fn();
  render(
    <QuestionCard
      questions={[
        {
          kind: 'dateOrder',
          position: 1,
          header: 'Last login',
          rows: [],
          fitBoth: 2,
          answer: undefined,
          ...question,
        },
      ]}
      nameOf={() => 'Last login'}
      asOf={on('2026-06-30')}
      onAnswer={onAnswer}
    />,
  );
  const group = screen.getByRole('group', { name: 'Question about Last login' });
  const answered = (order: string) =>
    expect(onAnswer).toHaveBeenCalledWith(expect.objectContaining({ position: 1 }), order);
  return { answered, group, text: document.body.textContent };
}

test('day and month are asked with both readings of a row [LOAD-19]', async () => {
  const rows = [{ fileRow: 2, text: '04/05/2026', dayFirst: on('2026-05-04'), monthFirst: on('2026-04-05') }];
  const { group, text, answered } = ask({ rows, readings: rows, orders: ['dayFirst', 'monthFirst'] });
  expect(text).toContain(
    'We cannot tell day from month in Last login. Row 2 says 04/05/2026. Is that 4 May or 5 April?',
  );
  expect(text).toContain('(All 2 values fit both.)');
  await userEvent.click(within(group).getByRole('radio', { name: '5 April' }));
  answered('monthFirst');
});

test('a two-digit year that may stand first is asked with all three readings [LOAD-19]', async () => {
  const { group, text, answered } = ask({
    orders: ['dayFirst', 'monthFirst', 'yearFirst'],
    readings: [
      {
        fileRow: 3,
        text: '04/05/06',
        dayFirst: on('2006-05-04'),
        monthFirst: on('2006-04-05'),
        yearFirst: on('2004-05-06'),
      },
    ],
  });
  expect(text).toContain('Row 3 says 04/05/06. Is that 4 May 2006 or 5 April 2006 or 6 May 2004?');
  await userEvent.click(within(group).getByRole('radio', { name: '6 May 2004' }));
  answered('yearFirst');
});

test('an order that the rows rule out is not offered', () => {
  const { text, group } = ask({
    orders: ['dayFirst', 'yearFirst'],
    readings: [{ fileRow: 2, text: '24/05/25', dayFirst: on('2025-05-24'), yearFirst: on('2024-05-25') }],
  });
  expect(text).toContain('Is that 24 May 2025 or 25 May 2024?');
  expect(within(group).getAllByRole('radio')).toHaveLength(2);
});

test('without rows at hand the question is asked in words', () => {
  const { group, text } = ask({ fitBoth: undefined });
  expect(text).toContain('Does the day or the month come first?');
  expect(within(group).getByRole('radio', { name: 'Day first' })).toBeDefined();
});

test('the answer of last time is marked as such [LOAD-26]', () => {
  render(
    <QuestionCard
      questions={[
        {
          kind: 'blankMeaning',
          position: 1,
          header: 'Last login',
          empty: 3,
          filled: 40,
          recommended: 'never',
          answer: undefined,
          lastTime: 'notKnown',
        },
      ]}
      nameOf={() => 'Last login'}
      asOf={on('2026-06-30')}
      onAnswer={() => undefined}
    />,
  );
  expect(screen.getByRole('radio', { name: 'Not known' })).toHaveAccessibleDescription(
    'As last time. Enter takes it.',
  );
  expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
});
