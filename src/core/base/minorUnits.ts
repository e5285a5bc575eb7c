import type { Brand } from './brand.ts';

/** An amount of money in the smallest unit of its currency (cents, pence, yen). Always an integer. */
export type MinorUnits = Brand<number, 'MinorUnits'>;

/** ISO 4217 code, three capital letters. */
export type CurrencyCode = Brand<string, 'CurrencyCode'>;

const NO_DECIMALS = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'UYI',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** Decimals of a currency: 0, 2 or 3 (ISO 4217). */
export function decimalsOf(currency: CurrencyCode): 0 | 2 | 3 {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** Rounds once, half away from zero: the only rounding of printed amounts. */
export function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}
