import { isEmptyWord } from '../neverWords.ts';
import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

/**
 * Empty cells of a date of use whose source drops dates older than `keepsDays`: there empty means *at least* so long,
 * never *never*. Source of the rule: value kinds.
 */
export function findDroppedDates(read: ReadColumn, keepsDays: number | undefined): XrayQuestion | undefined {
  if (keepsDays === undefined) return undefined;
  const places = placesWhere(read, (_, cell) => isEmptyWord(cell));
  if (places.length === 0) return undefined;
  return {
    kind: 'droppedDates',
    position: read.column.position,
    count: places.length,
    rows: rowsAt(read, places),
    days: keepsDays,
    answers: ['atLeast', 'notKnown'],
    recommended: 'atLeast',
  };
}
