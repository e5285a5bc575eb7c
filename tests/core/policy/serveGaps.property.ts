import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOT_KNOWN, serveGaps } from '../../../src/core/policy/serveGaps.ts';

const UNITS = ['', 'Finance', 'HR', 'Operations'];
const unitName = (unit: number): string => (unit === NOT_KNOWN ? '' : UNITS[unit]!);
const type = fc.integer({ min: NOT_KNOWN, max: 2 });
const unit = fc.constantFrom(NOT_KNOWN, 1, 2, 3);
const needs = fc.array(fc.tuple(type, unit), { maxLength: 12 });
const idle = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), unit), { maxLength: 12 });

const serve = (
  wanted: readonly (readonly [number, number])[],
  seats: readonly (readonly [number, number])[],
) =>
  serveGaps(
    {
      count: wanted.length,
      licenceType: Int32Array.from(wanted, ([of]) => of),
      unit: Int32Array.from(wanted, ([, at]) => at),
    },
    {
      seats: Uint32Array.from(seats.keys()),
      licenceTypeOf: (seat) => seats[seat]![0],
      unitOf: (seat) => seats[seat]![1],
    },
    unitName,
  );

test('supply, demand and remainder sum exactly, and no seat is offered twice [REVIEW-23]', () => {
  fc.assert(
    fc.property(needs, idle, (wanted, seats) => {
      const { seatOf, served, unserved, left, idle: all } = serve(wanted, seats);
      const given = [...seatOf].filter((seat) => seat >= 0);
      expect(new Set(given).size).toBe(given.length);
      expect([served, unserved, left, all]).toEqual([
        given.length,
        wanted.length - given.length,
        seats.length - given.length,
        seats.length,
      ]);
      seatOf.forEach((seat, need) => {
        const [asked] = wanted[need]!;
        if (seat >= 0 && asked !== NOT_KNOWN) expect(seats[seat]![0]).toBe(asked);
      });
    }),
  );
});

test('as many needs are served as can be [REVIEW-23]', () => {
  fc.assert(
    fc.property(needs, idle, (wanted, seats) => {
      const countOf = (of: number, from: readonly (readonly [number, number])[]): number =>
        from.filter(([found]) => found === of).length;
      const known = [0, 1, 2].reduce((sum, of) => sum + Math.min(countOf(of, wanted), countOf(of, seats)), 0);
      const most = known + Math.min(countOf(NOT_KNOWN, wanted), seats.length - known);
      expect(serve(wanted, seats).served).toBe(most);
    }),
  );
});

test('a need of a known type takes a seat of its own unit while there is one [REVIEW-23]', () => {
  fc.assert(
    fc.property(needs, idle, (wanted, seats) => {
      const { seatOf } = serve(wanted, seats);
      const own = (of: number, at: number): number =>
        seats.filter(([found, stands]) => found === of && stands === at).length;
      for (const of of [0, 1, 2]) {
        for (const at of [1, 2, 3]) {
          const here = [...wanted.entries()].filter(([, [asked, place]]) => asked === of && place === at);
          const fromHere = here.filter(([need]) => seatOf[need]! >= 0 && seats[seatOf[need]!]![1] === at);
          expect(fromHere.length).toBeGreaterThanOrEqual(Math.min(here.length, own(of, at)));
        }
      }
    }),
  );
});

test('another unit helps in the order of most seats left, then of its name', () => {
  const seats = [
    [0, 2],
    [0, 1],
    [0, 3],
    [0, 3],
  ] as const;
  const wanted = [
    [0, NOT_KNOWN],
    [0, NOT_KNOWN],
    [0, NOT_KNOWN],
    [0, NOT_KNOWN],
    [0, NOT_KNOWN],
  ] as const;
  expect([...serve(wanted, seats).seatOf]).toEqual([2, 3, 1, 0, -1]);
});
