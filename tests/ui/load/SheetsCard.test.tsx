// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { SheetSurvey } from '../../../src/core/ingest/fileSurvey.ts';
import { SheetsCard } from '../../../src/ui/load/SheetsCard.tsx';

afterEach(cleanup);

const sheet = (name: string, header: number | undefined, more: Partial<SheetSurvey> = {}): SheetSurvey => ({
  name,
  header,
  hidden: false,
  rows: 940,
  wholeSheet: true,
  chosen: false,
  ...more,
});

const SHEETS = [
  sheet('Summary', 0, { rows: 3 }),
  sheet('Page 1', 1, { chosen: true, rows: 32_000, wholeSheet: false }),
  sheet('Page 2', 1, { chosen: true, rows: 1 }),
  sheet('Page 3', 1),
  sheet('Old', 1, { hidden: true }),
  sheet('Empty', undefined, { rows: 0 }),
];

function draw(sheets: readonly SheetSurvey[] = SHEETS): {
  box: (name: string) => HTMLElement;
  chosen: () => unknown;
} {
  const names = sheets.filter(({ chosen }) => chosen).map(({ name }) => name);
  const onSheets = vi.fn<(names: readonly string[]) => void>();
  render(<SheetsCard sheets={sheets} chosen={names} disabled={false} onSheets={onSheets} />);
  const group = screen.getByRole('group', { name: 'Sheets' });
  return {
    box: (name) => within(group).getByRole('checkbox', { name }),
    chosen: () => onSheets.mock.lastCall?.[0],
  };
}

test('sheets are offered by name with their rows, hidden ones named so, those that are read ticked [LOAD-06]', () => {
  const { box } = draw();
  expect(box('Page 1')).toBeChecked();
  expect(box('Page 1')).toHaveAccessibleDescription(expect.stringMatching(/^about 32.000 rows$/));
  expect(box('Page 2')).toHaveAccessibleDescription('1 row with content');
  expect(box('Summary')).not.toBeChecked();
  expect(box('Summary')).toHaveAccessibleDescription('3 rows with content, other column names');
  expect(box('Old')).toHaveAccessibleDescription('940 rows with content, hidden');
  expect(box('Empty')).toBeDisabled();
});

test('ticking joins a sheet with the same header and turns to one with another; the last one stays [LOAD-06]', async () => {
  const { box, chosen } = draw();
  await userEvent.click(box('Page 3'));
  expect(chosen()).toEqual(['Page 1', 'Page 2', 'Page 3']);
  await userEvent.click(box('Page 1'));
  expect(chosen()).toEqual(['Page 2']);
  await userEvent.click(box('Summary'));
  expect(chosen()).toEqual(['Summary']);
  cleanup();
  const single = draw([sheet('Page 1', 0, { chosen: true })]);
  expect(single.box('Page 1')).toBeDisabled();
});
