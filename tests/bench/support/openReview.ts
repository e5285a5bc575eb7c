import type { Page } from 'playwright-core';
import { untilLoaded } from '../../support/openApp.ts';
import { goTo } from '../../support/steps.ts';

/** What a person waits for on the built app's Review screen, and what held the page. Milliseconds. */
export interface ReviewFigures {
  /** From pressing the client's button to rows in the table, the way over the step link included. */
  readonly milliseconds: number;
  readonly longestTask: number;
  readonly longestScrollTask: number;
  /** From a jump to the middle of the table to rows standing there. */
  readonly jump: number;
}

/** Longest task over 50 ms since it was last asked, 0 for none. */
const takeLongest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const seen = globalThis as unknown as { longTasks: number[] };
    const longest = Math.max(0, ...seen.longTasks);
    seen.longTasks = [];
    return longest;
  });

/** Opens the last client from Start, goes to Review, waits for rows, scrolls and jumps to the middle. */
export async function openReview(page: Page, seats: number): Promise<ReviewFigures> {
  await untilLoaded(page);
  await page.evaluate(() => {
    const seen = globalThis as unknown as { longTasks: number[] };
    seen.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const start = performance.now();
  await page.getByRole('button', { name: /^(Continue with|Open) Bench/ }).click();
  await page.getByRole('region', { name: 'Workspace status' }).getByText('Bench').waitFor();
  await goTo(page, 'Review');
  const table = page.getByRole('table', { name: 'Seats', exact: true });
  await table.getByRole('rowheader').first().waitFor({ timeout: 120_000 });
  const milliseconds = performance.now() - start;
  const rows = await table.getAttribute('aria-rowcount');
  if (rows !== String(seats + 1)) throw new Error(`The table announces ${rows} rows`);
  const longestTask = await takeLongest(page);

  const area = page.getByRole('region', { name: 'Rows of the seats table' });
  await area.hover();
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  const jumped = performance.now();
  await area.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await page.waitForFunction(
    (wanted) => {
      const shown = [...document.querySelectorAll('.seat-table tbody tr')];
      return (
        shown.some((row) => Math.abs(Number(row.getAttribute('aria-rowindex')) - wanted) < 100) &&
        shown.every((row) => row.querySelector('th') !== null)
      );
    },
    Math.round(seats / 2),
  );
  return {
    milliseconds,
    longestTask,
    longestScrollTask: await takeLongest(page),
    jump: performance.now() - jumped,
  };
}
