import type { NonHumanHits } from './countNonHumanHits.ts';
import type { NonHumanSign } from './markNonHuman.ts';
import type { NonHumanRules } from './policy.ts';

/**
 * Share of all seats, in hundredths, from which a single rule for accounts that are not people is probably too wide.
 * Source: service, integration and shared accounts are a small part of any list (imports 9 names them as exceptions);
 * a rule that takes every fifth seat has most likely found people, who would then never be flagged. REVIEW-07.
 */
export const WIDE_RULE_PERCENT = 20;

/** Fewer seats than these raise no question: in a list of a few rows every account is a large share. */
export const WIDE_RULE_LEAST_SEATS = 5;

/** A rule in use that hits a large share of the seats: an entry of a word list, or a sign of the list itself. */
export type WideRule = { readonly seats: number } & (
  { readonly rule: 'word'; readonly word: string } | { readonly rule: 'sign'; readonly sign: NonHumanSign }
);

/**
 * The rules in use that hit {@link WIDE_RULE_PERCENT} of the seats or more, each by itself, widest first; none while
 * marks by hand leave fewer seats than that as not people.
 */
export function findWideRules(
  { seats, signs, words, classes }: NonHumanHits,
  rules: NonHumanRules,
): readonly WideRule[] {
  const isWide = (count: number): boolean =>
    count >= WIDE_RULE_LEAST_SEATS && count * 100 >= seats * WIDE_RULE_PERCENT;
  if (!isWide(classes.service + classes.integration + classes.shared)) return [];
  const inUse: readonly NonHumanSign[] = [
    ...(rules.useFlags ? (['webServiceOnly', 'integrationUser', 'userType'] as const) : []),
    ...(rules.useDelegates ? (['delegates'] as const) : []),
    ...(rules.useSharedAddresses ? (['sharedAddress'] as const) : []),
  ];
  const found: readonly WideRule[] = [
    ...[...words].map(([word, count]) => ({ rule: 'word', word, seats: count }) as const),
    ...inUse.map((sign) => ({ rule: 'sign', sign, seats: signs[sign] }) as const),
  ];
  return found.filter((each) => isWide(each.seats)).toSorted((a, b) => b.seats - a.seats);
}
