import { dayFromCalendar, type EpochDay } from '../base/epochDay.ts';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3600;
/** No zone is known to change its offset and back again within this span. */
const PROBE_DAYS = 12;
const FIRST_DAY = dayFromCalendar(1970, 1, 1);
const LAST_DAY = dayFromCalendar(2040, 1, 1);
/** About a year: changes are looked for in the years that are asked for, and those beside them. */
const BLOCK_DAYS = 32 * PROBE_DAYS;
const BLOCKS = Math.ceil((LAST_DAY - FIRST_DAY) / BLOCK_DAYS);

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
 * Table of a zone, built by probing the environment's zone data for that named zone, once for each year that is asked
 * for; after that every conversion is integer arithmetic and the same in every browser time zone. Throws for a name that it does not know.
 * Source of the rule: LOAD-21.
 */
export function zoneTableOf(zone: string): ZoneTable {
  const known = tables.get(zone);
  if (known) return known;
  const table = buildZoneTable(zone);
  tables.set(zone, table);
  return table;
}

/** Names that are no zone; files repeat a handful of them. */
const unknownNames = new Set<string>();
const MOST_UNKNOWN = 1024;

/** As {@link zoneTableOf}; `undefined` for a name that the environment's zone data does not know. */
export function findZoneTable(zone: string): ZoneTable | undefined {
  const known = tables.get(zone);
  if (known) return known;
  if (unknownNames.has(zone)) return undefined;
  try {
    return zoneTableOf(zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (unknownNames.size < MOST_UNKNOWN) unknownNames.add(zone);
    return undefined;
  }
}

/** Calendar day of an instant, in milliseconds from 1 January 1970, in a zone. */
export function dayOfInstant(milliseconds: number, zone: string): EpochDay {
  const seconds = Math.floor(milliseconds / 1000);
  return Math.floor((seconds + zoneTableOf(zone).offsetAt(seconds)) / DAY_SECONDS) as EpochDay;
}

/** An instant at which the offset changes, in seconds, and the offsets before and after it. */
interface Change {
  readonly start: number;
  readonly before: number;
  readonly after: number;
}

/** Offsets in force from each start on; the first start is before all time. */
interface Steps {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
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

  /** Changes in the days from `first` to `end`, where `offset` is in force at the start of `first`. */
  const changesIn = (first: number, end: number, offset: number): Change[] => {
    const changes: Change[] = [];
    let earlier = offset;
    for (let day = first; day < Math.min(end, LAST_DAY); day += PROBE_DAYS) {
      const until = (day + PROBE_DAYS) * DAY_SECONDS;
      const later = probe(until);
      if (later === earlier) continue;
      let before = day * DAY_SECONDS;
      let after = until;
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
      const changed = probe(after);
      changes.push({ start: after, before: earlier, after: changed });
      earlier = changed;
      if (changed !== later) day -= PROBE_DAYS;
    }
    return changes;
  };

  const known: (readonly Change[])[] = [];
  const changesOf = (block: number): readonly Change[] => {
    if (block < 0 || block >= BLOCKS) return [];
    const day = FIRST_DAY + block * BLOCK_DAYS;
    return (known[block] ??= changesIn(day, day + BLOCK_DAYS, probe(day * DAY_SECONDS)));
  };
  /** The steps around a block, so that a wall-clock time finds a change that lies beyond the edge of its block. */
  const stepsOf =
    (startOf: (change: Change) => number) =>
    (block: number): Steps => {
      const before = Math.max(0, block - 1);
      const changes = [before, block, block + 1]
        .filter((near, at) => at === 0 || near > before)
        .flatMap(changesOf);
      const first = probe((FIRST_DAY + before * BLOCK_DAYS) * DAY_SECONDS);
      return {
        starts: [Number.NEGATIVE_INFINITY, ...changes.map(startOf)],
        offsets: [first, ...changes.map(({ after }) => after)],
      };
    };
  return {
    zone,
    offsetAt: buildLookUp(stepsOf(({ start }) => start)),
    offsetAtWallClock: buildLookUp(stepsOf(({ start, before, after }) => start + Math.max(before, after))),
  };
}

/** Finds the step in force at a value; the last step found is tried first, since neighbours in a file lie close. */
function buildLookUp(stepsOf: (block: number) => Steps): (value: number) => number {
  const known: Steps[] = [];
  let offset = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  return (value) => {
    if (value >= low && value < high) return offset;
    const inBlocks = Math.floor((value / DAY_SECONDS - FIRST_DAY) / BLOCK_DAYS);
    const block = Math.max(0, Math.min(BLOCKS - 1, inBlocks));
    const { starts, offsets } = (known[block] ??= stepsOf(block));
    let step = starts.length - 1;
    while (starts[step]! > value) step -= 1;
    offset = offsets[step]!;
    const from = FIRST_DAY + block * BLOCK_DAYS;
    low = Math.max(starts[step]!, block === 0 ? Number.NEGATIVE_INFINITY : from * DAY_SECONDS);
    high = Math.min(
      starts[step + 1] ?? Number.POSITIVE_INFINITY,
      block === BLOCKS - 1 ? Number.POSITIVE_INFINITY : (from + BLOCK_DAYS) * DAY_SECONDS,
    );
    return offset;
  };
}
