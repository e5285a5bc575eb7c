import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { CATEGORIES } from '../../../src/core/policy/category.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import type { Action } from '../../../src/worker/action.ts';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { askThread, type AskThread } from '../../support/askThread.ts';
import { loadMonth, snapshotIn, STAMP } from '../../support/monthlyLists.ts';
import { seatQuery } from '../../builders/seatQuery.ts';

const MAY = [
  'ann,Agent,2025-01-02,2026-05-30',
  'bob,Agent,2025-01-02,2025-03-01',
  'cat,Approver,2025-01-02,2026-05-01',
  'dan,Approver,,never',
];
const JUNE = [
  'ann,Agent,2025-01-02,2026-06-30',
  'ann,Approver,2026-06-02,2026-06-30',
  'bob,Agent,2025-01-02,2025-03-01',
  'dan,Approver,,never',
  '=eve,Agent,2026-06-10,2026-06-20',
];

const BOTH = 'Pick two';
let ask: AskThread;
let client: string;

const newClient = async (): Promise<void> => {
  ask = askThread();
  const view = await ask('createClient', {
    name: BOTH,
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: false,
    stamp: STAMP,
  });
  client = view.client.id;
};
beforeEach(newClient);

const act = (action: Action) => ask('act', { action, stamp: STAMP });
const freeze = () => act({ act: 'freezePolicy', policy: { ...DEFAULT_POLICY, dryRun: false } });
const view = () => ask('renewView', { workingDay: STAMP.workingDay });
const counts = async (): Promise<readonly number[]> => {
  const { counts: counted } = await ask('preview', { policy: DEFAULT_POLICY, licenceType: undefined });
  return [...counted.cells];
};

describe('two lists of one system side by side', () => {
  test('accounts and seats new and gone, per licence type, and the rows behind every number [LOAD-34]', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    const june = snapshotIn(await loadMonth(ask, '2026-06-30', JUNE));
    const compared = await ask('compareSnapshots', { one: june, other: may });
    expect(compared).toMatchObject({
      earlier: may,
      later: june,
      accounts: { before: 4, after: 4, added: 1, gone: 1 },
      seats: { before: 4, after: 5, added: 2, gone: 1 },
      byLicenceType: [
        { name: 'Agent', before: 2, after: 3, added: 1, gone: 0 },
        { name: 'Approver', before: 2, after: 2, added: 1, gone: 1 },
      ],
      isFiltered: false,
    });
    for (const of of ['accounts', 'seats'] as const) {
      for (const part of ['before', 'after', 'added', 'gone'] as const) {
        const set = { of, part, licenceType: undefined };
        const page = await ask('comparedRows', { one: may, other: june, set, from: 0, count: 2 });
        expect(page.total).toBe(compared[of][part]);
        expect(page.rows).toHaveLength(Math.min(2, page.total));
        expect(page.file).toContain(part === 'before' || part === 'gone' ? '2026-05-31' : '2026-06-30');
        const table = await ask('comparedTable', { one: may, other: june, set });
        expect(table.csv.trimEnd().split('\r\n')).toHaveLength(page.total + 1);
      }
    }
    const set = { of: 'seats', part: 'gone', licenceType: 'Approver' } as const;
    const gone = await ask('comparedRows', { one: may, other: june, set, from: 0, count: 10 });
    expect(gone.rows).toMatchObject([{ name: 'cat', accountId: 'cat', licenceType: 'Approver', fileRow: 4 }]);
  });

  test('a cell that would start a formula is guarded in the exported rows [APP-12]', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    const june = snapshotIn(await loadMonth(ask, '2026-06-30', JUNE));
    const set = { of: 'seats', part: 'added', licenceType: 'Agent' } as const;
    const { csv, fileName } = await ask('comparedTable', { one: may, other: june, set });
    expect(csv).toBe(
      'Name,Account,Licence type,Unit,List as of,File,File row\r\n' +
        `"'=eve","'=eve",Agent,,2026-06-30,users-other-2026-06-30.csv,6\r\n`,
    );
    expect(fileName).toBe('fallow-seats-added-2026-05-31-2026-06-30.csv');
  });

  test('lists of two systems are not compared', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    const jira = snapshotIn(await loadMonth(ask, '2026-06-30', JUNE, { system: 'jira' }));
    await expect(ask('compareSnapshots', { one: may, other: jira })).rejects.toThrow('of one system');
    await expect(ask('compareSnapshots', { one: may, other: may })).rejects.toThrow('two snapshots');
  });
});

