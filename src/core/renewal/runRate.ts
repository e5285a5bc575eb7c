import { calendarFromDay, dayFromCalendar, type EpochDay } from '../base/epochDay.ts';
import type { CurrencyCode, MinorUnits } from '../base/minorUnits.ts';
import { roundedQuotient } from './roundedQuotient.ts';

/** A dated, signed change of the annual value of reclaimed capacity. */
export interface SavingsEvent {
  /** Handle of the seat; events of one seat are rounded together. */
  readonly seat: string;
  readonly kind: 'reclaimed' | 'reactivated' | 'repriced';
  readonly on: EpochDay;
  /** Positive for a reclaim, negative for a reactivation, either for a new price; `undefined`: price not known. */
  readonly annual: MinorUnits | undefined;
  readonly currency: CurrencyCode;
  readonly proof: 'attested' | 'verified';
}

/** Value of reclaimed capacity in one currency. It is not cash while the contract gives no reduction right. */
export interface RunRate {
  readonly currency: CurrencyCode;
  /** Every reclaim up to A, reactivated or not. */
  readonly gross: MinorUnits | undefined;
  /** Seats reclaimed and not held again at A: the sum of all events up to A. */
  readonly net: MinorUnits | undefined;
  readonly netAttested: MinorUnits | undefined;
  readonly netVerified: MinorUnits | undefined;
  /** Value by days, from the start of the fiscal year to A, Actual/365. */
  readonly yearToDate: MinorUnits | undefined;
}

/** First day of the fiscal year that holds `asOf`; `startMonth` is 1 to 12. */
export function fiscalYearStart(asOf: EpochDay, startMonth: number): EpochDay {
  const { year, month } = calendarFromDay(asOf);
  return dayFromCalendar(month >= startMonth ? year : year - 1, startMonth, 1);
}

/**
 * Run-rate and year to date, net of reactivation, per currency in alphabetical order. Events after A do not count.
 * Because events are signed, a period reclaimed and reactivated is worth its days, a reclaim and a reactivation on
 * one day are worth nothing, and a new price splits the year at its own date. Source: formula 12.6.
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
      net: sumOf(own),
      netAttested: sumOf(own.filter(({ proof }) => proof === 'attested')),
      netVerified: sumOf(own.filter(({ proof }) => proof === 'verified')),
      yearToDate: sumByDays(own, yearStart, asOf),
    };
  });
}

function sumOf(events: readonly SavingsEvent[]): MinorUnits | undefined {
  if (events.some(({ annual }) => annual === undefined)) return undefined;
  return events.reduce((sum, { annual }) => sum + (annual ?? 0), 0) as MinorUnits;
}

function sumByDays(
  events: readonly SavingsEvent[],
  yearStart: EpochDay,
  asOf: EpochDay,
): MinorUnits | undefined {
  const valueBySeat = new Map<string, bigint>();
  for (const { seat, on, annual } of events) {
    if (annual === undefined) return undefined;
    const days = asOf + 1 - Math.max(on, yearStart);
    valueBySeat.set(seat, (valueBySeat.get(seat) ?? 0n) + BigInt(annual) * BigInt(days));
  }
  let sum = 0;
  for (const value of valueBySeat.values()) sum += roundedQuotient(value, 365n);
  return sum as MinorUnits;
}
