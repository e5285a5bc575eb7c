import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { NO_REVIEW_FACTS, type ReviewFacts } from '../../../src/core/policy/reviewFacts.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const MARKED_AS_PERSON: ReviewFacts = {
  ...NO_REVIEW_FACTS,
  humanMarks: new Map([['a', { account: 'a', mark: 'human', reason: 'she told us' }]]),
};

/** Category of a seat that worked on 25 Jun 2026, by kernel and by explanation. As of 30 Jun 2026. */
function categoriesOf(left: string, reviewFacts: ReviewFacts): readonly (string | undefined)[] {
  const table = `account | left | assigned | last action\na | ${left} | 2024-01-01 | 2026-06-25`;
  const context = contextOf(snapshotOf(table), { reviewFacts });
  const { category } = classifySeats(prepareSeats(context), context.policy);
  return [CATEGORIES[category[0]!], explainSeat(context, 0).category];
}

describe.each([
  ['an account that nobody has marked', NO_REVIEW_FACTS],
  ['an account that a reviewer marked as a person', MARKED_AS_PERSON],
])('%s', (_, facts) => {
  test.each([
    ['the day before', '2026-06-29', 'leaver'],
    ['the as-of day itself', '2026-06-30', 'leaver'],
    ['the day after', '2026-07-01', 'active'],
  ])('left on %s', (__, left, category) => {
    expect(categoriesOf(left, facts)).toEqual([category, category]);
  });
});
