import { expect, test } from 'vitest';
import { compileUserRowReader } from '../../../../src/core/ingest/userRowReader.ts';
import { applyXrayAnswer } from '../../../../src/core/ingest/xray/applyXrayAnswer.ts';
import { readCell, wordOf } from '../columnBuilder.ts';
import { daysAgo, kindsOf, proposedPlan, questionOf, xrayOf } from './xrayBuilder.ts';

const fileWith = (text: string): string => `User ID|Last login\na|${text}\nb|${daysAgo(1)}\nc|${daysAgo(30)}`;

test.each(['Never accessed', 'Never logged in', 'never', 'Never Signed In', 'Never active'])(
  'the confirmed word %s means never at once [LOAD-22]',
  (text) => {
    expect([text, text.toUpperCase(), ` ${text.toLowerCase()} `].map((each) => readCell(each))).toEqual([
      'never',
      'never',
      'never',
    ]);
    expect(kindsOf(xrayOf(fileWith(text)))).toEqual([]);
  },
);

test.each([
  '-',
  '--',
  '—',
  'N/A',
  'n/a',
  'None',
  'Not Logged In',
  'Not logged in yet',
  '(blank)',
  'Jamais',
  'Nie',
  'Nooit',
  'Nunca',
  'Mai',
  'Aldrig',
  '从未',
  'なし',
])('the expected word %s is asked about, and means never only after a yes [LOAD-22]', (text) => {
  const file = fileWith(text);
  const plan = proposedPlan(file);
  const asked = questionOf(xrayOf(file), 'neverWords');
  expect(asked).toMatchObject({ count: 1, rows: [{ fileRow: 2, text }], words: [text.toLowerCase()] });
  const readUnder = (under: typeof plan): string => {
    const reader = compileUserRowReader(under);
    expect(reader.read(['a', text], 2)).toBeUndefined();
    return wordOf(reader.row.evidenceDays[0]!);
  };
  expect(readUnder(plan)).toBe('unreadable');
  expect(readUnder(applyXrayAnswer(plan, asked, 'never'))).toBe('never');
});

test('an empty cell and the word of databases for it are a blank, and neither is a word for never [LOAD-22]', () => {
  expect(['', 'NULL', 'null'].map((text) => readCell(text))).toEqual(['blank', 'blank', 'blank']);
  expect(kindsOf(xrayOf(fileWith('null')))).toEqual([]);
});
