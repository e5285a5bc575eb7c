import { dayOf, isDay } from '../../base/dayValue.ts';
import type { EpochDay } from '../../base/epochDay.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

/** Days that the latest date of a living column may lie before the as-of date. Source: LOAD-27. */
const MOST_DAYS_BEHIND = 7;

/** Whether the latest date of all rows lies so far back that the column may have stopped. */
export const isFrozen = (latest: EpochDay, asOf: EpochDay): boolean => asOf - latest > MOST_DAYS_BEHIND;

/**
 * A column of dates of use of which nobody has a recent date. `read` holds every row of the file: of a part the latest
 * date says nothing. Source of the rule: LOAD-27.
 */
export function findFrozenColumn(read: ReadColumn, asOf: EpochDay): XrayQuestion | undefined {
  const dated = placesWhere(read, isDay);
  if (dated.length === 0) return undefined;
  const latest = dayOf(
    dated.reduce((most, place) => Math.max(most, read.values[place]!), Number.NEGATIVE_INFINITY),
  );
  if (!isFrozen(latest, asOf)) return undefined;
  return {
    kind: 'frozenColumn',
    position: read.column.position,
    count: dated.length,
    rows: rowsAt(
      read,
      dated.filter((place) => read.values[place] === latest),
    ),
    latest,
    answers: ['replaceFile', 'useAnyway'],
    recommended: 'replaceFile',
  };
}
