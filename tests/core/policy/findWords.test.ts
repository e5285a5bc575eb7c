import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNamedBy } from '../../../src/core/policy/explainNonHuman.ts';
import { compileWords, findWords } from '../../../src/core/policy/findWords.ts';
import { DEFAULT_POLICY } from '../../../src/core/policy/policy.ts';
import { textColumnOf } from '../../builders/snapshotOf.ts';

const { serviceWords, integrationWords, sharedWords } = DEFAULT_POLICY.nonHuman;
const matcher = compileWords([serviceWords, integrationWords, sharedWords]);
const bits = (text: string): number => matcher.match(text, 0, text.length);

test.each([
  ['svc-backup', 1],
  ['svcjira', 1],
  ['SVC01', 1],
  ['Monitor Service', 1],
  ['no-reply', 1],
  ['noreply2', 1],
  ['INT_hr feed', 2],
  ['api.gateway', 2],
  ['Team Room', 4],
  ['Help Desk', 4],
])('%s is marked', (text, expected) => expect(bits(text)).toBe(expected));

test.each([
  'Midori Tanaka',
  'Intan Sari',
  'Tessa Botha',
  'Bo T. Larsen',
  'Annette Ruhm',
  'Syncere Info-Smith'.slice(0, 7),
  '',
])('%s is a person', (text) => expect(bits(text)).toBe(0));

test('an entry with a star matches the beginning of a word', () => {
  const starred = compileWords([['robo*']]);
  expect(starred.match('robotics', 0, 8)).toBe(1);
  expect(starred.match('microbot', 0, 8)).toBe(0);
});

test('letters beyond ASCII and entries in them are read in any case', () => {
  const french = compileWords([['réunion']]);
  expect(french.match('RÉUNION 2', 0, 9)).toBe(1);
  expect(french.match('réunionnais', 0, 11)).toBe(0);
});

test('the scan of a column agrees with the plain reading of each text, across chunk borders', () => {
  const word = fc.constantFrom(
    'svc',
    'Ann',
    'no',
    'reply',
    'TEAM',
    'midori',
    'int',
    'help',
    'desk',
    'é',
    'robot',
    'x',
  );
  const sign = fc.constantFrom(' ', '-', '.', '_', '7', '@', '', '–');
  const text = fc.array(fc.tuple(word, sign), { maxLength: 4 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(fc.array(text), fc.boolean(), fc.constantFrom(1, 3, 100), (texts, localPart, chunkRows) => {
      const found = new Uint8Array(texts.length);
      findWords(textColumnOf(texts, chunkRows), matcher, localPart, found);
      const lists = [serviceWords, integrationWords, sharedWords];
      const expected = texts.map((whole) => {
        const looked = localPart ? whole.split('@', 1)[0]! : whole;
        return lists.reduce(
          (sum, list, index) => sum + (list.some((entry) => isNamedBy(looked, entry)) ? 1 << index : 0),
          0,
        );
      });
      expect([...found]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
