import { calendarFromDay, dayFromCalendar, type EpochDay } from '../base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';
import { roundedQuotient } from './roundedQuotient.ts';

/** A dated change of the annual value of reclaimed capacity: the signed amount is `after` − `before`. */
export interface SavingsEvent {
  /** Handle of the seat; days of one seat are rounded together. */
  readonly seat: string;
  readonly kind: 'reclaimed' | 'reactivated' | 'repriced';
  readonly on: EpochDay;
  /** What the seat saved a year until the day before: 0 until it is reclaimed; `undefined`: price not known. */
  readonly before: MinorUnits | undefined;
  /** What it saves a year from this day on: 0 once it is held again; `undefined`: price not known. */
  readonly after: MinorUnits | undefined;
  readonly currency: CurrencyCode;
  readonly proof: 'attested' | 'verified';
}

/** An amount of capacity, attested and verified apart. `undefined` is "not known". */
export interface CapacityValue {
  readonly all: MinorUnits | undefined;
  readonly attested: MinorUnits | undefined;
  readonly verified: MinorUnits | undefined;
}

/** Value of reclaimed capacity in one currency. It is not cash while the contract gives no reduction right. */
export interface RunRate {
  readonly currency: CurrencyCode;
  /** Every reclaim up to A at its price of that day, reactivated or not. */
  readonly gross: MinorUnits | undefined;
  /** Seats reclaimed and not held again at A, at the prices of A: the sum of all events up to A. */
  readonly net: CapacityValue;
  /** Value by days at the price of each day, from the start of the fiscal year to A, Actual/365. */
  readonly yearToDate: CapacityValue;
}

/** First day of the fiscal year that holds `asOf`; `startMonth` is 1 to 12. */
export function fiscalYearStart(asOf: EpochDay, startMonth: number): EpochDay {
  const { year, month } = calendarFromDay(asOf);
  return dayFromCalendar(month >= startMonth ? year : year - 1, startMonth, 1);
}

/**
 * Run-rate and year to date, net of reactivation, per currency in alphabetical order. Events after A do not count.
 * Because events tell the value on both sides, a period reclaimed and reactivated is worth its days, a reclaim and a
 * reactivation on one day are worth nothing, and a new price splits the year at its own date. A price that is not known
 * for some days leaves unknown only what those days enter: not the run-rate where the price of A is known, and not the
 * year where they lie before it. Source: formula 12.6.
 */
export function runRate(
  events: readonly SavingsEvent[],
  asOf: EpochDay,
  startMonth: number,
): readonly RunRate[] {
  const yearStart = fiscalYearStart(asOf, startMonth);
  const due = events.filter(({ on }) => on <= asOf);
  return [...new Set(due.map(({ currency }) => currency))].toSorted().map((currency) => {
    const own = due.filter((event) => event.currency === currency);
    return {
      currency,
      gross: sumOf(own.filter(({ kind }) => kind === 'reclaimed')),
      net: byProof(own, sumOf),
      yearToDate: byProof(own, (some) => sumByDays(some, yearStart, asOf)),
    };
  });
}

function byProof(
  events: readonly SavingsEvent[],
  sum: (events: readonly SavingsEvent[]) => MinorUnits | undefined,
): CapacityValue {
  const of = (wanted: SavingsEvent['proof']): MinorUnits | undefined =>
    sum(events.filter(({ proof }) => proof === wanted));
  const [attested, verified] = [of('attested'), of('verified')];
  const isKnown = attested !== undefined && verified !== undefined;
  return { attested, verified, all: isKnown ? ((attested + verified) as MinorUnits) : undefined };
}

/** How many prices that are not known a change brings in (1) or takes out (−1). */
const openPrices = ({ before, after }: SavingsEvent): number =>
  (after === undefined ? 1 : 0) - (before === undefined ? 1 : 0);

const knownChange = ({ before = 0 as MinorUnits, after = 0 as MinorUnits }: SavingsEvent): number =>
  after - before;

function sumOf(events: readonly SavingsEvent[]): MinorUnits | undefined {
  let sum = 0;
  let open = 0;
  for (const event of events) {
    sum += knownChange(event);
    open += openPrices(event);
  }
  return open === 0 ? (sum as MinorUnits) : undefined;
}

function sumByDays(
  events: readonly SavingsEvent[],
  yearStart: EpochDay,
  asOf: EpochDay,
): MinorUnits | undefined {
  const valueBySeat = new Map<string, bigint>();
  let openDays = 0;
  for (const event of events) {
    const days = asOf + 1 - Math.max(event.on, yearStart);
    openDays += openPrices(event) * days;
    valueBySeat.set(
      event.seat,
      (valueBySeat.get(event.seat) ?? 0n) + BigInt(knownChange(event)) * BigInt(days),
    );
  }
  if (openDays !== 0) return undefined;
  let sum = 0;
  for (const value of valueBySeat.values()) sum += roundedQuotient(value, 365n);
  return sum as MinorUnits;
}
