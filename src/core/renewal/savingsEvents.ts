import type { EpochDay } from '../base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import { pricesOn, seatPrices, type PricePeriod, type SeatPrice } from '../contract/seatPrices.ts';
import type { CaseRecord } from '../reclaim/caseRecord.ts';
import type { SavingsEvent } from './runRate.ts';

type PeriodsOf = (licenceType: string) => readonly PricePeriod[];

/**
 * Events of every case at Closed Complete: one when its seat was reclaimed, one for every later day on which the price of
 * the seat changed, and one when the seat was found held again. A seat is worth the lowest price in force on each day, a
 * downgraded one its difference to the lighter licence type. Days whose price is not known are not known in every currency
 * of the lines; seats without a line give no event. Where a line is followed by one in another currency, the value leaves
 * the one total and enters the other. Where a later case reclaimed the same seat, the earlier one ends. Dry runs give none.
 * Cases stand in order of number; what happens after `asOf` is left out. Source: formula 12.6.
 */
export function savingsEvents(
  cases: Iterable<CaseRecord>,
  lines: readonly ContractLine[],
  asOf: EpochDay,
): readonly SavingsEvent[] {
  const periodsOf = seatPrices(lines);
  const counted = [...cases].filter(({ state, dryRun }) => state === 'Closed Complete' && !dryRun);
  const nextBySeat = new Map<string, EpochDay>();
  const events: (readonly SavingsEvent[])[] = [];
  for (const current of counted.toReversed()) {
    if (current.reclaimedOn === undefined) continue;
    const { seat } = current.seat;
    events.push(eventsOf(current, current.reclaimedOn, nextBySeat.get(seat), periodsOf));
    nextBySeat.set(seat, current.reclaimedOn);
  }
  return events
    .toReversed()
    .flat()
    .filter(({ on }) => on <= asOf);
}

function eventsOf(
  current: CaseRecord,
  reclaimedOn: EpochDay,
  /** When a later case reclaimed the same seat, which cannot be free twice. */
  reclaimedAgainOn: EpochDay | undefined,
  periodsOf: PeriodsOf,
): readonly SavingsEvent[] {
  // Held again once is held again: a second finding takes nothing off a second time.
  const ends = [...current.reactivatedOn, ...(reclaimedAgainOn === undefined ? [] : [reclaimedAgainOn])];
  const heldAgain = ends.length === 0 ? undefined : (Math.max(reclaimedOn, Math.min(...ends)) as EpochDay);
  const newPrices = priceDays(current, periodsOf).filter(
    (day) => day > reclaimedOn && (heldAgain === undefined || day < heldAgain),
  );
  const steps: readonly Step[] = [
    { kind: 'reclaimed', on: reclaimedOn, prices: savedOn(current, periodsOf, reclaimedOn) },
    ...newPrices.map((on): Step => ({ kind: 'repriced', on, prices: savedOn(current, periodsOf, on) })),
    ...(heldAgain === undefined ? [] : [{ kind: 'reactivated', on: heldAgain, prices: [] } as const]),
  ];
  const currencies = [...new Set(steps.flatMap(({ prices }) => prices.map(({ currency }) => currency)))];
  return currencies.flatMap((currency) => eventsIn(currency, steps, current));
}

/** What a seat saves from a day on. */
interface Step {
  readonly kind: SavingsEvent['kind'];
  readonly on: EpochDay;
  /** None once the seat is held again. */
  readonly prices: readonly SeatPrice[];
}

/** The steps as changes of the value in one currency; a step that changes nothing there is none. */
function eventsIn(
  currency: CurrencyCode,
  steps: readonly Step[],
  { seat, proof = 'attested' }: CaseRecord,
): readonly SavingsEvent[] {
  const events: SavingsEvent[] = [];
  let before: MinorUnits | undefined = 0 as MinorUnits;
  for (const { kind, on, prices } of steps) {
    const own = prices.find((price) => price.currency === currency);
    const after: MinorUnits | undefined = own ? own.annual : (0 as MinorUnits);
    const isFirst = kind === 'reclaimed' && own !== undefined;
    if (isFirst || after !== before)
      events.push({ seat: seat.seat, kind, on, before, after, currency, proof });
    before = after;
  }
  return events;
}

const lighterOf = ({ subStep, downgradeTo }: CaseRecord): string | undefined =>
  subStep === 'toDowngrade' || subStep === 'downgraded' ? downgradeTo : undefined;

/** Days on which a price that the case depends on may be another, in order of time. */
function priceDays(current: CaseRecord, periodsOf: PeriodsOf): readonly EpochDay[] {
  const lighter = lighterOf(current);
  const periods = [
    ...periodsOf(current.seat.licenceType),
    ...(lighter === undefined ? [] : periodsOf(lighter)),
  ];
  const days = periods.map(({ from }) => from).filter((from) => from !== undefined);
  return [...new Set(days)].toSorted((a, b) => a - b);
}

/** What a closed case saves a year on a day: the price of the seat, less that of the licence it was downgraded to. */
function savedOn(current: CaseRecord, periodsOf: PeriodsOf, day: EpochDay): readonly SeatPrice[] {
  const prices = pricesOn(periodsOf(current.seat.licenceType), day);
  const lighter = lighterOf(current);
  if (lighter === undefined) return prices;
  const lighterPrices = pricesOn(periodsOf(lighter), day);
  return prices.map(({ annual, currency }) => {
    const kept = lighterPrices.find((price) => price.currency === currency)?.annual;
    const isKnown = annual !== undefined && kept !== undefined;
    return { currency, annual: isKnown ? ((annual - kept) as MinorUnits) : undefined };
  });
}
