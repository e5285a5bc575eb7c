import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { offsetAfterLines, splitRecords } from '../../../src/core/ingest/splitRecords.ts';

const cell = fc.string({ unit: fc.constantFrom(...'ab ,;"\n\r\t|é😀'.match(/./gsu)!), maxLength: 8 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

test('the records of well-formed text are those of the file reader', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      (rows, delimiter, newline) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
          .join(newline);
        const split = splitRecords(text, delimiter, 1000);
        expect(split.records.map(({ cells }) => cells)).toEqual(
          Papa.parse<string[]>(text, { delimiter, newline }).data,
        );
        expect([split.strayQuotes, split.endsInQuotes]).toEqual([0, false]);
      },
    ),
  );
});

test('the line of a record is where it starts in the text', () => {
  const text = 'a,b\n\n"x\r\ny",2\r3,4\n';
  const { records } = splitRecords(text, ',', 10);
  expect(records.map(({ cells, line }) => [line, cells])).toEqual([
    [0, ['a', 'b']],
    [1, ['']],
    [2, ['x\r\ny', '2']],
    [4, ['3', '4']],
  ]);
  expect(records.map(({ line }) => text.slice(offsetAfterLines(text, line)).slice(0, 3))).toEqual([
    'a,b',
    '\n"x',
    '"x\r',
    '3,4',
  ]);
});
