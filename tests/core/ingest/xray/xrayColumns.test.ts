import { describe, expect, test } from 'vitest';
import { compileUserRowReader } from '../../../../src/core/ingest/userRowReader.ts';
import { answerTo, applyXrayAnswer } from '../../../../src/core/ingest/xray/applyXrayAnswer.ts';
import { wordXrayQuestion } from '../../../../src/core/ingest/xray/wordXrayQuestion.ts';
import { LONDON, wordOf } from '../columnBuilder.ts';
import { accountRows, daysAgo, fileOf, kindsOf, proposedPlan, questionOf, xrayOf } from './xrayBuilder.ts';

const HEX = 'F4A1C0D2E3B4958677869504132231AB';

describe('dates that do not fit together', () => {
  const file = `User ID|Created|Last login|Last work
a|${daysAgo(10)}|${daysAgo(20)}|${daysAgo(30)}
b|${daysAgo(90)}|${daysAgo(5)}|${daysAgo(2)}
c|${daysAgo(90)}|${daysAgo(5)}|${daysAgo(5)}`;

  test('a last sign-in before the creation of the account is shown with both dates and rejected nowhere [LOAD-27]', () => {
    const asked = questionOf(xrayOf(file), 'signInBeforeCreated');
    expect(asked).toMatchObject({ position: 2, createdPosition: 1, count: 1, recommended: 'keep' });
    expect(asked.rows).toEqual([{ fileRow: 2, text: daysAgo(20), beside: daysAgo(10) }]);
    const plan = proposedPlan(file);
    const without = applyXrayAnswer(plan, asked, 'ignoreCreated');
    expect(without.columns[1]!.meaning).toBe('ignore');
    expect(applyXrayAnswer(without, asked, 'keep').columns[1]!.meaning).toBe('createdOn');
    const reader = compileUserRowReader(plan);
    expect(fileOf(file).rows.map((cells, index) => reader.read(cells, index + 2))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a last action after the last sign-in is shown and both stay', () => {
    const asked = questionOf(xrayOf(file), 'actionAfterSignIn');
    expect(asked).toMatchObject({ position: 3, signInPosition: 2, count: 1, recommended: 'keep' });
    expect(asked.rows).toEqual([{ fileRow: 3, text: daysAgo(2), beside: daysAgo(5) }]);
    const plan = proposedPlan(file);
    expect(applyXrayAnswer(plan, asked, 'keep').columns).toEqual(plan.columns);
    const ignored = applyXrayAnswer(plan, asked, 'ignoreSignIn');
    expect(ignored.columns[2]).toMatchObject({ meaning: 'ignore', proposedClass: undefined });
    expect(applyXrayAnswer(ignored, asked, 'keep').columns[2]).toMatchObject({
      meaning: 'lastSignIn',
      proposedClass: 'loginOnly',
    });
  });
});

describe('damage by a spreadsheet [LOAD-28]', () => {
  test('serial numbers are shown as the days that they are, and read as the answer says', () => {
    const file = `User ID|Last login\na|46203\nb|46199.343310185\nc|24 Mar 2026\nd|12`;
    const asked = questionOf(xrayOf(file), 'serialNumbers');
    expect(asked).toMatchObject({ count: 2, recommended: 'excelSerial1900' });
    expect(asked.rows).toEqual([
      { fileRow: 2, text: '46203', beside: '30 Jun 2026' },
      { fileRow: 3, text: '46199.343310185', beside: '26 Jun 2026' },
    ]);
    const readUnder = (answer: (typeof asked)['recommended']): string => {
      const reader = compileUserRowReader(applyXrayAnswer(proposedPlan(file), asked, answer));
      const problem = reader.read(['a', '46199'], 2);
      return problem?.kind ?? wordOf(reader.row.evidenceDays[0]!);
    };
    expect(readUnder('excelSerial1900')).toBe('2026-06-26');
    expect(readUnder('excelSerial1904')).toBe('futureDate');
    expect(readUnder('none')).toBe('unreadable');
  });

  test('scientific notation in dates and keys is named with its rows', () => {
    const file = `User ID|Employee number|Last login\na|1.23457E+11|${daysAgo(1)}\nb|7|1,77457E+12`;
    const found = xrayOf(file).filter(({ kind }) => kind === 'lostDigits');
    expect(found.map(({ position, rows }) => [position, rows])).toEqual([
      [1, [{ fileRow: 2, text: '1.23457E+11' }]],
      [2, [{ fileRow: 3, text: '1,77457E+12' }]],
    ]);
  });

  test('employee numbers shorter than the rest, none with a leading zero, may have lost theirs', () => {
    const file = (short: string): string =>
      `User ID|Employee number|Last login\na|104711|${daysAgo(1)}\nb|${short}|${daysAgo(1)}\nc|204711|${daysAgo(1)}`;
    expect(questionOf(xrayOf(file('4711')), 'lostZeros')).toMatchObject({
      position: 1,
      count: 1,
      usual: 6,
      rows: [{ fileRow: 3, text: '4711' }],
    });
    expect(kindsOf(xrayOf(file('004711')))).toEqual([]);
    expect(kindsOf(xrayOf(file('EXT-1')))).toEqual([]);
    expect(kindsOf(xrayOf(`${file('4711')}\nd|004712|${daysAgo(1)}`))).toEqual([]);
  });
});

describe('names, words and empty cells', () => {
  test('concealed names are recognised, with the setting that hides them; a system id is none [LOAD-28]', () => {
    const hidden = `User Principal Name|Display Name|Last Activity Date\n${HEX}|${HEX}|${daysAgo(1)}`;
    const asked = questionOf(xrayOf(hidden), 'concealedNames');
    expect(asked).toMatchObject({
      count: 1,
      rows: [{ fileRow: 2, text: HEX }],
      answers: ['countOnly', 'replaceFile'],
      recommended: 'countOnly',
    });
    expect(wordXrayQuestion(asked, LONDON.asOf, () => 'User Principal Name')).toMatch(
      /We can count by group, but not match people\..*Settings › Org settings › Reports/,
    );
    const named = `sys_id|name|last_login\n${HEX}|Ann Lee|${daysAgo(1)}`;
    expect(kindsOf(xrayOf(named))).toEqual([]);
  });

  test('words that probably mean never are asked about, the confirmed ones are not [LOAD-22]', () => {
    const file = `User ID|Last login\na|Jamais\nb|-\nc|-\nd|Never logged in\ne|${daysAgo(1)}\nf|soon`;
    const asked = questionOf(xrayOf(file), 'neverWords');
    expect(asked).toMatchObject({ count: 3, words: ['-', 'jamais'], recommended: 'never' });
    const readUnder = (plan: ReturnType<typeof proposedPlan>): string[] => {
      const reader = compileUserRowReader(plan);
      return fileOf(file).rows.map((cells, index) => {
        reader.read(cells, index + 2);
        return wordOf(reader.row.evidenceDays[0]!);
      });
    };
    const plan = proposedPlan(file);
    expect(readUnder(plan)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'never',
      daysAgo(1),
      'unreadable',
    ]);
    const never = applyXrayAnswer(plan, asked, 'never');
    expect(readUnder(never)).toEqual(['never', 'never', 'never', 'never', daysAgo(1), 'unreadable']);
    expect(readUnder(applyXrayAnswer(never, asked, 'notKnown'))).toEqual(readUnder(plan));
  });

  test('where a source drops old dates an empty cell is at least so old, never never', () => {
    const file = `Login|Last Activity At\na|${daysAgo(1)}T10:00:00Z\nb|`;
    const asked = questionOf(xrayOf(file), 'droppedDates');
    expect(asked).toMatchObject({ count: 1, days: 90, recommended: 'atLeast' });
    const reader = compileUserRowReader(applyXrayAnswer(proposedPlan(file), asked, 'atLeast'));
    reader.read(['b', ''], 3);
    expect(wordOf(reader.row.evidenceDays[0]!)).toBe('at least 90');
    expect(kindsOf(xrayOf(`User ID|Last login\na|${daysAgo(1)}\nb|`))).toEqual([]);
    expect(kindsOf(xrayOf(`User ID|Last login\na|${daysAgo(1)}\nb|`, { keepsDays: 180 }))).toEqual([
      'droppedDates',
    ]);
  });
});

