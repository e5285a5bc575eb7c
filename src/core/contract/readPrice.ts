import { decimalsOf, type CurrencyCode, type MinorUnits } from '../base/minorUnits.ts';

const GROUPS = /[\s\u00a0\u202f'’]/g;

/**
 * Reads a typed price into minor units, exactly. Spaces and apostrophes group digits; where comma and point both
 * occur the last one is the decimal sign; a comma before exactly three digits groups them. The code of the line's own
 * currency may stand before or behind the amount, also as € or £. `undefined` when the text
 * is no amount, is negative, or has more decimals than the currency (0, 2 or 3).
 * Source: CONTRACT-03.
 */
export function readPrice(text: string, currency: CurrencyCode): MinorUnits | undefined {
  const decimals = decimalsOf(currency);
  const plain = withDecimalPoint(withoutCurrency(text.replace(GROUPS, ''), currency), decimals);
  const parts = plain === undefined ? null : /^(\d{1,12})(?:\.(\d+))?$/.exec(plain);
  if (!parts) return undefined;
  const fraction = parts[2] ?? '';
  if (fraction.length > decimals) return undefined;
  return Number((parts[1] ?? '') + fraction.padEnd(decimals, '0')) as MinorUnits;
}

const SIGNS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£' };

/** The text without the one mark of `currency` at its start or end; another currency stays, and is refused. */
function withoutCurrency(text: string, currency: CurrencyCode): string {
  for (const mark of [currency as string, SIGNS[currency]]) {
    if (mark === undefined) continue;
    if (text.toUpperCase().startsWith(mark)) return text.slice(mark.length);
    if (text.toUpperCase().endsWith(mark)) return text.slice(0, -mark.length);
  }
  return text;
}

function withDecimalPoint(text: string, decimals: number): string | undefined {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma < 0) return text;
  if (point > comma) return ungrouped(text, ',');
  if (point >= 0) return ungrouped(text.slice(0, comma), '.')?.concat('.', text.slice(comma + 1));
  const grouped = ungrouped(text, ',');
  if (grouped === undefined) return /^\d+,\d+$/.test(text) ? text.replace(',', '.') : undefined;
  return decimals === 3 && !/,.*,/.test(text) ? undefined : grouped;
}

/** The text without its group signs, when they stand before every three digits as they should. */
function ungrouped(text: string, sign: ',' | '.'): string | undefined {
  const whole = sign === ',' ? (text.split('.')[0] ?? '') : text;
  const groups = whole.split(sign);
  const wellFormed = groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  return wellFormed ? groups.join('') + text.slice(whole.length) : undefined;
}
