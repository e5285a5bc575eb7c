import { describe, expect, test } from 'vitest';
import { cellText } from '../../../src/core/ingest/cellText.ts';
import { compileUserRowReader } from '../../../src/core/ingest/userRowReader.ts';
import { describeRowError } from '../../../src/core/ingest/describeRowError.ts';
import { planOf, reading, wordOf } from './columnBuilder.ts';

const BASIC = planOf([
  ['Login', 'accountId'],
  ['Name', 'displayName'],
  ['Last login', 'lastSignIn', { dates: reading() }],
  ['Notes', 'ignore'],
]);

describe('width of rows', () => {
  const reader = compileUserRowReader(BASIC);

  test('further empty cells are tolerated and counted [LOAD-05]', () => {
    expect(reader.read(['ada', 'Ada', '01/06/2026', 'x', '', ' '], 2)).toBeUndefined();
    expect(reader.row.accountId).toBe('ada');
    expect(reader.deviations.widerRows).toBe(1);
  });

  test('a further filled cell rejects the row with its whole text', () => {
    expect(reader.read(['ada', 'Ada', '01/06/2026', 'x', 'y'], 3)).toEqual({
      kind: 'tooManyCells',
      row: 3,
      column: undefined,
      text: 'ada,Ada,01/06/2026,x,y',
    });
  });

  test('a row may lack ignored cells only', () => {
    expect(reader.read(['ada', 'Ada', '01/06/2026'], 4)).toBeUndefined();
    expect(reader.deviations.narrowerRows).toBe(1);
    expect(reader.read(['ada', 'Ada'], 5)).toEqual({
      kind: 'tooFewCells',
      row: 5,
      column: undefined,
      text: 'ada,Ada',
    });
  });

  test('a repeated header is known as such', () => {
    expect(reader.isRepeatedHeader(['Login', 'Name', 'Last login', 'Notes'])).toBe(true);
    expect(reader.isRepeatedHeader(['ada', 'Name', 'Last login', 'Notes'])).toBe(false);
  });
});

describe('rejected rows quote row, column and cell [LOAD-33]', () => {
  const reader = compileUserRowReader(BASIC);

  test('an impossible date', () => {
    const error = reader.read(['ada', 'Ada', '31/02/2026', ''], 118)!;
    expect(error).toEqual({ kind: 'impossibleDate', row: 118, column: 'Last login', text: '31/02/2026' });
    expect(describeRowError(error)).toBe("Row 118, Last login: '31/02/2026' is not a date.");
  });

  test('a missing account', () => {
    expect(reader.read(['  ', 'Ada', '01/06/2026', ''], 7)).toEqual({
      kind: 'missingAccount',
      row: 7,
      column: 'Login',
      text: '',
    });
    expect(reader.read(['NULL', 'Ada', '01/06/2026', ''], 8)).toMatchObject({ kind: 'missingAccount' });
  });

  test('nothing of a rejected row stays in the next one', () => {
    reader.read(['ada', 'Ada', '31/02/2026', ''], 9);
    reader.read(['ben', '', '', ''], 10);
    expect([reader.row.fileRow, reader.row.accountId, reader.row.displayName]).toEqual([10, 'ben', '']);
    expect(wordOf(reader.row.evidenceDays[0]!)).toBe('blank');
  });
});

