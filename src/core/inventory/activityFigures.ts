import { calendarFromDay, dayFromCalendar, type EpochDay } from '../base/epochDay.ts';
import type { ActivityTable } from './activityBuilder.ts';
import type { ActivitySummary } from './activityLog.ts';

/** Counts the figures of a log from its tables, which come one range of keys after another. */
export class ActivityFigures {
  private series = 0;
  private days = 0;
  private from = Infinity;
  private to = -Infinity;
  private readonly keys;
  private readonly events;
  private readonly lastKey;
  private readonly isLicence;

  /** `names`: event types and licence types by number. */
  constructor(private readonly names: readonly string[]) {
    this.keys = new Uint32Array(names.length);
    this.events = new Float64Array(names.length);
    this.lastKey = new Int32Array(names.length).fill(-1);
    this.isLicence = new Uint8Array(names.length);
  }

  /** `firstKey`: number of the key that the table calls 0. */
  add(table: ActivityTable, firstKey: number): void {
    const { keys, events, lastKey, isLicence } = this;
    const { count, days, dayStarts } = table;
    for (let row = 0; row < count; row += 1) {
      this.from = Math.min(this.from, days[dayStarts[row]!]!);
      this.to = Math.max(this.to, days[dayStarts[row + 1]! - 1]!);
      const event = table.event[row]!;
      events[event]! += table.events[row]!;
      isLicence[table.licenceType[row]!] = 1;
      const key = table.key[row]! + firstKey;
      if (lastKey[event] === key) continue;
      lastKey[event] = key;
      keys[event]! += 1;
    }
    this.series += count;
    this.days += days.length;
  }

  /** The figures of all tables together. */
  summary(counted: Pick<ActivitySummary, 'keys' | 'monthly' | 'withoutEvents'>): ActivitySummary {
    const { names, keys, events, isLicence, series, from } = this;
    return {
      ...counted,
      series,
      days: this.days,
      from: (counted.monthly && series > 0 ? firstOfMonth(from as EpochDay) : from) as EpochDay,
      to: this.to as EpochDay,
      events: names
        .map((name, event) => ({ name, keys: keys[event]!, events: events[event]! }))
        .filter((found) => found.keys > 0)
        .toSorted((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1)),
      licenceTypes: names.filter((_, name) => name > 0 && isLicence[name] === 1),
    };
  }
}

function firstOfMonth(day: EpochDay): EpochDay {
  const { year, month } = calendarFromDay(day);
  return dayFromCalendar(year, month, 1);
}
