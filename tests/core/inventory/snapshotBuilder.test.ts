import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABSENT, BLANK, NEVER, UNREADABLE, atLeastDays, isDay } from '../../../src/core/base/dayValue.ts';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { canonicalId } from '../../../src/core/ingest/canonicalId.ts';
import type { ImportPlan } from '../../../src/core/ingest/importPlan.ts';
import type { FurtherText } from '../../../src/core/ingest/meaning.ts';
import { PATTERN_UNREAD } from '../../../src/core/ingest/patternWords.ts';
import { SUBJECT_UNREAD } from '../../../src/core/ingest/subjectWords.ts';
import { decodeColumns } from '../../../src/core/inventory/decodeColumns.ts';
import { encodeColumns } from '../../../src/core/inventory/encodeColumns.ts';
import { numbersToBundles } from '../../../src/core/inventory/numberBundle.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { SnapshotBuilder } from '../../../src/core/inventory/snapshotBuilder.ts';
import { MemorySink, testCodec } from './memorySink.ts';
import { buildSnapshot, column, planOf, readBack, userRow, type RowFacts } from './userRows.ts';

const LOGIN = column('lastSignIn', {
  header: 'Last login',
  signalKind: 'applicationSignIn',
  proposedClass: 'loginOnly',
});
const at = (row: number): RowIndex => row as RowIndex;

/** The seats as lines `account|licence|…`, evidence included, by the order of the tables. */
function linesOf(snapshot: Snapshot): string[] {
  const { accounts, seats, evidence, life, strings, licenceTypes } = snapshot;
  return Array.from({ length: seats.count }, (_, seat) => {
    const account = seats.account[seat]!;
    const dates = evidence.map(({ level, values, raw, sourceRow }) => {
      const row = level === 'seat' ? seat : account;
      return `${values[row]}:${raw.at(at(row))}:${sourceRow[row]}`;
    });
    return [
      accounts.accountId.at(at(account)),
      licenceTypes[seats.licenceType[seat]!],
      accounts.displayName?.at(at(account)) ?? '-',
      strings[accounts.unit[account]!],
      ...dates,
      ...life.map(({ meaning, headers, column: place, raw, sourceRow }) => {
        const row = meaning === 'assignedOn' ? seat : account;
        return `${headers[place[row]!]}:${raw.at(at(row))}:${sourceRow[row]}`;
      }),
    ].join('|');
  });
}

