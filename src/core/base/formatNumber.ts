import { decimalsOf, type CurrencyCode, type MinorUnits } from './minorUnits.ts';

/** Thousands are separated by a no-break space, on screen and in the brief. */
const SEPARATOR = '\u00a0';
/** The sign of numbers below zero, on screen and in the brief: a true minus, not a hyphen. */
export const MINUS = '\u2212';

function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, SEPARATOR);
}

/** `1 200`, `−7`. Whole numbers only. */
export function formatCount(count: number): string {
  return (count < 0 ? MINUS : '') + groupDigits(String(Math.abs(count)));
}

/** `+12`, `−7`, `0`: a count as a change. */
export const formatChange = (count: number): string => (count > 0 ? '+' : '') + formatCount(count);

/**
 * A share as a percentage with one decimal, rounded half away from zero, computed from integers.
 * A denominator of zero prints `n/a`.
 */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return 'n/a';
  const negative = part < 0 !== whole < 0 && part !== 0;
  const numerator = BigInt(Math.abs(part)) * 1000n;
  const denominator = BigInt(Math.abs(whole));
  const tenths = (numerator * 2n + denominator) / (denominator * 2n);
  const shown = `${groupDigits(String(tenths / 10n))}.${tenths % 10n}${SEPARATOR}%`;
  return negative && tenths !== 0n ? MINUS + shown : shown;
}

/** `1 200.00`: an amount without its currency code, for columns whose header names it. */
export function formatAmount(amount: MinorUnits, currency: CurrencyCode): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = groupDigits(decimals === 0 ? digits : digits.slice(0, -decimals));
  return (amount < 0 ? MINUS : '') + whole + (decimals === 0 ? '' : `.${digits.slice(-decimals)}`);
}

/** `GBP 1 200.00`. */
export const formatMoney = (amount: MinorUnits, currency: CurrencyCode): string =>
  `${currency}${SEPARATOR}${formatAmount(amount, currency)}`;
