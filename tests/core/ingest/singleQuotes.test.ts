import { expect, test } from 'vitest';
import { readApostropheQuotes } from '../../../src/core/ingest/apostropheQuotes.ts';
import { findDialect } from '../../../src/core/ingest/findDialect.ts';
import { SingleQuotes } from '../../../src/core/ingest/singleQuotes.ts';

test.each([
  ["'ann','Lee, Ann',''", `"ann","Lee, Ann",""`],
  ["'bob','O''Ray',plain", `"bob","O'Ray",plain`],
  ["'bob','O'Ray',Ann's", `"bob","O'Ray",Ann's`],
  ["'''t Hart','a''','b'", `"'t Hart","a'","b"`],
  ["'ann','HR\n''Ops''','19\" rack'\n", `"ann","HR\n'Ops'","19"" rack"\n`],
  ["'ann','HR\n'\n'bob','IT'", `"ann","HR\n"\n"bob","IT"`],
  ["'ann','HR\n'bob','IT'\n", `"ann","HR\n"bob","IT"\n`],
])('the quotation marks of %s, wherever the text is cut [LOAD-05]', (text, expected) => {
  for (let cut = 0; cut <= text.length; cut += 1) {
    const quotes = new SingleQuotes(',');
    expect(quotes.push(text.slice(0, cut)) + quotes.push(text.slice(cut), true)).toBe(expected);
  }
});

test('apostrophes are quotation marks only where they enclose every name and most rows [LOAD-05]', () => {
  const isSingle = (text: string): boolean | undefined => {
    const found = findDialect(text, 'utf-8', true);
    if (!found.ok) throw new Error(found.failure.kind);
    return found.value.dialect.singleQuotes;
  };
  expect(isSingle("'User ID','Name'\n'ann','Lee, Ann'\n'bob','Bob'\n")).toBe(true);
  expect(isSingle("'User ID';'Name';\n'ann';'HR\nOps';\n'bob';'IT';\n")).toBe(true);
  expect(isSingle("User ID,Name\nann,'t Hart\nbob,'Bob'\n")).toBeUndefined();
  expect(isSingle("'User ID','Name'\nann,Ann\nbob,Bob\ncal,Cal\n")).toBeUndefined();
});

test('two apostrophes inside a word are one apostrophe, elsewhere a quotation mark', () => {
  expect(readApostropheQuotes(["Bob O''Ray", "Ann ''Annie'' Lee", "19'' rack"])).toEqual([
    "Bob O'Ray",
    'Ann "Annie" Lee',
    '19" rack',
  ]);
});