describe('merging rows', () => {
  test('counts accounts and seats apart and finds repeats by canonical id', async () => {
    const { snapshot, summary, repeats } = await buildSnapshot(
      [
        userRow({ fileRow: 2, accountId: 'Ann', licenceTypes: ['Fulfiller'], evidenceDays: [100] }),
        userRow({ fileRow: 3, accountId: 'bob', licenceTypes: ['Approver'], evidenceDays: [BLANK] }),
        userRow({ fileRow: 4, accountId: ' ANN ', licenceTypes: ['Approver'], evidenceDays: [300] }),
        userRow({ fileRow: 5, accountId: 'ann', licenceTypes: ['Fulfiller'], evidenceDays: [200] }),
        userRow({ fileRow: 6, accountId: 'cy', licenceTypes: [], evidenceDays: [NEVER] }),
      ],
      planOf([LOGIN]),
    );
    expect([summary.accounts, summary.seats, repeats]).toEqual([3, 3, 1]);
    expect(summary.licenceTypes).toEqual([
      { name: 'Fulfiller', seats: 1 },
      { name: 'Approver', seats: 2 },
    ]);
    expect(linesOf(snapshot)).toEqual([
      'Ann|Fulfiller|-||300:d300:4',
      'Ann|Approver|-||300:d300:4',
      `bob|Approver|-||${BLANK}:d${BLANK}:3`,
    ]);
    expect(summary.lastUse).toEqual({ from: 300, to: 300 });
  });

  test('the first text that is not empty stays, also when its chunk has long been written', async () => {
    const rows = Array.from({ length: 20 }, (_, index) =>
      userRow({
        fileRow: index + 2,
        accountId: `a${index}`,
        displayName: index === 1 ? '' : `Name ${index}`,
      }),
    );
    rows.push(userRow({ fileRow: 22, accountId: 'a1', displayName: 'Zoë 😀', unit: 'Law' }));
    rows.push(userRow({ fileRow: 23, accountId: 'a1', displayName: 'Later', unit: 'Tax' }));
    const { snapshot } = await buildSnapshot(rows, planOf([column('displayName'), column('unit')]));
    expect(snapshot.accounts.displayName?.at(at(1))).toBe('Zoë 😀');
    expect(snapshot.accounts.displayName?.at(at(2))).toBe('Name 2');
    expect(snapshot.strings[snapshot.accounts.unit[1]!]).toBe('Law');
  });

  test('an account is gone only when every row says so, and a mark in any row counts', async () => {
    const { snapshot } = await buildSnapshot(
      [
        userRow({ accountId: 'a', status: 3, vip: 1, createdOn: 50, leftOn: 70, openRecords: 2 }),
        userRow({ accountId: 'a', status: 1, vip: 2, createdOn: 40, leftOn: BLANK, openRecords: 5 }),
        userRow({ accountId: 'b', status: 0, createdOn: BLANK }),
        userRow({ accountId: 'b', status: 3, createdOn: 60 }),
      ],
      planOf([]),
    );
    const { status, vip, createdOn, leftOn, openRecords } = snapshot.accounts;
    expect([...status]).toEqual([1, 3]);
    expect([...vip]).toEqual([2, 0]);
    expect([...createdOn]).toEqual([40, 60]);
    expect([leftOn[0], openRecords[0], openRecords[1]]).toEqual([70, 5, -1]);
  });
});

