import { expect, test } from 'vitest';
import { nextLineId } from '../../src/app/nextLineId.ts';

test('gives every new contract line another id', () => {
  const ids = Array.from({ length: 1000 }, nextLineId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => /^line-[0-9a-f]{16}$/.test(id))).toBe(true);
});
