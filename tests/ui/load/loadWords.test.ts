import { expect, test } from 'vitest';
import type { FileFinding } from '../../../src/core/ingest/fileSurvey.ts';
import { wordXrayQuestion } from '../../../src/core/ingest/xray/wordXrayQuestion.ts';
import { askFinding } from '../../../src/core/ingest/xray/askFinding.ts';
import { wordFinding as wordInBrief } from '../../../src/brief/content/wordFinding.ts';
import { wordFinding, wordReceipt } from '../../../src/ui/load/loadWords.ts';
import { AS_OF } from '../../support/importSetting.ts';
import { RECEIPT } from './exampleSurvey.ts';

const NAMES = ['Licence', ' Purchased'];
const LEFT_OUT = { kind: 'secondTable', row: 1_206, names: NAMES, rows: 4, tables: 1 } as const;
const READ_ON = { kind: 'secondTable', row: 6, names: [], tables: 1 } as const;

const said = (finding: FileFinding): string =>
  [wordFinding(finding, 'other').sentence, wordInBrief(finding)].join(' / ').replaceAll('\u00a0', ' ');

test('another table below a list is told with its row and what became of its rows, on the receipt and in the brief [LOAD-05]', () => {
  expect(said(LEFT_OUT)).toBe(
    'Row 1 206 begins another table with the columns Licence, Purchased. 4 rows of it were left out. / ' +
      'At row 1 206 another table begins; 4 rows of other tables were left out.',
  );
  expect(said({ ...LEFT_OUT, tables: 3, rows: 12 })).toContain(
    'Licence, Purchased, and 2 more follow. 12 rows of them were left out.',
  );
  expect(said(READ_ON)).toBe(
    'Below a blank line, row 6 looks as if another table began there. Its rows were read as rows of this list. / ' +
      'At row 6 another table may begin below a blank line; its rows were read under the columns of the first.',
  );
  expect(wordFinding(LEFT_OUT, 'other').attention).toBe(true);
});

test('the question about another table names its row and columns, and recommends what was done [LOAD-26]', () => {
  const ask = (finding: FileFinding): string => {
    const question = askFinding(finding)!;
    const sentence = wordXrayQuestion(question, AS_OF, () => 'Username');
    return `${sentence} ${question.recommended}`.replaceAll('\u00a0', ' ');
  };
  expect(ask(LEFT_OUT)).toBe(
    'Row 1 206 begins another table, with the columns Licence, Purchased. Do its rows belong to this list? leaveOut',
  );
  expect(ask(READ_ON)).toBe(
    'Below a blank line, row 6 looks as if another table began there. Do the rows from there on belong to this list? belongs',
  );
});

test('the receipt counts rows, accounts and seats apart [LOAD-16]', () => {
  const words = wordReceipt({
    ...RECEIPT,
    rows: { ...RECEIPT.rows, read: 5, accepted: 4, rejected: 1, repeats: 1 },
    accounts: 2,
    seats: 3,
  }).replaceAll('\u00a0', ' ');
  expect(words).toContain('5 rows read, 4 accepted, 1 rejected. 1 repeat counted once. 2 accounts, 3 seats.');
});
