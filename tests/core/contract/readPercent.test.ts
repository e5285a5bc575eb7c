import { expect, test } from 'vitest';
import { readPercent } from '../../../src/core/contract/readPercent.ts';

test.each([
  ['7', 700],
  ['7.5 %', 750],
  ['7,25', 725],
  ['', 0],
  ['-3', -300],
  ['−0', 0],
  ['7.125', undefined],
  ['seven', undefined],
  ['-100', undefined],
])('reads the percentage %j as %j hundredths of a per cent', (text, basisPoints) => {
  expect(readPercent(text)).toBe(basisPoints);
});