describe('subjects, permissions and expected patterns', () => {
  const columns = [column('subjectType'), column('permissions'), column('expectedPattern')];

  test('columns that no list has are neither kept nor stored', async () => {
    const without = await buildSnapshot(
      [userRow({ accountId: 'a', further: { permissions: 'all' }, subjectType: 2 })],
      planOf([]),
    );
    expect(without.layout).not.toHaveProperty('accountNumbers');
    expect([...without.sink.chunks.keys()].filter((name) => /permissions|subjectType/.test(name))).toEqual(
      [],
    );
    expect(without.snapshot.accounts.permissions).toBeUndefined();
    expect(without.snapshot.accounts.subjectType).toBeUndefined();
    expect(without.summary).not.toHaveProperty('subjects');
    expect(without.summary).not.toHaveProperty('unread');
  });

  test('they come back as they were read, and are counted [LOAD-18]', async () => {
    const { snapshot, summary, layout } = await buildSnapshot(
      [
        userRow({ accountId: 'a', subjectType: 1, further: { permissions: 'edit' }, expectedPattern: 4 }),
        userRow({
          accountId: 'b',
          subjectType: 2,
          further: { permissions: 'read' },
          expectedPattern: PATTERN_UNREAD,
        }),
        userRow({ accountId: 'c', subjectType: 3, further: { permissions: 'edit' } }),
        userRow({ accountId: 'd', subjectType: SUBJECT_UNREAD }),
        userRow({ accountId: 'e', subjectType: 2 }),
      ],
      planOf(columns),
    );
    const { subjectType, permissions, expectedPattern } = snapshot.accounts;
    expect(layout.accountNumbers).toEqual(['subjectType', 'permissions']);
    expect([...subjectType!]).toEqual([1, 2, 3, SUBJECT_UNREAD, 2]);
    expect([...permissions!].map((code) => snapshot.strings[code])).toEqual(['edit', 'read', 'edit', '', '']);
    expect([...expectedPattern]).toEqual([4, PATTERN_UNREAD, 0, 0, 0]);
    expect(summary.subjects).toEqual({ devices: 2, virtual: 1 });
    expect(summary.unread).toEqual({ expectedPattern: 1, subjectType: 1 });
    const sink = new MemorySink();
    const anew = encodeColumns(snapshot, testCodec, 4, (name, chunk, bytes) =>
      sink.write(name, chunk, bytes),
    );
    expect(anew.accountNumbers).toEqual(layout.accountNumbers);
    expect(readBack(anew, sink).snapshot.accounts.subjectType).toEqual(subjectType);
  });

  test('of several rows of an account the longest pattern and the subject that is no user stay', async () => {
    const rows = (field: 'expectedPattern' | 'subjectType', codes: readonly number[]) =>
      codes.map((code) => userRow({ accountId: 'a', [field]: code }));
    const patternOf = async (...codes: number[]): Promise<number> =>
      (await buildSnapshot(rows('expectedPattern', codes), planOf(columns))).snapshot.accounts
        .expectedPattern[0]!;
    const subjectOf = async (...codes: number[]): Promise<number> =>
      (await buildSnapshot(rows('subjectType', codes), planOf(columns))).snapshot.accounts.subjectType![0]!;
    const [quarterly, halfYearly, yearly, onCall] = [4, 5, 6, 8];
    expect(await patternOf(onCall, yearly)).toBe(yearly);
    expect(await patternOf(onCall, quarterly)).toBe(onCall);
    expect(await patternOf(halfYearly, onCall)).toBe(halfYearly);
    expect(await patternOf(PATTERN_UNREAD, 1)).toBe(1);
    expect(await patternOf(1, PATTERN_UNREAD)).toBe(1);
    expect(await patternOf(0, PATTERN_UNREAD)).toBe(PATTERN_UNREAD);
    expect(await subjectOf(2, 1)).toBe(2);
    expect(await subjectOf(SUBJECT_UNREAD, 1)).toBe(1);
    expect(await subjectOf(0, SUBJECT_UNREAD)).toBe(SUBJECT_UNREAD);
  });

  test('damaged codes are refused', async () => {
    const { layout, sink } = await buildSnapshot(
      [userRow({ accountId: 'a', subjectType: 2 })],
      planOf(columns),
    );
    const name = [...sink.chunks.keys()].find((key) => key.includes('subjectType'))!;
    const [bundle] = numbersToBundles(Uint8Array.of(SUBJECT_UNREAD + 1), layout.chunkRows);
    sink.chunks.set(name, bundle!.slice().buffer);
    expect(decodeColumns(layout, sink.chunkOf, testCodec)).toMatchObject({
      ok: false,
      failure: { kind: 'damagedColumn', column: 'account.subjectType' },
    });
  });
});

