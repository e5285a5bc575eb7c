import { calendarFromDay, dayFromCalendar, type EpochDay } from '../base/epochDay.ts';
import type { ActivityTable } from './activityBuilder.ts';
import type { ActivitySummary } from './activityLog.ts';

/** Figures of a finished log. `names`: event types and licence types by number. */
export function summariseActivity(
  table: ActivityTable,
  names: readonly string[],
  counted: Pick<ActivitySummary, 'keys' | 'monthly' | 'withoutEvents'>,
): ActivitySummary {
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < table.count; row += 1) {
    from = Math.min(from, table.days[table.dayStarts[row]!]!);
    to = Math.max(to, table.days[table.dayStarts[row + 1]! - 1]!);
  }
  const keys = new Uint32Array(names.length);
  const events = new Float64Array(names.length);
  const lastKey = new Int32Array(names.length).fill(-1);
  const isLicence = new Uint8Array(names.length);
  for (let row = 0; row < table.count; row += 1) {
    const event = table.event[row]!;
    events[event]! += table.events[row]!;
    isLicence[table.licenceType[row]!] = 1;
    if (lastKey[event] === table.key[row]) continue;
    lastKey[event] = table.key[row]!;
    keys[event]! += 1;
  }
  return {
    ...counted,
    series: table.count,
    days: table.days.length,
    from: (counted.monthly && table.count > 0 ? firstOfMonth(from as EpochDay) : from) as EpochDay,
    to: to as EpochDay,
    events: names
      .map((name, event) => ({ name, keys: keys[event]!, events: events[event]! }))
      .filter((found) => found.keys > 0)
      .toSorted((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1)),
    licenceTypes: names.filter((_, name) => name > 0 && isLicence[name] === 1),
  };
}

function firstOfMonth(day: EpochDay): EpochDay {
  const { year, month } = calendarFromDay(day);
  return dayFromCalendar(year, month, 1);
}
