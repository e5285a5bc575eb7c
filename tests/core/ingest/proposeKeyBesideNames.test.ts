import { expect, test } from 'vitest';
import { proposeKeyBesideNames } from '../../../src/core/ingest/proposeKeyBesideNames.ts';
import { proposeMeanings } from '../../../src/core/ingest/proposeMeanings.ts';

const meanings = (header: readonly string[], ...rows: readonly (readonly string[])[]): string[] =>
  proposeKeyBesideNames(proposeMeanings(header), rows).map(({ meaning }) => meaning);

test('names of people in the column of accounts give way to a key that every row has [LOAD-13]', () => {
  expect(
    meanings(['User', 'User.Email'], ['Ada Quill', 'ada@example.com'], ['Orr, Ben', 'ben@example.com']),
  ).toEqual(['displayName', 'accountId']);
  expect(meanings(['User', 'Name', 'Email'], ['Ada Quill', 'Ada', 'a@example.com'])).toEqual([
    'ignore',
    'displayName',
    'accountId',
  ]);
});

test('keys stay keys, and names stay where nothing better is filled', () => {
  expect(meanings(['User', 'Email'], ['aquill', 'ada@example.com'], ['MID Server', 'm@example.com'])).toEqual(
    ['accountId', 'email'],
  );
  expect(meanings(['User', 'Email'], ['Ada Quill', 'ada@example.com'], ['Ben Orr', ''])).toEqual([
    'accountId',
    'email',
  ]);
  expect(meanings(['User', 'Department'], ['Ada Quill', 'Finance'])).toEqual(['accountId', 'unit']);
  expect(meanings(['User', 'Email'])).toEqual(['accountId', 'email']);
});
