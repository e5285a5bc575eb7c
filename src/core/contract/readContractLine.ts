import type { EpochDay } from '../base/epochDay.ts';
import { formatDay, formatIsoDay } from '../base/formatDay.ts';
import { decimalsOf, type CurrencyCode, type MinorUnits } from '../base/minorUnits.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import type {
  ContractLine,
  DeactivatedCounts,
  Metric,
  OverlapAnswer,
  ReductionRight,
} from './contractLine.ts';
import { isCurrency } from './currencies.ts';
import { readPrice, readPriceDoubt } from './readPrice.ts';
import { readingsOfDay, readTypedDay } from './readTypedDay.ts';

/** A contract line as the form holds it: texts as typed, choices as chosen. */
export interface ContractLineTexts {
  readonly id: string;
  readonly vendor: string;
  readonly product: string;
  readonly licenceType: string;
  readonly metric: Metric;
  readonly committedQuantity: string;
  /** Empty: the price is not known. */
  readonly unitPrice: string;
  readonly pricePeriod: 'month' | 'year';
  readonly currency: string;
  readonly termStart: string;
  readonly termEnd: string;
  readonly reductionRight: ReductionRight;
  /** Empty: the notice date is not known. */
  readonly notice: string;
  readonly noticeUnit: 'days' | 'months';
  readonly renewsAutomatically: boolean;
  /** Per cent; empty: 0. */
  readonly uplift: string;
  /** Empty: 0. */
  readonly minimumQuantity: string;
  /** Empty: 1. */
  readonly lotSize: string;
  readonly restricted: boolean;
  readonly paidSeat: boolean;
  readonly deactivatedCounts: DeactivatedCounts;
  /** Empty: none. */
  readonly lighterLicenceType: string;
  /** Answered beside the form, not typed in it; see `ContractLine.overlap`. */
  readonly overlap: OverlapAnswer | undefined;
}

/** A field that cannot be saved as typed, with the sentence shown beside it. */
export interface ContractFieldError {
  readonly field: keyof ContractLineTexts;
  readonly sentence: string;
}

/** Largest quantity a line accepts; keeps every amount exact. */
const QUANTITY_LIMIT = 10_000_000;

/**
 * Reads the form of the Contract screen. Fails with one error per field, in the order of the form.
 * Monthly prices become prices a year (× 12); the uplift becomes hundredths of a per cent.
 * Sources: CONTRACT-01, CONTRACT-03, CONTRACT-04.
 */