describe('further texts of accounts', () => {
  const columns = [column('division'), column('queues'), column('delegateOrApprover')];
  const textsOf = ({ accounts, strings }: Snapshot, name: FurtherText): readonly string[] =>
    [...(accounts[name] ?? [])].map((code) => strings[code]!);

  test('those that the list has columns for come back as they were read, the others take no place [LOAD-08]', async () => {
    const { snapshot, layout, sink } = await buildSnapshot(
      [
        userRow({ accountId: 'a', further: { division: 'North', queues: 'Net', project: 'Atlas' } }),
        userRow({ accountId: 'b', further: { delegateOrApprover: 'Yes' } }),
      ],
      planOf(columns),
    );
    expect(layout.accountNumbers).toEqual(['delegateOrApprover', 'division', 'queues']);
    expect(textsOf(snapshot, 'division')).toEqual(['North', '']);
    expect(textsOf(snapshot, 'queues')).toEqual(['Net', '']);
    expect(textsOf(snapshot, 'delegateOrApprover')).toEqual(['', 'Yes']);
    expect(snapshot.accounts.project).toBeUndefined();
    const anew = new MemorySink();
    const again = encodeColumns(snapshot, testCodec, 4, (name, chunk, bytes) =>
      anew.write(name, chunk, bytes),
    );
    expect(again).toEqual(layout);
    expect(anew.chunks).toEqual(sink.chunks);
  });

  test('of several rows what an account owns is put together, and a word for no hides nothing [LOAD-16]', async () => {
    const { snapshot } = await buildSnapshot(
      [
        userRow({ accountId: 'a', further: { division: 'North', queues: 'Net', delegateOrApprover: 'No' } }),
        userRow({ accountId: 'b', further: { queues: '2' } }),
        userRow({ accountId: 'a', further: { division: 'South', queues: 'Tax', delegateOrApprover: 'Yes' } }),
        userRow({ accountId: 'b', further: { queues: '5' } }),
        userRow({ accountId: 'a', further: { queues: 'Net', delegateOrApprover: 'No' } }),
      ],
      planOf(columns),
    );
    expect(textsOf(snapshot, 'division')).toEqual(['North', '']);
    expect(textsOf(snapshot, 'queues')).toEqual(['Net; Tax', '5']);
    expect(textsOf(snapshot, 'delegateOrApprover')).toEqual(['Yes', '']);
  });

  test('damaged codes are refused', async () => {
    const { layout, sink } = await buildSnapshot(
      [userRow({ accountId: 'a', further: { queues: 'Net' } })],
      planOf(columns),
    );
    const name = [...sink.chunks.keys()].find((key) => key.includes('queues'))!;
    const [bundle] = numbersToBundles(Uint32Array.of(layout.strings), layout.chunkRows);
    sink.chunks.set(name, bundle!.slice().buffer);
    expect(decodeColumns(layout, sink.chunkOf, testCodec)).toMatchObject({
      ok: false,
      failure: { kind: 'damagedColumn', column: 'account.queues' },
    });
  });
});

describe('where the dates of life were read', () => {
  const life = (assigned: string, created: string, left: string): Pick<RowFacts, 'lifeTexts'> => ({
    lifeTexts: [assigned, created, left],
  });
  const originsOf = ({ life: columns }: Snapshot): Record<string, string[]> =>
    Object.fromEntries(
      columns.map(({ meaning, headers, column: place, raw, sourceRow }) => [
        meaning,
        Array.from(place, (at_, row) => `${headers[at_]} ${raw.at(at(row))} row ${sourceRow[row]}`),
      ]),
    );

  test('the text, column and row of the deciding cell stay, whichever row decides [REVIEW-02]', async () => {
    const { snapshot } = await buildSnapshot(
      [
        userRow({
          fileRow: 2,
          accountId: 'a',
          ...life('day 10', 'day 50', ''),
          assignedOn: 10,
          createdOn: 50,
          leftOn: BLANK,
        }),
        userRow({
          fileRow: 3,
          accountId: 'b',
          ...life('', 'day 60', ''),
          assignedOn: BLANK,
          createdOn: 60,
          leftOn: BLANK,
        }),
        userRow({
          fileRow: 4,
          accountId: 'a',
          ...life('day 30', 'day 40', 'day 70'),
          lifeColumns: Uint16Array.of(0, 1, 0),
          assignedOn: 30,
          createdOn: 40,
          leftOn: 70,
        }),
        userRow({
          fileRow: 5,
          accountId: 'a',
          ...life('day 20', 'day 40 again', 'soon'),
          assignedOn: 20,
          createdOn: 40,
          leftOn: UNREADABLE,
        }),
        userRow({
          fileRow: 6,
          accountId: 'b',
          ...life('not a day', 'day 99', ''),
          assignedOn: UNREADABLE,
          createdOn: 99,
          leftOn: BLANK,
        }),
      ],
      planOf([
        column('assignedOn', { header: 'Given' }),
        column('createdOn', { header: 'Made' }),
        column('createdOn', { header: 'Opened' }),
        column('leftOn', { header: 'Gone' }),
      ]),
      1,
    );
    expect(originsOf(snapshot)).toEqual({
      assignedOn: ['Given day 30 row 4', 'Given not a day row 6'],
      createdOn: ['Opened day 40 row 4', 'Made day 60 row 3'],
      leftOn: ['Gone day 70 row 4', 'Gone  row 3'],
    });
    expect([...snapshot.seats.assignedOn, ...snapshot.accounts.createdOn]).toEqual([30, UNREADABLE, 40, 60]);
  });

  test('they move with their seats when rows are scattered', async () => {
    const rows = ['a', 'b', 'a', 'c', 'b'].map((accountId, index) =>
      userRow({
        fileRow: index + 2,
        accountId,
        licenceTypes: [index < 2 ? 'X' : 'Y'],
        ...life(`given ${index}`, `made ${index}`, ''),
        assignedOn: index,
        createdOn: 9,
      }),
    );
    const columns = [column('assignedOn', { header: 'Given' }), column('createdOn', { header: 'Made' })];
    for (const chunkRows of [1, 2, 8]) {
      const { snapshot } = await buildSnapshot(rows, planOf(columns), chunkRows);
      expect([...snapshot.seats.sourceRow]).toEqual([2, 4, 3, 6, 5]);
      expect(originsOf(snapshot)).toEqual({
        assignedOn: [0, 2, 1, 4, 3].map((index) => `Given given ${index} row ${index + 2}`),
        createdOn: [0, 1, 3].map((index) => `Made made ${index} row ${index + 2}`),
      });
    }
  });

  test('a date that no column has takes no place', async () => {
    const { snapshot, layout } = await buildSnapshot([userRow({ accountId: 'a' })], planOf([]));
    expect([snapshot.life, layout.life]).toEqual([[], []]);
  });
});

