import type { Category } from './category.ts';

/** A group that is kept out of the flagged count, with the rule that keeps it out. */
export interface NotCountedGroup {
  readonly category: Category;
  readonly seats: number;
  readonly rule: string;
}

const RULES = {
  nonHuman: 'Service, integration and shared accounts are never reclaimed and still take a seat.',
  excepted: 'A recorded exception or a known absence protects them until it ends.',
  tooNew: 'Held for less than the window and not used yet.',
  unknown: 'No evidence decides; they are never counted as idle.',
  periodic: 'Used quarterly, seasonally, on call or at regular intervals, and not overdue.',
  borderline: 'Idle, but the pattern could not be tested, and nobody has reviewed them or waived the queue.',
} as const satisfies Partial<Record<Category, string>>;

/**
 * What is not counted as reclaimable: every protected group with count and rule, groups of 0 included. Borderline
 * seats belong to it until the queue is waived. Source: REVIEW-04, REVIEW-06; fair-play list.
 */
export function countNotCounted(
  totals: Readonly<Record<Category, number>>,
  queueWaived: boolean,
): readonly NotCountedGroup[] {
  return (Object.keys(RULES) as (keyof typeof RULES)[])
    .filter((category) => category !== 'borderline' || !queueWaived)
    .map((category) => ({ category, seats: totals[category], rule: RULES[category] }));
}
