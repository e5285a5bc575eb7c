import { expect, test } from 'vitest';
import { compileUserRowReader } from '../../../../src/core/ingest/userRowReader.ts';
import { applyXrayAnswer } from '../../../../src/core/ingest/xray/applyXrayAnswer.ts';
import { buildSwapFinder } from '../../../../src/core/ingest/xray/findSwappedDays.ts';
import { wordOf } from '../columnBuilder.ts';
import { fileOf, kindsOf, proposedPlan, questionOf, xrayOf } from './xrayBuilder.ts';

/** A day-first file that a US spreadsheet opened: 4 May and 6 Feb became 5 Apr and 2 Jun, the others stayed text. */
const SWAPPED = `User ID|Last login
a|2026-04-05 10:11:12
b|25/05/2026 10:11:12
c|2026-06-02 08:00:00
d|29/06/2026 08:00:00`;

const read = (plan: ReturnType<typeof proposedPlan>): string[] => {
  const reader = compileUserRowReader(plan);
  return fileOf(SWAPPED).rows.map((cells, index) => {
    expect(reader.read(cells, index + 2)).toBeUndefined();
    return wordOf(reader.row.evidenceDays[0]!);
  });
};

test('day and month exchanged in part of a column are found and turned back on a yes [LOAD-28]', () => {
  const asked = questionOf(xrayOf(SWAPPED), 'swappedDays');
  expect(asked).toMatchObject({ position: 1, count: 2, recommended: 'swapBack' });
  expect(asked.rows).toEqual([
    { fileRow: 2, text: '2026-04-05 10:11:12', beside: '4 May 2026' },
    { fileRow: 4, text: '2026-06-02 08:00:00', beside: '6 Feb 2026' },
  ]);
  const plan = proposedPlan(SWAPPED);
  expect(read(plan)).toEqual(['2026-04-05', '2026-05-25', '2026-06-02', '2026-06-29']);
  const turned = applyXrayAnswer(plan, asked, 'swapBack');
  expect(read(turned)).toEqual(['2026-05-04', '2026-05-25', '2026-02-06', '2026-06-29']);
  expect(read(applyXrayAnswer(turned, asked, 'asWritten'))).toEqual(read(plan));
  expect(questionOf(xrayOf(SWAPPED, {}, turned), 'swappedDays')).toEqual(asked);
});

test.each([
  ['a day above 12 among the date cells', `${SWAPPED}\ne|2026-04-25`],
  ['a text that fits both orders', `${SWAPPED}\ne|05/05/2026`],
  ['date cells only', SWAPPED.replace('25/05/2026', '2026-05-05').replace('29/06/2026', '2026-06-09')],
  ['texts only', SWAPPED.replace('2026-04-05', '05/04/2026').replace('2026-06-02', '02/06/2026')],
])('%s: nothing was exchanged [LOAD-28]', (_, text) => {
  expect(kindsOf(xrayOf(text))).not.toContain('swappedDays');
});

test('a column of stamps without dates in digits is given up where a limit is set, and never one of words without', () => {
  const notes = (finder: ReturnType<typeof buildSwapFinder>): boolean => {
    for (let row = 2; row < 12; row += 1) finder.note('never', row);
    for (const [row, text] of ['2026-03-02', '25/02/2026', '2026-04-01', '13/04/2026'].entries())
      finder.note(text, 20 + row);
    return finder.settle(0) !== undefined;
  };
  expect(notes(buildSwapFinder())).toBe(true);
  const limited = buildSwapFinder(10);
  expect(limited.isSettled).toBe(false);
  expect(notes(limited)).toBe(false);
  expect(limited.isSettled).toBe(true);
});
