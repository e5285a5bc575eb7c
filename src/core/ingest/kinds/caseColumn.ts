import { readHeaderKey } from '../headerKey.ts';

/** `LR-2026-0001`, `Case 17`, `Fall Nr. 17`: a case number inside a text. */
const CASE_NUMBER =
  /(?<![\p{L}\d])(?:\p{Lu}{2,6}-\d{4}-\d{2,}|(?:case|fall|dossier|caso|zaak)\s*(?:number|no\.?|nr\.?|#)?\s*\d+)(?![\p{L}\d])/iu;

/** Rows that are looked at. */
const LOOK_AT = 500;

/**
 * The column of texts, named by one of `words`, in which most rows carry a case number; `-1` where there is none.
 * Source of the rule: closed tickets, the case number written into the ticket.
 */
export function findCaseColumn(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  words: string,
): number {
  const keys = new Set(words.split('|').map((word) => readHeaderKey(word).key));
  const seen = rows.slice(0, LOOK_AT);
  return header.findIndex((text, position) => {
    if (!keys.has(readHeaderKey(text).key)) return false;
    const filled = seen.map((cells) => cells[position] ?? '').filter((cell) => cell.trim() !== '');
    return filled.filter((cell) => CASE_NUMBER.test(cell)).length * 2 > filled.length;
  });
}
