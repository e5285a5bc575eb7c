/** How the number of a cell is shown, as far as it changes what the cell says. */
export const CELL_FORMAT = {
  NUMBER: 0,
  /** Year, month or day, without hours. */
  DATE: 1,
  DATE_TIME: 2,
  /** A time of day. */
  TIME: 3,
  /** Hours that go on beyond 24. */
  DURATION: 4,
  /** `ZEROS + n`: a whole number padded with zeros to n digits, as employee numbers are. */
  ZEROS: 16,
} as const;

/** A value of `CELL_FORMAT`, or `CELL_FORMAT.ZEROS` plus a number of digits. */
export type CellFormat = number;

const MOST_ZEROS = 32;

/** The format that a built-in number means. Numbers without meaning are plain numbers. Source: ECMA-376, 18.8.30. */
export function formatOfBuiltin(id: number): CellFormat {
  if (id === 22) return CELL_FORMAT.DATE_TIME;
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return CELL_FORMAT.TIME;
  if (id === 46) return CELL_FORMAT.DURATION;
  if (id === 32 || id === 33) return CELL_FORMAT.TIME;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return CELL_FORMAT.DATE;
  return CELL_FORMAT.NUMBER;
}

/** Literal text, escaped letters, padding and everything in brackets that is no running total of hours. */
const LITERAL = /"[^"]*"?|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi;

/**
 * The format that a code of a workbook means, from its first section. Words and colours are left out first, so that a
 * currency or a unit is never taken for a date.
 */
export function formatOfCode(code: string): CellFormat {
  const bare = code.replace(LITERAL, '');
  const section = bare.split(';', 1)[0]!.trim().toLowerCase();
  if (/^0{2,}$/.test(section)) return CELL_FORMAT.ZEROS + Math.min(section.length, MOST_ZEROS);
  if (/^(general|standard|@)?$/.test(section)) return CELL_FORMAT.NUMBER;
  if (/\[(h+|m+|s+)\]/.test(section)) return CELL_FORMAT.DURATION;
  const text = section.replace(/am\/pm|a\/p/g, '').replace(/s[.,]0+/g, 's');
  if (/[0#?]/.test(text)) return CELL_FORMAT.NUMBER;
  const withoutMinutes = text.replace(/(h+[^a-z]*)m+/g, '$1').replace(/m+([^a-z]*s)/g, '$1');
  const hasDay = /[yd]|m/.test(withoutMinutes);
  const hasTime = /[hs]/.test(text);
  if (hasDay) return hasTime ? CELL_FORMAT.DATE_TIME : CELL_FORMAT.DATE;
  return hasTime ? CELL_FORMAT.TIME : CELL_FORMAT.NUMBER;
}
