import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { ROOT } from './sourceFiles.ts';

const SOURCE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA; opinions beyond the standard are left out. */
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

declare global {
  interface Window {
    axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

/** Puts axe into the page as the test's own script: the page's policy does not hold for the debugger. */
async function bringAxe(page: Page): Promise<void> {
  const isThere = await page.evaluate(() => window.axe !== undefined);
  if (!isThere) await page.evaluate(SOURCE);
}

/** What axe finds on the page as it stands, one line for each element: rule, element, why. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await page.evaluate((options) => window.axe!.run(document, options), OPTIONS);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').split('\n').slice(1, 3).join(' ').trim();
      return `${id} ${target.join(' ')}: ${why}`;
    }),
  );
}

/**
 * Makes the window as tall as the page: what the bar at the foot covers is one turn of the wheel away, and must not be
 * taken for a target that is too small.
 */
async function showWholePage(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(900, height + 100) });
}

/** Violations in both colour schemes, named by `place`. */
export async function findViolations(page: Page, place: string): Promise<string[]> {
  const window = page.viewportSize()!;
  await bringAxe(page);
  await showWholePage(page);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const line of await violations(page)) found.push(`${place}, ${colorScheme}: ${line}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(window);
  return found;
}
