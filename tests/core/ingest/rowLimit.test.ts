import { describe, expect, test } from 'vitest';
import { findRowLimit, isTruncationNotice } from '../../../src/core/ingest/rowLimit.ts';

describe('row counts at which exports stop', () => {
  test.each([
    ['other', 1_000],
    ['other', 5_000],
    ['other', 30_000],
    ['servicenow', 10_000],
    ['bmc', 30_000],
    ['salesforce', 2_000],
    ['salesforce', 100_000],
  ])('%s: exactly %i rows, neither one less nor one more [LOAD-12]', (system, rows) => {
    expect(findRowLimit(rows, system)).toEqual({ kind: 'rowLimit', rows });
    expect(findRowLimit(rows - 1, system)).toBeUndefined();
    expect(findRowLimit(rows + 1, system)).toBeUndefined();
  });

  test('a spreadsheet that is full, with a header in its first row or without [LOAD-12]', () => {
    const told = [1_048_574, 1_048_575, 1_048_576, 1_048_577].map(
      (rows) => findRowLimit(rows, 'other')?.kind,
    );
    expect(told).toEqual([undefined, 'rowLimit', 'rowLimit', undefined]);
  });

  test('the limit of one system is none of another', () => {
    expect(findRowLimit(2_000, 'servicenow')).toBeUndefined();
    expect(findRowLimit(2_000, 'servicenow', 'salesforce')).toEqual({ kind: 'rowLimit', rows: 2_000 });
  });
});

describe('an export says itself that it stopped [LOAD-12]', () => {
  test('in the first cell of a row that holds nothing else', () => {
    const notice = 'Export stopped due to excessive size. Use CSV for a complete export';
    expect(isTruncationNotice([notice])).toBe(true);
    expect(isTruncationNotice([` ${notice} `, '', ' '])).toBe(true);
    expect(isTruncationNotice(['The list has been truncated after 500 rows', ''])).toBe(true);
    expect(isTruncationNotice([notice, 'ada'])).toBe(false);
    expect(isTruncationNotice(['', notice])).toBe(false);
    expect(isTruncationNotice(['Truncatedly yours', ''])).toBe(false);
  });
});
