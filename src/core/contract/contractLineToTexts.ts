import { formatIsoDay } from '../base/formatDay.ts';
import { decimalsOf } from '../base/minorUnits.ts';
import type { ContractLine } from './contractLine.ts';
import type { ContractLineTexts } from './contractLineTexts.ts';

/**
 * A stored line as the form holds it: `readContractLine` reads the texts back into the same line. A notice that is not
 * known, no minimum quantity and lots of one are empty; the price stands for the period in which it was typed.
 */
export function contractLineToTexts(line: ContractLine): ContractLineTexts {
  return {
    id: line.id,
    vendor: line.vendor,
    product: line.product,
    licenceType: line.licenceType,
    metric: line.metric,
    committedQuantity: String(line.committedQuantity),
    unitPrice: priceText(line),
    pricePeriod: line.pricePeriod,
    currency: line.currency,
    termStart: formatIsoDay(line.termStart),
    termEnd: formatIsoDay(line.termEnd),
    reductionRight: line.reductionRight,
    notice: line.notice === undefined ? '' : String(line.notice.length),
    noticeUnit: line.notice?.unit ?? 'days',
    renewsAutomatically: line.renewsAutomatically,
    uplift: String(line.upliftBasisPoints / 100),
    minimumQuantity: line.minimumQuantity === 0 ? '' : String(line.minimumQuantity),
    lotSize: line.lotSize === 1 ? '' : String(line.lotSize),
    restricted: line.restricted,
    paidSeat: line.paidSeat,
    deactivatedCounts: line.deactivatedCounts,
    lighterLicenceType: line.lighterLicenceType ?? '',
    overlap: line.overlap,
  };
}

/** `1200.00`, without group signs: the form in which a price is edited. */
function priceText({ unitPriceAYear, pricePeriod, currency }: ContractLine): string {
  if (unitPriceAYear === undefined) return '';
  const typed = pricePeriod === 'month' ? Math.round(unitPriceAYear / 12) : unitPriceAYear;
  const decimals = decimalsOf(currency);
  const digits = String(typed).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
