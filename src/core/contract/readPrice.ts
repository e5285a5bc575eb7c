import { decimalsOf, roundHalfAway, type CurrencyCode, type MinorUnits } from '../base/minorUnits.ts';

const GROUPS = /[\s\u00a0\u202f'’]/g;

/**
 * Reads a typed price into minor units, exactly. Spaces and apostrophes group digits; where comma and point both
 * occur the last one is the decimal sign; a comma before exactly three digits groups them, unless it could as well be a
 * decimal sign (see {@link readPriceDoubt}). The code of the line's own currency may stand before or behind the amount,
 * also as € or £. `undefined` when the text is no amount, is negative, too large to be counted
 * exactly, has more decimals than the currency (0, 2 or 3) or leaves a doubt.
 * Source: CONTRACT-03.
 */
export function readPrice(text: string, currency: CurrencyCode): MinorUnits | undefined {
  const decimals = decimalsOf(currency);
  const plain = withDecimalPoint(withoutCurrency(text.replace(GROUPS, ''), currency), decimals);
  const parts = plain === undefined ? null : /^(\d{1,15})(?:\.(\d+))?$/.exec(plain);
  if (!parts) return undefined;
  const fraction = parts[2] ?? '';
  if (fraction.length > decimals) return undefined;
  const minor = Number((parts[1] ?? '') + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? (minor as MinorUnits) : undefined;
}

/** The two amounts that a text with one comma or point before three digits can mean, as they can be typed instead. */
export interface PriceDoubt {
  readonly thousands: string;
  /** Rounded to the decimals of the currency. */
  readonly decimal: string;
}

/**
 * Why a price was not read: `8,333` can be eight thousand or a twelfth of a hundred. A comma is in doubt where its last
 * digit is not 0, which nobody types behind a decimal sign, or where the currency has three decimals; a point before
 * three digits always is, unless the currency has three decimals. A currency without decimals leaves no doubt about a
 * comma. `undefined` where there is nothing to doubt.
 */
export function readPriceDoubt(text: string, currency: CurrencyCode): PriceDoubt | undefined {
  const decimals = decimalsOf(currency);
  const parts = THREE_AFTER_SIGN.exec(withoutCurrency(text.replace(GROUPS, ''), currency));
  if (!parts || !isInDoubt(parts[2] ?? '', parts[3] ?? '', decimals)) return undefined;
  const thousandths = Number(`${parts[1]}${parts[3]}`);
  const minor = roundHalfAway(thousandths / 10 ** (3 - decimals));
  return { thousands: thousandths.toFixed(decimals), decimal: (minor / 10 ** decimals).toFixed(decimals) };
}

/** `8,333`, `12.345`: one to three digits, the first not 0, a sign and three digits. */
const THREE_AFTER_SIGN = /^([1-9]\d{0,2})([,.])(\d{3})$/;

function isInDoubt(sign: string, digits: string, decimals: number): boolean {
  if (sign === '.') return decimals !== 3;
  return decimals === 3 || (decimals === 2 && !digits.endsWith('0'));
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
  const grouped = text.startsWith('0') ? undefined : ungrouped(text, ',');
  if (grouped === undefined) return /^\d+,\d+$/.test(text) ? text.replace(',', '.') : undefined;
  const parts = THREE_AFTER_SIGN.exec(text);
  return parts && isInDoubt(',', parts[3] ?? '', decimals) ? undefined : grouped;
}

/** The text without its group signs, when they stand before every three digits as they should. */
function ungrouped(text: string, sign: ',' | '.'): string | undefined {
  const whole = sign === ',' ? (text.split('.')[0] ?? '') : text;
  const groups = whole.split(sign);
  const wellFormed = groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  return wellFormed ? groups.join('') + text.slice(whole.length) : undefined;
}
