import { MINUS } from '../../core/base/formatNumber.ts';

/** A printed figure taken apart, for a table that other programs read. */
export interface PlainValue {
  /** Digits with a point and a hyphen, or the words that stand where there is no number. */
  readonly value: string;
  /** Upper end of a range; '' where there is none. */
  readonly to: string;
  /** `%`, a currency code, a noun such as `days`; '' of a bare count. */
  readonly unit: string;
}

const NUMBER = String.raw`[+-]?\d+(?: \d{3})*(?:\.\d+)?`;
const SHARES = new RegExp(String.raw`^(${NUMBER}) %(?: – (${NUMBER}) %)?$`);
const AMOUNT = new RegExp(String.raw`^([A-Z]{3}) (${NUMBER})$`);
const COUNT = new RegExp(String.raw`^(${NUMBER})(?: ([a-z]+))?$`);

const digits = (text = ''): string => text.replaceAll(' ', '').replace('+', '');

/** Takes a printed figure apart. What is no number of a known form stays as it is printed. */
export function plainValue(text: string): PlainValue {
  const plain = text.replaceAll('\u00a0', ' ').replaceAll(MINUS, '-');
  const [, from, to] = SHARES.exec(plain) ?? [];
  if (from !== undefined) return { value: digits(from), to: digits(to), unit: '%' };
  const [, currency, amount] = AMOUNT.exec(plain) ?? [];
  if (currency !== undefined) return { value: digits(amount), to: '', unit: currency };
  const [, count, noun = ''] = COUNT.exec(plain) ?? [];
  return count === undefined
    ? { value: plain, to: '', unit: '' }
    : { value: digits(count), to: '', unit: noun };
}
