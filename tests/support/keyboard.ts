import type { Locator, Page } from 'playwright-core';

/** Where the focus is, as a screen reader would say it. */
export interface Focused {
  readonly tag: string;
  readonly role: string;
  readonly name: string;
  /** Whether a ring, a border or another mark can be seen on it. */
  readonly isMarked: boolean;
  /** Whether it lies in the window and nothing covers its middle. */
  readonly isUncovered: boolean;
}

/** Reads the focused element. */
export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    const isMarked =
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) ||
      style.boxShadow !== 'none';
    const x = box.left + Math.min(box.width / 2, 40);
    const y = box.top + Math.min(box.height / 2, 12);
    const hit = document.elementFromPoint(x, y);
    return {
      tag: element.tagName.toLowerCase(),
      role: element.getAttribute('role') ?? '',
      name: (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim().slice(0, 80),
      isMarked,
      isUncovered: hit !== null && (element.contains(hit) || hit.contains(element)),
    };
  });
}

const MOST_TABS = 150;

/** Presses Tab (or Shift+Tab) until `target` has the focus; throws when it is never reached. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    const { tag, name } = await focused(page);
    seen.push(`${tag} ${name}`);
  }
  throw new Error(`Tab does not reach ${String(target)}. It went: ${seen.slice(0, 60).join(' · ')}`);
}
