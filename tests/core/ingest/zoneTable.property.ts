import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import { compileDateReader } from '../../../src/core/ingest/dateReader.ts';
import { dayOfInstant, zoneTableOf } from '../../../src/core/ingest/zoneTable.ts';
import { LONDON, day, reading, wordOf } from './columnBuilder.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Tehran',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Antarctica/Troll',
];

const FIRST = Date.UTC(1972, 0, 1);
const LAST = Date.UTC(2039, 0, 1);
const instant = fc.integer({ min: FIRST / 1000, max: LAST / 1000 });

/** The wall-clock day as the environment's own formatter gives it. */
function dayByFormatter(milliseconds: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(milliseconds);
}

describe.each(ZONES)('%s', (zone) => {
  test('the day of any instant equals the day of the platform’s own formatter [LOAD-21]', () => {
    fc.assert(
      fc.property(instant, (seconds) => {
        expect(formatIsoDay(dayOfInstant(seconds * 1000, zone))).toBe(dayByFormatter(seconds * 1000, zone));
      }),
      { numRuns: 300 },
    );
  });

  test('a time stamp with an offset and the same instant in UTC fall on one day [LOAD-21]', () => {
    const context = { asOf: day('2039-12-31'), workspaceZone: zone, futureAllowed: false };
    const reader = compileDateReader(reading({ zone }), context);
    fc.assert(
      fc.property(instant, fc.integer({ min: -56, max: 56 }), (seconds, quarters) => {
        const sign = quarters < 0 ? '-' : '+';
        const minutes = Math.abs(quarters) * 15;
        const offset = `${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const utc = new Date(seconds * 1000).toISOString();
        const shifted = new Date((seconds + quarters * 900) * 1000).toISOString().replace('Z', offset);
        expect(reader.read(shifted)).toBe(reader.read(utc));
        expect(wordOf(reader.read(utc))).toBe(dayByFormatter(seconds * 1000, zone));
      }),
      { numRuns: 100 },
    );
  });

  test('wall-clock time leads back to its instant wherever it occurs once', () => {
    const table = zoneTableOf(zone);
    fc.assert(
      fc.property(instant, (seconds) => {
        const wall = seconds + table.offsetAt(seconds);
        const back = wall - table.offsetAtWallClock(wall);
        expect(back + table.offsetAt(back)).toBe(wall);
      }),
      { numRuns: 300 },
    );
  });
});

test('the hours around a change of clocks are read on the right side', () => {
  const berlin = zoneTableOf('Europe/Berlin');
  const springForward = Date.UTC(2026, 2, 29, 1) / 1000;
  expect([berlin.offsetAt(springForward - 1), berlin.offsetAt(springForward)]).toEqual([3600, 7200]);
  const firstHalfPastTwo = Date.UTC(2026, 9, 25, 2, 30) / 1000;
  expect(berlin.offsetAtWallClock(firstHalfPastTwo)).toBe(7200);
});

test('offsets are the same whatever was asked before [LOAD-21]', () => {
  // A table grows with the years that it is asked for; a zone's name in other letters has a table of its own.
  const nextToChanges = fc
    .tuple(fc.integer({ min: 1969, max: 2041 }), fc.integer({ min: 0, max: 366 * 48 }))
    .map(([year, halfHours]) => Date.UTC(year, 0, 1) / 1000 + halfHours * 1800);
  for (const zone of ZONES.filter((name) => name !== 'UTC')) {
    const grown = zoneTableOf(zone.toLowerCase());
    fc.assert(
      fc.property(fc.array(nextToChanges, { minLength: 1, maxLength: 6 }), (instants) => {
        const inOrder = instants.toSorted((left, right) => left - right);
        const read = (all: readonly number[]): Map<number, readonly number[]> =>
          new Map(all.map((at) => [at, [grown.offsetAt(at), grown.offsetAtWallClock(at)]]));
        const whole = zoneTableOf(zone);
        const expected = inOrder.map((at) => [at, [whole.offsetAt(at), whole.offsetAtWallClock(at)]]);
        expect([...read(instants)].toSorted()).toEqual([...new Map(expected as never)].toSorted());
      }),
      { numRuns: 20 },
    );
  }
});

test('only names that the platform knows are zones', () => {
  expect(() => zoneTableOf('Mars/Olympus')).toThrow(RangeError);
});

test('a date alone is the same day in every workspace zone [LOAD-21]', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: 1000, max: LONDON.asOf }),
      (workspaceZone, epochDay) => {
        const text = formatIsoDay(epochDay as typeof LONDON.asOf);
        const reader = compileDateReader(reading({ zone: 'Asia/Tokyo' }), { ...LONDON, workspaceZone });
        expect(wordOf(reader.read(text))).toBe(text);
      },
    ),
  );
});
