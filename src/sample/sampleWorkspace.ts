import { readIsoDay, type EpochDay } from '../core/base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../core/base/minorUnits.ts';
import type { ContractLine } from '../core/contract/contractLine.ts';
import { SAMPLE_HEADER, sampleSeats } from './sampleRows.ts';
import { SAMPLE_LICENCE_TYPES, type SampleLicenceType } from './sampleSeats.ts';

export const SAMPLE_FILE_NAME = 'tern-desk-users-2026-06-30.csv';
export const SAMPLE_SYSTEM = 'other';

const day = (iso: string): EpochDay => readIsoDay(iso)!;

interface LineTerms {
  readonly quantity: number;
  readonly priceAYear: number;
  readonly lotSize: number;
  readonly minimum: number;
  readonly lighter: SampleLicenceType | undefined;
}

const TERMS: Readonly<Record<SampleLicenceType, LineTerms>> = {
  Fulfiller: { quantity: 1600, priceAYear: 120_000, lotSize: 10, minimum: 900, lighter: 'Approver' },
  Approver: { quantity: 400, priceAYear: 18_000, lotSize: 1, minimum: 0, lighter: undefined },
  Analytics: { quantity: 150, priceAYear: 60_000, lotSize: 1, minimum: 0, lighter: undefined },
};

/** The contract with the invented vendor: one line a licence type. */
export const SAMPLE_CONTRACT: readonly ContractLine[] = SAMPLE_LICENCE_TYPES.map((licenceType) => {
  const terms = TERMS[licenceType];
  return {
    id: `sample-${licenceType.toLowerCase()}`,
    vendor: 'Example Software',
    product: 'Tern Desk',
    licenceType,
    metric: 'namedUser',
    committedQuantity: terms.quantity,
    unitPriceAYear: terms.priceAYear as MinorUnits,
    pricePeriod: 'year',
    currency: 'GBP' as CurrencyCode,
    termStart: day('2024-01-01'),
    termEnd: day('2026-12-31'),
    reductionRight: 'none',
    notice: { length: 60, unit: 'days' },
    renewsAutomatically: true,
    upliftBasisPoints: 700,
    minimumQuantity: terms.minimum,
    lotSize: terms.lotSize,
    restricted: false,
    paidSeat: true,
    deactivatedCounts: 'notStated',
    lighterLicenceType: terms.lighter,
    overlap: undefined,
  };
});

/** Rationales of the sample's exceptions, taken in turn. */
export const SAMPLE_EXCEPTIONS = [
  {
    rationale: 'Kept for the migration of the old service desk',
    fallbackControl: 'Project lead reviews at the end of the migration',
    until: day('2026-10-31'),
  },
  {
    rationale: 'Covers the audit in August',
    fallbackControl: 'Seat reviewed after the audit',
    until: day('2026-09-15'),
  },
  {
    rationale: 'Keeps a rarely used approval chain working',
    fallbackControl: 'Deputy named',
    until: day('2026-12-31'),
  },
] as const;

/** Accounts and licence types of the seats that the sample keeps by exception. */
export function sampleExceptedSeats(): readonly {
  readonly accountId: string;
  readonly licenceType: string;
}[] {
  return sampleSeats()
    .filter((seat) => seat.category === 'excepted')
    .map(({ row }) => ({ accountId: row['User ID'], licenceType: row['Licence type'] }));
}

/** The sample's users file as rows of cells, header first. */
export function sampleTable(): readonly (readonly string[])[] {
  return [SAMPLE_HEADER, ...sampleSeats().map(({ row }) => SAMPLE_HEADER.map((column) => row[column]))];
}