describe('a list that is not the whole list', () => {
  const flagged = ['bob,Agent,2025-01-02,2025-03-01'];

  test('a filtered list changes no case, removes no seat and is in no figure [LOAD-35]', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    await freeze();
    await act({ act: 'createCases', seats: undefined, manualReason: undefined });
    const before = { figures: await counts(), view: await view() };
    expect(before.view.cases['Attention Required']).toBeGreaterThan(0);

    expect(await loadMonth(ask, '2026-06-30', flagged, { completeness: 'open' })).toMatchObject({
      outcome: 'completenessOpen',
      previousAccounts: 4,
      accounts: 1,
      fewerRows: { previous: 4, rows: 1 },
      missingLicenceTypes: ['Approver'],
    });
    snapshotIn(await loadMonth(ask, '2026-06-30', flagged, { completeness: 'filtered' }));
    const after = await view();
    expect(after.receipts).toHaveLength(2);
    expect(after.current?.snapshot).toBe(may);
    expect(after.cases).toEqual(before.view.cases);
    expect(after.policies).toEqual(before.view.policies);
    expect(await counts()).toEqual(before.figures);
    const page = await ask('seatPage', { query: seatQuery(), from: 0, count: 10 });
    expect(page.total).toBe(4);
  });

  test('a complete list of another system stands beside the one in use until a person chooses it [LOAD-35]', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    await freeze();
    expect(await loadMonth(ask, '2026-06-30', JUNE, { system: 'jira', completeness: 'open' })).toMatchObject({
      outcome: 'completenessOpen',
      otherSystem: true,
    });
    const jira = snapshotIn(await loadMonth(ask, '2026-06-30', JUNE, { system: 'jira' }));
    expect((await view()).current?.snapshot).toBe(may);
    // The next list of the other system is held against its own last one.
    const next = await loadMonth(ask, '2026-07-31', JUNE.slice(0, 2), {
      system: 'jira',
      completeness: 'open',
    });
    expect(next).toMatchObject({ outcome: 'completenessOpen', previousAccounts: 4, otherSystem: false });

    const chosen = await act({ act: 'chooseSystem', system: 'jira' });
    expect(chosen.view.current?.snapshot).toBe(jira);
    expect(chosen.view.policies[0]?.measurements.map(({ snapshot }) => snapshot)).toEqual([may, jira]);
    await expect(act({ act: 'chooseSystem', system: 'jira' })).rejects.toThrow('this system already');
  });
});

