import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { countNonHumanHits, type NonHumanHits } from '../../../src/core/policy/countNonHumanHits.ts';
import { explainSeat } from '../../../src/core/policy/explainSeat.ts';
import { isNamedBy } from '../../../src/core/policy/explainNonHuman.ts';
import { DEFAULT_POLICY, type NonHumanRules } from '../../../src/core/policy/policy.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { contextOf, type ContextOptions } from '../../builders/contextOf.ts';
import { randomContext } from '../../builders/randomSnapshot.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

const LIST = `
  account | name         | user name | email            | licence   | user type | web service | integration | delegates | status
  a1      | Ann Lee      | ann.lee   | desk@x.example   | Fulfiller | human     |             |             |           | active
  a2      | Bo Berg      | bo.berg   | desk@x.example   | Fulfiller | human     |             |             |           | active
  a3      | Night run    | svc_night | n@x.example      | Fulfiller | bot       | yes         |             |           | active
  a3      | Night run    | svc_night | n@x.example      | Approver  | bot       | yes         |             |           | active
  a4      | Test service | svctest   | t@x.example      | Fulfiller |           |             | yes         |           | active
  a5      | Site admin   | s.admin   | s@x.example      | Fulfiller |           |             |             | Ann, Bo   | active
  a6      | Big Room     | bigroom   | guest@x.example  | Fulfiller | guest     |             |             |           | active
  a7      | Old Service  | old       | o@x.example      | Fulfiller |           |             |             |           | deactivated`;

const hitsOf = (rules: Partial<NonHumanRules> = {}, options: ContextOptions = {}): NonHumanHits => {
  const nonHuman = { ...DEFAULT_POLICY.nonHuman, ...rules };
  const context = contextOf(snapshotOf(LIST), { ...options, policy: { nonHuman } });
  return countNonHumanHits(context, prepareSeats(context));
};

test('every rule shows how many seats it hits, each by itself, and what is no seat is left out [REVIEW-07]', () => {
  const { seats, signs, words, classes, marked } = hitsOf();
  expect(seats).toBe(7);
  expect(signs).toEqual({
    serviceWords: 3,
    integrationWords: 0,
    sharedWords: 1,
    breakGlass: 0,
    admin: 1,
    guest: 1,
    webServiceOnly: 2,
    integrationUser: 1,
    userType: 2,
    delegates: 1,
    sharedAddress: 2,
    namedDelegate: 0,
  });
  expect([...words].filter(([, count]) => count > 0)).toEqual([
    ['svc', 3],
    ['service', 1],
    ['test', 1],
    ['room', 1],
  ]);
  expect(classes).toEqual({ service: 0, integration: 3, shared: 4 });
  expect(marked).toEqual({ people: 0, notPeople: 0 });
});

test('a rule that is switched off shows what it would hit, before it is kept [REVIEW-07]', () => {
  const { signs, classes } = hitsOf({ useFlags: false, useDelegates: false, useSharedAddresses: false });
  expect(signs).toMatchObject({ webServiceOnly: 2, integrationUser: 1, userType: 2, delegates: 1 });
  expect(signs.sharedAddress).toBe(2);
  expect(classes).toEqual({ service: 3, integration: 0, shared: 1 });
});

test('admin and guest mark nobody until a list holds them [REVIEW-07]', () => {
  const asked = hitsOf({ useDelegates: false });
  expect(asked.signs).toMatchObject({ admin: 1, guest: 1 });
  expect(asked.classes.service).toBe(0);
  const added = hitsOf({ useDelegates: false, serviceWords: ['admin'] });
  expect(added.classes.service).toBe(1);
  expect(added.words.get('admin')).toBe(1);
});

test('a mark by hand wins over the rules in the classes and is counted apart [REVIEW-07]', () => {
  const humanMarks = new Map([
    ['a3', { account: 'a3', mark: 'human' as const }],
    ['a1', { account: 'a1', mark: 'service' as const }],
  ]);
  const { classes, marked, signs } = hitsOf({}, { reviewFacts: { humanMarks } });
  expect(marked).toEqual({ people: 2, notPeople: 1 });
  expect(classes).toEqual({ service: 1, integration: 1, shared: 3 });
  expect(signs.webServiceOnly).toBe(2);
});

test('more words than fit one scan are counted one by one', () => {
  const serviceWords = [
    ...Array.from({ length: 70 }, (_, at) => `word${'abcdefghij'[at % 10]}${at}`),
    'night',
  ];
  const { words, signs } = hitsOf({ serviceWords });
  expect(words.get('night')).toBe(2);
  expect(signs.serviceWords).toBe(2);
});

test('the classes sum to the seats of the category, and the words agree with the plain reading', () => {
  fc.assert(
    fc.property(randomContext, (context) => {
      const prepared = prepareSeats(context);
      const hits = countNonHumanHits(context, prepared);
      const { category } = classifySeats(prepared, context.policy);
      const seats = [...category].filter((code) => CATEGORIES[code] === 'nonHuman').length;
      expect(hits.classes.service + hits.classes.integration + hits.classes.shared).toBe(seats);
      const kinds = { service: 0, integration: 0, shared: 0 };
      let named = 0;
      for (let seat = 0; seat < prepared.count; seat += 1) {
        if (CATEGORIES[category[seat]!] === 'notASeat') continue;
        const { nonHuman, name } = explainSeat(context, seat);
        if (nonHuman) kinds[nonHuman.kind] += 1;
        if (context.policy.nonHuman.serviceWords.some((word) => isNamedBy(name, word))) named += 1;
      }
      expect(hits.classes).toEqual(kinds);
      expect(hits.signs.serviceWords).toBe(named);
    }),
    { numRuns: 200 },
  );
});
