import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { RowSplitter, type UnclosedQuote } from '../../../src/worker/thread/splitRows.ts';

interface Split {
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
  readonly unclosed: readonly number[];
  readonly refused: UnclosedQuote | undefined;
}

function split(pieces: readonly string[], delimiter = ',', linesBeforeHeader = 0): Split {
  const splitter = new RowSplitter(delimiter, linesBeforeHeader);
  const rows: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  const unclosed: number[] = [];
  let refused: UnclosedQuote | undefined;
  const take = (batch: ReturnType<RowSplitter['push']>): void => {
    batch.rows.forEach((row, index) => {
      rows.push(row);
      rowNumbers.push(batch.firstRow + index);
      if (batch.unclosed.has(index)) unclosed.push(batch.firstRow + index);
    });
    refused ??= batch.refused;
  };
  for (const piece of pieces) take(splitter.push(piece));
  take(splitter.end());
  return { rows, rowNumbers, unclosed, refused };
}

const halves = (text: string, at: number): string[] => [text.slice(0, at), text.slice(at)];

const GOLDEN: readonly { readonly name: string; readonly text: string; readonly lines?: number }[] = [
  { name: 'LF', text: 'a,b\n1,2\n3,4\n' },
  { name: 'CRLF without a last line end', text: 'a,b\r\n1,2\r\n3,4' },
  { name: 'lone CR', text: 'a,b\r1,2\r3,4\r' },
  { name: 'mixed line ends, also in quotes', text: 'a,b\r\n1,"x\r\ny\rz\n"\n3,"4"\r5,6\r\n\r\n7,8' },
  { name: 'doubled quotes at the edges', text: 'a,b\n"""x""","y"""\n"","z"\n"a""b",""\n' },
  { name: 'white space after a closing quote', text: '"a" ,b\r\n"1"\t,"2" \r\n' },
  { name: 'quotes inside unquoted cells', text: 'size,b\n5" disk,x"y\n3.5","2"\r\n' },
  { name: 'a badly closed quote on one line', text: 'a,b\r\n"x"y,1\r\nz,2\r\n' },
  { name: 'a quote closed only in a later row', text: 'a,b\r\n"open,1\r\n2,"two"\r\n3,"three"\r\n4,4' },
  { name: 'a bad quote before lone CR and CRLF', text: '""a\r"\r\r\n"' },
  { name: 'an unclosed quote', text: 'a,b\n1,2\n"open,3\n4,5\n' },
  { name: 'title lines and blanks', text: 'Users of June\r\n\r\na,b\r\n1,2\r\n\r\n', lines: 2 },
  { name: 'a wide letter', text: 'a,b\n"Łukasz, 😀",李\r\n' },
];

describe('cut anywhere', () => {
  for (const { name, text, lines } of GOLDEN) {
    test(`${name}: every cut and single letters give the rows of the whole text [LOAD-05]`, () => {
      const whole = split([text], ',', lines);
      for (let at = 0; at <= text.length; at += 1) expect(split(halves(text, at), ',', lines)).toEqual(whole);
      expect(split([...text], ',', lines)).toEqual(whole);
      expect(split(text.split(''), ',', lines)).toEqual(whole);
    });
  }
});

test('keeps line ends inside quotes and accepts every kind outside [LOAD-05]', () => {
  const { rows } = split(['a,b\r\n1,"x\r\ny\rz\n"\n3,"4"\r5,6\r\n\r\n7,8']);
  expect(rows).toEqual([['a', 'b'], ['1', 'x\r\ny\rz\n'], ['3', '4'], ['5', '6'], [''], ['7', '8']]);
});

test('numbers rows as a spreadsheet does, lines above the header counted', () => {
  const { rows, rowNumbers } = split(['Users of June\r\nsecond\r\na,b\r\n1,"x\ny"\r\n\r\n2,z'], ',', 2);
  expect(rows.map((row, index) => [rowNumbers[index], row[0]])).toEqual([
    [3, 'a'],
    [4, '1'],
    [5, ''],
    [6, '2'],
  ]);
});

test('refuses a quote that swallows the rest, with its row [LOAD-05]', () => {
  const { rows, refused } = split(['a,b\n1,2\n"open,3\n4,5\n']);
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(refused).toEqual({ row: 3, text: '"open,3' });
});

test('refuses an endless cell before it fills the memory', () => {
  const splitter = new RowSplitter(',', 0);
  const piece = 'x'.repeat(1 << 20);
  splitter.push('a,b\n"');
  const refusals = Array.from({ length: 5 }, () => splitter.push(piece).refused);
  expect(refusals.slice(0, 3)).toEqual([undefined, undefined, undefined]);
  expect(refusals[4]?.row).toBe(2);
});

test('one bad quote costs one row, and the rows after it are read', () => {
  const { rows, unclosed, refused } = split(['a,b\r\n"open,1\r\n2,"two"\r\n3,"th\r\nree"\r\n4,4']);
  expect(unclosed).toEqual([2]);
  expect(refused).toBeUndefined();
  expect(rows.slice(2)).toEqual([
    ['2', 'two'],
    ['3', 'th\r\nree'],
    ['4', '4'],
  ]);
});

test('a cell of 32 000 letters and a header called __proto__ are cells like any other', () => {
  const long = 'n'.repeat(32_000);
  expect(split([`__proto__,b\n${long},"${long}"`]).rows).toEqual([
    ['__proto__', 'b'],
    [long, long],
  ]);
});

const cell = fc
  .array(fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', '\r\n', ' ', '\t', "'", '😀'), { maxLength: 6 })
  .map((letters) => letters.join(''));
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 6 }))
  .chain(([columns, rows]) =>
    fc.array(fc.tuple(fc.array(cell, { minLength: columns, maxLength: columns }), lineEnd), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const quoted = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

test('what was written is read again, wherever it is cut [LOAD-05]', () => {
  fc.assert(
    fc.property(table, fc.array(fc.nat(200), { maxLength: 4 }), (rows, cuts) => {
      const text = rows.map(([cells, end]) => cells.map(quoted).join(',') + end).join('');
      const borders = [
        0,
        ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b),
        text.length,
      ];
      const pieces = borders.slice(1).map((border, index) => text.slice(borders[index], border));
      expect(split(pieces).rows).toEqual(rows.map(([cells]) => cells));
    }),
    { numRuns: 500 },
  );
});

test('any text at all: pieces give the rows of the whole, and no error is thrown', () => {
  const letters = fc.constantFrom('a', '"', '""', ',', '\n', '\r', '\r\n', ' ', 'b');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), fc.nat(60), (parts, cut) => {
      const text = parts.join('');
      expect(split(halves(text, cut % (text.length + 1)))).toEqual(split([text]));
      expect(split(text.split(''))).toEqual(split([text]));
    }),
    { numRuns: 3000 },
  );
});

test('agrees with PapaParse on whole texts with one kind of line end', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows
        .map(([cells]) => cells.map((text) => quoted(text.replaceAll('\r', ''))).join(','))
        .join('\n');
      const oracle = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
      expect(split([text]).rows).toEqual(oracle.data);
    }),
    { numRuns: 500 },
  );
});
