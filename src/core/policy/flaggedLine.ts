import { formatCount } from '../base/formatNumber.ts';
import type { Category, FlaggedCategory } from './category.ts';
import { FLAGGED_CATEGORIES } from './category.ts';
import { flaggedTotal } from './totalsByCategory.ts';

const WORDS: Readonly<Record<FlaggedCategory, string>> = {
  leaver: 'leavers',
  neverUsed: 'never used',
  borderline: 'borderline',
  loginOnly: 'login only',
  dormant: 'dormant',
};

/**
 * The live line of Define: the flagged total, always with its five lines, and what it would be at another window.
 * Source: screens, *Define*; DEFINE-10.
 */
export function flaggedLine(
  totals: Readonly<Record<Category, number>>,
  atOtherWindow: { readonly window: number; readonly flagged: number } | undefined,
): string {
  const lines = FLAGGED_CATEGORIES.map((category) => {
    const word = category === 'leaver' && totals.leaver === 1 ? 'leaver' : WORDS[category];
    return `${formatCount(totals[category])} ${word}`;
  });
  const line = `${formatCount(flaggedTotal(totals))} flagged: ${lines.join(', ')}.`;
  if (atOtherWindow === undefined) return line;
  return `${line} At ${formatCount(atOtherWindow.window)} days it would be ${formatCount(atOtherWindow.flagged)}.`;
}
