import type { DateReading } from '../../src/core/ingest/dateReading.ts';

/** A date as some program would write it, and the day that it means. */
export interface WrittenDate {
  readonly form: string;
  readonly text: string;
  /** How its column is read, but for the zone. */
  readonly reading: Partial<DateReading>;
  readonly sourceZone: string;
  readonly workspaceZone: string;
  /** `yyyy-MM-dd` in the workspace zone, or that the date does not exist. */
  readonly expected: string;
}

export const NO_SUCH_DATE = 'no such date';

/** Zones of sources and workspaces: whole hours, halves and quarters, both ends of the day, odd summer times. */
const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const LANGUAGES = ['en', 'de', 'fr', 'nl', 'es', 'it', 'pt', 'da', 'sv', 'nb', 'pl'];
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FIRST = Date.UTC(1971, 0, 3) / 1000;
const LAST = Date.UTC(2039, 11, 28) / 1000;

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

type Random = () => number;

/** Numbers from 0 to 1 that a seed decides. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, as the platform's own formatter gives it. */
function wallIn(zone: string, seconds: number): Wall {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  const [month, day, year, hour, minute, second] = clock
    .format(seconds * 1000)
    .split(/\D+/)
    .map(Number);
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! };
}

const two = (value: number): string => String(value).padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');
const isoOf = ({ year, month, day }: Wall): string => `${four(year)}-${two(month)}-${two(day)}`;
const clockOf = ({ hour, minute, second }: Wall): string => `${two(hour)}:${two(minute)}:${two(second)}`;
const utcWall = (seconds: number): Wall => {
  const date = new Date(seconds * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};
const secondsOf = ({ year, month, day, hour, minute, second }: Wall): number =>
  Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
const daysOf = (wall: Wall): number => Math.floor(secondsOf(wall) / 86_400);
const short = (year: number): string => two(year % 100);

/** `2:17:02` with a mark of the half day in one of the ways in which programs write it. */
function twelveHours({ hour, minute, second }: Wall, random: Random): string {
  const isLate = hour >= 12;
  const marks = isLate ? ['PM', 'pm', 'p.m.', 'P.M.'] : ['AM', 'am', 'a.m.', 'A.M.'];
  const gap = [' ', '\u202f', '\u00a0', ''][Math.floor(random() * 4)]!;
  return `${hour % 12 || 12}:${two(minute)}:${two(second)}${gap}${marks[Math.floor(random() * 4)]!}`;
}

const names = new Map<string, Intl.DateTimeFormat>();
function named(language: string, month: 'long' | 'short', { year, month: at, day }: Wall): string {
  const key = `${language} ${month}`;
  let words = names.get(key);
  if (!words) {
    words = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month, year: 'numeric' });
    names.set(key, words);
  }
  return words.format(Date.UTC(year, at - 1, day, 12));
}

type Write = (wall: Wall, random: Random) => string;
interface Form {
  readonly form: string;
  readonly write: Write;
  readonly reading: Partial<DateReading>;
}

const form = (name: string, write: Write, reading: Partial<DateReading> = {}): Form => ({
  form: name,
  write,
  reading,
});

/** Dates without a time: the day as written, in every zone. */
const DAYS: readonly Form[] = [
  form('ISO day', isoOf),
  form('ISO day, not padded', ({ year, month, day }) => `${year}-${month}-${day}`),
  form('year first with slashes', (wall) => isoOf(wall).replaceAll('-', '/')),
  form('year first with dots', (wall) => isoOf(wall).replaceAll('-', '.')),
  ...(['/', '.', '-'] as const).flatMap((sign) => [
    form(`day first with ${sign}`, ({ year, month, day }) => [two(day), two(month), year].join(sign)),
    form(`day first with ${sign}, short`, ({ year, month, day }) => [day, month, short(year)].join(sign)),
    form(`month first with ${sign}`, ({ year, month, day }) => [month, day, year].join(sign), {
      order: 'monthFirst',
    }),
    form(
      `month first with ${sign}, short`,
      ({ year, month, day }) => [two(month), two(day), short(year)].join(sign),
      { order: 'monthFirst' },
    ),
    form(
      `short year first with ${sign}`,
      ({ year, month, day }) => [short(year), two(month), two(day)].join(sign),
      { order: 'yearFirst' },
    ),
  ]),
  ...LANGUAGES.flatMap((language) => [
    form(`long month name, ${language}`, (wall) => named(language, 'long', wall)),
    form(`short month name, ${language}`, (wall) => named(language, 'short', wall)),
  ]),
  form('month name first', ({ year, month, day }) => `${ENGLISH[month - 1]} ${day}, ${year}`),
  form(
    'month name between dashes',
    ({ year, month, day }) => `${two(day)}-${ENGLISH[month - 1]}-${short(year)}`,
  ),
  form('eight digits', (wall) => isoOf(wall).replaceAll('-', ''), { numbers: 'compactDay' }),
  form('serial, 1900', (wall) => String(daysOf(wall) + 25_569), { numbers: 'excelSerial1900' }),
  form('serial, 1904', (wall) => String(daysOf(wall) + 24_107), { numbers: 'excelSerial1904' }),
];

