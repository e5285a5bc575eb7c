import { describe, expect, test } from 'vitest';
import { ACCOUNT_KINDS, markNonHuman } from '../../../src/core/policy/markNonHuman.ts';
import { explainNonHuman } from '../../../src/core/policy/explainNonHuman.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { evaluateSeats } from '../../../src/core/policy/kernel.ts';
import { totalsByCategory } from '../../../src/core/policy/totalsByCategory.ts';
import { buildPosition } from '../../../src/core/reconcile/buildPosition.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { candidateSeats } from '../../../src/core/policy/candidateSeats.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { contextOf } from '../../builders/contextOf.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

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

describe('one e-mail address for several user names', () => {
  const SHARED = `
    account | name        | user name | email           | status      | licence   | last action | assigned
    b1      | Ann Lee     | ann.lee   | Desk@x.example  | active      | Fulfiller | 2025-01-01  | 2024-01-01
    b2      | Bo Berg     | bo.berg   | desk@X.example  | active      | Fulfiller | 2025-01-01  | 2024-01-01
    b3      | Cy Dahl     | cy.dahl   | cy@x.example    | active      | Fulfiller | 2025-01-01  | 2024-01-01
    b4      | Cy Dahl     | cy.old    | cy@x.example    | deactivated | Fulfiller | 2025-01-01  | 2024-01-01
    b5      | Di Eng      | di.eng    | di@x.example    | active      | Fulfiller | 2025-01-01  | 2024-01-01
    b6      | Night run   | svc.night | di@x.example    | active      | Fulfiller | 2025-01-01  | 2024-01-01
    b7      | Ed Falk     | ed.falk   | ed@x.example    | active      | Fulfiller | 2025-01-01  | 2024-01-01
    b8      | Ed Falk     | ED.FALK   | ed@x.example    | active      | Fulfiller | 2025-01-01  | 2024-01-01
    b9      | Flo Gren    | flo.gren  | none            | active      | Fulfiller | 2025-01-01  | 2024-01-01
    c1      | Gus Holm    | gus.holm  | none            | active      | Fulfiller | 2025-01-01  | 2024-01-01`;
  const kindsOf = (rules = DEFAULT_POLICY.nonHuman): string[] =>
    [...markNonHuman(snapshotOf(SHARED), rules).kind].map((code) => ACCOUNT_KINDS[code]!);

  test('marks open accounts that no other rule marks as shared [REVIEW-07]', () => {
    const people = Array.from({ length: 10 }, () => 'human');
    expect(kindsOf()).toEqual(people.with(0, 'shared').with(1, 'shared').with(5, 'service'));
    expect(kindsOf({ ...DEFAULT_POLICY.nonHuman, useSharedAddresses: false })).toEqual(
      people.with(5, 'service'),
    );
    // Without its word the service account is one more user name of its owner's address.
    expect(kindsOf({ ...DEFAULT_POLICY.nonHuman, serviceWords: [] }).slice(4, 6)).toEqual([
      'shared',
      'shared',
    ]);
  });

  test('is explained in the words of the rule, with another user name', () => {
    const context = contextOf(snapshotOf(SHARED));
    expect(explainSeat(context, 0).sentence).toBe(
      'Shared account: one e-mail address, ‘Desk@x.example’, stands for several user names (‘ann.lee’, ‘bo.berg’). It is never reclaimed and still takes a seat.',
    );
    expect(explainSeat(context, 0).nonHuman).toMatchObject({ kind: 'shared', byHand: false });
    expect(explainSeat(context, 2).nonHuman).toBeUndefined();
  });
});

test('the reason of a mark by hand stands with it', () => {
  const marks = new Map([['a1', { account: 'a1', mark: 'shared' as const, reason: 'front desk' }]]);
  const context = contextOf(snapshotOf(LIST), { reviewFacts: { humanMarks: marks } });
  expect(explainSeat(context, 0).nonHuman).toEqual({
    kind: 'shared',
    because: 'a reviewer marked it by hand (front desk)',
    byHand: true,
  });
});

test('accounts that are not people leave the human rates and stay in consumption [REVIEW-07]', () => {
  const context = contextOf(snapshotOf(LIST));
  const positionUnder = (rules: Partial<typeof DEFAULT_POLICY.nonHuman>) => {
    const policy = { ...DEFAULT_POLICY, nonHuman: { ...DEFAULT_POLICY.nonHuman, ...rules } };
    const ruled = contextOf(context.snapshot, { policy });
    const { evaluation, counts } = evaluateSeats(prepareSeats(ruled), policy);
    const candidates = candidateSeats(prepareSeats(ruled), evaluation, policy, true);
    const totals = totalsByCategory(counts);
    return { totals, candidates: [...candidates], position: buildPosition(10, totals) };
  };
  const none = positionUnder({
    serviceWords: [],
    integrationWords: [],
    sharedWords: [],
    useFlags: false,
    useDelegates: false,
    useSharedAddresses: false,
  });
  const ruled = positionUnder({});
  expect([none.totals.nonHuman, ruled.totals.nonHuman]).toEqual([0, 7]);
  expect(ruled.position.allocationRate).toEqual(none.position.allocationRate);
  expect(ruled.position.contractPosition).toBe(none.position.contractPosition);
  expect(ruled.position.assigned).toBe(9);
  expect([none.position.activityRate.whole, ruled.position.activityRate.whole]).toEqual([9, 2]);
  expect([none.position.flagged, ruled.position.flagged]).toEqual([8, 2]);
  expect(none.candidates.filter((candidate) => candidate === 1)).toHaveLength(8);
  expect(ruled.candidates).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test.each(['none', 'No', '0', '-', ''])('delegates %j are none', (text) => {
  const snapshot = snapshotOf(`
    account | delegates | last action
    a       | ${text}   | 2026-06-01
    b       | c         | 2026-06-01
  `);
  const { kind } = markNonHuman(snapshot, DEFAULT_POLICY.nonHuman);
  expect([...kind].map((code) => ACCOUNT_KINDS[code])).toEqual(['human', 'shared']);
  expect(explainNonHuman(snapshot, 0, DEFAULT_POLICY.nonHuman)).toBeUndefined();
});