describe('dates of use', () => {
  const merge = async (days: readonly number[], plan: Partial<ImportPlan> = {}): Promise<string> => {
    const rows = days.map((day, index) =>
      userRow({ fileRow: index + 2, accountId: 'a', evidenceDays: [day] }),
    );
    const { snapshot } = await buildSnapshot(rows, planOf([LOGIN], plan));
    const { values, sourceRow } = snapshot.evidence[0]!;
    return `${values[0]} from row ${sourceRow[0]}`;
  };

  test('the latest day decides and keeps its text and row', async () => {
    expect(await merge([10, 30, 20])).toBe('30 from row 3');
    expect(await merge([30, NEVER, BLANK, UNREADABLE])).toBe('30 from row 2');
    expect(await merge([BLANK, -5])).toBe('-5 from row 3');
  });

  test('the kinds of no date stay apart [LOAD-22]', async () => {
    expect(await merge([BLANK, UNREADABLE])).toBe(`${UNREADABLE} from row 3`);
    expect(await merge([atLeastDays(90), atLeastDays(180), BLANK])).toBe(`${atLeastDays(180)} from row 3`);
    expect(await merge([atLeastDays(180), NEVER])).toBe(`${NEVER} from row 3`);
    expect(await merge([NEVER, atLeastDays(180)], { historyStart: 5 as never })).toBe(
      `${atLeastDays(180)} from row 3`,
    );
  });

  test('an unreadable cell in another row is outvoted by a day only, so that its doubt stays visible', async () => {
    for (const clear of [NEVER, atLeastDays(180), BLANK]) {
      expect(await merge([clear, UNREADABLE])).toBe(`${UNREADABLE} from row 3`);
      expect(await merge([UNREADABLE, clear])).toBe(`${UNREADABLE} from row 2`);
    }
    expect(await merge([NEVER, UNREADABLE, 30])).toBe('30 from row 4');
  });

  test('an unreadable cell that a day outvotes is kept as a doubt with its row, through storing and reading back', async () => {
    const doubts = async (days: readonly number[]): Promise<number[] | undefined> => {
      const rows = days.map((day, index) =>
        userRow({ fileRow: index + 2, accountId: 'a', evidenceDays: [day] }),
      );
      const clear = userRow({ fileRow: 90, accountId: 'b', evidenceDays: [40] });
      const { snapshot } = await buildSnapshot([...rows, clear], planOf([LOGIN]));
      const { doubtRow } = snapshot.evidence[0]!;
      return doubtRow && [...doubtRow];
    };
    expect(await doubts([30, UNREADABLE])).toEqual([3, 0]);
    expect(await doubts([UNREADABLE, 30])).toEqual([2, 0]);
    expect(await doubts([30, NEVER, BLANK, 20])).toBeUndefined();
    expect(await doubts([NEVER, UNREADABLE])).toBeUndefined();
  });

  test('one row per account and licence makes seat-level evidence, also when rows are scattered [LOAD-16]', async () => {
    const rows = [
      userRow({ fileRow: 2, accountId: 'a', licenceTypes: ['X'], evidenceDays: [1] }),
      userRow({ fileRow: 3, accountId: 'b', licenceTypes: ['X'], evidenceDays: [2] }),
      userRow({ fileRow: 4, accountId: 'a', licenceTypes: ['Y'], evidenceDays: [3] }),
      userRow({ fileRow: 5, accountId: 'c', licenceTypes: ['X'], evidenceDays: [4] }),
      userRow({ fileRow: 6, accountId: 'b', licenceTypes: ['Y'], evidenceDays: [5] }),
      userRow({ fileRow: 7, accountId: 'a', licenceTypes: ['X'], evidenceDays: [6] }),
    ];
    const { snapshot } = await buildSnapshot(rows, planOf([LOGIN], { rowIs: 'accountAndLicence' }), 2);
    expect(snapshot.evidence[0]!.level).toBe('seat');
    expect(linesOf(snapshot)).toEqual([
      'a|X|-||6:d6:7',
      'a|Y|-||3:d3:4',
      'b|X|-||2:d2:3',
      'b|Y|-||5:d5:6',
      'c|X|-||4:d4:5',
    ]);
    expect([...snapshot.seats.sourceRow]).toEqual([2, 4, 3, 6, 5]);
  });

  test('a column that names a licence type speaks for the seats of that type only', async () => {
    const jira = { ...LOGIN, header: 'Last seen in Jira', forLicenceType: 'Jira' };
    const { snapshot } = await buildSnapshot(
      [
        userRow({ fileRow: 2, accountId: 'a', licenceTypes: ['Jira', 'Confluence'], evidenceDays: [7] }),
        userRow({ fileRow: 3, accountId: 'b', licenceTypes: ['Confluence'], evidenceDays: [8] }),
        userRow({ fileRow: 4, accountId: 'b', licenceTypes: ['Jira'], evidenceDays: [NEVER] }),
      ],
      planOf([jira]),
      2,
    );
    const evidence = snapshot.evidence[0]!;
    expect(evidence.level).toBe('seat');
    expect([...evidence.values]).toEqual([7, ABSENT, ABSENT, 8]);
    expect([...evidence.sourceRow]).toEqual([2, 0, 0, 3]);
    expect([0, 1, 3].map((seat) => evidence.raw.at(at(seat)))).toEqual(['d7', '', 'd8']);
  });
});

