import { dayFromCalendar } from '../core/base/epochDay.ts';
import type { Stamp } from '../worker/protocol.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Device time as `2026-06-30T14:02:11+01:00`. */
function isoWithOffset(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
  return `${day}T${time}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * The only reading of the clock in Fallow: for ledger times, due marks and process guards. No figure depends on it.
 * The working date is the calendar date in the workspace zone.
 */
export function readDeviceClock(zone: string): Omit<Stamp, 'actor'> {
  const now = new Date();
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(now);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  return { at: isoWithOffset(now), workingDay: dayFromCalendar(part('year'), part('month'), part('day')) };
}
