import { describe, expect, test } from 'vitest';
import type { UnreadableFile } from '../../../src/core/ingest/fileSurvey.ts';
import { wordFailure } from '../../../src/ui/shared/wordFailure.ts';
import type { Failure } from '../../../src/worker/protocol.ts';

const UNREADABLE: readonly (readonly [UnreadableFile, RegExp])[] = [
  [{ kind: 'empty' }, /^users\.csv is empty\. Export/],
  [{ kind: 'headerOnly', header: ['a'] }, /^users\.csv has a header but no rows\. Check the filter/],
  [{ kind: 'image', format: 'PNG' }, /^users\.csv is an image \(PNG\), not a list\. Export/],
  [{ kind: 'pdf' }, /^users\.csv is a PDF, not a list\. Export/],
  [{ kind: 'workbook' }, /^users\.csv is an Excel workbook.*Save the sheet as CSV/],
  [
    { kind: 'lockedWorkbook' },
    /^This workbook is locked with a password\. Save it without one and load it again\.$/,
  ],
  [
    { kind: 'unreadableWorkbook', fault: { kind: 'oldBinary' } },
    /^users\.csv is a workbook of the format before 2007 \(\.xls\)\. Save it as \.xlsx or CSV/,
  ],
  [
    { kind: 'unreadableWorkbook', fault: { kind: 'tooManyColumns', sheet: 'A\u202e', row: 7, most: 1024 } },
    /^users\.csv has a cell beyond column 1.024 \(sheet 'A[^\u202e]*', row 7\)\. Delete/,
  ],
  [{ kind: 'webPage' }, /^users\.csv holds a web page.*Export the list as CSV/],
  [{ kind: 'binary' }, /^users\.csv is not text\. Export/],
  [
    { kind: 'brokenText', encoding: 'UTF-8', row: 118 },
    /^users\.csv stops being UTF-8 text at row 118\..*nothing was kept/,
  ],
  [{ kind: 'unclosedQuote', row: 12, text: '"Ada' }, /row 12 is never closed \('"Ada'\)\..*nothing was kept/],
  [{ kind: 'otherText', form: 'JSON' }, /^users\.csv holds JSON, not a list\. Export the list as CSV/],
  [{ kind: 'otherText', form: 'anEmail' }, /^users\.csv is an e-mail.*attached/],
  [{ kind: 'otherText', form: 'labelledLines' }, /one value a line.*Export the list as CSV.*Export-Csv/],
  [{ kind: 'otherText', form: 'screenTable' }, /lined up by spaces\. Export the list as CSV.*Export-Csv/],
  [
    { kind: 'dataFile', format: 'a Parquet file' },
    /^users\.csv is a Parquet file, not a list\. Export the list as CSV/,
  ],
  [{ kind: 'archive', format: 'gzip' }, /^users\.csv is a packed file \(gzip\)\. Unpack it/],
  [{ kind: 'emptyBytes', row: 12 }, /empty bytes from row 12 on.*Export it again; nothing was kept\./],
  [{ kind: 'noHeader' }, /^users\.csv has no row of column names\. Add one/],
];

describe('refused files', () => {
  test.each(UNREADABLE)('%o: says what the file is and what to do [LOAD-07] [APP-17]', (why, sentence) => {
    expect(wordFailure({ kind: 'unreadableFile', fileName: 'users.csv', why })).toMatch(sentence);
  });

  test('a cell of 32 000 characters is quoted by its beginning', () => {
    const text = `"${'x'.repeat(32_000)}`;
    const sentence = wordFailure({
      kind: 'unreadableFile',
      fileName: 'a.csv',
      why: { kind: 'unclosedQuote', row: 2, text },
    });
    expect(sentence.length).toBeLessThan(400);
  });
});

test.each<readonly [Failure, RegExp]>([
  [{ kind: 'cancelled' }, /^Cancelled\. Nothing was kept\.$/],
  [{ kind: 'storageBlocked' }, /^Your browser is not letting this page keep data \(private window\?\)\./],
  [{ kind: 'storageFull' }, /^This browser has no room left for this client\./],
  [{ kind: 'otherTabNewer' }, /Reload this page/],
  [
    { kind: 'refused', reason: 'Cannot record the deactivation: grace ends 29 September.' },
    /^Cannot record the deactivation: grace ends 29 September\.$/,
  ],
  [{ kind: 'ledgerBroken', sequence: 388 }, /entry 388/],
  [{ kind: 'noAccountColumn' }, /Set the meaning of one column to Account/],
  [{ kind: 'notFrozen' }, /Use this definition/],
  [{ kind: 'noSnapshot' }, /Load one first/],
  [{ kind: 'nameDiffers' }, /Nothing was deleted/],
  [{ kind: 'clientMissing' }, /no longer in this browser/],
])('%o has a sentence of its own', (failure, sentence) => {
  expect(wordFailure(failure)).toMatch(sentence);
});
