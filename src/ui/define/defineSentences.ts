import type { EpochDay } from '../../core/base/epochDay.ts';
import { formatLongDay } from '../../core/base/formatDay.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { CATEGORY_NAMES, FLAGGED_CATEGORIES, type Category } from '../../core/policy/category.ts';

/** The five lines that stand beside every flagged total: "Leaver 50, Never used 109, …". */
export const fiveLines = (totals: Readonly<Record<Category, number>>): string =>
  FLAGGED_CATEGORIES.map((category) => `${CATEGORY_NAMES[category]} ${formatCount(totals[category])}`).join(
    ', ',
  );

export const frozenSentence = (version: number, asOf: EpochDay, flagged: number): string =>
  `Definition ${version} is frozen. Measured on data as of ${formatLongDay(asOf)}: ${formatCount(flagged)} flagged.`;

export const revisedSentence = (version: number, flagged: number): string =>
  `A measurement under definition ${version} exists (${formatCount(flagged)} flagged). The brief will say that the definition was revised.`;
