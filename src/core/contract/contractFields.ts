import type { EpochDay } from '../base/epochDay.ts';
import { formatDay, formatIsoDay } from '../base/formatDay.ts';
import { decimalsOf, type CurrencyCode, type MinorUnits } from '../base/minorUnits.ts';
import type { ContractFieldError, ContractLineTexts } from './contractLineTexts.ts';
import { isCurrency } from './currencies.ts';
import { readPrice, readPriceDoubt } from './readPrice.ts';
import { readingsOfDay, readTypedDay } from './readTypedDay.ts';

/** The numbers that a field accepts, and which one an empty field stands for. */
interface WholeNumbers {
  /** `undefined`: the field must be filled. */
  readonly whenEmpty?: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Reads the fields of the Contract form one by one and collects what cannot be saved. What a field that was refused is
 * read as has no meaning: a form with an error gives no line.
 */
export class ContractFields {
  /** In the order in which the fields were read. */
  readonly errors: ContractFieldError[] = [];

  constructor(private readonly texts: ContractLineTexts) {}

  refuse(field: keyof ContractLineTexts, sentence: string): void {
    this.errors.push({ field, sentence });
  }

  hasRefused(field: keyof ContractLineTexts): boolean {
    return this.errors.some((error) => error.field === field);
  }

  /** A text that must be given, without blanks around it. */
  required(field: 'vendor' | 'product' | 'licenceType', sentence: string): string {
    const text = this.texts[field].trim();
    if (text === '') this.refuse(field, sentence);
    return text;
  }

  /** A whole number; blanks may group its digits. */
  whole(
    field: 'committedQuantity' | 'minimumQuantity' | 'lotSize' | 'notice',
    { whenEmpty, least, most }: WholeNumbers,
    sentence: string,
  ): number {
    const text = this.texts[field].replace(/[\s\u00a0\u202f]/g, '');
    if (text === '' && whenEmpty !== undefined) return whenEmpty;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) this.refuse(field, sentence);
    return value;
  }

  /** `what`: the field in words, at the start of a sentence. */
  day(field: 'termStart' | 'termEnd', what: string): EpochDay {
    const text = this.texts[field].trim();
    const read = readTypedDay(this.texts[field]);
    if (read === undefined) this.refuse(field, text === '' ? `${what} is missing.` : wordUnreadDay(text));
    return read ?? (0 as EpochDay);
  }

  /** The price of a seat a year: a monthly one × 12. `undefined` where no price is typed. Source: CONTRACT-03. */
  yearlyPrice(currency: string): MinorUnits | undefined {
    const { unitPrice, pricePeriod } = this.texts;
    if (!isCurrency(currency)) {
      this.refuse('currency', 'Choose a currency by its three-letter code, for example EUR.');
      return undefined;
    }
    if (unitPrice.trim() === '') return undefined;
    const price = readPrice(unitPrice, currency);
    if (price === undefined) {
      this.refuse('unitPrice', wordUnreadPrice(unitPrice, currency));
      return undefined;
    }
    return (pricePeriod === 'month' ? price * 12 : price) as MinorUnits;
  }
}

function wordUnreadDay(typed: string): string {
  const [one, other] = readingsOfDay(typed);
  return one === undefined || other === undefined
    ? `'${typed}' is not a date. Type it as 2026-12-31 or 31 Dec 2026.`
    : `'${typed}' could be ${formatDay(one)} or ${formatDay(other)}. Type it as ${formatIsoDay(one)} or ${formatIsoDay(other)}.`;
}

function wordUnreadPrice(typed: string, currency: CurrencyCode): string {
  const doubt = readPriceDoubt(typed, currency);
  return doubt
    ? `'${typed.trim()}' could be ${doubt.thousands} or ${doubt.decimal}. Type it in one of these forms.`
    : `'${typed.trim()}' is not an amount in ${currency}. Type it like ${exampleOf(currency)}.`;
}

const exampleOf = (currency: CurrencyCode): string => (1200).toFixed(decimalsOf(currency));
