import { NEVER, UNREADABLE } from '../../base/dayValue.ts';
import type { DateContext } from '../momentToDay.ts';
import type { SurveyedRows } from '../surveyQuestions.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, readColumn, rowsAt, type ReadColumn } from './readColumn.ts';

/**
 * Dates and numbers that systems write where there is no date (1601, 1970-01-01, 0, 9999-12-31), in a date column:
 * cells that a yes would turn from unreadable into never. Source of the rule: LOAD-23.
 */
export function findPlaceholderDates(
  { column }: ReadColumn,
  surveyed: SurveyedRows,
  context: DateContext,
): XrayQuestion | undefined {
  if (!column.dates) return undefined;
  const read = (placeholdersMeanNever: boolean): ReadColumn =>
    readColumn({ ...column, dates: { ...column.dates!, placeholdersMeanNever } }, surveyed, context);
  const asked = read(false);
  const answered = read(true);
  const places = placesWhere(
    asked,
    (value, _, place) => value === UNREADABLE && answered.values[place] === NEVER,
  );
  if (places.length === 0) return undefined;
  return {
    kind: 'placeholderDates',
    position: column.position,
    count: places.length,
    rows: rowsAt(asked, places),
    answers: ['never', 'notKnown'],
    recommended: 'never',
  };
}
