import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { weekday, type EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import { nextCommitmentFrom } from '../../../src/core/contract/nextCommitmentFrom.ts';
import { noticeDate } from '../../../src/core/contract/noticeDate.ts';
import { DEFAULT_LENGTHS, earliestWorkBack, planWorkBack } from '../../../src/core/contract/planWorkBack.ts';
import { contractLine, day } from './contractLineBuilder.ts';

const none: ReadonlySet<EpochDay> = new Set();

test('counts back from 31 Dec 2026 to the last day to notify users [CONTRACT-11]', () => {
  const plan = planWorkBack(contractLine());
  expect(
    plan &&
      Object.values(plan).map((value) => (typeof value === 'number' ? formatDay(value as EpochDay) : value)),
  ).toEqual([
    '31 Dec 2026',
    '30 Oct 2026',
    '20 Oct 2026',
    '13 Oct 2026',
    '29 Sep 2026',
    '18 Sep 2026',
    false,
  ]);
});

test('keeps the unit of the contract: three months are not ninety days [CONTRACT-11]', () => {
  const end = day('2026-12-31');
  expect(formatDay(noticeDate(end, { length: 3, unit: 'months' }, none))).toBe('30 Sep 2026');
  expect(formatDay(noticeDate(end, { length: 90, unit: 'days' }, none))).toBe('2 Oct 2026');
  expect(formatDay(noticeDate(day('2026-03-31'), { length: 1, unit: 'months' }, none))).toBe('27 Feb 2026');
});

test('moves a holiday to the business day before it [CONTRACT-11]', () => {
  const holidays = new Set([day('2026-10-30'), day('2026-10-29')]);
  expect(formatDay(noticeDate(day('2026-12-31'), { length: 60, unit: 'days' }, holidays))).toBe(
    '28 Oct 2026',
  );
});

test('has no plan without a notice and an advisory one without automatic renewal', () => {
  expect(planWorkBack(contractLine({ notice: undefined }))).toBeUndefined();
  expect(planWorkBack(contractLine({ renewsAutomatically: false }))?.advisory).toBe(true);
});

test('lets the earliest notice date count where several lines have one', () => {
  const early = planWorkBack(contractLine({ termEnd: '2026-09-30' }));
  expect(earliestWorkBack([planWorkBack(contractLine()), undefined, early])).toBe(early);
  expect(earliestWorkBack([undefined])).toBeUndefined();
});

test('begins the next commitment on the day after term end', () => {
  expect(formatDay(nextCommitmentFrom(day('2026-12-31')))).toBe('1 Jan 2027');
});

test('puts every date of every plan on a business day, each at or before the one it is counted from', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 15_000, max: 40_000 }),
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('days' as const, 'months' as const),
      fc.array(fc.integer({ min: 14_000, max: 40_000 }), { maxLength: 30 }),
      (termEnd, length, unit, holidays) => {
        const closed = new Set(holidays as EpochDay[]);
        const notice = { length: unit === 'days' ? length : length % 24, unit };
        const plan = planWorkBack(
          { termEnd: termEnd as EpochDay, notice, renewsAutomatically: true },
          DEFAULT_LENGTHS,
          closed,
        );
        if (plan === undefined) throw new Error('a line with notice has a plan');
        const dates = [
          plan.termEnd,
          plan.noticeDate,
          plan.sendNoticeBy,
          plan.verificationExportBy,
          plan.freezeBy,
        ];
        for (const date of dates.slice(1)) expect(weekday(date) < 6 && !closed.has(date)).toBe(true);
        for (const [index, date] of dates.slice(1).entries())
          expect(date).toBeLessThanOrEqual(dates[index] ?? 0);
        expect(plan.freezeBy - plan.notifyUsersBy).toBeGreaterThanOrEqual(DEFAULT_LENGTHS.objection);
      },
    ),
  );
});
