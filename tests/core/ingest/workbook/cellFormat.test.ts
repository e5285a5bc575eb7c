import { expect, test } from 'vitest';
import {
  CELL_FORMAT,
  formatOfBuiltin,
  formatOfCode,
} from '../../../../src/core/ingest/workbook/cellFormat.ts';

const { NUMBER, DATE, DATE_TIME, TIME, DURATION, ZEROS } = CELL_FORMAT;

test.each([
  ['General', NUMBER],
  ['Standard', NUMBER],
  ['@', NUMBER],
  ['', NUMBER],
  ['0', NUMBER],
  ['#,##0.00', NUMBER],
  ['0.00E+00', NUMBER],
  ['# ?/?', NUMBER],
  ['0%', NUMBER],
  ['"Days: "0', NUMBER],
  ['0 "d"', NUMBER],
  ['0\\d', NUMBER],
  ['[Red]-0', NUMBER],
  ['[$€-407] #,##0.00', NUMBER],
  ['_-* #,##0.00\\ _€_-', NUMBER],
  ['[>=1000]0,"k";0', NUMBER],
  ['"yes";"yes";"no"', NUMBER],
  ['yyyy-mm-dd', DATE],
  ['dd/mm/yyyy', DATE],
  ['m/d/yy', DATE],
  ['[$-409]d\\-mmm\\-yy;@', DATE],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', DATE],
  ['mmm', DATE],
  ['mmmm yyyy', DATE],
  ['yyyy"年"m"月"d"日"', DATE],
  ['YYYY-MM-DD', DATE],
  ['yyyy-mm-dd hh:mm:ss', DATE_TIME],
  ['yyyy\\-mm\\-dd\\Thh:mm:ss.000', DATE_TIME],
  ['d/m/yyyy h:mm AM/PM', DATE_TIME],
  ['[Black]yyyy-mm-dd hh:mm', DATE_TIME],
  ['h:mm', TIME],
  ['mm:ss.0', TIME],
  ['h:mm:ss AM/PM', TIME],
  ['[h]:mm:ss', DURATION],
  ['[mm]:ss', DURATION],
  ['00000', ZEROS + 5],
  ['00000;;', ZEROS + 5],
])('%s', (code, format) => {
  expect(formatOfCode(code)).toBe(format);
});

test('built-in formats', () => {
  const dates = [14, 15, 16, 17, 27, 31, 36, 50, 58];
  expect(dates.map(formatOfBuiltin)).toEqual(dates.map(() => DATE));
  expect(formatOfBuiltin(22)).toBe(DATE_TIME);
  expect([18, 19, 20, 21, 45, 47].map(formatOfBuiltin)).toEqual([TIME, TIME, TIME, TIME, TIME, TIME]);
  expect(formatOfBuiltin(46)).toBe(DURATION);
  const numbers = [0, 1, 2, 9, 10, 11, 13, 37, 40, 48, 49, 59, 163, Number.NaN];
  expect(numbers.map(formatOfBuiltin)).toEqual(numbers.map(() => NUMBER));
});
