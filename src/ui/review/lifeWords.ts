import { addDays } from '../../core/base/epochDay.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import type { LifeEvent } from '../../core/inventory/assignmentHistory.ts';

/** When something happened to a seat and where that comes from; a span is half-open, so it starts a day after a list. */
export function wordLifeEvent(event: LifeEvent): string {
  if (event.from === 'imported')
    return `${formatDay(event.day)}, imported with the list of ${formatDay(event.list)}`;
  const span =
    event.after === undefined
      ? `on ${formatDay(event.day)} or before`
      : event.after + 1 === event.day
        ? `on ${formatDay(event.day)}`
        : `between ${formatDay(addDays(event.after, 1))} and ${formatDay(event.day)}`;
  return `${span}, inferred from lists`;
}