test('more licence types than the format holds are noticed, not wrapped', () => {
  const builder = new SnapshotBuilder(planOf([]), { codec: testCodec, canonicalId, sink: new MemorySink() });
  const add = (row: number): void =>
    builder.add(userRow({ accountId: `a${row}`, licenceTypes: [`type ${row}`] }));
  for (let row = 0; row < 65_536; row += 1) add(row);
  expect(builder.hasTooManyLicenceTypes).toBe(false);
  add(65_536);
  expect(builder.hasTooManyLicenceTypes).toBe(true);
});

const facts = fc.record({
  account: fc.nat(9),
  licence: fc.constantFrom('X', 'Y', 'Zett'),
  day: fc.oneof(fc.nat(50), fc.constantFrom<number>(NEVER, BLANK, UNREADABLE, atLeastDays(30))),
});
const toRow = (
  { account, licence, day }: { account: number; licence: string; day: number },
  index: number,
): RowFacts => ({
  fileRow: index + 2,
  accountId: `user-${account}`,
  displayName: account % 3 === 0 ? '' : `Ünal ${account} 李`,
  email: `u${account}@example.org`,
  unit: `Unit ${account % 4}`,
  licenceTypes: [licence],
  status: 1,
  evidenceDays: [day, account],
  assignedOn: isDay(day) ? day : BLANK,
  createdOn: 60 - (day % 60),
  lifeTexts: [isDay(day) ? `given ${day}` : '', `made ${60 - (day % 60)} ü`, ''],
});
const PLAN = planOf([
  column('displayName'),
  column('email'),
  column('unit'),
  column('assignedOn', { header: 'Given' }),
  column('createdOn', { header: 'Made' }),
  LOGIN,
  column('lastAction', { header: 'Last work', signalKind: 'action', proposedClass: 'meaningful' }),
]);