describe('the baseline', () => {
  const march = ['ann,Agent,2025-01-02,2026-03-30', 'bob,Agent,2025-01-02,2025-03-01'];

  test('needs a frozen definition and a complete list [LOAD-37]', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    const some = snapshotIn(await loadMonth(ask, '2026-06-30', march, { completeness: 'filtered' }));
    await expect(act({ act: 'nameBaseline', snapshot: may })).rejects.toThrow('Use a definition first');
    await freeze();
    await expect(act({ act: 'nameBaseline', snapshot: some })).rejects.toThrow('filtered list');
  });

  test('keeps its figures whatever is defined later, and drift is told against them [LOAD-37]', async () => {
    const first = snapshotIn(await loadMonth(ask, '2026-03-31', march));
    await loadMonth(ask, '2026-06-30', JUNE);
    expect(await ask('drift', {})).toBeUndefined();
    await freeze();
    const named = await act({ act: 'nameBaseline', snapshot: first });
    expect(named.view.baselines?.[0]).toMatchObject({
      snapshot: first,
      asOf: readIsoDay('2026-03-31'),
      policyVersion: 1,
      accounts: 2,
      seats: 2,
      namedBy: 'Dana',
      isKept: true,
    });
    const drift = await ask('drift', {});
    expect(drift?.lines.map(({ licenceType }) => licenceType)).toEqual(['Agent', 'Approver']);
    expect(drift?.lines[0]).toMatchObject({
      was: { counts: { active: 1, dormant: 1 }, entitled: undefined },
      is: { counts: { active: 2, dormant: 1 } },
    });
    expect(drift?.lines[1]?.was).toBeUndefined();

    const windows = { dormancy: 600, borderline: 700 };
    await act({ act: 'freezePolicy', policy: { ...DEFAULT_POLICY, windows } });
    const later = await ask('drift', {});
    expect(later?.was).toEqual(drift?.was);
    expect(later?.is).not.toEqual(drift?.is);
    expect(later?.policyVersion).toBe(2);
  });

  test('every number of the drift opens its seats with their category then and now [LOAD-37]', async () => {
    const first = snapshotIn(await loadMonth(ask, '2026-03-31', march));
    await loadMonth(ask, '2026-06-30', JUNE);
    await expect(
      ask('driftRows', { set: { part: 'was', licenceType: undefined, categories: [] }, from: 0, count: 1 }),
    ).rejects.toThrow('no baseline');
    await freeze();
    await act({ act: 'nameBaseline', snapshot: first });
    const drift = (await ask('drift', {}))!;
    for (const { licenceType, was, is } of drift.lines) {
      for (const category of CATEGORIES) {
        const of = async (part: 'was' | 'is' | 'change') =>
          ask('driftRows', { set: { part, licenceType, categories: [category] }, from: 0, count: 50 });
        const [before, after, change] = [await of('was'), await of('is'), await of('change')];
        expect([before.total, after.total]).toEqual([was?.counts[category] ?? 0, is?.counts[category] ?? 0]);
        expect(before.frozen).toBe(before.was);
        const came = change.rows.filter((row) => row.after === category).length;
        expect(came - (change.total - came)).toBe(after.total - before.total);
        for (const row of before.rows) expect(row.before).toBe(category);
      }
    }
    const { csv, fileName } = await ask('driftTable', {
      set: { part: 'change', licenceType: 'Approver', categories: CATEGORIES },
    });
    expect(fileName).toBe('fallow-drift-change-2026-03-31-2026-06-30.csv');
    expect(csv.split('\r\n')[1]).toContain('not in the list');
    await act({ act: 'deleteSnapshot', snapshot: first, namesBaseline: true });
    await expect(
      ask('driftRows', { set: { part: 'is', licenceType: undefined, categories: [] }, from: 0, count: 1 }),
    ).rejects.toThrow('was deleted');
  });

  test('another one is named by an act of its own, which can be taken back [LOAD-37]', async () => {
    const first = snapshotIn(await loadMonth(ask, '2026-03-31', march));
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    await freeze();
    await act({ act: 'nameBaseline', snapshot: first });
    await act({ act: 'nameBaseline', snapshot: may });
    const { rows } = await ask('ledgerPage', { search: '', kind: 'baselineNamed', from: 0, count: 5 });
    expect(rows.map(({ what }) => what)).toEqual([
      'Baseline 31 May 2026 in place of 31 Mar 2026: 4 seats of 4 accounts under version 1',
      'Baseline 31 Mar 2026: 2 seats of 2 accounts under version 1',
    ]);
    const back = await act({ act: 'undoLast', reason: 'Too early' });
    expect(back.view.baselines?.[0]?.snapshot).toBe(first);
  });

  test('is deleted only when that is said; its figures stay [LOAD-37]', async () => {
    const first = snapshotIn(await loadMonth(ask, '2026-03-31', march));
    await loadMonth(ask, '2026-06-30', JUNE);
    await freeze();
    await act({ act: 'nameBaseline', snapshot: first });
    const before = await ask('drift', {});
    await expect(act({ act: 'deleteSnapshot', snapshot: first })).rejects.toThrow('is the baseline');
    const gone = await act({ act: 'deleteSnapshot', snapshot: first, namesBaseline: true });
    expect(gone.view.receipts).toHaveLength(1);
    expect(gone.view.baselines?.[0]).toMatchObject({ snapshot: first, isKept: false });
    expect((await ask('drift', {}))?.was).toEqual(before?.was);
    const { rows } = await ask('ledgerPage', { search: '', kind: 'snapshotDeleted', from: 0, count: 5 });
    expect(rows[0]?.what).toBe('Snapshot of 31 Mar 2026 deleted, which was the baseline; its figures stay');
  });
});

