import { expect, test } from 'vitest';
import { compileUserRowReader } from '../../../../src/core/ingest/userRowReader.ts';
import { applyXrayAnswer } from '../../../../src/core/ingest/xray/applyXrayAnswer.ts';
import { GOLDEN_CASES, readRows, surveyExport } from '../../../golden/readExport.ts';
import { day, wordOf } from '../columnBuilder.ts';
import { accountRows, daysAgo, kindsOf, proposedPlan, questionOf, xrayOf } from './xrayBuilder.ts';

const shared = (count: number): string =>
  `User ID|Last login\n${accountRows(count, '30 Jul 2020')}\nlate|${daysAgo(1)}\nlater|${daysAgo(400)}`;

test('more than 20 accounts that share the oldest date raise the question; 20 do not [LOAD-23]', () => {
  expect(kindsOf(xrayOf(shared(20)))).toEqual([]);
  const asked = questionOf(xrayOf(shared(21)), 'sharedOldestDate');
  expect(asked).toMatchObject({ count: 21, day: day('2020-07-30'), recommended: 'never' });
  expect(asked.rows[0]).toEqual({ fileRow: 2, text: '30 Jul 2020' });
});

test('the date counts as never only after a yes, and other dates stay [LOAD-23]', () => {
  const plan = proposedPlan(shared(21));
  const asked = questionOf(xrayOf(shared(21)), 'sharedOldestDate');
  const readUnder = (under: typeof plan): string[] => {
    const reader = compileUserRowReader(under);
    return [
      ['u1', '30 Jul 2020'],
      ['late', '31 Jul 2020'],
    ].map((cells) => {
      reader.read(cells, 2);
      return wordOf(reader.row.evidenceDays[0]!);
    });
  };
  expect(readUnder(plan)).toEqual(['2020-07-30', '2020-07-31']);
  const never = applyXrayAnswer(plan, asked, 'never');
  expect(readUnder(never)).toEqual(['never', '2020-07-31']);
  expect(questionOf(xrayOf(shared(21), {}, never), 'sharedOldestDate')).toEqual(asked);
  expect(readUnder(applyXrayAnswer(never, asked, 'realDate'))).toEqual(['2020-07-30', '2020-07-31']);
});

test('accounts are counted, not rows; a younger shared date and the only date of a column raise nothing', () => {
  const oneAccount = `User ID|Last login\n${Array.from({ length: 30 }, () => 'ann|30 Jul 2020').join('\n')}\nb|${daysAgo(1)}`;
  expect(kindsOf(xrayOf(oneAccount))).toEqual([]);
  expect(kindsOf(xrayOf(`${shared(21)}\nfirst|29 Jul 2020`))).toEqual([]);
  expect(kindsOf(xrayOf(`User ID|Last login\n${accountRows(30, daysAgo(3))}`))).toEqual([]);
});

test('a day that the platform is known to write for never is asked about from the first account on [LOAD-23]', () => {
  expect(kindsOf(xrayOf(shared(1)))).toEqual([]);
  expect(kindsOf(xrayOf(shared(1), { neverDay: day('2020-07-30') }))).toEqual(['sharedOldestDate']);
  const onlyNever = 'User ID|Last login\nann|30 Jul 2020\nbob|30 Jul 2020';
  expect(kindsOf(xrayOf(onlyNever, { neverDay: day('2020-07-30') }))).toContain('sharedOldestDate');
  expect(kindsOf(xrayOf(onlyNever))).not.toContain('sharedOldestDate');
});

test('of a part of a file the oldest date is asked about only where it stands far apart from all others', () => {
  const part = { wholeFile: false };
  expect(kindsOf(xrayOf(shared(21), part))).toEqual(['sharedOldestDate']);
  const close = `${shared(21)}\nnear|31 Jul 2020`;
  expect(kindsOf(xrayOf(close))).toEqual(['sharedOldestDate']);
  expect(kindsOf(xrayOf(close, part))).toEqual([]);
  expect(kindsOf(xrayOf(close, { ...part, neverDay: day('2020-07-30') }))).toEqual(['sharedOldestDate']);
});

test('the day that Buildkite shows for never logged in is asked about, and means never only after a yes [LOAD-23]', async () => {
  const golden = GOLDEN_CASES.find(({ name }) => name === 'buildkite-users')!;
  const surveyed = await surveyExport(golden);
  if (surveyed.refused) throw new Error(surveyed.refused.kind);
  const { survey, input } = surveyed;
  const asked = survey.xray?.find(({ kind }) => kind === 'sharedOldestDate');
  if (asked?.kind !== 'sharedOldestDate') throw new Error('not asked');
  expect(asked).toMatchObject({ day: day('2020-07-30'), recommended: 'never' });
  const lastSeenOf = (plan: typeof survey.plan): readonly string[] =>
    [...readRows(input, plan).accepted.values()].map(({ evidenceDays }) => wordOf(evidenceDays[0]!));
  expect(lastSeenOf(survey.plan)).toEqual(['2026-06-27', '2020-07-30', '2020-07-30']);
  expect(lastSeenOf(applyXrayAnswer(survey.plan, asked, 'never'))).toEqual(['2026-06-27', 'never', 'never']);
});
