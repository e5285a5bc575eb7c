import { expect, test } from 'vitest';
import { formatStamp } from '../../../src/ui/shared/formatStamp.ts';

test('words the time of an entry as its day and wall clock, and leaves anything else alone', () => {
  expect(formatStamp('2026-06-30T14:02:11+01:00')).toBe('30 Jun 2026 14:02');
  expect(formatStamp('0001-13-99')).toBe('0001-13-99');
});