describe('what is lost with a snapshot', () => {
  test('is counted: figures, cases, tenure, lists that tell assignments [LOAD-34]', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    await freeze();
    await act({ act: 'createCases', seats: undefined, manualReason: undefined });
    await act({ act: 'nameBaseline', snapshot: may });
    const loss = await ask('deletionLoss', { snapshot: may });
    expect(loss).toMatchObject({
      isBaseline: true,
      isInUse: true,
      nextInUse: undefined,
      evidence: ['Last login'],
      tenureSeats: 0,
      lists: { with: 1, without: 0 },
    });
    expect(loss.measured).toHaveLength(1);
    expect(loss.cases.all).toBe(loss.cases.open);
    expect(loss.cases.open).toBeGreaterThan(0);

    const june = snapshotIn(await loadMonth(ask, '2026-06-30', JUNE));
    // The list of May tells of all five seats: three were there, two were not.
    expect(await ask('deletionLoss', { snapshot: may })).toMatchObject({ isInUse: false, tenureSeats: 5 });
    expect(await ask('deletionLoss', { snapshot: june })).toMatchObject({
      isInUse: true,
      nextInUse: readIsoDay('2026-05-31'),
      tenureSeats: 0,
      lists: { with: 2, without: 1 },
    });
  });

  test('a deletion that was broken off is finished when the client is opened again', async () => {
    const may = snapshotIn(await loadMonth(ask, '2026-05-31', MAY));
    await loadMonth(ask, '2026-06-30', JUNE);
    const db = new ClientDatabase(client);
    const chunks = await db.chunks.where('snapshot').equals(may).toArray();
    await act({ act: 'deleteSnapshot', snapshot: may });
    // As a browser leaves it that dies after the head went: columns without a head.
    await db.chunks.bulkPut(chunks.slice(0, 3));
    db.close();
    await ask('closeClient', {});
    const opened = await ask('openClient', { id: client, remembered: undefined, stamp: STAMP });
    expect(opened.receipts).toHaveLength(1);
    const again = new ClientDatabase(client);
    expect(await again.chunks.where('snapshot').equals(may).count()).toBe(0);
    expect(await again.ledger.where('sequence').above(0).count()).toBe(opened.ledger.length);
    again.close();
  });
});