test('the size of the chunks changes nothing in the tables', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(facts, { maxLength: 40 }),
      fc.constantFrom('account', 'accountAndLicence') as fc.Arbitrary<ImportPlan['rowIs']>,
      async (drawn, rowIs) => {
        const rows = drawn.map((fact, index) => userRow(toRow(fact, index)));
        const whole = await buildSnapshot(rows, { ...PLAN, rowIs }, 1024);
        for (const chunkRows of [1, 2, 8]) {
          const cut = await buildSnapshot(rows, { ...PLAN, rowIs }, chunkRows);
          expect(linesOf(cut.snapshot)).toEqual(linesOf(whole.snapshot));
          expect(cut.snapshot.accounts.unit).toEqual(whole.snapshot.accounts.unit);
          expect(cut.summary).toEqual(whole.summary);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the order of the rows changes the order of the tables only', async () => {
  const withoutRow = (lines: readonly string[]): string[] =>
    lines.map((line) => line.replaceAll(/:\d+(?=\||$)/g, '')).toSorted();
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(facts, { maxLength: 30 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      fc.constantFrom('account', 'accountAndLicence') as fc.Arbitrary<ImportPlan['rowIs']>,
      async ([rows, shuffled], rowIs) => {
        const build = (drawn: typeof rows) =>
          buildSnapshot(
            drawn.map((fact, index) => userRow(toRow(fact, index))),
            { ...PLAN, rowIs },
            4,
          );
        const one = await build(rows);
        const other = await build(shuffled);
        expect(withoutRow(linesOf(other.snapshot))).toEqual(withoutRow(linesOf(one.snapshot)));
        expect(other.repeats).toBe(one.repeats);
        const { accounts } =
          other.snapshot.seats.count > 0 ? { accounts: [...other.snapshot.seats.account] } : { accounts: [] };
        expect(accounts).toEqual(accounts.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 100 },
  );
});

test('encoding what was decoded gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(facts, { maxLength: 40 }),
      fc.constantFrom(1, 4, 64),
      async (drawn, chunkRows) => {
        const rows = drawn.map((fact, index) => userRow(toRow(fact, index)));
        const { snapshot, layout, sink } = await buildSnapshot(rows, PLAN, chunkRows);
        const again = new MemorySink();
        const layoutAgain = encodeColumns(snapshot, testCodec, chunkRows, again.write.bind(again));
        expect(layoutAgain).toEqual(layout);
        expect(new Map([...again.chunks].toSorted())).toEqual(new Map([...sink.chunks].toSorted()));
        expect(linesOf(readBack(JSON.parse(JSON.stringify(layoutAgain)), again).snapshot)).toEqual(
          linesOf(snapshot),
        );
      },
    ),
    { numRuns: 60 },
  );
});
