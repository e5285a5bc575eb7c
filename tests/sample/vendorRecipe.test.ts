import { expect, test } from 'vitest';
import { addDays } from '../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../src/core/base/formatDay.ts';
import { FLAGGED_CATEGORIES, type Category } from '../../src/core/policy/category.ts';
import { SAMPLE_AS_OF, sampleSeats } from '../../src/sample/sampleRows.ts';

const FLAGGED: readonly Category[] = FLAGGED_CATEGORIES;
/** Categories of section 8 of the brief. */
const NOT_COUNTED: readonly Category[] = ['nonHuman', 'periodic', 'tooNew', 'excepted', 'unknown'];

test('the steps that the brief gives a vendor come to the flagged count on the columns of the sample', () => {
  const lastIdleDay = formatIsoDay(addDays(SAMPLE_AS_OF, -90));
  const asOf = formatIsoDay(SAMPLE_AS_OF);
  const held = sampleSeats().filter(({ row }) => row.Active === 'true' || row['Left on'] !== '');
  const hasLeft = (left: string): boolean => left !== '' && left <= asOf;
  const isIdle = (work: string): boolean =>
    work === '' || work === 'Never' || work.slice(0, 10) <= lastIdleDay;
  const leavers = held.filter(({ row }) => hasLeft(row['Left on']));
  const idle = held.filter(
    ({ row, category }) =>
      !hasLeft(row['Left on']) && isIdle(row['Last work']) && !NOT_COUNTED.includes(category),
  );
  expect(leavers.length).toBeGreaterThan(0);
  expect(leavers.length + idle.length).toBe(489);
  expect([...leavers, ...idle].every(({ category }) => FLAGGED.includes(category))).toBe(true);
});
