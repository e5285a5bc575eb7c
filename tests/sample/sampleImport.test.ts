import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../src/core/policy/category.ts';
import { ACCOUNT_KINDS } from '../../src/core/policy/markNonHuman.ts';
import { DEFAULT_POLICY } from '../../src/core/policy/policy.ts';
import { SAMPLE_LICENCE_TYPES, SAMPLE_SEATS } from '../../src/sample/sampleSeats.ts';
import { readIsoDay } from '../../src/core/base/epochDay.ts';
import { askThread, type AskThread } from '../support/askThread.ts';
import { seatQuery } from '../builders/seatQuery.ts';

const stamp = {
  actor: 'Sample user',
  at: '2026-11-22T10:00:00+00:00',
  workingDay: readIsoDay('2026-11-22')!,
};
let ask: AskThread;

beforeEach(() => {
  ask = askThread();
});

const openSample = () =>
  ask('createClient', {
    name: 'Larkfield Group',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
    sample: true,
    stamp,
  });

describe('the sample through the import', () => {
  test('gives every category of the table, seat by seat of each licence type [REVIEW-01]', async () => {
    const view = await openSample();
    expect(view.current).toMatchObject({
      accounts: 2000,
      seats: 2088,
      rows: { read: 2088, accepted: 2088, rejected: 0 },
    });
    const { counts } = await ask('preview', { policy: DEFAULT_POLICY, licenceType: undefined });
    for (const [category, ...seats] of SAMPLE_SEATS) {
      for (const [column, licenceType] of SAMPLE_LICENCE_TYPES.entries()) {
        const type = counts.licenceTypes.indexOf(licenceType);
        const found = counts.units.reduce(
          (sum, _, unit) =>
            sum +
            counts.cells[
              (unit * counts.licenceTypes.length + type) * CATEGORIES.length + CATEGORIES.indexOf(category)
            ]!,
          0,
        );
        expect([category, licenceType, found]).toEqual([category, licenceType, seats[column]]);
      }
    }
  });

  test('every filter of the seats adds up to its categories [REVIEW-01]', async () => {
    await openSample();
    const all = seatQuery();
    const queries = [
      all,
      { ...all, licenceType: 'Approver' },
      { ...all, unit: 'Finance' },
      { ...all, unit: '' },
      { ...all, search: 'wojcik' },
      { ...all, candidatesOnly: true },
    ];
    for (const query of queries) {
      const page = await ask('seatPage', { query, from: 0, count: 50 });
      expect(page.total).toBeGreaterThan(0);
      expect(Object.values(page.byCategory).reduce((sum, count) => sum + count, 0)).toBe(page.total);
    }
  });

  test('service, integration and shared accounts are found by their own marks [REVIEW-07]', async () => {
    await openSample();
    await ask('act', { action: { act: 'freezePolicy', policy: DEFAULT_POLICY }, stamp });
    const options = { edition: 'internal', paper: 'A4', briefDate: '2026-06-30' } as const;
    const content = await ask('briefContent', { options });
    const text = JSON.stringify(content);
    for (const kind of ['service', 'integration', 'shared']) expect(text).toContain(`– ${kind}`);
    const page = await ask('seatPage', {
      query: seatQuery({ categories: ['nonHuman'] }),
      from: 0,
      count: 100,
    });
    const reasons = page.rows.map((row) => row.reason);
    expect(reasons.some((reason) => /service account/i.test(reason))).toBe(true);
    expect(reasons.some((reason) => /integration account/i.test(reason))).toBe(true);
    expect(reasons.some((reason) => /shared account/i.test(reason))).toBe(true);
  });

  test('what the rules hit is counted with the preview, and a mark by hand wins and can be undone [REVIEW-07]', async () => {
    await openSample();
    await ask('act', { action: { act: 'freezePolicy', policy: DEFAULT_POLICY }, stamp });
    const query = seatQuery({ categories: ['nonHuman'], sort: 'accountClass' });
    const page = () => ask('seatPage', { query, from: 0, count: 100 });
    const hits = async () =>
      (await ask('preview', { policy: DEFAULT_POLICY, licenceType: undefined })).nonHumanHits;
    const before = await page();
    const kinds = before.rows.map(({ nonHuman }) => nonHuman?.kind);
    expect(kinds).toEqual(
      kinds.toSorted((a, b) => ACCOUNT_KINDS.indexOf(a ?? 'human') - ACCOUNT_KINDS.indexOf(b ?? 'human')),
    );
    expect(new Set(kinds)).toEqual(new Set(['service', 'integration', 'shared']));
    expect(before.candidates).toBe(0);
    const { classes, signs } = await hits();
    expect(classes.service + classes.integration + classes.shared).toBe(before.total);
    expect(signs.webServiceOnly).toBeGreaterThan(0);
    expect(signs.sharedAddress).toBe(0);

    const seats = before.rows.map(({ seat }) => seat);
    const byHand = { act: 'createCases', seats: [seats[0]!], manualReason: 'looks idle' } as const;
    await expect(ask('act', { action: byHand, stamp })).rejects.toThrow('refused');
    const all = { act: 'createCases', seats, manualReason: undefined } as const;
    await expect(ask('act', { action: all, stamp })).rejects.toThrow('refused');

    const mark = { act: 'markHuman', seats: [seats[0]!], mark: 'human', reason: 'Runs it herself' } as const;
    await ask('act', { action: mark, stamp });
    expect((await page()).rows.map(({ seat }) => seat)).not.toContain(seats[0]);
    const marked = await hits();
    expect(marked.classes[kinds[0]!]).toBe(classes[kinds[0]!] - marked.marked.people);
    expect(marked.marked.people).toBeGreaterThan(0);
    expect(marked.signs).toEqual(signs);
    await ask('act', { action: { act: 'undoLast', reason: 'wrong account' }, stamp });
    expect((await page()).rows).toEqual(before.rows);
    expect(await hits()).toMatchObject({ classes, marked: { people: 0, notPeople: 0 } });
  });

  test('the brief of the same state is the same, whatever the clock says [APP-19, BRIEF-13]', async () => {
    await openSample();
    await ask('act', { action: { act: 'freezePolicy', policy: DEFAULT_POLICY }, stamp });
    const options = { edition: 'internal', paper: 'A4', briefDate: '2026-06-30' } as const;
    const before = await ask('briefContent', { options });
    const positionBefore = await ask('position', {});
    const later = { ...stamp, at: '2031-01-05T10:00:00+00:00', workingDay: readIsoDay('2031-01-05')! };
    await ask('recordBriefExport', {
      fileName: 'a.pdf',
      sha256: '0'.repeat(64),
      briefId: before.briefId,
      pages: 1,
      stamp: later,
    });
    expect(await ask('briefContent', { options })).toEqual(before);
    expect(await ask('position', {})).toEqual(positionBefore);
  });
});
