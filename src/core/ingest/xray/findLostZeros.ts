import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

/** Shorter numbers are not padded with zeros. */
const SHORTEST_USUAL = 4;

/** The length that more than half of the numbers have; `undefined` when there is none. */
function usualLength(lengths: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  for (const [length, count] of counts) if (count * 2 > lengths.length) return length;
  return undefined;
}

/**
 * Numbers of a key that are shorter than most, in a column where none starts with 0: a spreadsheet drops leading zeros.
 * Source of the rule: LOAD-28, LOAD-29.
 */
export function findLostZeros(read: ReadColumn): XrayQuestion | undefined {
  const numbers = placesWhere(read, (_, cell) => /^\d+$/.test(cell));
  const lengthAt = (place: number): number => read.cells[place]!.length;
  if (numbers.some((place) => read.cells[place]!.startsWith('0'))) return undefined;
  const usual = usualLength(numbers.map(lengthAt));
  if (usual === undefined || usual < SHORTEST_USUAL) return undefined;
  const shorter = numbers.filter((place) => lengthAt(place) < usual);
  if (shorter.length === 0) return undefined;
  return {
    kind: 'lostZeros',
    position: read.column.position,
    count: shorter.length,
    rows: rowsAt(read, shorter),
    usual,
    answers: ['replaceFile', 'useAnyway'],
    recommended: 'replaceFile',
  };
}
