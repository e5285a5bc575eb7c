import { describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import type { DateReading } from '../../../src/core/ingest/dateReading.ts';
import type { ColumnPlan, ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import { mappingKey, savedAnswersOf, withSavedMapping } from '../../../src/worker/thread/savedMapping.ts';

const column = (position: number, header: string, meaning: ColumnPlan['meaning']): ColumnPlan => ({
  position,
  header,
  meaning,
  signalKind: undefined,
  proposedClass: undefined,
  forLicenceType: undefined,
  dates: undefined,
});
const planOf = (columns: readonly ColumnPlan[], asOf: string): ImportPlan => ({
  dialect: { encoding: 'utf-8', delimiter: ',', linesBeforeHeader: 0 },
  system: 'other',
  rowIs: 'account',
  columns,
  fixedLicenceType: 'Fulfiller',
  licenceSeparator: undefined,
  asOf: readIsoDay(asOf)!,
  workspaceZone: 'Europe/London',
  lagDays: 2,
  historyStart: undefined,
  completeness: undefined,
});

describe('the mapping of a header', () => {
  test('is proposed again for a file with the same header, with the as-of date of the new file [LOAD-13]', () => {
    const saved = planOf([column(0, 'Login', 'accountId'), column(1, 'Team', 'unit')], '2026-05-31');
    const proposed = planOf([column(0, 'Login', 'accountId'), column(1, 'Team', 'ignore')], '2026-06-30');
    expect(mappingKey(saved)).toBe(mappingKey(proposed));
    const remembered = withSavedMapping(proposed, JSON.parse(JSON.stringify(saved)));
    expect(remembered?.columns.map(({ meaning }) => meaning)).toEqual(['accountId', 'unit']);
    expect(remembered?.asOf).toBe(readIsoDay('2026-06-30'));
  });

  test('of another header is not taken over', () => {
    const saved = planOf([column(0, 'Login', 'accountId')], '2026-05-31');
    const other = planOf([column(0, 'User', 'accountId')], '2026-06-30');
    expect(mappingKey(saved)).not.toBe(mappingKey(other));
    expect(withSavedMapping(planOf([], '2026-06-30'), saved)).toBeUndefined();
    expect(withSavedMapping(other, 'nonsense')).toBeUndefined();
  });

  test('a column named like a property of every object is a column like others', () => {
    const plan = planOf([column(0, '__proto__', 'accountId')], '2026-06-30');
    expect(withSavedMapping(plan, plan)?.columns[0]?.header).toBe('__proto__');
  });
});

describe('answers about a file with the same header', () => {
  const dates = (change: Partial<DateReading>): DateReading => ({
    order: 'undecided',
    numbers: 'none',
    zone: 'Europe/London',
    blankMeans: 'notKnown',
    neverWords: [],
    ...change,
  });
  const login = (change: Partial<DateReading> | undefined): ColumnPlan => ({
    ...column(1, 'Last login', change ? 'lastSignIn' : 'ignore'),
    dates: change && dates(change),
  });
  const saved: ImportPlan = {
    ...planOf(
      [
        column(0, 'Login', 'accountId'),
        login({
          order: 'dayFirst',
          blankMeans: 'never',
          neverWords: ['-'],
          placeholdersMeanNever: true,
          zone: 'Europe/Paris',
        }),
      ],
      '2026-05-31',
    ),
    answers: [
      { kind: 'blankMeaning', position: 1, answer: 'never' },
      { kind: 'placeholderDates', position: 1, answer: 'never' },
    ],
  };

  test('are at hand to be proposed again, and none of them is applied unasked [LOAD-13] [LOAD-26]', () => {
    const proposed = planOf([column(0, 'Login', 'accountId'), login({})], '2026-06-30');
    const remembered = withSavedMapping(proposed, saved);
    expect(remembered?.columns[1]?.dates).toEqual(dates({ zone: 'Europe/Paris' }));
    expect(remembered?.answers).toBeUndefined();
    expect(savedAnswersOf(proposed, saved)).toEqual(saved.answers);
    expect(savedAnswersOf(proposed, undefined)).toEqual([]);
  });

  test('a column that only an answer took out of the list is in it again, so that it can be asked about [LOAD-13] [LOAD-26]', () => {
    const list = (created: ColumnPlan['meaning'], signIn: ColumnPlan['meaning']): ImportPlan =>
      planOf(
        [
          column(0, 'Login', 'accountId'),
          column(1, 'Created', created),
          column(2, 'Last login', signIn),
          column(3, 'Team', 'ignore'),
        ],
        '2026-06-30',
      );
    const proposed = list('createdOn', 'lastSignIn');
    const ignored = list('ignore', 'ignore');
    const meaningsAfter = (answers: NonNullable<ImportPlan['answers']>) =>
      withSavedMapping(proposed, { ...ignored, answers })?.columns.map(({ meaning }) => meaning);
    expect(meaningsAfter([])).toEqual(['accountId', 'ignore', 'ignore', 'ignore']);
    expect(meaningsAfter([{ kind: 'signInBeforeCreated', position: 2, answer: 'ignoreCreated' }])).toEqual([
      'accountId',
      'createdOn',
      'ignore',
      'ignore',
    ]);
    expect(meaningsAfter([{ kind: 'actionAfterSignIn', position: 3, answer: 'ignoreSignIn' }])).toEqual([
      'accountId',
      'ignore',
      'lastSignIn',
      'ignore',
    ]);
  });

  test('the order of day and month is decided anew, also where only the saved mapping reads the column as dates [LOAD-19]', () => {
    const proposed = planOf([column(0, 'Login', 'accountId'), login(undefined)], '2026-06-30');
    const remembered = withSavedMapping(proposed, saved)?.columns[1];
    expect(remembered).toMatchObject({ meaning: 'lastSignIn', dates: dates({ zone: 'Europe/Paris' }) });
  });
});

describe('of a remembered plan', () => {
  const proposed: Required<ImportPlan> = {
    ...planOf([column(0, 'Login', 'accountId')], '2026-06-30'),
    appended: [],
    answers: [],
    neverIsInvited: true,
    addressForKey: true,
  };
  const other: Omit<Required<ImportPlan>, 'columns' | 'neverIsInvited' | 'addressForKey'> = {
    dialect: { encoding: 'windows-1252', delimiter: ';', linesBeforeHeader: 2 },
    system: 'jira',
    rowIs: 'accountAndLicence',
    fixedLicenceType: 'Approver',
    licenceSeparator: '|',
    asOf: readIsoDay('2026-05-31')!,
    workspaceZone: 'Europe/Paris',
    lagDays: 7,
    historyStart: readIsoDay('2026-01-01')!,
    completeness: 'filtered',
    appended: [{ dialect: { encoding: 'utf-8', delimiter: '|', linesBeforeHeader: 0 } }] as never,
    answers: [{ kind: 'blankMeaning', position: 0, answer: 'never' }],
  };
  const after = (field: keyof typeof other): unknown =>
    withSavedMapping(proposed, { ...proposed, [field]: other[field] })?.[field];

  test.each(['system', 'rowIs', 'fixedLicenceType', 'licenceSeparator', 'lagDays'] as const)(
    '%s holds for the next file with the same header [LOAD-13]',
    (field) => {
      expect(after(field)).toEqual(other[field]);
      expect(other[field]).not.toEqual(proposed[field]);
    },
  );

  test.each([
    'dialect',
    'asOf',
    'workspaceZone',
    'historyStart',
    'completeness',
    'appended',
    'answers',
  ] as const)('%s is that of the file at hand [LOAD-13]', (field) => {
    expect(after(field)).toEqual(proposed[field]);
    expect(other[field]).not.toEqual(proposed[field]);
  });

  test('what the preset says of the system is that of the file at hand [LOAD-13]', () => {
    const { neverIsInvited: _never, addressForKey: _address, ...saved } = proposed;
    expect(withSavedMapping(proposed, saved)).toMatchObject({ neverIsInvited: true, addressForKey: true });
    expect(withSavedMapping(saved, proposed)).not.toHaveProperty('neverIsInvited');
    expect(withSavedMapping(saved, proposed)).not.toHaveProperty('addressForKey');
  });
});
