import { canonicalId } from '../ingest/canonicalId.ts';
import { NO_PERSON } from '../inventory/accountMatcher.ts';
import type { ContractLine } from '../contract/contractLine.ts';
import type { SeatTable } from '../inventory/snapshot.ts';

/** One person holds seats under two accounts or more. */
export const SEVERAL_ACCOUNTS = 1;
/** One person holds two licence types of which, by the contract, one covers the other. */
export const COVERED_LICENCE = 2;

/** Holders of more seats than they need; the seats of holder i stand from `starts[i]` to before `starts[i + 1]`. */
export interface SeatOverlaps {
  readonly count: number;
  readonly starts: Uint32Array;
  /** Rows of seats, ascending within a holder. */
  readonly seats: Uint32Array;
  /** {@link SEVERAL_ACCOUNTS}, {@link COVERED_LICENCE} or both. */
  readonly why: Uint8Array;
}

/**
 * Which licence type covers which, as places in a snapshot's list: a contract line names the lighter type beside its
 * own. Covering carries on: what a covered type covers is covered as well.
 */
export function coveredTypes(
  licenceTypes: readonly string[],
  lines: Iterable<Pick<ContractLine, 'licenceType' | 'lighterLicenceType'>>,
): readonly ReadonlySet<number>[] {
  const placeOf = new Map(licenceTypes.map((name, place) => [canonicalId(name), place]));
  const lighterOf = new Map<string, Set<string>>();
  for (const { licenceType, lighterLicenceType } of lines) {
    if (lighterLicenceType === undefined) continue;
    const [heavier, lighter] = [canonicalId(licenceType), canonicalId(lighterLicenceType)];
    lighterOf.set(heavier, (lighterOf.get(heavier) ?? new Set()).add(lighter));
  }
  return licenceTypes.map((name) => {
    const covered = new Set<string>();
    const open = [canonicalId(name)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const lighter of lighterOf.get(next) ?? []) {
        if (covered.has(lighter)) continue;
        covered.add(lighter);
        open.push(lighter);
      }
    }
    covered.delete(canonicalId(name));
    return new Set([...covered].flatMap((lighter) => placeOf.get(lighter) ?? []));
  });
}

/**
 * Finds who holds more than one needs: a person with seats under several accounts, and a person or account with a
 * licence type that another one of theirs covers. An account whose person is not known is a holder of its own. Seats
 * are first all taken, then all judged, each in slices. Source of the rule: REVIEW-23.
 */
export class OverlapFinder {
  /** Seat before each one of the same holder; −1 for the first. */
  private readonly before: Int32Array;
  /** Last seat of each holder: of accounts, then of people. */
  private readonly last: Int32Array;
  private readonly seatsFound: number[] = [];
  private readonly starts: number[] = [0];
  private readonly why: number[] = [];

  /** `person` gives the person of every account, −1 where nobody is known; `people` is how many there are. */
  constructor(
    private readonly seats: Pick<SeatTable, 'count' | 'account' | 'licenceType'>,
    private readonly person: Int32Array,
    people: number,
    private readonly covered: readonly ReadonlySet<number>[],
  ) {
    this.before = new Int32Array(seats.count).fill(-1);
    this.last = new Int32Array(person.length + people).fill(-1);
  }

  /** Takes the seats of `from` (inclusive) to `to` (exclusive). */
  takeSeats(from: number, to: number): void {
    for (let seat = from; seat < to; seat += 1) {
      const holder = this.holderOf(seat);
      this.before[seat] = this.last[holder]!;
      this.last[holder] = seat;
    }
  }

  /** Judges the holders whose last seat is one of `from` (inclusive) to `to` (exclusive). */
  judgeSeats(from: number, to: number): void {
    for (let seat = from; seat < to; seat += 1) {
      if (this.before[seat]! >= 0 && this.last[this.holderOf(seat)] === seat) this.judge(seat);
    }
  }

  /** What was found, in the order of the holders' last seats. */
  overlaps(): SeatOverlaps {
    return {
      count: this.why.length,
      starts: Uint32Array.from(this.starts),
      seats: Uint32Array.from(this.seatsFound),
      why: Uint8Array.from(this.why),
    };
  }

  private holderOf(seat: number): number {
    const account = this.seats.account[seat]!;
    const known = this.person[account]!;
    return known === NO_PERSON ? account : this.person.length + known;
  }

  private judge(end: number): void {
    const { account, licenceType } = this.seats;
    const first = this.seatsFound.length;
    const types: number[] = [];
    let why = 0;
    for (let seat = end; seat >= 0; seat = this.before[seat]!) {
      this.seatsFound.push(seat);
      if (account[seat] !== account[end]) why = SEVERAL_ACCOUNTS;
      if (!types.includes(licenceType[seat]!)) types.push(licenceType[seat]!);
    }
    if (types.some((type) => types.some((other) => this.covered[type]?.has(other)))) why |= COVERED_LICENCE;
    if (why === 0) {
      this.seatsFound.length = first;
      return;
    }
    for (let low = first, high = this.seatsFound.length - 1; low < high; low += 1, high -= 1) {
      const kept = this.seatsFound[low]!;
      this.seatsFound[low] = this.seatsFound[high]!;
      this.seatsFound[high] = kept;
    }
    this.starts.push(this.seatsFound.length);
    this.why.push(why);
  }
}

/** What an overlap means, in plain words. `pairs` names the covering and the covered licence type. */
export function explainOverlap(
  why: number,
  accounts: number,
  pairs: readonly (readonly [covering: string, covered: string])[],
): string {
  const parts: string[] = [];
  if ((why & SEVERAL_ACCOUNTS) !== 0)
    parts.push(`One person holds seats under ${accounts} accounts of this system.`);
  for (const [covering, lighter] of pairs)
    parts.push(`By the contract ${covering} covers ${lighter}, so one of the two seats would do.`);
  return parts.join(' ');
}
