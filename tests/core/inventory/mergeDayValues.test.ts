import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENT, BLANK, NEVER, UNREADABLE, atLeastDays, isDay } from '../../../src/core/base/dayValue.ts';
import { isDecidingUse, mergeLifeDay } from '../../../src/core/inventory/mergeDayValues.ts';

const value = fc.oneof(
  fc.integer({ min: -40_000, max: 40_000 }),
  fc.constantFrom<number>(NEVER, BLANK, UNREADABLE, ABSENT),
  fc.nat(2000).map((days): number => atLeastDays(days)),
);

describe('dates of use of one account in several rows', () => {
  const mergeAll = (values: readonly number[], keepsAll: boolean): number =>
    values.reduce((kept, next) => (isDecidingUse(next, kept, keepsAll) ? next : kept));

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), fc.boolean(), (values, keepsAll) => {
        expect(mergeAll(values.toReversed(), keepsAll)).toBe(mergeAll(values, keepsAll));
      }),
    );
  });

  test('without a day an unreadable cell is never outvoted [LOAD-22]', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), fc.boolean(), (values, keepsAll) => {
        const merged = mergeAll([...values, UNREADABLE], keepsAll);
        expect(merged).toBe(values.some(isDay) ? Math.max(...values.filter(isDay)) : UNREADABLE);
      }),
    );
  });
});

describe('dates of life of one account in several rows', () => {
  test('a day wins, then the earlier bound, then what is unreadable, then blank', () => {
    expect(mergeLifeDay('createdOn', 30, 20)).toBe(20);
    expect(mergeLifeDay('assignedOn', 30, 20)).toBe(30);
    expect(mergeLifeDay('createdOn', atLeastDays(3000), 20)).toBe(20);
    expect(mergeLifeDay('createdOn', atLeastDays(30), atLeastDays(3000))).toBe(atLeastDays(3000));
    expect(mergeLifeDay('createdOn', UNREADABLE, atLeastDays(30))).toBe(atLeastDays(30));
    expect(mergeLifeDay('createdOn', atLeastDays(30), UNREADABLE)).toBe(atLeastDays(30));
    expect(mergeLifeDay('createdOn', BLANK, UNREADABLE)).toBe(UNREADABLE);
    expect(mergeLifeDay('createdOn', ABSENT, BLANK)).toBe(BLANK);
  });
});
