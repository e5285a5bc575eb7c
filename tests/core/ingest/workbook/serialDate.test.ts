import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL_FORMAT } from '../../../../src/core/ingest/workbook/cellFormat.ts';
import { appendNumber } from '../../../../src/core/ingest/workbook/numberCell.ts';
import { TextBytes } from '../../../../src/core/ingest/workbook/textBytes.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function shown(stored: string, format: number, is1904 = false): [kind: string, text: string] {
  const text = new TextBytes(4);
  const bytes = encoder.encode(stored);
  const kind = appendNumber(text, bytes, 0, bytes.length, format, is1904);
  return [kind, decoder.decode(text.view())];
}

/** The calendar counted day by day, as a person would. */
function* calendar(year: number): Generator<string> {
  for (let at = year; ; at++) {
    const leap = at % 4 === 0 && (at % 100 !== 0 || at % 400 === 0);
    const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [month, length] of lengths.entries()) {
      for (let day = 1; day <= length; day++) {
        yield `${String(at).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      }
    }
  }
}

describe('serials', () => {
  test('every day from 1900 to 2100 in both systems, the false leap day included [LOAD-06] [LOAD-20]', () => {
    let serial = 0;
    for (const day of calendar(1900)) {
      serial++;
      if (serial === 60) {
        expect(shown('60', CELL_FORMAT.DATE)).toEqual(['date', '1900-02-29']);
        serial++;
      }
      if (shown(String(serial), CELL_FORMAT.DATE)[1] !== day) expect([serial, day]).toBe('another day');
      if (day === '2100-12-31') break;
    }
    expect(serial).toBe(73_415);
    serial = -1;
    for (const day of calendar(1904)) {
      serial++;
      if (shown(String(serial), CELL_FORMAT.DATE, true)[1] !== day) expect([serial, day]).toBe('another day');
      if (day === '2100-12-31') break;
    }
  });

  test('a day and every second of it come back from how a program stores them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 80_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, second) => {
          const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
            .map((part) => String(part).padStart(2, '0'))
            .join(':');
          const serial = day + second / 86_400;
          const date = shown(String(day), CELL_FORMAT.DATE)[1];
          for (const stored of [
            String(serial),
            serial.toPrecision(15),
            serial.toExponential().replace('e', 'E'),
          ]) {
            expect(shown(stored, CELL_FORMAT.DATE_TIME)).toEqual(['date', `${date} ${clock}`]);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('what the program itself cannot show as a date stays a number', () => {
    for (const stored of ['-1', '-0.5', '2958466', '1E+17', '99999999999']) {
      expect(shown(stored, CELL_FORMAT.DATE_TIME)[0]).toBe('number');
    }
    expect(shown('2958465.999999', CELL_FORMAT.DATE_TIME)).toEqual(['number', '2958465.999999']);
    expect(shown('12:30', CELL_FORMAT.DATE)[0]).toBe('broken');
  });
});
