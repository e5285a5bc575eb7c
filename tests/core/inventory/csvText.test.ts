import { expect, test } from 'vitest';
import { numberCell, textToCsvCell, writeCsv } from '../../../src/core/inventory/csvText.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
  'a cell that begins like a formula gets an apostrophe and quotes: %j [APP-12]',
  (text) => {
    expect(textToCsvCell(text)).toBe(`"'${text}"`);
  },
);

test('the rule holds for cells with line breaks and quotes [APP-12]', () => {
  expect(textToCsvCell('=HYPERLINK("x")\nsecond line')).toBe(`"'=HYPERLINK(""x"")\nsecond line"`);
  expect(textToCsvCell('first line\n=1')).toBe('"first line\n=1"');
});

test('other cells are quoted only where they must be', () => {
  expect(writeCsv([['a', 'b,c', 'd"e', ' f', "'g", '00123', '']])).toBe(`a,"b,c","d""e"," f",'g,00123,\r\n`);
  expect(writeCsv([])).toBe('');
});

test('a number of its own stands plain, the same text from a file does not [APP-12]', () => {
  expect(writeCsv([[numberCell('-218'), numberCell('1234.50'), '-218', '-1']])).toBe(
    `-218,1234.50,"'-218","'-1"\r\n`,
  );
  for (const text of ['-1+1', '=1', '+1', '1 000', '', '1e5', '-', '1\n']) {
    expect(() => numberCell(text)).toThrow();
  }
});
