import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/sourceFiles.ts';

const TESTS = join(ROOT, 'tests');
const listed = readFileSync(join(TESTS, 'requirements.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^- ([A-Z]+-\d+) /.exec(line)?.[1] ?? []);
const areas = new Set(listed.map((id) => id.split('-')[0] ?? ''));

/** Ids at the ends of the titles of tests; what only looks like one, such as the name of an encoding, is of no area. */
const shown = new Set(
  readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test\.tsx?|property\.ts|golden\.ts|journey\.ts|bench\.ts)$/.test(name))
    .flatMap((name) => [...readFileSync(join(TESTS, name), 'utf8').matchAll(/\[([^[\]\n]+)\]['"`]/g)])
    .flatMap(([, ids = '']) => ids.match(/\b[A-Z]+-\d{2}\b/g) ?? [])
    .filter((id) => areas.has(id.split('-')[0] ?? '')),
);

test('tests/requirements.md has one line for every id that a test shows', () => {
  expect([...shown].filter((id) => !listed.includes(id)).toSorted()).toEqual([]);
  expect(listed.filter((id, at) => listed.indexOf(id) !== at)).toEqual([]);
});

test('every line of tests/requirements.md is shown by a test', () => {
  expect(listed.length).toBeGreaterThan(100);
  expect(listed.filter((id) => !shown.has(id))).toEqual([]);
});
