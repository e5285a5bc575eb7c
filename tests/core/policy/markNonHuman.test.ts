import { expect, test } from 'vitest';
import { ACCOUNT_KINDS, markNonHuman } from '../../../src/core/policy/markNonHuman.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { classifySeats } from '../../../src/core/policy/kernel.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { candidateSeats } from '../../../src/core/policy/candidateSeats.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

const LIST = `
  account | name          | user name     | email                | user type | web service | integration | delegates | last action | assigned
  a1      | Ann Lee       | ann.lee       | ann.lee@x.example    | unknown   |             |             |           | 2025-01-01  | 2024-01-01
  a2      | Feed          | feed          | f@x.example          | unknown   | yes         |             |           | 2026-06-29  | 2024-01-01
  a3      | Relay         | relay         | r@x.example          | unknown   |             | yes         |           | 2025-01-01  | 2024-01-01
  a4      | Helper        | helper        | h@x.example          | bot       |             |             |           | 2025-01-01  | 2024-01-01
  a5      | Sales         | sales         | sales@x.example      | unknown   |             |             | Ann, Bob  | 2025-01-01  | 2024-01-01
  a6      | Night Run     | svc_night     | n@x.example          | unknown   |             |             |           | 2025-01-01  | 2024-01-01
  a7      | Gate          | gate          | api-gate@x.example   | unknown   |             |             |           | 2025-01-01  | 2024-01-01
  a8      | Big Room      | bigroom       | b@room.example       | unknown   |             |             |           | 2025-01-01  | 2024-01-01
  a9      | Visitor       | visitor       | v@shared.example     | guest     |             |             |           | 2025-01-01  | 2024-01-01`;

const kinds = (rules = DEFAULT_POLICY.nonHuman): string[] =>
  [...markNonHuman(snapshotOf(LIST), rules).kind].map((code) => ACCOUNT_KINDS[code]!);

test('flags, user type, delegates and words tell service, integration and shared accounts [REVIEW-07]', () => {
  expect(kinds()).toEqual([
    'human',
    'integration',
    'integration',
    'service',
    'shared',
    'service',
    'integration',
    'shared',
    'human',
  ]);
});

test('every rule can be edited or switched off [REVIEW-07]', () => {
  const none = {
    serviceWords: [],
    integrationWords: [],
    sharedWords: [],
    useFlags: false,
    useDelegates: false,
    useSharedAddresses: false,
  };
  expect(new Set(kinds(none))).toEqual(new Set(['human']));
  expect(kinds({ ...none, sharedWords: ['visitor'] })[8]).toBe('shared');
});

test('a manual mark wins over a rule in both directions, and no marked seat can become a case [REVIEW-07]', () => {
  const marks = new Map([
    ['a6', { account: 'a6', mark: 'human' as const }],
    ['a1', { account: 'a1', mark: 'shared' as const }],
  ]);
  const context = contextOf(snapshotOf(LIST), { reviewFacts: { humanMarks: marks } });
  const prepared = prepareSeats(context);
  const evaluation = classifySeats(prepared, context.policy);
  expect(CATEGORIES[evaluation.category[5]!]).toBe('dormant');
  expect(CATEGORIES[evaluation.category[0]!]).toBe('nonHuman');
  expect(explainSeat(context, 0).sentence).toContain('marked it by hand');
  const candidates = candidateSeats(prepared, evaluation, context.policy, true);
  expect([...candidates]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 1]);
});

test('the explanation names the rule and the text that it matched', () => {
  const context = contextOf(snapshotOf(LIST));
  expect(explainSeat(context, 6).sentence).toContain('its e-mail address ‘api-gate’ matches the word ‘api’');
});
