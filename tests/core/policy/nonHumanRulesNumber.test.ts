import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { NON_HUMAN_RULES_NUMBER } from '../../../src/core/policy/nonHumanRulesNumber.ts';
import { ROOT } from '../../support/sourceFiles.ts';

/** Fingerprint of the code that marks accounts, under each number that the rules have had. */
const FINGERPRINTS: Readonly<Record<number, string>> = {
  1: '786654890b4d9bf3',
  2: 'b4f1ca8efd01c891',
  3: 'ef250e6348509766',
};

/** Text of a source without what does not run: comments, types that are imported, and how it is laid out. */
const codeOf = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/^import type [\s\S]*?;$/gm, '')
    .replaceAll(/\s+/g, ' ');

/** A source and everything it imports to run, in the order of their paths. */
function sourcesOf(first: string): readonly string[] {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(ROOT, path), 'utf8');
    for (const [, names = '', from = ''] of text.matchAll(/^import (type )?[^;]*? from '(\.[^']+)';$/gms)) {
      if (names === '') follow(join(dirname(path), from));
    }
  };
  follow(first);
  return [...found].toSorted();
}

test('marks that are kept are made anew after a change of the rules: raise the number and note the fingerprint', () => {
  const hash = createHash('sha256');
  for (const path of sourcesOf('src/core/policy/markNonHuman.ts')) {
    hash.update(codeOf(readFileSync(join(ROOT, path), 'utf8')));
  }
  const numbers = Object.keys(FINGERPRINTS).map(Number);
  expect(Math.max(...numbers)).toBe(NON_HUMAN_RULES_NUMBER);
  expect(new Set(Object.values(FINGERPRINTS)).size).toBe(numbers.length);
  expect(hash.digest('hex').slice(0, 16)).toBe(FINGERPRINTS[NON_HUMAN_RULES_NUMBER]);
});
