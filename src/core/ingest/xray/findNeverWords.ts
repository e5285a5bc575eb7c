import { isDay, UNREADABLE } from '../../base/dayValue.ts';
import { EXPECTED_NEVER } from '../neverWords.ts';
import type { DateContext } from '../momentToDay.ts';
import type { SurveyedRows } from '../surveyQuestions.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, readColumn, rowsAt, type ReadColumn } from './readColumn.ts';

/** Numbers are placeholders, asked about with the dates. */
const isWord = (text: string): boolean => EXPECTED_NEVER.has(text) && !/^-?\d+$/.test(text);

/**
 * Words that probably mean never but count only after a yes. Yes is recommended where the column holds dates for others
 * and its source keeps them all. Source of the rule: words for never, LOAD-22.
 */
export function findNeverWords(
  { column }: ReadColumn,
  surveyed: SurveyedRows,
  context: DateContext,
  keepsAllDates: boolean,
): XrayQuestion | undefined {
  if (!column.dates) return undefined;
  const neverWords = column.dates.neverWords.filter((word) => !isWord(word.trim().toLowerCase()));
  const read = readColumn({ ...column, dates: { ...column.dates, neverWords } }, surveyed, context);
  const places = placesWhere(read, (value, cell) => value === UNREADABLE && isWord(cell.toLowerCase()));
  if (places.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const place of places) {
    const word = read.cells[place]!.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const hasDates = read.values.some(isDay);
  return {
    kind: 'neverWords',
    position: column.position,
    count: places.length,
    rows: rowsAt(read, places),
    words: [...counts].toSorted((a, b) => b[1] - a[1]).map(([word]) => word),
    answers: ['never', 'notKnown'],
    recommended: hasDates && keepsAllDates ? 'never' : 'notKnown',
  };
}
