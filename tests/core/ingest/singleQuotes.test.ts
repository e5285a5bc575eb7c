import { expect, test } from 'vitest';
import { readApostropheQuotes } from '../../../src/core/ingest/apostropheQuotes.ts';
import { findDialect } from '../../../src/core/ingest/findDialect.ts';
import { readSingleQuotes } from '../../../src/core/ingest/singleQuotes.ts';

test.each([
  ["'ann','Lee, Ann',''", ['ann', 'Lee, Ann', '']],
  ["'bob','O''Ray',plain", ['bob', "O'Ray", 'plain']],
  ["'''t Hart','a''','b'", ["'t Hart", "a'", 'b']],
  ["'open,still,open", ["'open", 'still', 'open']],
])('the cells of %s [LOAD-05]', (line, cells) => {
  expect(readSingleQuotes(line.split(','), ',')).toEqual(cells);
});

test('apostrophes are quotation marks only where they enclose every name and most rows [LOAD-05]', () => {
  const isSingle = (text: string): boolean | undefined => {
    const found = findDialect(text, 'utf-8', true);
    if (!found.ok) throw new Error(found.failure.kind);
    return found.value.dialect.singleQuotes;
  };
  expect(isSingle("'User ID','Name'\n'ann','Lee, Ann'\n'bob','Bob'\n")).toBe(true);
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
