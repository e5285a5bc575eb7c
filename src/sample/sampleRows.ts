import { addDays, readIsoDay, type EpochDay } from '../core/base/epochDay.ts';
import { formatIsoDay } from '../core/base/formatDay.ts';
import type { Category } from '../core/policy/category.ts';
import { seededNumbers, type SeededNumbers } from './seededNumbers.ts';
import { DEFUNCT_UNIT, FAMILY_NAMES, GIVEN_NAMES, UNIT_SEATS } from './sampleNames.ts';
import {
  SAMPLE_CLOSED_ACCOUNTS,
  SAMPLE_LICENCE_TYPES,
  SAMPLE_SEATS,
  SECOND_SEATS,
  type SampleLicenceType,
} from './sampleSeats.ts';

export const SAMPLE_AS_OF = readIsoDay('2026-06-30')!;
const SEED = 20_260_630;

/** Columns of the invented service desk's users export. */
export const SAMPLE_HEADER = [
  'User ID',
  'Name',
  'Email',
  'Employee number',
  'Department',
  'Manager',
  'Active',
  'Identity type',
  'Web service access only',
  'VIP',
  'Licence type',
  'Assigned on',
  'Created',
  'Left on',
  'Expected pattern',
  'Last work',
  'Last login time',
] as const;

export type SampleRow = Readonly<Record<(typeof SAMPLE_HEADER)[number], string>>;

interface SampleAccount {
  readonly index: number;
  readonly human: boolean;
}

/** A seat of the sample with the category that it was made for. */
export interface SampleSeat {
  readonly category: Category;
  readonly row: SampleRow;
}

interface Use {
  readonly work: string;
  readonly signIn: string;
  readonly assigned: EpochDay;
  readonly leftOn: string;
  readonly pattern: string;
}

class SampleMaker {
  readonly #numbers: SeededNumbers = seededNumbers(SEED);
  readonly #units: string[];
  #accounts = 0;

  constructor() {
    const unitOfSeat = UNIT_SEATS.flatMap(([unit, seats]) => Array.from({ length: seats }, () => unit));
    const tail = [...Array.from({ length: 37 }, () => DEFUNCT_UNIT), ...Array.from({ length: 55 }, () => '')];
    this.#units = this.#numbers.shuffled([...unitOfSeat, ...tail]);
  }

