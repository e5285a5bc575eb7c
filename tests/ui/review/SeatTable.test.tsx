// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { HEADER_HEIGHT, ROW_HEIGHT } from '../../../src/ui/review/scrollMap.ts';
import { fillJsdomGaps } from '../../support/jsdomGaps.ts';
import { drawReview } from './exampleReview.tsx';

beforeAll(fillJsdomGaps);
afterEach(cleanup);

test('a short list is as tall as its rows and header, so that it needs no scroll bar', async () => {
  drawReview();
  const table = await screen.findByRole('table', { name: 'Seats' });
  await within(table).findByText('Priya Raman');
  const rows = Number(table.getAttribute('aria-rowcount')) - 1;
  expect(table.parentElement).toHaveStyle({ height: `${HEADER_HEIGHT + rows * ROW_HEIGHT}px` });
});

test('text that a narrow column cuts is whole in its title', async () => {
  drawReview();
  const table = await screen.findByRole('table', { name: 'Seats' });
  const row = (await within(table).findByText('Priya Raman')).closest('tr');
  for (const text of ['Priya Raman', 'Fulfiller', 'Finance']) {
    expect(within(row!).getByTitle(text)).toHaveTextContent(text);
  }
});
