/** First characters that a spreadsheet would take for a formula. Source: writing tables. */
const FORMULA_START = new Set([...'=+-@\t\r＝＋－＠'].map((letter) => letter.charCodeAt(0)));
const APOSTROPHE = 0x27;

/**
 * The text of a cell as a fact: outer white space removed (no-break spaces too), the apostrophe that an export puts
 * before a formula character removed, `NULL` empty. Case, inner spaces and leading zeros stay.
 */
export function cellText(cell: string): string {
  if (cell === '') return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  const text = first <= 0x20 || first >= 0xa0 || last <= 0x20 || last >= 0xa0 ? cell.trim() : cell;
  if (text.charCodeAt(0) === APOSTROPHE && FORMULA_START.has(text.charCodeAt(1))) return text.slice(1);
  return text === 'NULL' ? '' : text;
}
