import type { EpochDay } from '../base/epochDay.ts';
import { roundHalfAway, type CurrencyCode, type MinorUnits } from '../base/minorUnits.ts';
import type { SeatKey } from '../policy/reviewFacts.ts';
import type { CaseRecord } from './caseRecord.ts';

/** A dated, signed annual amount for a reclaimed (positive) or reactivated (negative) seat. Source: formula 12.6. */
export interface SavingsEvent {
  readonly on: EpochDay;
  readonly seat: SeatKey;
  readonly caseNumber: number;
  readonly currency: CurrencyCode;
  /** Price of the seat for a year, signed. */
  readonly annual: MinorUnits;
  readonly proof: 'attested' | 'verified';
}

/** What a seat costs a year; `undefined` when the price is not known. */
export type SeatPrice = (
  current: CaseRecord,
) => { readonly currency: CurrencyCode; readonly annual: MinorUnits } | undefined;

/**
 * One event per Closed Complete and one per reactivation, in order of day. Dry runs and seats without a known price
 * give none: their money is "not known".
 */
export function savingsEvents(cases: Iterable<CaseRecord>, priceOf: SeatPrice): SavingsEvent[] {
  const events: SavingsEvent[] = [];
  for (const current of cases) {
    const { state, dryRun, proof, reclaimedOn } = current;
    if (state !== 'Closed Complete' || dryRun || proof === undefined || reclaimedOn === undefined) continue;
    const price = priceOf(current);
    if (price === undefined) continue;
    const { currency, annual } = price;
    const about = { seat: current.seat.seat, caseNumber: current.number, currency, proof };
    events.push({ ...about, on: reclaimedOn, annual });
    for (const on of current.reactivatedOn) events.push({ ...about, on, annual: -annual as MinorUnits });
  }
  return events.toSorted((left, right) => left.on - right.on || left.caseNumber - right.caseNumber);
}

/** Gross and net run-rate and the value of the year so far, of one currency and evidence class. */
export interface RunRate {
  readonly currency: CurrencyCode;
  readonly proof: 'attested' | 'verified';
  /** Sum of the annual amounts of reclaimed seats. */
  readonly gross: MinorUnits;
  /** Sum of all events: reclaimed and not held again. */
  readonly net: MinorUnits;
  /** Value of reclaimed capacity from the start of the fiscal year up to and including A; each event rounded once. */
  readonly yearToDate: MinorUnits;
}

/**
 * Run-rates at A per currency and evidence class; currencies are never added. A day counts while the seat is free:
 * from the day it was reclaimed up to, not including, the day it was held again. Actual/365 fixed.
 */
export function runRates(
  events: readonly SavingsEvent[],
  asOf: EpochDay,
  fiscalYearStart: EpochDay,
): RunRate[] {
  const groups = new Map<string, SavingsEvent[]>();
  for (const event of events) {
    if (event.on > asOf) continue;
    const key = `${event.currency} ${event.proof}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { currency, proof } = first;
    const gross = sum(group.map(({ annual }) => Math.max(0, annual)));
    const net = sum(group.map(({ annual }) => annual));
    const yearToDate = sum(freeSpells(group).map((spell) => valueOf(spell, asOf, fiscalYearStart)));
    return [{ currency, proof, gross, net, yearToDate }];
  });
}

interface FreeSpell {
  readonly annual: MinorUnits;
  readonly from: EpochDay;
  readonly until: EpochDay | undefined;
}

/** Reclaim events paired with the reactivation that ends them, per case. */
function freeSpells(events: readonly SavingsEvent[]): FreeSpell[] {
  const ends = new Map(
    events.filter(({ annual }) => annual < 0).map(({ caseNumber, on }) => [caseNumber, on]),
  );
  return events
    .filter(({ annual }) => annual >= 0)
    .map(({ annual, on, caseNumber }) => ({ annual, from: on, until: ends.get(caseNumber) }));
}

function valueOf({ annual, from, until }: FreeSpell, asOf: EpochDay, fiscalYearStart: EpochDay): number {
  const start = Math.max(from, fiscalYearStart);
  const end = Math.min(until ?? asOf + 1, asOf + 1);
  return roundHalfAway((annual * Math.max(0, end - start)) / 365);
}

const sum = (amounts: readonly number[]): MinorUnits =>
  amounts.reduce((total, amount) => total + amount, 0) as MinorUnits;
