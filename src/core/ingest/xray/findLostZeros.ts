import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesWhere, rowsAt, type ReadColumn } from './readColumn.ts';

/** Shorter numbers are not padded with zeros. */
const SHORTEST_USUAL = 4;

/**
 * The length that more than half of the numbers have, by how many there are of each length; `undefined` when there is
 * none, or when it is too short for numbers that are padded with zeros.
 */
export function usualLength(countByLength: ReadonlyMap<number, number>): number | undefined {
  let all = 0;
  for (const count of countByLength.values()) all += count;
  for (const [length, count] of countByLength) {
    if (count * 2 > all) return length < SHORTEST_USUAL ? undefined : length;
  }
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
  const countByLength = new Map<number, number>();
  for (const place of numbers) {
    countByLength.set(lengthAt(place), (countByLength.get(lengthAt(place)) ?? 0) + 1);
  }
  const usual = usualLength(countByLength);
  if (usual === undefined) return undefined;
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
