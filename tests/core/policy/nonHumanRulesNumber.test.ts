import { expect, test } from 'vitest';
import { NON_HUMAN_RULES_NUMBER } from '../../../src/core/policy/nonHumanRulesNumber.ts';
import { codeFingerprint } from '../../support/codeFingerprint.ts';

/** Fingerprint of the code that marks accounts, under each number that the rules have had. */
const FINGERPRINTS: Readonly<Record<number, string>> = {
  1: '786654890b4d9bf3',
  2: 'b4f1ca8efd01c891',
  3: '56756370c71c742c',
  4: '6f0a5b34c679b63b',
};

test('marks that are kept are made anew after a change of the rules: raise the number and note the fingerprint', () => {
  const numbers = Object.keys(FINGERPRINTS).map(Number);
  expect(Math.max(...numbers)).toBe(NON_HUMAN_RULES_NUMBER);
  expect(new Set(Object.values(FINGERPRINTS)).size).toBe(numbers.length);
  expect(codeFingerprint('src/core/policy/markNonHuman.ts')).toBe(FINGERPRINTS[NON_HUMAN_RULES_NUMBER]);
});
