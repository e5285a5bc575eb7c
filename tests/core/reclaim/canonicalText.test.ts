import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalText,
  isCanonicalValue,
  toCanonicalValue,
} from '../../../src/core/reclaim/canonicalText.ts';
import type { LedgerValue } from '../../../src/core/reclaim/ledgerEntry.ts';

const ledgerValue = fc.letrec<{ value: LedgerValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger().map((number) => (number === 0 ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('canonicalText', () => {
  test('writes keys in code-unit order, without spaces', () => {
    expect(canonicalText({ b: [1, null, true], '\u{1F600}': -5, a: 'x "y"\n', '\uFFFD': {} })).toBe(
      '{"a":"x \\"y\\"\\n","b":[1,null,true],"\u{1F600}":-5,"\uFFFD":{}}',
    );
  });

  test('gives the same text for composed and decomposed letters', () => {
    expect(canonicalText('Zoe\u0308')).toBe(canonicalText('Zo\u00EB'));
  });

  test.each([0.5, Number.NaN, Infinity, -0, 2 ** 53])('refuses the number %s', (number) => {
    expect(() => canonicalText({ number })).toThrow(RangeError);
  });

  test('refuses half a surrogate pair in a text and in a key', () => {
    expect(() => canonicalText('a\uD83D')).toThrow(RangeError);
    expect(() => canonicalText({ '\uDE00': 1 })).toThrow(RangeError);
  });

  test('refuses what JSON cannot hold', () => {
    expect(() => canonicalText({ a: undefined } as unknown as LedgerValue)).toThrow(RangeError);
    expect(() => canonicalText((() => 1) as unknown as LedgerValue)).toThrow(RangeError);
  });

  test('reads back as the same value, and the order of keys does not matter', () => {
    fc.assert(
      fc.property(ledgerValue, (value) => {
        const kept = toCanonicalValue(value);
        const text = canonicalText(kept);
        expect(canonicalText(JSON.parse(text) as LedgerValue)).toBe(text);
        expect(canonicalText(reversed(kept))).toBe(text);
        expect(isCanonicalValue(kept)).toBe(true);
      }),
    );
  });

  test('makes lone surrogates visible where a text is kept', () => {
    expect(toCanonicalValue({ a: ['\uD800x'] })).toEqual({ a: ['\uFFFDx'] });
    expect(isCanonicalValue({ a: ['\uD800x'] })).toBe(false);
  });

  test('keeps a key named __proto__ as data', () => {
    const value = JSON.parse('{"__proto__":1,"a":2}') as LedgerValue;
    expect(canonicalText(toCanonicalValue(value))).toBe('{"__proto__":1,"a":2}');
  });
});

function reversed(value: LedgerValue): LedgerValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly LedgerValue[]).map((item) => reversed(item));
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
