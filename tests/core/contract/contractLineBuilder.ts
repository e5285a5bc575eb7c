import { readIsoDay, type EpochDay } from '../../../src/core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../../../src/core/base/minorUnits.ts';
import type { ContractLine } from '../../../src/core/contract/contractLine.ts';
import { entitlementOf, type Entitlement } from '../../../src/core/contract/entitlementOf.ts';

/** The day of an ISO text that exists. */
export function day(iso: string): EpochDay {
  const read = readIsoDay(iso);
  if (read === undefined) throw new Error(`No such day: ${iso}`);
  return read;
}

type Dated = Omit<ContractLine, 'termStart' | 'termEnd'>;

/** The line of the running example: 1 000 seats at GBP 1 200.00, term to 31 Dec 2026, changed where said. */
export function contractLine(
  changes: Partial<Dated> & { readonly termStart?: string; readonly termEnd?: string } = {},
): ContractLine {
  const { termStart = '2024-01-01', termEnd = '2026-12-31', ...rest } = changes;
  return {
    id: 'line-1',
    vendor: 'Tern',
    product: 'Tern Desk',
    licenceType: 'Fulfiller',
    metric: 'namedUser',
    committedQuantity: 1000,
    unitPriceAYear: 120_000 as MinorUnits,
    pricePeriod: 'year',
    currency: 'GBP' as CurrencyCode,
    termStart: day(termStart),
    termEnd: day(termEnd),
    reductionRight: 'none',
    notice: { length: 60, unit: 'days' },
    renewsAutomatically: true,
    upliftBasisPoints: 700,
    minimumQuantity: 700,
    lotSize: 10,
    restricted: false,
    paidSeat: true,
    deactivatedCounts: 'notStated',
    lighterLicenceType: undefined,
    overlap: undefined,
    ...rest,
  };
}

/** What the line of the running example entitles to when it is the only one of its licence type. */
export const entitlement = (changes: Parameters<typeof contractLine>[0] = {}): Entitlement =>
  entitlementOf([contractLine(changes)]);
