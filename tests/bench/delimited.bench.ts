import { expect, test } from 'vitest';
import { buildDelimitedCase, chanceOf } from '../worker/thread/delimitedCases.ts';
import { compareReaders } from '../worker/thread/fourReaders.ts';

const CASES = Number(process.env['FUZZ_CASES'] ?? 1_000_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

test(`${CASES} generated texts: fast reader, general reader, csv-parse and d3-dsv`, () => {
  const chance = chanceOf(SEED);
  const run = compareReaders(() => buildDelimitedCase(chance), CASES);
  console.log(`${run.cases} cases with seed ${SEED}, ${run.wellFormed} of them before all four readers`);
  expect(run.firstDifference).toBeUndefined();
});
