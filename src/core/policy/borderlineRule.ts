import type { Windows } from './policy.ts';
import { DAY_CAP } from './preparedSeats.ts';

/** How the borderline limit goes with a dormancy window that is dragged: at twice the window, or as set by hand. */
export type BorderlineRule = 'twice' | number;

/** The rule that a pair of windows follows. */
export const borderlineRuleOf = ({ dormancy, borderline }: Windows): BorderlineRule =>
  borderline === 2 * dormancy ? 'twice' : borderline;

/** The limit under a window, raised to the window and ended at `DAY_CAP` as in `windowsOf`. Days. */
export const borderlineUnder = (rule: BorderlineRule, window: number): number =>
  Math.min(DAY_CAP, rule === 'twice' ? 2 * window : Math.max(rule, window));
