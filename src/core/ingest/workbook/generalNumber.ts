const NUMBER = /^[+-]?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/;

/** From here on a double has more than 15 digits before the point. */
const FIFTEEN_DIGITS = 1e15;
const MOST_PLAIN = 1e21;
/** A large number that is written with fewer digits than this in front of its exponent has lost the others. */
const ENOUGH_DIGITS = 12;

/** `1.33e+17` as a spreadsheet writes it: `1.33E+17`. */
function withExponent(text: string): string {
  const [mantissa, exponent = ''] = text.split('e');
  const digits = exponent.replace(/^[+-]/, '').padStart(2, '0');
  return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${digits}`;
}

/**
 * The shortest text that a spreadsheet shows for a stored number in a wide cell without format: 15 significant digits,
 * no zeros at the end, no exponent for whole numbers whose digits are there. A large number that was already stored
 * with a few digits and an exponent keeps this form, so that the loss stays visible. `undefined` for what is no number.
 * Source: date hazards, unit of integers.
 */
export function generalNumber(stored: string): string | undefined {
  const parts = NUMBER.exec(stored);
  const value = Number(stored);
  if (!parts || !Number.isFinite(value)) return undefined;
  if (value === 0) return '0';
  const [, whole = '', fraction = '', bare = '', exponent] = parts;
  const sign = value < 0 ? '-' : '';
  if (exponent === undefined && /^0*$/.test(fraction + bare)) return sign + whole.replace(/^0+/, '');
  const size = Math.abs(value);
  if (size >= FIFTEEN_DIGITS && size < MOST_PLAIN) {
    const digits = (whole + fraction + bare).replace(/^0+|0+$/g, '').length;
    return exponent !== undefined && digits < ENOUGH_DIGITS
      ? withExponent(value.toExponential())
      : String(BigInt(Math.round(value)));
  }
  const shown = String(Number(value.toPrecision(15)));
  return shown.includes('e') ? withExponent(shown) : shown;
}
