import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL_FORMAT } from '../../../../src/core/ingest/workbook/cellFormat.ts';
import { generalNumber } from '../../../../src/core/ingest/workbook/generalNumber.ts';
import { appendNumber } from '../../../../src/core/ingest/workbook/numberCell.ts';
import { TextBytes } from '../../../../src/core/ingest/workbook/textBytes.ts';

function cellText(stored: string, format: number = CELL_FORMAT.NUMBER): string | undefined {
  const text = new TextBytes(4);
  const bytes = new TextEncoder().encode(stored);
  const kind = appendNumber(text, bytes, 0, bytes.length, format, false);
  return kind === 'broken' ? undefined : new TextDecoder().decode(text.view());
}

describe('a number cell as text', () => {
  test.each([
    ['42', '42'],
    ['-7', '-7'],
    ['0', '0'],
    ['-0', '0'],
    ['007', '7'],
    ['1.0', '1'],
    ['1.50', '1.5'],
    ['.5', '0.5'],
    ['0.1', '0.1'],
    ['-0.25', '-0.25'],
    ['0.30000000000000004', '0.3'],
    ['1234.5600000000001', '1234.56'],
    ['123456789012345', '123456789012345'],
    ['1E+20', '1E+20'],
    ['1E+21', '1E+21'],
    ['1.5e-7', '1.5E-07'],
    ['1E-3', '0.001'],
  ])('%s is shown as %s', (stored, text) => {
    expect(cellText(stored)).toBe(text);
  });

  test.each([
    ['46099.313', '46099.313'],
    ['1774599262', '1774599262'],
    ['133177440001234567', '133177440001234567'],
    ['1.77457E+12', '1774570000000'],
    ['1.3317744000123456E+17', '133177440001234560'],
    ['1.33E+17', '1.33E+17'],
  ])(
    'a date stored as a number keeps the digits that it has, and no others: %s is %s [LOAD-20]',
    (stored, text) => {
      expect(cellText(stored)).toBe(text);
    },
  );

  test('what is no number is none', () => {
    for (const stored of [
      '',
      '-',
      '.',
      '1.2.3',
      '1,5',
      '0x10',
      'NaN',
      'Infinity',
      '1E',
      '1E999',
      '１２',
      ' ',
    ]) {
      expect([stored, cellText(stored)]).toEqual([stored, undefined]);
    }
  });

  test('the way without strings gives the same text as the careful one', () => {
    const digits = fc.stringMatching(/^-?\d{1,18}(\.\d{0,6})?(E[+-]?\d{1,2})?$/);
    fc.assert(
      fc.property(digits, (stored) => {
        expect(cellText(stored)).toBe(generalNumber(stored));
      }),
      { numRuns: 5_000 },
    );
  });

  test('every number of up to 15 digits keeps its value', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (value) => {
        expect(generalNumber(String(value))).toBe(String(value === 0 ? 0 : value));
        expect(Number(generalNumber(value.toExponential()))).toBe(value);
      }),
    );
  });

  test('zeros in front are written where the format asks for them', () => {
    expect(cellText('123', CELL_FORMAT.ZEROS + 5)).toBe('00123');
    expect(cellText('123456', CELL_FORMAT.ZEROS + 5)).toBe('123456');
    expect(cellText('1.5', CELL_FORMAT.ZEROS + 5)).toBe('1.5');
    expect(cellText('-5', CELL_FORMAT.ZEROS + 5)).toBe('-5');
  });
});
