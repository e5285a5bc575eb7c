import { readIsoDay } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';

/** `9 Sep 2026 10:00` of a ledger time: the wall clock of whoever recorded it; anything else as it stands. */
export function formatStamp(at: string): string {
  const day = readIsoDay(at.slice(0, 10));
  return day === undefined ? at : `${formatDay(day)} ${at.slice(11, 16)}`;
}
