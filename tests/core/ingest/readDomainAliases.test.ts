import { expect, test } from 'vitest';
import { domainAliasesToText, readDomainAliases } from '../../../src/core/ingest/readDomainAliases.ts';

test('one domain and what it stands for a line, however they are written [LOAD-29]', () => {
  const { aliases, errors } = readDomainAliases(
    'LARK = Lark.Example\n\n @old.example→lark.example\r\nx -> y.example ',
  );
  expect(errors).toEqual([]);
  expect(aliases).toEqual([
    { domain: 'lark', standsFor: 'lark.example' },
    { domain: 'old.example', standsFor: 'lark.example' },
    { domain: 'x', standsFor: 'y.example' },
  ]);
  expect(readDomainAliases(domainAliasesToText(aliases)).aliases).toEqual(aliases);
});

test.each([
  ['lark', 'form', 1],
  ['a = b = c', 'form', 1],
  ['a b = c', 'form', 1],
  ['ann@lark = lark.example', 'form', 1],
  ['a = A', 'itself', 1],
  ['a = b\nA = c', 'twice', 2],
  ['a = b\nb = c', 'chain', 1],
])('a table that would not say one thing is refused: %j', (text, why, line) => {
  expect(readDomainAliases(text).errors).toMatchObject([{ why, line }]);
});
