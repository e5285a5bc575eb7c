import type { EpochDay } from '../base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';
import { chooseLines } from '../contract/chooseLines.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import type { CaseRecord } from '../reclaim/caseRecord.ts';
import type { SavingsEvent } from './runRate.ts';

/** Price of one seat a year in one currency; `undefined`: not known. */
type AnnualPrice = Pick<SavingsEvent, 'annual' | 'currency'>;

/**
 * One event per seat at Closed Complete and one per reactivation, case by case. A seat is worth the lowest price in force
 * on `asOf`, a downgraded one its difference to the lighter licence type. Seats whose lines stand in no figure on that day
 * have a price that is not known, in every currency of those lines; seats without a line give no event. Dry runs give none.
 * Source: formula 12.6.
 */
export function savingsEvents(
  cases: Iterable<CaseRecord>,
  lines: readonly ContractLine[],
  asOf: EpochDay,
): readonly SavingsEvent[] {
  const pricesOf = pricesByLicenceType(lines, asOf);
  return [...cases].flatMap((current): SavingsEvent[] => {
    const { state, dryRun, proof, reclaimedOn, reactivatedOn } = current;
    if (state !== 'Closed Complete' || dryRun || reclaimedOn === undefined) return [];
    const about = { seat: current.seat.seat, proof: proof ?? 'attested' } as const;
    return savedPrices(current, pricesOf).flatMap(({ annual, currency }): SavingsEvent[] => [
      { ...about, kind: 'reclaimed', on: reclaimedOn, annual, currency },
      ...reactivatedOn.map((on) => ({
        ...about,
        kind: 'reactivated' as const,
        on,
        annual: annual === undefined ? undefined : (-annual as MinorUnits),
        currency,
      })),
    ]);
  });
}

function pricesByLicenceType(
  lines: readonly ContractLine[],
  asOf: EpochDay,
): (licenceType: string) => readonly AnnualPrice[] {
  const { entitlements } = chooseLines(lines, asOf);
  return (licenceType) => {
    const held = entitlements.find((entitlement) => entitlement.licenceType === licenceType);
    if (held) return [{ annual: held.unitPriceAYear, currency: held.currency }];
    const own = lines.filter((line) => line.licenceType === licenceType);
    const currencies = new Set(own.map(({ currency }) => currency));
    return [...currencies].map((currency: CurrencyCode) => ({ annual: undefined, currency }));
  };
}

/** What a closed case saves a year: the price of the seat, less that of the licence it was downgraded to. */
function savedPrices(
  { seat, subStep, downgradeTo }: CaseRecord,
  pricesOf: (licenceType: string) => readonly AnnualPrice[],
): readonly AnnualPrice[] {
  const prices = pricesOf(seat.licenceType);
  const isDowngrade = subStep === 'toDowngrade' || subStep === 'downgraded';
  if (!isDowngrade || downgradeTo === undefined) return prices;
  const lighter = pricesOf(downgradeTo);
  return prices.map(({ annual, currency }) => {
    const kept = lighter.find((price) => price.currency === currency)?.annual;
    const isKnown = annual !== undefined && kept !== undefined;
    return { currency, annual: isKnown ? ((annual - kept) as MinorUnits) : undefined };
  });
}