/** Time stamps that name no zone: wall clocks of the source. */
const STAMPS: readonly Form[] = [
  form('ISO stamp', (wall) => `${isoOf(wall)} ${clockOf(wall)}`),
  form('ISO stamp with T', (wall) => `${isoOf(wall)}T${clockOf(wall)}.123`),
  form('year first with a stamp', (wall) => `${isoOf(wall).replaceAll('-', '/')} ${clockOf(wall)}`),
  form('day first with a stamp', (wall) => `${wall.day}.${wall.month}.${wall.year} ${clockOf(wall)}`),
  form(
    'month first with 12 hours',
    (wall, random) => `${wall.month}/${wall.day}/${wall.year} ${twelveHours(wall, random)}`,
    { order: 'monthFirst' },
  ),
  form(
    'day first with 12 hours',
    (wall, random) => `${two(wall.day)}/${two(wall.month)}/${wall.year}, ${twelveHours(wall, random)}`,
  ),
  form(
    'month name with 12 hours',
    (wall, random) => `${ENGLISH[wall.month - 1]} ${wall.day}, ${wall.year} ${twelveHours(wall, random)}`,
  ),
  form(
    'month name with a stamp',
    (wall) => `${wall.day} ${ENGLISH[wall.month - 1]} ${wall.year} ${clockOf(wall)}`,
  ),
  form('fourteen digits', (wall) => `${isoOf(wall)}${clockOf(wall)}`.replace(/\D/g, ''), {
    numbers: 'compactStamp',
  }),
  form('serial with a time, 1900', (wall) => (secondsOf(wall) / 86_400 + 25_569).toFixed(9), {
    numbers: 'excelSerial1900',
  }),
  form(
    'serial with a time, 1904',
    (wall) => (secondsOf(wall) / 86_400 + 24_107).toFixed(9).replace('.', ','),
    { numbers: 'excelSerial1904' },
  ),
];

const offsetText = (minutes: number, colon: string): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
};

interface InstantForm {
  readonly form: string;
  readonly reading: Partial<DateReading>;
  readonly write: (seconds: number, random: Random) => string;
}

const quarters = (random: Random): number => (Math.floor(random() * 105) - 48) * 15;
const withOffset = (
  form_: string,
  write: (wall: Wall, minutes: number) => string,
  reading = {},
): InstantForm => ({
  form: form_,
  reading,
  write: (seconds, random) => {
    const minutes = quarters(random);
    return write(utcWall(seconds + minutes * 60), minutes);
  },
});
const inUtc = (form_: string, write: (wall: Wall, seconds: number) => string, reading = {}): InstantForm => ({
  form: form_,
  reading,
  write: (seconds) => write(utcWall(seconds), seconds),
});

/** Moments that need no zone of the source. */
const INSTANTS: readonly InstantForm[] = [
  inUtc('ISO with Z', (wall) => `${isoOf(wall)}T${clockOf(wall)}Z`),
  inUtc('ISO with .000Z', (wall) => `${isoOf(wall)}T${clockOf(wall)}.000Z`),
  inUtc(
    'ISO without signs',
    (wall) => `${isoOf(wall).replaceAll('-', '')}T${clockOf(wall).replaceAll(':', '')}Z`,
  ),
  inUtc('stamp with UTC', (wall) => `${isoOf(wall)} ${clockOf(wall)} UTC`),
  inUtc(
    'stamp with (UTC)',
    (wall) => `${wall.day} ${ENGLISH[wall.month - 1]} ${wall.year} ${clockOf(wall)} (UTC)`,
  ),
  inUtc('directory stamp', (wall) => `${isoOf(wall)}${clockOf(wall)}.0Z`.replace(/[-:]/g, '')),
  withOffset(
    'ISO with an offset',
    (wall, minutes) => `${isoOf(wall)}T${clockOf(wall)}${offsetText(minutes, ':')}`,
  ),
  withOffset(
    'stamp with an offset',
    (wall, minutes) => `${isoOf(wall)} ${clockOf(wall)} ${offsetText(minutes, '')}`,
  ),
  withOffset(
    'day first with an offset',
    (wall, minutes) =>
      `${two(wall.day)}/${two(wall.month)}/${wall.year} ${clockOf(wall)} ${offsetText(minutes, '')}`,
  ),
  inUtc('Unix seconds', (_, seconds) => String(seconds), { numbers: 'unixSeconds' }),
  inUtc('Unix milliseconds', (_, seconds) => `${seconds}999`, { numbers: 'unixMilliseconds' }),
  inUtc('Unix microseconds', (_, seconds) => `${seconds}999999`, { numbers: 'unixMicroseconds' }),
  inUtc(
    'Windows file time',
    (_, seconds) => String((BigInt(seconds) + 11_644_473_600n) * 10_000_000n + 9_999_999n),
    { numbers: 'windowsFileTime' },
  ),
];

