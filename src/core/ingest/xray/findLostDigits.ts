import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

/** `1.77457E+12`, `1,33E+17`: what a spreadsheet leaves of a long number. */
export const SCIENTIFIC = /^[-+]?\d(?:[.,]\d+)?[eE]\+?\d{1,3}$/;

/** Long numbers that a spreadsheet cut short, in a column of dates or keys. Source of the rule: LOAD-28. */
export function findLostDigits(read: ReadColumn): XrayQuestion | undefined {
  const places = placesWhere(read, (_, cell) => SCIENTIFIC.test(cell));
  if (places.length === 0) return undefined;
  return {
    kind: 'lostDigits',
    position: read.column.position,
    count: places.length,
    rows: rowsAt(read, places),
    answers: ['replaceFile', 'useAnyway'],
    recommended: 'replaceFile',
  };
}
