import type { Category } from './category.ts';
import { countCategories } from './kernel.ts';
import type { PreparedSeats } from './preparedSeats.ts';
import { flaggedTotal, totalsByCategory } from './totalsByCategory.ts';
import type { WindowChoice } from './windowsOf.ts';

/** Windows at which the flagged count is always shown. Source: formula 12.15. */
export const SENSITIVITY_WINDOWS = [30, 45, 60, 75, 90, 120, 150, 180, 270, 365] as const;

/** Flagged seats at one window. */
export interface SensitivityPoint {
  readonly window: number;
  readonly flagged: number;
  readonly totals: Readonly<Record<Category, number>>;
}

/**
 * F(w): flagged seats at each window. The borderline limit follows as 2·w, or stays where `fixedLimit` puts it.
 * Licence types with windows of their own keep them. Never rises with w. For the second curve (any sign-in is use)
 * the seats are prepared under a policy in which signing in counts as work. Source: formula 12.15.
 */
export function sensitivityCurve(
  prepared: PreparedSeats,
  choice: WindowChoice,
  fixedLimit?: number,
  windows: readonly number[] = SENSITIVITY_WINDOWS,
): readonly SensitivityPoint[] {
  return windows.map((window) => {
    const totals = totalsByCategory(
      countCategories(prepared, {
        windows: { dormancy: window, borderline: fixedLimit ?? window * 2 },
        windowsByLicenceType: choice.windowsByLicenceType,
      }),
    );
    return { window, flagged: flaggedTotal(totals), totals };
  });
}