export function readContractLine(
  texts: ContractLineTexts,
): Result<ContractLine, readonly ContractFieldError[]> {
  const errors: ContractFieldError[] = [];
  const refuse = (field: keyof ContractLineTexts, sentence: string): void => {
    errors.push({ field, sentence });
  };
  const required = (field: 'vendor' | 'product' | 'licenceType', sentence: string): string => {
    const text = texts[field].trim();
    if (text === '') refuse(field, sentence);
    return text;
  };
  const whole = (
    field: 'committedQuantity' | 'minimumQuantity' | 'lotSize' | 'notice',
    whenEmpty: number | undefined,
    least: number,
    most: number,
    sentence: string,
  ): number => {
    const text = texts[field].replace(/[\s\u00a0\u202f]/g, '');
    if (text === '' && whenEmpty !== undefined) return whenEmpty;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) refuse(field, sentence);
    return value;
  };
  const day = (field: 'termStart' | 'termEnd', what: string): EpochDay => {
    const read = readTypedDay(texts[field]);
    if (read === undefined) {
      refuse(field, texts[field].trim() === '' ? `${what} is missing.` : wordUnreadDay(texts[field].trim()));
    }
    return read ?? (0 as EpochDay);
  };

  const vendor = required('vendor', 'Type the vendor as it stands on the order form.');
  const product = required('product', 'Type the product as it stands on the order form.');
  const licenceType = required(
    'licenceType',
    'Choose or type the licence type as it stands in your user list.',
  );
  const committedQuantity = whole(
    'committedQuantity',
    undefined,
    1,
    QUANTITY_LIMIT,
    'Committed quantity is a whole number of seats, at least 1.',
  );
  const currency = texts.currency.trim().toUpperCase();
  const unitPriceAYear = readYearlyPrice(texts, currency, refuse);
  const termStart = day('termStart', 'Term start');
  const termEnd = day('termEnd', 'Term end');
  if (!errors.some(({ field }) => field === 'termStart' || field === 'termEnd') && termEnd < termStart) {
    refuse('termEnd', 'Term end is before term start.');
  }
  const noticeLength = whole(
    'notice',
    0,
    0,
    texts.noticeUnit === 'days' ? 3660 : 120,
    'Notice is a whole number of days or months.',
  );
  const upliftBasisPoints = readPercent(texts.uplift);
  if (upliftBasisPoints === undefined)
    refuse('uplift', 'Uplift is a percentage from −99.99 to 1000, with at most two decimals.');
  const minimumQuantity = whole(
    'minimumQuantity',
    0,
    0,
    QUANTITY_LIMIT,
    'Minimum quantity is a whole number of seats; leave it empty when there is none.',
  );
  const lotSize = whole('lotSize', 1, 1, QUANTITY_LIMIT, 'Lot size is a whole number of seats, at least 1.');
  const lighter = texts.lighterLicenceType.trim();
  if (lighter !== '' && lighter === licenceType)
    refuse('lighterLicenceType', 'The lighter licence type must be another one.');

  if (errors.length > 0) return fail(errors);
  return succeed({
    id: texts.id,
    vendor,
    product,
    licenceType,
    metric: texts.metric,
    committedQuantity,
    unitPriceAYear,
    pricePeriod: texts.pricePeriod,
    currency: currency as CurrencyCode,
    termStart,
    termEnd,
    reductionRight: texts.reductionRight,
    notice: texts.notice.trim() === '' ? undefined : { length: noticeLength, unit: texts.noticeUnit },
    renewsAutomatically: texts.renewsAutomatically,
    upliftBasisPoints: upliftBasisPoints ?? 0,
    minimumQuantity,
    lotSize,
    restricted: texts.restricted,
    paidSeat: texts.paidSeat,
    deactivatedCounts: texts.deactivatedCounts,
    lighterLicenceType: lighter === '' ? undefined : lighter,
    overlap: texts.overlap,
  });
}

function wordUnreadDay(typed: string): string {
  const [one, other] = readingsOfDay(typed);
  return one === undefined || other === undefined
    ? `'${typed}' is not a date. Type it as 2026-12-31 or 31 Dec 2026.`
    : `'${typed}' could be ${formatDay(one)} or ${formatDay(other)}. Type it as ${formatIsoDay(one)} or ${formatIsoDay(other)}.`;
}

function readYearlyPrice(
  texts: ContractLineTexts,
  currency: string,
  refuse: (field: 'unitPrice' | 'currency', sentence: string) => void,
): MinorUnits | undefined {
  if (!isCurrency(currency)) {
    refuse('currency', 'Choose a currency by its three-letter code, for example EUR.');
    return undefined;
  }
  if (texts.unitPrice.trim() === '') return undefined;
  const price = readPrice(texts.unitPrice, currency);
  if (price === undefined) {
    const doubt = readPriceDoubt(texts.unitPrice, currency);
    refuse(
      'unitPrice',
      doubt
        ? `'${texts.unitPrice.trim()}' could be ${doubt.thousands} or ${doubt.decimal}. Type it in one of these forms.`
        : `'${texts.unitPrice.trim()}' is not an amount in ${currency}. Type it like ${exampleOf(currency)}.`,
    );
    return undefined;
  }
  return (texts.pricePeriod === 'month' ? price * 12 : price) as MinorUnits;
}

const exampleOf = (currency: CurrencyCode): string => (1200).toFixed(decimalsOf(currency));

/** Per cent with at most two decimals into hundredths of a per cent; `''` is 0. Range −99.99 to 1000. */
export function readPercent(text: string): number | undefined {
  const plain = text.trim().replace(/\s*%$/, '').replace('\u2212', '-').replace(',', '.');
  if (plain === '') return 0;
  const parts = /^(-?)(\d{1,4})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!parts) return undefined;
  const size = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  const basisPoints = parts[1] === '-' && size !== 0 ? -size : size;
  return basisPoints < -9999 || basisPoints > 100_000 ? undefined : basisPoints;
}
