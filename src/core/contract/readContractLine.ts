import type { CurrencyCode } from '../base/minorUnits.ts';
import { fail, succeed, type Result } from '../base/result.ts';
import { ContractFields } from './contractFields.ts';
import type { ContractLine } from './contractLine.ts';
import type { ContractFieldError, ContractLineTexts } from './contractLineTexts.ts';
import { readPercent } from './readPercent.ts';

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
  const fields = new ContractFields(texts);
  const vendor = fields.required('vendor', 'Type the vendor as it stands on the order form.');
  const product = fields.required('product', 'Type the product as it stands on the order form.');
  const licenceType = fields.required(
    'licenceType',
    'Choose or type the licence type as it stands in your user list.',
  );
  const committedQuantity = fields.whole(
    'committedQuantity',
    { least: 1, most: QUANTITY_LIMIT },
    'Committed quantity is a whole number of seats, at least 1.',
  );
  const currency = texts.currency.trim().toUpperCase();
  const unitPriceAYear = fields.yearlyPrice(currency);
  const termStart = fields.day('termStart', 'Term start');
  const termEnd = fields.day('termEnd', 'Term end');
  const hasTerm = !fields.hasRefused('termStart') && !fields.hasRefused('termEnd');
  if (hasTerm && termEnd < termStart) fields.refuse('termEnd', 'Term end is before term start.');
  const noticeLength = fields.whole(
    'notice',
    { whenEmpty: 0, least: 0, most: texts.noticeUnit === 'days' ? 3660 : 120 },
    'Notice is a whole number of days or months.',
  );
  const upliftBasisPoints = readPercent(texts.uplift);
  if (upliftBasisPoints === undefined)
    fields.refuse('uplift', 'Uplift is a percentage from −99.99 to 1000, with at most two decimals.');
  const minimumQuantity = fields.whole(
    'minimumQuantity',
    { whenEmpty: 0, least: 0, most: QUANTITY_LIMIT },
    'Minimum quantity is a whole number of seats; leave it empty when there is none.',
  );
  const lotSize = fields.whole(
    'lotSize',
    { whenEmpty: 1, least: 1, most: QUANTITY_LIMIT },
    'Lot size is a whole number of seats, at least 1.',
  );
  const lighter = texts.lighterLicenceType.trim();
  if (lighter !== '' && lighter === licenceType)
    fields.refuse('lighterLicenceType', 'The lighter licence type must be another one.');

  if (fields.errors.length > 0) return fail(fields.errors);
  const { id, metric, pricePeriod, reductionRight, renewsAutomatically } = texts;
  const { restricted, paidSeat, deactivatedCounts, overlap } = texts;
  return succeed({
    id,
    vendor,
    product,
    licenceType,
    metric,
    committedQuantity,
    unitPriceAYear,
    pricePeriod,
    currency: currency as CurrencyCode,
    termStart,
    termEnd,
    reductionRight,
    notice: texts.notice.trim() === '' ? undefined : { length: noticeLength, unit: texts.noticeUnit },
    renewsAutomatically,
    upliftBasisPoints: upliftBasisPoints ?? 0,
    minimumQuantity,
    lotSize,
    restricted,
    paidSeat,
    deactivatedCounts,
    lighterLicenceType: lighter === '' ? undefined : lighter,
    overlap,
  });
}
