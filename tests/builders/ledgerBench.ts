import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { addDays, dayFromCalendar, type EpochDay } from '../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../src/core/base/formatDay.ts';
import type { CurrencyCode, MinorUnits } from '../../src/core/base/minorUnits.ts';
import type { ContractLine } from '../../src/core/contract/contractLine.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/core/policy/policy.ts';
import type { CaseRecord, SeatIdentity } from '../../src/core/reclaim/caseRecord.ts';
import { stepContext } from '../../src/core/reclaim/caseSituation.ts';
import type { CaseStep } from '../../src/core/reclaim/caseStep.ts';
import { chainFacts } from '../../src/core/reclaim/chainFacts.ts';
import { decideCaseStep } from '../../src/core/reclaim/decideCaseStep.ts';
import type { LedgerFact, RecordedEntry } from '../../src/core/reclaim/ledgerEntry.ts';
import type { CaseOpening } from '../../src/core/reclaim/caseOpening.ts';
import { openCases, type RefusedSubject } from '../../src/core/reclaim/openCases.ts';
import { pseudonymOf } from '../../src/core/reclaim/pseudonymOf.ts';
import type { RecordedFact } from '../../src/core/reclaim/recordedFact.ts';
import { replayOnto } from '../../src/core/reclaim/replayLedger.ts';
import { EMPTY_RECORD, type WorkspaceRecord } from '../../src/core/reclaim/workspaceRecord.ts';
import { writeFact } from '../../src/core/reclaim/writeFact.ts';

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
export const hmacHex = (text: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes('secret'), utf8ToBytes(text)));

/** A source of salts that gives the same ones in the same order. */
export function countedSalts(): () => string {
  let count = 0;
  return () => (++count).toString(16).padStart(32, '0');
}

export const day = (year: number, month: number, date: number): EpochDay =>
  dayFromCalendar(year, month, date);

export const AS_OF = day(2026, 6, 30);
export const FIRST_DAY = day(2026, 9, 1);

export const contractLine = (changes: Partial<ContractLine> = {}): ContractLine => ({
  id: 'line-1',
  vendor: 'Northwind',
  product: 'Service desk',
  licenceType: 'Fulfiller',
  metric: 'namedUser',
  committedQuantity: 1000,
  unitPriceAYear: 120_000 as MinorUnits,
  pricePeriod: 'year',
  currency: 'GBP' as CurrencyCode,
  termStart: day(2026, 1, 1),
  termEnd: day(2026, 12, 31),
  reductionRight: 'none',
  notice: { length: 60, unit: 'days' },
  renewsAutomatically: true,
  upliftBasisPoints: 700,
  minimumQuantity: 0,
  lotSize: 1,
  restricted: false,
  paidSeat: true,
  deactivatedCounts: 'notStated',
  lighterLicenceType: undefined,
  overlap: undefined,
  ...changes,
});

export function seatIdentity(number: number, changes: Partial<SeatIdentity> = {}): SeatIdentity {
  const account = `person${number}@larkfield.example`;
  const licenceType = changes.licenceType ?? 'Fulfiller';
  return {
    seat: `${account.length}:${account}/${licenceType}`,
    pseudonym: pseudonymOf(account, hmacHex),
    account,
    accountId: `Person${number}@larkfield.example`,
    licenceType,
    name: `Person ${number}`,
    email: account,
    manager: 'Morgan Lee',
    unit: 'Finance',
    role: 'itil',
    inheritedFrom: '',
    ...changes,
  };
}

export const opening = (number: number, changes: Partial<CaseOpening> = {}): CaseOpening => ({
  seat: seatIdentity(number),
  identified: true,
  protectedRole: false,
  category: 'dormant',
  origin: 'automatic',
  block: undefined,
  reason: undefined,
  ...changes,
});

/** A policy that notifies and is live, unless changed. */
export const policy = (changes: Partial<Policy> = {}): Policy => ({
  ...DEFAULT_POLICY,
  dryRun: false,
  ...changes,
});

/** A ledger in memory whose days are set by the test: records facts and keeps the replayed state. */
export class LedgerBench {
  readonly actor: string;
  workingDay: EpochDay = FIRST_DAY;
  entries: RecordedEntry[] = [];
  record: WorkspaceRecord = EMPTY_RECORD;
  readonly #nextSalt = countedSalts();

  constructor(actor = 'Robin Marsh') {
    this.actor = actor;
  }

  /** A workspace with one import and a frozen policy. */
  static ready(changes: Partial<Policy> = {}): LedgerBench {
    const bench = new LedgerBench();
    bench.note({
      kind: 'workspaceCreated',
      name: 'Larkfield',
      timeZone: 'Europe/London',
      fiscalYearStart: 1,
      sample: false,
    });
    bench.note({ kind: 'contractLineSaved', line: contractLine() });
    bench.import('snapshot-1', AS_OF);
    bench.note({ kind: 'policyFrozen', version: 1, policy: policy(changes), hash: 'a'.repeat(64) });
    return bench;
  }

  append(facts: readonly LedgerFact[]): RecordedEntry[] {
    const at = `${formatIsoDay(this.workingDay)}T10:00:00+01:00`;
    const stamp = { actor: this.actor, at };
    const added = chainFacts(facts, stamp, this.record.end, sha256Hex, this.#nextSalt);
    const replayed = replayOnto(this.record, added);
    if (!replayed.ok)
      throw new Error(`Entry ${replayed.failure.sequence} cannot be read: ${replayed.failure.field}`);
    this.record = replayed.value;
    this.entries = [...this.entries, ...added];
    return added;
  }

  note(...facts: readonly RecordedFact[]): RecordedEntry[] {
    return this.append(facts.map((fact) => writeFact(fact)));
  }

  import(snapshot: string, asOf: EpochDay): void {
    this.note({
      kind: 'usersImported',
      snapshot,
      sha256: 'b'.repeat(64),
      fileName: 'users.csv',
      system: 'ServiceNow',
      asOf,
      completeness: 'full',
      read: 10,
      accepted: 10,
      rejected: 0,
      accounts: 10,
      seats: 10,
    });
  }

  open(...openings: readonly CaseOpening[]): readonly RefusedSubject[] {
    const newest = this.record.imports.at(-1);
    const { facts, refused } = openCases(this.record, openings, {
      actor: this.actor,
      workingDay: this.workingDay,
      snapshot: newest?.snapshot ?? '',
      asOf: newest?.asOf ?? AS_OF,
      live: false,
    });
    this.append(facts);
    return refused;
  }

  case(number: number): CaseRecord {
    const found = this.record.cases.get(number);
    if (found === undefined) throw new Error(`There is no case ${number}.`);
    return found;
  }

  /** Takes a step; the answer is the sentence of the refusal, or `undefined` when it was recorded. */
  step(number: number, step: CaseStep, live?: CaseOpening): string | undefined {
    const decided = decideCaseStep(
      this.case(number),
      step,
      stepContext(this.record, this.case(number), { actor: this.actor, workingDay: this.workingDay }, live),
    );
    if (!decided.ok) return decided.failure.reason;
    this.append(decided.value);
    return undefined;
  }

  wait(days: number): void {
    this.workingDay = addDays(this.workingDay, days);
  }

  /** State and, inside Awaiting Revocation, sub-step of a case. */
  where(number: number): string {
    const { state, subStep } = this.case(number);
    return state === 'Awaiting Revocation' ? `${state} / ${subStep}` : state;
  }
}