export const FORM_COUNT = DAYS.length + STAMPS.length + INSTANTS.length;

/** Whether a wall clock happens once: not in the hour that a change of clocks repeats. */
function happensOnce(zone: string, seconds: number, wall: Wall): boolean {
  const text = `${isoOf(wall)} ${clockOf(wall)}`;
  return [-7200, -3600, -1800, 1800, 3600, 7200].every((shift) => {
    const other = wallIn(zone, seconds + shift);
    return `${isoOf(other)} ${clockOf(other)}` !== text;
  });
}

/** Digits that need more than nine or fewer than thirteen figures fit no unit; such moments are left to other forms. */
const fitsUnit = (seconds: number, { numbers }: Partial<DateReading>): boolean =>
  numbers === undefined || !numbers.startsWith('unix') || seconds >= 1_000_000_000;

/** Writes one date: a seed decides moment, form and zones. One in eight does not exist. */
export function writeDate(random: Random): WrittenDate {
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)]!;
  const sourceZone = pick(ZONES);
  const workspaceZone = pick(ZONES);
  const zones = { sourceZone, workspaceZone };
  for (;;) {
    // Half of all moments lie within a second of a full hour, where a day begins somewhere.
    const anySecond = FIRST + Math.floor(random() * (LAST - FIRST));
    const near = Math.round(anySecond / 3600) * 3600 + Math.floor(random() * 3) - 1;
    const seconds = random() < 0.5 ? near : anySecond;
    const kind = Math.floor(random() * FORM_COUNT);
    if (kind < DAYS.length) {
      const { form: name, write, reading } = DAYS[kind]!;
      const wall = utcWall(seconds);
      return { form: name, text: write(wall, random), reading, ...zones, expected: isoOf(wall) };
    }
    if (kind < DAYS.length + STAMPS.length) {
      const { form: name, write, reading } = STAMPS[kind - DAYS.length]!;
      const wall = wallIn(sourceZone, seconds);
      if (!happensOnce(sourceZone, seconds, wall)) continue;
      // A serial without a fraction is a day, not its midnight.
      if (name.startsWith('serial') && clockOf(wall) === '00:00:00') continue;
      const expected = isoOf(wallIn(workspaceZone, seconds));
      return { form: name, text: write(wall, random), reading, ...zones, expected };
    }
    const { form: name, write, reading } = INSTANTS[kind - DAYS.length - STAMPS.length]!;
    if (!fitsUnit(seconds, reading)) continue;
    return {
      form: name,
      text: write(seconds, random),
      reading,
      ...zones,
      expected: isoOf(wallIn(workspaceZone, seconds)),
    };
  }
}

/** Forms in which the parts of a date stand apart, so that a wrong one can be written. */
const IMPOSSIBLE_IN: readonly Form[] = [...DAYS, ...STAMPS].filter(
  ({ form: name }) => !/month name, |serial/.test(name),
);

/** A date that does not exist: a day beyond its month, a month 13, an hour 25. The platform's own dates roll it over. */
export function writeImpossibleDate(random: Random): WrittenDate {
  const pick = (most: number): number => Math.floor(random() * most);
  for (;;) {
    const { form: name, write, reading } = IMPOSSIBLE_IN[pick(IMPOSSIBLE_IN.length)]!;
    const wall = {
      ...utcWall(FIRST + pick(LAST - FIRST)),
      month: 1 + pick(12),
      day: 29 + pick(3),
    };
    if (utcWall(secondsOf(wall)).day === wall.day) continue;
    return {
      form: `impossible: ${name}`,
      text: write(wall, random),
      reading,
      sourceZone: ZONES[pick(ZONES.length)]!,
      workspaceZone: ZONES[pick(ZONES.length)]!,
      expected: NO_SUCH_DATE,
    };
  }
}
