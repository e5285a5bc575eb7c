import { expect, test } from 'vitest';
import { ownNeverWords, withOwnNeverWords } from '../../../src/core/ingest/ownNeverWords.ts';
import { readCell, reading } from './columnBuilder.ts';

test('the words for never can be extended: what a person types means never, each word once and in any case [LOAD-22]', () => {
  const dates = withOwnNeverWords(reading(), ' brak logowania, Soon,,soon ');
  expect(ownNeverWords(dates)).toEqual(['brak logowania', 'Soon']);
  expect(['Brak logowania', ' soon ', 'later'].map((text) => readCell(text, dates))).toEqual([
    'never',
    'never',
    'unreadable',
  ]);
  expect(readCell('soon', withOwnNeverWords(dates, ''))).toBe('unreadable');
});

test('words that a question decides on are neither added nor taken away by hand', () => {
  const answered = reading({ neverWords: ['-'] });
  expect(ownNeverWords(answered)).toEqual([]);
  expect(withOwnNeverWords(answered, 'Jamais, brak').neverWords).toEqual(['-', 'brak']);
  expect(withOwnNeverWords(answered, '').neverWords).toEqual(['-']);
});
