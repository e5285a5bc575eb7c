import { dayFromCalendar, type EpochDay } from '../base/epochDay.ts';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;
/** No zone is known to change its offset and back again within this span. */
const PROBE_DAYS = 12;
const FIRST_DAY = dayFromCalendar(1970, 1, 1);
const LAST_DAY = dayFromCalendar(2040, 1, 1);

/** Offsets of one IANA zone as integers. Seconds are counted from 1 January 1970; offsets are seconds east of UTC. */
export interface ZoneTable {
  readonly zone: string;
  /** Offset in force at an instant. Outside 1970 to 2039 the nearest known offset is given. */
  offsetAt(utcSeconds: number): number;
  /**
   * Offset of a wall-clock time, itself counted in seconds as if it were UTC. A time that occurs twice is its first
   * occurrence; a time that a change skipped is read with the offset before the change.
   */
  offsetAtWallClock(wallSeconds: number): number;
}

const tables = new Map<string, ZoneTable>();

/**
 * Table of a zone, built once by probing the environment's zone data for that named zone; after that every conversion
 * is integer arithmetic and the same in every browser time zone. Throws for a name that it does not know.
 * Source of the rule: LOAD-21.
 */
export function zoneTableOf(zone: string): ZoneTable {
  const known = tables.get(zone);
  if (known) return known;
  const table = buildZoneTable(zone);
  tables.set(zone, table);
  return table;
}

/** Calendar day of an instant, in milliseconds from 1 January 1970, in a zone. */
export function dayOfInstant(milliseconds: number, zone: string): EpochDay {
  const seconds = Math.floor(milliseconds / 1000);
  return Math.floor((seconds + zoneTableOf(zone).offsetAt(seconds)) / DAY_SECONDS) as EpochDay;
}

function buildZoneTable(zone: string): ZoneTable {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const probe = (utcSeconds: number): number => {
    const [month, day, year, hour, minute, second] = clock
      .format(utcSeconds * 1000)
      .split(/\D+/)
      .map(Number);
    const wall = dayFromCalendar(year!, month!, day!) * DAY_SECONDS + hour! * 3600 + minute! * 60 + second!;
    return wall - utcSeconds;
  };

  const starts: number[] = [Number.NEGATIVE_INFINITY];
  const offsets: number[] = [probe(FIRST_DAY * DAY_SECONDS)];
  for (let day: number = FIRST_DAY; day < LAST_DAY; day += PROBE_DAYS) {
    const until = (day + PROBE_DAYS) * DAY_SECONDS;
    const later = probe(until);
    if (later === offsets[offsets.length - 1]) continue;
    let before = day * DAY_SECONDS;
    let after = until;
    const earlier = offsets[offsets.length - 1];
    while (after - before > HOUR_SECONDS) {
      const middle = before + Math.floor((after - before) / HOUR_SECONDS / 2) * HOUR_SECONDS;
      if (probe(middle) === earlier) before = middle;
      else after = middle;
    }
    // Nearly every change falls on a full hour.
    if (probe(after - 1) === earlier) before = after - 1;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (probe(middle) === earlier) before = middle;
      else after = middle;
    }
    starts.push(after);
    offsets.push(probe(after));
    if (probe(after) !== later) day -= PROBE_DAYS;
  }
  const wallStarts = starts.map((start, index) =>
    index === 0 ? start : start + Math.max(offsets[index]!, offsets[index - 1]!),
  );
  return {
    zone,
    offsetAt: buildLookUp(starts, offsets),
    offsetAtWallClock: buildLookUp(wallStarts, offsets),
  };
}

/** Finds the step in force at a value; the last step found is tried first, since neighbours in a file lie close. */
function buildLookUp(starts: readonly number[], offsets: readonly number[]): (value: number) => number {
  const from = Float64Array.from(starts);
  let step = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  return (value) => {
    if (value >= low && value < high) return offsets[step]!;
    let first = 0;
    let last = from.length - 1;
    while (first < last) {
      const middle = (first + last + 1) >> 1;
      if (from[middle]! <= value) first = middle;
      else last = middle - 1;
    }
    step = first;
    low = from[step]!;
    high = from[step + 1] ?? Number.POSITIVE_INFINITY;
    return offsets[step]!;
  };
}
