import { addDays, type EpochDay } from '../base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';
import { chooseLines } from './chooseLines.ts';
import type { ContractLine } from './contractLine.ts';
import { followTerms } from './findOverlaps.ts';

/** Price of one seat a year in one currency; `undefined`: not known. */
export interface SeatPrice {
  readonly currency: CurrencyCode;
  readonly annual: MinorUnits | undefined;
}

/** What a seat of one licence type costs from a day on. */
export interface PricePeriod {
  /** First day of the period; `undefined`: ever before the first line. */
  readonly from: EpochDay | undefined;
  /** One entry, or one for each currency of the lines where the price of the days is not known. */
  readonly prices: readonly SeatPrice[];
}

/**
 * Price periods of every licence type, in order of time: a new one begins with every line and after the last day of
 * every line. A day is worth the lowest unit price in force on it; where no line is in force, where one has no price and
 * where the lines stand in no figure, the price is not known. A licence type without a line has no period.
 * Sources: formula 12.6 (lowest unit price in force, a price change splits at its effective date), CONTRACT-03.
 */
export function seatPrices(lines: readonly ContractLine[]): (licenceType: string) => readonly PricePeriod[] {
  const known = new Map<string, readonly PricePeriod[]>();
  return (licenceType) => {
    const found =
      known.get(licenceType) ?? periodsOf(lines.filter((line) => line.licenceType === licenceType));
    known.set(licenceType, found);
    return found;
  };
}

/** What a seat costs on a day; nothing where the licence type has no line. */
export const pricesOn = (periods: readonly PricePeriod[], day: EpochDay): readonly SeatPrice[] =>
  periods.findLast(({ from }) => from === undefined || from <= day)?.prices ?? [];

function periodsOf(own: readonly ContractLine[]): readonly PricePeriod[] {
  if (own.length === 0) return [];
  const currencies = [...new Set(own.map(({ currency }) => currency))];
  const unknown = currencies.map((currency): SeatPrice => ({ currency, annual: undefined }));
  const starts = followTerms(own)
    .running.filter(({ line, lastDay }) => line.termStart <= lastDay)
    .flatMap(({ line, lastDay }) => [line.termStart, addDays(lastDay, 1)]);
  const days = [...new Set(starts)].toSorted((a, b) => a - b);
  return [
    { from: undefined, prices: unknown },
    ...days.map((from): PricePeriod => {
      const [held] = chooseLines(own, from).entitlements;
      return {
        from,
        prices: held ? [{ currency: held.currency, annual: held.unitPriceAYear }] : unknown,
      };
    }),
  ];
}