describe('the assignments of a seat', () => {
  const rowOf = async (name: string): Promise<number> => {
    const page = await ask('seatPage', { query: seatQuery({ search: name }), from: 0, count: 5 });
    return page.rows[0]!.seat;
  };

  test('are told by all complete lists, each date imported or inferred with its span [LOAD-36]', async () => {
    await loadMonth(ask, '2026-03-31', ['ann,Agent,2025-01-02,2026-03-30', 'dan,Agent,,never']);
    await loadMonth(ask, '2026-04-30', ['ann,Agent,2025-01-02,2026-04-30']);
    await loadMonth(ask, '2026-05-15', ['zed,Agent,,never'], { completeness: 'filtered' });
    await loadMonth(ask, '2026-05-31', ['ann,Agent,2025-01-02,2026-05-30', 'dan,Agent,,2026-05-20']);
    await loadMonth(ask, '2026-06-30', ['ann,Agent,2025-01-02,2026-06-30', 'dan,Agent,,2026-06-20']);
    const day = (text: string): number => readIsoDay(text)!;

    const dan = await ask('seatLife', { seat: await rowOf('dan') });
    expect(dan.lists).toEqual(['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'].map(day));
    expect(dan.assignments).toEqual([
      {
        assigned: { from: 'inferred', day: day('2026-03-31'), after: undefined },
        firstUsed: undefined,
        retired: { from: 'inferred', day: day('2026-04-30'), after: day('2026-03-31') },
      },
      {
        assigned: { from: 'inferred', day: day('2026-05-31'), after: day('2026-04-30') },
        firstUsed: { from: 'inferred', day: day('2026-05-20'), after: day('2026-04-30') },
        retired: undefined,
      },
    ]);

    const ann = await ask('seatLife', { seat: await rowOf('ann') });
    expect(ann.assignments).toHaveLength(1);
    expect(ann.assignments[0]).toMatchObject({
      assigned: { from: 'imported', day: day('2025-01-02'), list: day('2026-03-31') },
      retired: undefined,
    });
  });
});

describe('twenty snapshots', () => {
  test('are kept, listed and comparable, and opening the client reads their heads only [LOAD-34]', async () => {
    const days = Array.from({ length: 20 }, (_, month) => {
      const year = 2025 + Math.floor(month / 12);
      return `${year}-${String((month % 12) + 1).padStart(2, '0')}-28`;
    });
    const made: string[] = [];
    for (const [index, day] of days.entries()) {
      const lines = Array.from({ length: 40 + index }, (_, row) => `u${row},Agent,,${day}`);
      made.push(snapshotIn(await loadMonth(ask, day, lines)));
    }
    await ask('closeClient', {});

    const read: string[] = [];
    const { get, getAll, openCursor } = IDBObjectStore.prototype;
    const { get: getBy, getAll: getAllBy, openCursor: openBy } = IDBIndex.prototype;
    const spy = (name: string): void => void read.push(name);
    const watched = <Of extends (this: IDBObjectStore, ...given: never[]) => unknown>(of: Of): Of =>
      function (this: IDBObjectStore, ...given: never[]) {
        spy(this.name);
        return of.apply(this, given);
      } as unknown as Of;
    const watchedBy = <Of extends (this: IDBIndex, ...given: never[]) => unknown>(of: Of): Of =>
      function (this: IDBIndex, ...given: never[]) {
        spy(this.objectStore.name);
        return of.apply(this, given);
      } as unknown as Of;
    Object.assign(IDBObjectStore.prototype, {
      get: watched(get),
      getAll: watched(getAll),
      openCursor: watched(openCursor),
    });
    Object.assign(IDBIndex.prototype, {
      get: watchedBy(getBy),
      getAll: watchedBy(getAllBy),
      openCursor: watchedBy(openBy),
    });
    let opened;
    try {
      const other = askThread();
      const open = other('openClient', { id: client, remembered: undefined, stamp: STAMP });
      opened = await open;
      ask = other;
    } finally {
      Object.assign(IDBObjectStore.prototype, { get, getAll, openCursor });
      Object.assign(IDBIndex.prototype, { get: getBy, getAll: getAllBy, openCursor: openBy });
    }
    expect(read).toContain('snapshots');
    expect(read).not.toContain('chunks');

    expect(opened.receipts.map(({ snapshot }) => snapshot)).toEqual(made.toReversed());
    expect(opened.current?.snapshot).toBe(made.at(-1));
    const compared = await ask('compareSnapshots', { one: made[0]!, other: made[19]! });
    expect(compared.seats).toEqual({ before: 40, after: 59, added: 19, gone: 0 });
    const page = await ask('seatPage', { query: seatQuery({ search: 'u0' }), from: 0, count: 1 });
    const life = await ask('seatLife', { seat: page.rows[0]!.seat });
    expect(life.lists).toHaveLength(20);
  });
});
