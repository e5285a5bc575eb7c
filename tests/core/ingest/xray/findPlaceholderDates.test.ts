import { expect, test } from 'vitest';
import { compileUserRowReader } from '../../../../src/core/ingest/userRowReader.ts';
import { applyXrayAnswer } from '../../../../src/core/ingest/xray/applyXrayAnswer.ts';
import { wordOf } from '../columnBuilder.ts';
import { daysAgo, kindsOf, proposedPlan, questionOf, xrayOf } from './xrayBuilder.ts';

const fileWith = (text: string): string => `User ID|Last login\na|${text}\nb|${daysAgo(1)}\nc|${daysAgo(30)}`;

test.each([
  '1601-01-01',
  '12/31/1600',
  '1/1/0001 12:00:00 AM',
  '1/0/1900',
  '1899-12-30',
  '1970-01-01',
  '9999-12-31',
  '0',
  '-1',
  '9223372036854775807',
])('%s raises the question, is unreadable without an answer and never after a yes [LOAD-23]', (text) => {
  const file = fileWith(text);
  const asked = questionOf(xrayOf(file), 'placeholderDates');
  expect(asked).toMatchObject({ position: 1, count: 1, rows: [{ fileRow: 2, text }], recommended: 'never' });
  const readUnder = (plan: ReturnType<typeof proposedPlan>): string => {
    const reader = compileUserRowReader(plan);
    expect(reader.read(['a', text], 2)).toBeUndefined();
    return wordOf(reader.row.evidenceDays[0]!);
  };
  const plan = proposedPlan(file);
  expect(readUnder(plan)).toBe('unreadable');
  const never = applyXrayAnswer(plan, asked, 'never');
  expect(readUnder(never)).toBe('never');
  expect(readUnder(applyXrayAnswer(never, asked, 'notKnown'))).toBe('unreadable');
  expect(questionOf(xrayOf(file, {}, never), 'placeholderDates')).toEqual(asked);
});

test('a file time of 0 is a placeholder in its own unit', () => {
  const file = 'sAMAccountName|lastLogonTimestamp\na|0\nb|134269056000000000';
  expect(questionOf(xrayOf(file), 'placeholderDates').count).toBe(1);
});

test('real dates, words and a creation date raise nothing', () => {
  expect(kindsOf(xrayOf(fileWith('4 May 2010')))).toEqual([]);
  expect(kindsOf(xrayOf(fileWith('Ticket 12')))).toEqual([]);
  expect(kindsOf(xrayOf(`User ID|Created|Last login\na|1601-01-01|${daysAgo(1)}`))).toEqual([]);
});