describe('facts of a row', () => {
  test('texts are trimmed, freed of the formula apostrophe, and keep case and leading zeros [LOAD-29]', () => {
    const reader = compileUserRowReader(
      planOf([
        ['id', 'accountId'],
        ['no', 'employeeNumber'],
        ['name', 'displayName'],
        ['unit', 'unit'],
      ]),
    );
    reader.read([' Ada.Q ', '000417', "'=cmd|' /C calc'!A0", "\u00a0'＋Sales "], 2);
    const { accountId, employeeNumber, displayName, unit } = reader.row;
    expect([accountId, employeeNumber, displayName, unit]).toEqual([
      'Ada.Q',
      '000417',
      "=cmd|' /C calc'!A0",
      '＋Sales',
    ]);
    reader.read(["'quoted'", "'007", '', ''], 3);
    expect([reader.row.accountId, reader.row.employeeNumber]).toEqual(["'quoted'", "'007"]);
  });

  test('errors of a spreadsheet are no values; a text that only begins alike is one', () => {
    const errors = ['#N/A', '#VALUE!', '#BEZUG!', '#NOM?', '########', ' #DIV/0! '];
    expect(errors.map(cellText)).toEqual(errors.map(() => ''));
    expect(['="007"', ' ="Ops" ', '=""'].map(cellText)).toEqual(['007', 'Ops', '']);
    const texts = ['#general', '#1', '#', '#N/A yet', 'N/A', '=1+1', '="a"&"b"'];
    expect(texts.map(cellText)).toEqual(texts);
  });

  test('the first filled of several columns gives a text, the stricter of several gives the state', () => {
    const reader = compileUserRowReader(
      planOf([
        ['a', 'accountId'],
        ['b', 'unit'],
        ['c', 'unit'],
        ['active', 'accountStatus'],
        ['locked', 'accountSuspended'],
      ]),
    );
    reader.read(['x', '', 'Second', 'true', 'true'], 2);
    expect([reader.row.unit, reader.row.status]).toEqual(['Second', 2]);
    reader.read(['x', 'First', 'Second', 'false', 'true'], 3);
    expect([reader.row.unit, reader.row.status]).toEqual(['First', 3]);
    reader.read(['x', 'First', 'Second', 'Invited', 'no'], 4);
    expect(reader.row.status).toBe(4);
  });

  test('several licence types are split, named columns give their product, and none is given twice', () => {
    const joined = compileUserRowReader(
      planOf(
        [
          ['id', 'accountId'],
          ['Licenses', 'licenceType'],
        ],
        { licenceSeparator: '+' },
      ),
    );
    joined.read(['a', 'E3 + Visio+E3'], 2);
    expect(joined.row.licenceTypes).toEqual(['E3', 'Visio']);
    joined.read(['a', 'Unlicensed'], 3);
    expect(joined.row.licenceTypes).toEqual([]);

    const named = compileUserRowReader(
      planOf([
        ['id', 'accountId'],
        ['Jira - acme', 'licenceType', { forLicenceType: 'Jira' }],
        ['Confluence', 'licenceType', { forLicenceType: 'Confluence' }],
      ]),
    );
    named.read(['a', 'User', 'No'], 2);
    expect(named.row.licenceTypes).toEqual(['Jira']);
  });

  test('a fixed licence type holds for every row only when no column gives one', () => {
    const fixed = compileUserRowReader(planOf([['id', 'accountId']], { fixedLicenceType: 'Fulfiller' }));
    fixed.read(['a'], 2);
    fixed.read(['b'], 3);
    expect(fixed.row.licenceTypes).toEqual(['Fulfiller']);
    const given = compileUserRowReader(
      planOf(
        [
          ['id', 'accountId'],
          ['l', 'licenceType'],
        ],
        { fixedLicenceType: 'Fulfiller' },
      ),
    );
    given.read(['a', ''], 2);
    expect(given.row.licenceTypes).toEqual([]);
  });

  test('every date of use keeps its own column, value and original text [LOAD-15]', () => {
    const reader = compileUserRowReader(
      planOf([
        ['id', 'accountId'],
        ['Last login', 'lastSignIn', { dates: reading() }],
        ['Last work', 'lastAction', { dates: reading() }],
        ['Attempt', 'lastAttempt', { dates: reading() }],
      ]),
    );
    expect(
      reader.evidenceColumns.map(({ signalKind, proposedClass }) => [signalKind, proposedClass]),
    ).toEqual([
      ['applicationSignIn', 'loginOnly'],
      ['action', 'meaningful'],
      ['attempt', 'passive'],
    ]);
    reader.read(['a', ' 05/06/2026 ', 'Never accessed', 'n/a'], 2);
    expect([...reader.row.evidenceDays].map(wordOf)).toEqual(['2026-06-05', 'never', 'unreadable']);
    expect(reader.row.evidenceTexts).toEqual([' 05/06/2026 ', 'Never accessed', 'n/a']);
  });

  test('of several columns for one life date the earliest creation and the latest assignment count', () => {
    const dates = reading();
    const reader = compileUserRowReader(
      planOf([
        ['id', 'accountId'],
        ['c1', 'createdOn', { dates }],
        ['c2', 'createdOn', { dates }],
        ['a1', 'assignedOn', { dates }],
        ['a2', 'assignedOn', { dates }],
        ['left', 'leftOn', { dates }],
      ]),
    );
    expect(reader.read(['a', '02/01/2020', '01/01/2020', '', '05/05/2024', '31/12/2027'], 2)).toBeUndefined();
    expect([reader.row.createdOn, reader.row.assignedOn, reader.row.leftOn].map(wordOf)).toEqual([
      '2020-01-01',
      '2024-05-05',
      '2027-12-31',
    ]);
    expect(wordOf(reader.row.createdOn)).not.toBe(wordOf(reader.row.retiredOn));
  });

  test('assigned, created and left keep the text and column of the cell that decided [REVIEW-02]', () => {
    const dates = reading();
    const reader = compileUserRowReader(
      planOf([
        ['id', 'accountId'],
        ['c1', 'createdOn', { dates }],
        ['a1', 'assignedOn', { dates }],
        ['c2', 'createdOn', { dates }],
        ['a2', 'assignedOn', { dates }],
        ['left', 'leftOn', { dates }],
      ]),
    );
    const originsOf = (...cells: readonly string[]): string[] => {
      expect(reader.read(['a', ...cells], 2)).toBeUndefined();
      return reader.row.lifeTexts.map((text, index) => `${text}|${reader.row.lifeColumns[index]}`);
    };
    expect(originsOf('02/01/2020', ' 04/05/2024', '01/01/2020', '05/05/2024', 'soon')).toEqual([
      '05/05/2024|1',
      '01/01/2020|1',
      'soon|0',
    ]);
    expect(originsOf('02/01/2020', '04/05/2024 ', 'never', '', '')).toEqual([
      '04/05/2024 |0',
      '02/01/2020|0',
      '|0',
    ]);
  });
});

test('a cell of 32 000 letters is kept whole and quoted short', () => {
  const name = 'x'.repeat(32_000);
  const reader = compileUserRowReader(BASIC);
  expect(reader.read(['a', name, '', ''], 2)).toBeUndefined();
  expect(reader.row.displayName).toHaveLength(32_000);
  const error = reader.read(['a', '', `31/02/2026${' '.repeat(90)}y`, ''], 3);
  expect(error).toBeUndefined();
  const wide = reader.read(['a', name, '', '', 'z'], 4)!;
  expect(describeRowError(wide).length).toBeLessThan(200);
});