test('an ordinary file raises no question', () => {
  const file = `User ID|Name|Email|Created|Last login
a|Ann Lee|ann@x.example|2020-01-01|${daysAgo(1)}
b|Bo Tan|bo@x.example|2021-03-04|Never logged in
c|Cy Day|cy@x.example|2022-05-06|`;
  expect(xrayOf(file)).toEqual([]);
});

test('every answer is kept in the plan, one a question, and an ignored column is not examined', () => {
  const file = `User ID|Last login\n${accountRows(3, daysAgo(20))}\nx|1601-01-01`;
  const [first, second] = xrayOf(file);
  expect(kindsOf(xrayOf(file))).toEqual(['placeholderDates', 'frozenColumn']);
  if (first?.kind !== 'placeholderDates' || second?.kind !== 'frozenColumn')
    throw new Error('other questions');
  const plan = applyXrayAnswer(applyXrayAnswer(proposedPlan(file), first, 'never'), second, 'useAnyway');
  const changed = applyXrayAnswer(plan, first, 'notKnown');
  expect(changed.answers).toEqual([
    { kind: 'frozenColumn', position: 1, answer: 'useAnyway' },
    { kind: 'placeholderDates', position: 1, answer: 'notKnown' },
  ]);
  expect([answerTo(changed, first), answerTo(changed, second)]).toEqual(['notKnown', 'useAnyway']);
  const ignored = {
    ...plan,
    columns: plan.columns.map((column) => ({ ...column, meaning: 'ignore' as const })),
  };
  expect(xrayOf(file, {}, ignored)).toEqual([]);
});

test('each finding is one plain question [LOAD-26]', () => {
  const wordsOf = (file: string): readonly string[] => {
    const { header } = fileOf(file);
    return xrayOf(file).map((question) => wordXrayQuestion(question, LONDON.asOf, (at) => header[at]!));
  };
  expect(wordsOf(`User ID|Last login\na|2026-06-18\nb|2026-06-01`)).toEqual([
    'Nobody in this file has a date after 18 June in Last login although it was exported on 30 June 2026. The column may have stopped updating.',
  ]);
  expect(wordsOf(`User ID|Last login\n${accountRows(214, '2020-07-30')}\nb|${daysAgo(1)}`)).toEqual([
    '214 accounts share the date 30 Jul 2020 in Last login, older than every other date. Does this mean never?',
  ]);
  expect(wordsOf(`User Principal Name|Display Name|Last Activity Date\n${HEX}|${HEX}|${daysAgo(1)}`)).toEqual(
    [
      'Names in this file are hidden by your Microsoft 365 setting. We can count by group, but not match people. To see names an administrator changes Settings › Org settings › Reports.',
    ],
  );
  expect(wordsOf(`User ID|Last login\na|46203\nb|24 Mar 2026`)[0]).toBe(
    'Last login holds numbers such as 46203 in 1 row. A spreadsheet saves dates like this: that would be 30 Jun 2026. Are they dates?',
  );
});
