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
 * Days that the date must lie before every other one where only a part of the file is at hand: the rest may hold older
 * dates, and then the oldest of the part means nothing. A whole file is checked again when it is imported.
 */
const LEAST_GAP = 180;

/** Days between the oldest date and the next below which it is the end of ordinary use rather than a placeholder. */
const ORDINARY_GAP = 31;

/** Whether the oldest of all dates is more likely to mean never, which is what is recommended then. */
export const isLikelyNever = (oldest: number, next: number): boolean => next - oldest >= ORDINARY_GAP;

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
  wholeFile: boolean,
): XrayQuestion | undefined {
  if (!column.dates || isOpen) return undefined;
  const read = readColumn({ ...column, dates: { ...column.dates, neverDays: [] } }, surveyed, context);
  const dated = placesWhere(read, isDay);
  const oldest = dated.reduce(
    (least, place) => Math.min(least, read.values[place]!),
    Number.POSITIVE_INFINITY,
  );
  const places = dated.filter((place) => read.values[place] === oldest);
  if (places.length === 0 || (places.length === dated.length && oldest !== knownNeverDay)) return undefined;
  const sharing = accounts
    ? new Set(places.map((place) => canonicalId(accounts.cells[place]!))).size
    : places.length;
  if (sharing <= MOST_SHARING && oldest !== knownNeverDay) return undefined;
  if (
    !wholeFile &&
    oldest !== knownNeverDay &&
    !standsApart(
      oldest,
      dated.map((place) => read.values[place]!),
    )
  )
    return undefined;
  const next = dated.reduce((least, place) => {
    const day = read.values[place]!;
    return day > oldest ? Math.min(least, day) : least;
  }, Number.POSITIVE_INFINITY);
  return {
    kind: 'sharedOldestDate',
    position: column.position,
    count: sharing,
    rows: rowsAt(read, places),
    day: dayOf(oldest),
    answers: ['never', 'realDate'],
    recommended: oldest === knownNeverDay || isLikelyNever(oldest, next) ? 'never' : 'realDate',
  };
}

const standsApart = (oldest: number, days: readonly number[]): boolean =>
  days.every((day) => day === oldest || day - oldest >= LEAST_GAP);
