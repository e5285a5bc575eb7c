import { expect, test } from 'vitest';
import { recoverySection } from '../../../src/brief/content/recoverySection.ts';
import { EXAMPLE_INPUT } from './exampleInput.ts';

const words = (changes: object = {}): string =>
  JSON.stringify(recoverySection({ ...EXAMPLE_INPUT, ...changes })).replaceAll('\u00a0', ' ');

test('tells what was skipped and why, and what was taken again, with the rate of all recovered', () => {
  const text = words();
  expect(text).toContain('{"id":"F-055","text":"5"}');
  expect(text).toContain('{"id":"F-055/kept by decision","text":"4"}');
  expect(text).toContain('{"id":"F-056","text":"1"}');
  expect(text).toContain('{"id":"F-057","text":"2"}');
  expect(text).toContain('{"id":"F-057/rate","text":"2.2 %","rowId":"F-057/rate"}');
  expect(text).toContain('refill and the pool are not counted in this brief');
});

test('a rate of fewer than 20 recovered seats is a fraction', () => {
  expect(words({ reclaimed: { attested: 2, verified: 17 } })).toContain('"text":"1 of 19"');
  expect(words({ reclaimed: { attested: 3, verified: 17 } })).toContain('"text":"5.0 %"');
});
