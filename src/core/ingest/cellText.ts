/** First characters that a spreadsheet would take for a formula. Source: writing tables. */
const FORMULA_START = new Set([...'=+-@\t\r＝＋－＠'].map((letter) => letter.charCodeAt(0)));
const APOSTROPHE = 0x27;
const HASH = 0x23;
const EQUALS = 0x3d;

/** `="007"`: how exports keep a spreadsheet from changing a text. Every other formula stays as it stands. */
export const plainOfFormula = (text: string): string =>
  text.charCodeAt(0) === EQUALS ? (/^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text) : text;
/** What a spreadsheet shows instead of a value, in English, German, French, Spanish, Italian and Dutch. */
const SPREADSHEET_ERROR =
  /^#(?:#{2,}|N\/[ADB]|NV|(?:REF|VALUE|DIV\/0|NUM|NULL|NUL|SPILL|CALC|BEZUG|WERT|ZAHL|VALEUR|NOMBRE|NOM|VALOR|RIF|VALORE|VERW|WAARDE|DEEL\/0|GETAL)!|(?:NAME|NOMBRE|NOM|NOME|NAAM)\?)$/;

/** Whether a trimmed cell holds what a spreadsheet shows where a formula failed. */
export const isSpreadsheetError = (text: string): boolean => SPREADSHEET_ERROR.test(text);

/**
 * The text of a cell as a fact: outer white space removed (no-break spaces too), the apostrophe that an export puts
 * before a formula character removed, `="007"` freed of its signs, `NULL` and the errors of a spreadsheet empty. Case, inner spaces and leading zeros stay.
 */
export function cellText(cell: string): string {
  if (cell === '') return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  const text = first <= 0x20 || first >= 0xa0 || last <= 0x20 || last >= 0xa0 ? cell.trim() : cell;
  const start = text.charCodeAt(0);
  if (start === APOSTROPHE && FORMULA_START.has(text.charCodeAt(1))) return text.slice(1);
  if (start === EQUALS) return plainOfFormula(text);
  if (start === HASH && SPREADSHEET_ERROR.test(text)) return '';
  return text === 'NULL' ? '' : text;
}
