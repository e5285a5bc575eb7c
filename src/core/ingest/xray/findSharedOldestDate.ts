import { dayOf, isDay } from '../../base/dayValue.ts';
import type { EpochDay } from '../../base/epochDay.ts';
import { canonicalId } from '../canonicalId.ts';
import type { DateContext } from '../momentToDay.ts';
import type { SurveyedRows } from '../surveyQuestions.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, readColumn, rowsAt, type ReadColumn } from './readColumn.ts';

/** Accounts that may share the oldest date before anybody is asked. Source: LOAD-23. */
export const MOST_SHARING = 20;

/**
 * One date that more than 20 accounts share and that is older than every other date of the column. `knownNeverDay`: the
 * day that the platform is known to write for never, asked about from the first account on. Rows count as accounts
 * where no column holds the account. Source of the rule: LOAD-23.
 */
export function findSharedOldestDate(
  { column, isOpen }: ReadColumn,
  accounts: ReadColumn | undefined,
  surveyed: SurveyedRows,
  context: DateContext,
  knownNeverDay: EpochDay | undefined,
): XrayQuestion | undefined {
  if (!column.dates || isOpen) return undefined;
  const read = readColumn({ ...column, dates: { ...column.dates, neverDays: [] } }, surveyed, context);
  const dated = placesWhere(read, isDay);
  const oldest = dated.reduce(
    (least, place) => Math.min(least, read.values[place]!),
    Number.POSITIVE_INFINITY,
  );
  const places = dated.filter((place) => read.values[place] === oldest);
  if (places.length === 0 || places.length === dated.length) return undefined;
  const sharing = accounts
    ? new Set(places.map((place) => canonicalId(accounts.cells[place]!))).size
    : places.length;
  if (sharing <= MOST_SHARING && oldest !== knownNeverDay) return undefined;
  return {
    kind: 'sharedOldestDate',
    position: column.position,
    count: sharing,
    rows: rowsAt(read, places),
    day: dayOf(oldest),
    answers: ['never', 'realDate'],
    recommended: 'never',
  };
}
