import { describe, expect, test } from 'vitest';
import {
  COVERED_LICENCE,
  coveredTypes,
  explainOverlap,
  OverlapFinder,
  SEVERAL_ACCOUNTS,
} from '../../../src/core/policy/overlapFinder.ts';

const TYPES = ['Fulfiller', 'Approver', 'Viewer'];
const line = (licenceType: string, lighterLicenceType?: string) => ({ licenceType, lighterLicenceType });

/** Seats as `account type` pairs. */
const seatsOf = (pairs: readonly (readonly [number, number])[]) => ({
  count: pairs.length,
  account: Uint32Array.from(pairs, ([account]) => account),
  licenceType: Uint16Array.from(pairs, ([, type]) => type),
});
const found = (
  pairs: readonly (readonly [number, number])[],
  person: readonly number[],
  lines = [line('Fulfiller', 'Approver')],
) => {
  const given = seatsOf(pairs);
  const people = Math.max(0, ...person.map((row) => row + 1));
  const finder = new OverlapFinder(given, Int32Array.from(person), people, coveredTypes(TYPES, lines));
  finder.takeSeats(0, 1);
  finder.takeSeats(1, given.count);
  finder.judgeSeats(0, 2);
  finder.judgeSeats(2, given.count);
  const { count, starts, seats, why } = finder.overlaps();
  return Array.from({ length: count }, (_, place) => ({
    seats: [...seats.subarray(starts[place], starts[place + 1])],
    why: why[place],
  }));
};

describe('who holds more than one needs', () => {
  test('one person with seats under two accounts [REVIEW-23]', () => {
    expect(
      found(
        [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
        [4, 5, 4],
      ),
    ).toEqual([{ seats: [0, 2], why: SEVERAL_ACCOUNTS }]);
  });

  test('two licence types of which the contract says that one covers the other [REVIEW-23]', () => {
    const seats = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 0],
    ] as const;
    expect(found(seats, [-1, -1, -1])).toEqual([
      { seats: [0, 1], why: COVERED_LICENCE },
      { seats: [4, 5], why: COVERED_LICENCE },
    ]);
    expect(found(seats, [-1, -1, -1], [])).toEqual([]);
  });

  test('across the accounts of one person both can be said; accounts without a person stay apart', () => {
    expect(
      found(
        [
          [0, 0],
          [1, 1],
        ],
        [3, 3],
      ),
    ).toEqual([{ seats: [0, 1], why: SEVERAL_ACCOUNTS | COVERED_LICENCE }]);
    expect(
      found(
        [
          [0, 0],
          [1, 1],
        ],
        [-1, -1],
      ),
    ).toEqual([]);
    expect(
      found(
        [
          [0, 0],
          [1, 1],
        ],
        [-1, 1],
      ),
    ).toEqual([]);
  });

  test('covering carries on, and a circle covers nothing of itself', () => {
    const chain = coveredTypes(TYPES, [line('FULFILLER', 'approver'), line('Approver', 'Viewer')]);
    expect(chain.map((types) => [...types])).toEqual([[1, 2], [2], []]);
    const circle = coveredTypes(TYPES, [line('Fulfiller', 'Approver'), line('Approver', 'Fulfiller')]);
    expect(circle.map((types) => [...types])).toEqual([[1], [0], []]);
  });

  test('an overlap is explained in words [REVIEW-23]', () => {
    expect(explainOverlap(SEVERAL_ACCOUNTS | COVERED_LICENCE, 2, [['Fulfiller', 'Approver']])).toBe(
      'One person holds seats under 2 accounts of this system. By the contract Fulfiller covers Approver, so one of the two seats would do.',
    );
  });
});
