import { expect, test } from 'vitest';
import { NameRanks } from '../../../src/worker/thread/nameRanks.ts';
import { snapshotOf } from '../../builders/snapshotOf.ts';

const SNAPSHOT = snapshotOf(`
  account | name  | licence
  a1      | Zoë   | Fulfiller
  a2      | ann   | Fulfiller
  a3      | Mike  | Fulfiller
  a4      | Ann   | Fulfiller
`);
const RANKS = Uint32Array.of(3, 0, 2, 1);

test('are made with pauses or at once, and stay known', async () => {
  const paused = new NameRanks(SNAPSHOT);
  expect(paused.known).toBeUndefined();
  expect(await paused.make(() => true)).toEqual(RANKS);
  expect(paused.known).toEqual(RANKS);
  const atOnce = new NameRanks(SNAPSHOT);
  expect(atOnce.makeNow()).toEqual(RANKS);
  expect(await atOnce.make(() => false)).toBe(atOnce.known);
});

test('asked for by two at a time, they are made once', async () => {
  const ranks = new NameRanks(SNAPSHOT);
  const both = await Promise.all([ranks.make(() => true), ranks.make(() => true)]);
  expect(both[0]).toEqual(RANKS);
  expect(both[1]).toBe(both[0]);
});

test('after a failure they are begun anew', () => {
  let isThere = false;
  const { accounts } = SNAPSHOT;
  const ranks = new NameRanks({
    ...SNAPSHOT,
    get accounts() {
      if (!isThere) throw new Error('Texts were asked for that have not come yet');
      return accounts;
    },
  });
  expect(() => ranks.makeNow()).toThrow('have not come yet');
  isThere = true;
  expect(ranks.makeNow()).toEqual(RANKS);
});
