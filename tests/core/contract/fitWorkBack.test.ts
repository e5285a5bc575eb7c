import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import { formatDay } from '../../../src/core/base/formatDay.ts';
import { fitWorkBack } from '../../../src/core/contract/fitWorkBack.ts';
import { DEFAULT_LENGTHS, planWorkBack } from '../../../src/core/contract/planWorkBack.ts';
import { contractLine, day } from './contractLineBuilder.ts';

const none: ReadonlySet<EpochDay> = new Set();

test('leaves the lengths as they are while users can still be told', () => {
  const fits = fitWorkBack(contractLine(), DEFAULT_LENGTHS, day('2026-09-18'), none);
  expect(fits).toMatchObject({ objection: 10, grace: 14 });
  expect(fits?.plan).toEqual(planWorkBack(contractLine()));
});

test('shortens objection and grace in their proportion to what fits from today', () => {
  // Verification export by Tue 13 Oct; from Thu 1 Oct there are twelve days, of 10 and 14 that is 5 and 7.
  const fits = fitWorkBack(contractLine(), DEFAULT_LENGTHS, day('2026-10-01'), none);
  expect(fits).toMatchObject({ objection: 5, grace: 7 });
  expect(fits && [fits.plan.notifyUsersBy, fits.plan.freezeBy].map(formatDay)).toEqual([
    '1 Oct 2026',
    '6 Oct 2026',
  ]);
});

test('fits nothing once the verification export would have to be in the past', () => {
  expect(fitWorkBack(contractLine(), DEFAULT_LENGTHS, day('2026-10-13'), none)).toMatchObject({
    objection: 0,
    grace: 0,
  });
  expect(fitWorkBack(contractLine(), DEFAULT_LENGTHS, day('2026-10-14'), none)).toBeUndefined();
});

test('fits nothing where the line states no notice', () => {
  expect(fitWorkBack(contractLine({ notice: undefined }), DEFAULT_LENGTHS, day('2026-01-01'), none)).toBe(
    undefined,
  );
});

test('never says a day before today, never a longer time than asked for, and keeps the dates of the contract', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: -200, max: 60 }),
      (objection, grace, from) => {
        const line = contractLine();
        const lengths = { ...DEFAULT_LENGTHS, objection, grace };
        const asked = planWorkBack(line, lengths);
        const today = (asked!.noticeDate + from) as EpochDay;
        const fits = fitWorkBack(line, lengths, today, none);
        if (!fits) {
          expect(asked!.verificationExportBy).toBeLessThan(today);
          return;
        }
        expect(fits.plan.notifyUsersBy).toBeGreaterThanOrEqual(today);
        expect(fits.objection).toBeLessThanOrEqual(objection);
        expect(fits.grace).toBeLessThanOrEqual(grace);
        expect(fits.plan.verificationExportBy).toBe(asked!.verificationExportBy);
        const longer = fitWorkBack(line, lengths, (fits.plan.notifyUsersBy + 1) as EpochDay, none);
        if (longer) expect(longer.objection + longer.grace).toBeLessThan(fits.objection + fits.grace);
      },
    ),
  );
});
