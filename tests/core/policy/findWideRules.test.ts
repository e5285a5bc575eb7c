import { expect, test } from 'vitest';
import { countNonHumanHits } from '../../../src/core/policy/countNonHumanHits.ts';
import { findWideRules, type WideRule } from '../../../src/core/policy/findWideRules.ts';
import { DEFAULT_POLICY, type NonHumanRules } from '../../../src/core/policy/policy.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { contextOf, type ContextOptions } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

/** A list of `total` seats of which `named` carry the word `svc` and `flagged` a user type of machines. */
function wideRules(
  total: number,
  named: number,
  flagged: number,
  rules: Partial<NonHumanRules> = {},
  options: ContextOptions = {},
): readonly WideRule[] {
  const rows = Array.from({ length: total }, (_, at) => {
    const name = at < named ? `svc ${'abcdefghijklmnopqrstuvwxyz'[at]}x` : 'Ann Lee';
    return `a${at} | ${name} | Fulfiller | ${at >= total - flagged ? 'machine' : 'human'} | active`;
  });
  const nonHuman = { ...DEFAULT_POLICY.nonHuman, ...rules };
  const list = ['account | name | licence | user type | status', ...rows].join('\n');
  const context = contextOf(snapshotOf(list), { ...options, policy: { nonHuman } });
  return findWideRules(countNonHumanHits(context, prepareSeats(context)), nonHuman);
}

test('names a word that takes a fifth of the seats as not people, and none below', () => {
  expect(wideRules(25, 5, 0)).toEqual([{ rule: 'word', word: 'svc', seats: 5 }]);
  expect(wideRules(26, 5, 0)).toEqual([]);
});

test('a list of a few rows raises no question', () => {
  expect(wideRules(4, 4, 0)).toEqual([]);
});

test('each rule in use counts by itself, the widest first; one that is switched off takes nobody', () => {
  expect(wideRules(30, 6, 8)).toEqual([
    { rule: 'sign', sign: 'userType', seats: 8 },
    { rule: 'word', word: 'svc', seats: 6 },
  ]);
  expect(wideRules(30, 6, 8, { useFlags: false })).toEqual([{ rule: 'word', word: 'svc', seats: 6 }]);
});

test('once marks by hand say that they are people nothing is left to warn of', () => {
  const humanMarks = new Map(
    ['a0', 'a1', 'a2', 'a3', 'a4'].map((account) => [account, { account, mark: 'human' as const }]),
  );
  expect(wideRules(25, 5, 0, {}, { reviewFacts: { humanMarks } })).toEqual([]);
});
