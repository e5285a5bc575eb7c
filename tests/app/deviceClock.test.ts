import { afterEach, expect, test, vi } from 'vitest';
import { formatIsoDay } from '../../src/core/base/formatDay.ts';
import { readDeviceClock } from '../../src/app/deviceClock.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('the working day is the calendar day of the workspace zone, not of the device', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 30, 23, 30) });
  expect(formatIsoDay(readDeviceClock('Pacific/Auckland').workingDay)).toBe('2026-07-01');
  expect(formatIsoDay(readDeviceClock('America/Los_Angeles').workingDay)).toBe('2026-06-30');
});

test('the time of an entry carries its offset', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 30, 12, 0, 5) });
  expect(readDeviceClock('UTC').at).toMatch(/^2026-0[67]-\d\dT\d\d:\d\d:05[+-]\d\d:\d\d$/);
});
