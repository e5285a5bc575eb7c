import { expect, test } from 'vitest';
import { NO_REVIEW_FACTS } from '../../../src/core/policy/reviewFacts.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { AccountSearch } from '../../../src/worker/thread/accountSearch.ts';
import { Evaluator } from '../../../src/worker/thread/evaluator.ts';
import { SeatLists } from '../../../src/worker/thread/seatLists.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const PEOPLE = Array.from(
  { length: 20_000 },
  (_, row) => `a${row} | ${row % 7 === 0 ? 'Łukasz' : 'Ann'} ${row}`,
);
const SNAPSHOT = snapshotOf(
  ['account | name | licence | last sign-in', ...PEOPLE.map((row) => `${row} | Fulfiller | never`)].join(
    '\n',
  ),
);

test('what is built in slices finds what is built in one piece', () => {
  const sliced = new AccountSearch(SNAPSHOT);
  let slices = 0;
  while (!sliced.isWhole) {
    sliced.take(3_000);
    slices += 1;
  }
  expect(slices).toBe(7);
  const found = sliced.find('lukasz');
  expect(found).toEqual(new AccountSearch(SNAPSHOT).find('lukasz'));
  expect(found.reduce((sum, flag) => sum + flag, 0)).toBe(Math.ceil(20_000 / 7));
});

test('the first search lets other requests through, stops when it is overtaken, and goes on where it was', async () => {
  const lists = new SeatLists(SNAPSHOT);
  let pauses = 0;
  const pause = async (): Promise<void> => {
    pauses += 1;
  };
  await lists.prepareSearch(pause, () => pauses < 1);
  expect(pauses).toBe(1);
  await lists.prepareSearch(pause, () => true);
  expect(pauses).toBe(3);
  const evaluated = new Evaluator(SNAPSHOT).evaluate(DEFAULT_POLICY, undefined, {
    contractLines: new Map(),
    reviewFacts: NO_REVIEW_FACTS,
    queueWaived: false,
  });
  const list = lists.list(evaluated, seatQuery({ search: 'LUKASZ 14' }));
  expect(list.total).toBe(PEOPLE.filter((row) => row.includes('Łukasz 14')).length);
});
