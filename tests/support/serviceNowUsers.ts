import { calendarFromDay, readIsoDay, type EpochDay } from '../../src/core/base/epochDay.ts';

/** What a user of the export is made to be; the rules must find it again. */
export type UserStory =
  | 'works'
  | 'edgeInside'
  | 'edgeOutside'
  | 'borderline'
  | 'dormant'
  | 'neverUsed'
  | 'tooNew'
  | 'closed'
  | 'webService'
  | 'integration';

export interface ServiceNowUser {
  readonly story: UserStory;
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | undefined;
  readonly department: string;
  readonly manager: string;
  readonly employeeNumber: string;
  /** Protected: never a candidate without an override. */
  readonly isVip: boolean;
  readonly createdOn: EpochDay;
  /** UTC day and time of the last login; `undefined` when there was none. */
  readonly lastLogin: { readonly day: EpochDay; readonly time: string } | undefined;
  /** Some rows have the time of the last login but not its day. */
  readonly keepsLoginDay: boolean;
}

/** The day the export describes. */
export const EXPORT_DAY = readIsoDay('2026-06-30')!;

const FIRST = 'José Anna Łucja Ben Chloé Dieter Zoë Omar Priya Søren Müge Ivan Ruth Kwame Renée Tom'.split(
  ' ',
);
const FIRST_LATIN = FIRST.map((name) => (name === 'Łucja' ? 'Lucía' : name));
const LAST = "Abadie O'Neill Müller Okafor Lindqvist Ferreira Šimić Novak Dubois Kaya Petersen".split(' ');
const LAST_LATIN = LAST.map((name) => (name === 'Šimić' ? 'Simões' : name));
const DEPARTMENTS = ['Finance', 'Customer Service', 'IT Operations', 'HR & Payroll', 'Field Sales', 'Legal'];

/** How many users of each story are in an export, in an order that mixes them. */
export const STORY_COUNTS: Readonly<Record<UserStory, number>> = {
  works: 168,
  edgeInside: 3,
  edgeOutside: 2,
  borderline: 20,
  dormant: 58,
  neverUsed: 24,
  tooNew: 6,
  closed: 9,
  webService: 6,
  integration: 4,
};

function storiesInOrder(): UserStory[] {
  const all = (Object.keys(STORY_COUNTS) as UserStory[]).flatMap((story) =>
    Array<UserStory>(STORY_COUNTS[story]).fill(story),
  );
  return all
    .map((story, index) => ({ story, key: (index * 7919) % 1009 }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ story }) => story);
}

/** Days before the export on which a user of the story last signed in, or nothing. */
function daysBefore(story: UserStory, index: number): number | undefined {
  if (story === 'neverUsed' || story === 'tooNew') return undefined;
  if (story === 'edgeInside' || story === 'edgeOutside') return 90;
  if (story === 'borderline') return 96 + (index % 70);
  if (story === 'dormant' || story === 'closed') return 190 + ((index * 13) % 400);
  return (index * 5) % 60;
}

/** Around midnight between 1 and 2 April in London, which is an hour ahead of UTC. */
const TIMES: Readonly<Partial<Record<UserStory, string>>> = {
  edgeInside: '23:30:00',
  edgeOutside: '22:30:00',
};

/** The users of one export; the same every time. `latin` keeps to letters of windows-1252. */
export function serviceNowUsers(latin = false): readonly ServiceNowUser[] {
  const first = latin ? FIRST_LATIN : FIRST;
  const last = latin ? LAST_LATIN : LAST;
  return storiesInOrder().map((story, index) => {
    const firstName = first[index % first.length]!;
    const lastName = last[(index * 3) % last.length]!;
    const before = daysBefore(story, index);
    const two = (value: number): string => String(value).padStart(2, '0');
    const isMachine = story === 'webService' || story === 'integration';
    const userName = isMachine
      ? `${story === 'webService' ? 'ws' : 'hub'}.${two(index)}`
      : `u${1000 + index}`;
    return {
      story,
      userName,
      firstName: isMachine ? '' : firstName,
      lastName: isMachine ? userName : lastName,
      email: index % 15 === 7 || isMachine ? undefined : `${userName}@northmoor.example`,
      department: DEPARTMENTS[index % DEPARTMENTS.length]!,
      manager: `${first[(index * 5) % 7]!} ${last[(index * 7) % 5]!}`,
      employeeNumber: String(index + 1).padStart(6, '0'),
      isVip: index % 97 === 5,
      createdOn: (story === 'tooNew' ? EXPORT_DAY - 30 : EXPORT_DAY - 700 - (index % 500)) as EpochDay,
      lastLogin:
        before === undefined
          ? undefined
          : {
              day: (EXPORT_DAY - before) as EpochDay,
              time: TIMES[story] ?? `${two(7 + (index % 11))}:${two(index % 60)}:06`,
            },
      keepsLoginDay: index % 8 !== 3,
    };
  });
}

const two = (value: number): string => String(value).padStart(2, '0');

export function isoDay(day: EpochDay): string {
  const { year, month, day: date } = calendarFromDay(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** `20/05/2026`. */
export function dayFirst(day: EpochDay): string {
  const { year, month, day: date } = calendarFromDay(day);
  return `${two(date)}/${two(month)}/${year}`;
}