  account(human: boolean): SampleAccount {
    return { index: this.#accounts++, human };
  }

  seat(
    category: Category,
    licenceType: SampleLicenceType,
    account: SampleAccount,
    closed = false,
  ): SampleSeat {
    const use = this.#useOf(category);
    const { index } = account;
    const given = GIVEN_NAMES[index % GIVEN_NAMES.length]!;
    const family = FAMILY_NAMES[(index * 7 + Math.floor(index / GIVEN_NAMES.length)) % FAMILY_NAMES.length]!;
    const machine = MACHINES[index % MACHINES.length]!;
    const login = account.human ? loginOf(given, family, index) : `${machine.login}.${index}`;
    return {
      category,
      row: {
        'User ID': login,
        Name: account.human ? `${given} ${family}` : `${machine.name} ${index}`,
        Email: `${login}@larkfield.example`,
        'Employee number': account.human ? String(index + 417).padStart(6, '0') : '',
        Department: this.#units[index % this.#units.length]!,
        Manager: account.human ? managerOf(this.#units[index % this.#units.length]!) : '',
        Active: closed ? 'false' : 'true',
        'Identity type': account.human ? 'Human' : machine.identity,
        'Web service access only': String(!account.human && machine.webService),
        VIP: category === 'dormant' && index % 61 === 0 ? 'true' : 'false',
        'Licence type': licenceType,
        'Assigned on': formatIsoDay(use.assigned),
        Created: formatIsoDay(addDays(use.assigned, -this.#numbers.between(0, 20))),
        'Left on': use.leftOn,
        'Expected pattern': use.pattern,
        'Last work': use.work,
        'Last login time': use.signIn,
      },
    };
  }

  /** A time stamp `idle` days before the as-of date, in working hours. */
  #stamp(idle: number): string {
    const time = [this.#numbers.between(7, 18), this.#numbers.between(0, 59), this.#numbers.between(0, 59)];
    return `${formatIsoDay(addDays(SAMPLE_AS_OF, -idle))} ${time.map((part) => String(part).padStart(2, '0')).join(':')}`;
  }

  #longAgo(): EpochDay {
    return addDays(SAMPLE_AS_OF, -this.#numbers.between(420, 890));
  }

  #useOf(category: Category): Use {
    const { between, oneOf } = this.#numbers;
    const none = { leftOn: '', pattern: '' };
    const worked = (idle: number, signInIdle: number): Use => ({
      ...none,
      work: this.#stamp(idle),
      signIn: this.#stamp(signInIdle),
      assigned: this.#longAgo(),
    });
    switch (category) {
      case 'tooNew': {
        const assigned = addDays(SAMPLE_AS_OF, -between(2, 88));
        return { ...none, work: 'Never', signIn: 'Never', assigned };
      }
      case 'unknown':
        return {
          ...none,
          work: oneOf(['', '', '', 'see note', 'migrated']),
          signIn: '',
          assigned: this.#longAgo(),
        };
      case 'neverUsed': {
        const assigned = addDays(SAMPLE_AS_OF, -between(95, 800));
        return { ...none, work: 'Never', signIn: 'Never', assigned };
      }
      case 'leaver': {
        const left = between(5, 160);
        const idle = between(left - 4, left + 40);
        const leftOn = formatIsoDay(addDays(SAMPLE_AS_OF, -left));
        return { ...worked(Math.max(1, idle), Math.max(1, idle)), leftOn };
      }
      case 'periodic': {
        const [pattern, limit] = oneOf([
          ['quarterly', 134],
          ['half-yearly', 224],
          ['seasonal', 380],
          ['on-call', 179],
        ] as const);
        const idle = between(92, limit);
        return { ...worked(idle, idle), pattern };
      }
      case 'borderline': {
        const idle = between(93, 176);
        return worked(idle, between(93, idle));
      }
      case 'loginOnly': {
        const use = worked(between(185, 390), between(1, 80));
        return between(0, 3) === 0 ? { ...use, work: 'Never' } : use;
      }
      case 'dormant': {
        const idle = between(182, 410);
        return worked(idle, between(120, idle));
      }
      case 'excepted': {
        const idle = between(100, 300);
        return worked(idle, idle);
      }
      case 'notASeat': {
        const idle = between(100, 400);
        return worked(idle, idle);
      }
      default: {
        // Active people and machines: most worked within days, some close to the edge of the window.
        const idle = between(0, 9) === 0 ? between(30, 89) : between(0, 20);
        return worked(idle, between(0, idle));
      }
    }
  }
}

interface SampleMachine {
  readonly name: string;
  readonly login: string;
  readonly identity: 'Human' | 'Machine' | 'Shared' | 'Room';
  readonly webService: boolean;
}

/** Accounts that are not people: service, integration and shared ones, each told by another column or word. */
const MACHINES: readonly SampleMachine[] = [
  { name: 'Monitoring', login: 'svc.monitoring', identity: 'Machine', webService: false },
  { name: 'Asset sync', login: 'asset.sync', identity: 'Human', webService: true },
  { name: 'Front desk', login: 'front.desk', identity: 'Shared', webService: false },
  { name: 'Backup', login: 'svc.backup', identity: 'Machine', webService: false },
  { name: 'Event feed', login: 'event.feed', identity: 'Human', webService: true },
  { name: 'Meeting room', login: 'meeting.room', identity: 'Room', webService: false },
  { name: 'Mail bridge', login: 'svc.mail', identity: 'Machine', webService: false },
];

function loginOf(given: string, family: string, index: number): string {
  const plain = `${given}.${family}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}']/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o');
  return `${plain}${index + 1}`;
}

const managerOf = (unit: string): string => {
  const known = UNIT_SEATS.findIndex(([name]) => name === unit);
  if (known < 0) return '';
  return `${GIVEN_NAMES[(known * 5 + 3) % GIVEN_NAMES.length]} ${FAMILY_NAMES[(known * 11 + 8) % FAMILY_NAMES.length]}`;
};

/** Every row of the sample's users file, in a fixed order that mixes the categories. */
export function sampleSeats(): readonly SampleSeat[] {
  const maker = new SampleMaker();
  const second = new Map(SECOND_SEATS);
  const seats: SampleSeat[] = [];
  const activeFulfillers: SampleAccount[] = [];
  SAMPLE_LICENCE_TYPES.forEach((licenceType, column) => {
    for (const [category, ...counts] of SAMPLE_SEATS) {
      const shared = licenceType === 'Analytics' ? (second.get(category) ?? 0) : 0;
      for (let made = 0; made < counts[column]!; made++) {
        const holder = made < shared ? activeFulfillers.pop() : undefined;
        const account = holder ?? maker.account(category !== 'nonHuman');
        if (licenceType === 'Fulfiller' && category === 'active') activeFulfillers.push(account);
        seats.push(maker.seat(category, licenceType, account));
      }
    }
  });
  for (let made = 0; made < SAMPLE_CLOSED_ACCOUNTS; made++) {
    seats.push(maker.seat('notASeat', made % 4 === 0 ? 'Approver' : 'Fulfiller', maker.account(true), true));
  }
  return seededNumbers(SEED + 1).shuffled(seats);
}
