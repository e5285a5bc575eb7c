import { looksLikeKey } from './classifyRow.ts';

const isFilled = (cell: string): boolean => cell.trim() !== '';
const isLone = (cells: readonly string[]): boolean =>
  isFilled(cells[0] ?? '') && cells.every((cell, at) => at === 0 || !isFilled(cell));

/** Share of keys, in rows with more than one cell, that must have the signs of a key before others can be told. */
const MOST_KEYS = 0.8;
/** Groups are fewer than their members. */
const MOST_GROUPS = 0.5;

/**
 * Whether lone first cells of a file head groups of rows (`IT`, then its members): they stand above full rows, are few,
 * and look unlike the keys of the file. Needed because an account of which nothing but its key is known looks the same.
 * `width` is the number of columns, `people` the columns with names of people: a lone name is a person. Source of the rule: file hazards, group rows.
 */
export function findLoneGroups(
  rows: readonly (readonly string[])[],
  accountAt: number,
  width: number,
  people: ReadonlySet<number>,
): boolean {
  if (width < 3 || people.has(0)) return false;
  let lone = 0;
  let heads = 0;
  let full = 0;
  let keys = 0;
  rows.forEach((cells, index) => {
    if (!isLone(cells)) {
      full++;
      if (looksLikeKey((cells[Math.max(0, accountAt)] ?? '').trim())) keys++;
    } else if (!looksLikeKey(cells[0]!.trim())) {
      lone++;
      const next = rows[index + 1];
      if (next !== undefined && !isLone(next)) heads++;
    }
  });
  return lone > 0 && heads === lone && lone <= full * MOST_GROUPS && keys >= full * MOST_KEYS;
}
