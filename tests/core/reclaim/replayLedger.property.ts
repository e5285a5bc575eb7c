import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { countCases, countReclaimed, heldSeats } from '../../../src/core/reclaim/caseCounts.ts';
import type { CaseRecord } from '../../../src/core/reclaim/caseRecord.ts';
import { CASE_STATES, isClosed } from '../../../src/core/reclaim/caseState.ts';
import type { CaseStep } from '../../../src/core/reclaim/caseStep.ts';
import { startsFrom } from '../../../src/core/reclaim/caseTransition.ts';
import { CASE_TRANSITIONS } from '../../../src/core/reclaim/caseTransitions.ts';
import { applyDueSteps } from '../../../src/core/reclaim/dueItems.ts';
import { replayLedger } from '../../../src/core/reclaim/replayLedger.ts';
import { undoLastAct } from '../../../src/core/reclaim/undoLastAct.ts';
import { verifyChain } from '../../../src/core/reclaim/verifyChain.ts';
import { deactivate, decision, freeze, reclaim, waive } from '../../builders/caseSteps.ts';
import { LedgerBench, opening, policy, seatIdentity, sha256Hex } from '../../builders/ledgerBench.ts';

/** What a person may try at random, on any case, in any state, with or without the texts it needs. */
type Command =
  | { readonly do: 'open'; readonly seats: readonly number[]; readonly manual: boolean }
  | { readonly do: 'step'; readonly pick: number; readonly step: CaseStep }
  /** The next sensible step of a case, so that long ways are walked to their end. */
  | { readonly do: 'forward'; readonly pick: number; readonly way: number }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'applyDue' }
  | { readonly do: 'undoLast' }
  | { readonly do: 'freezePolicy'; readonly changes: Partial<Policy> };

const SEATS = 6;
const text = fc.constantFrom('', 'because', 'said so');
const picked = fc.integer({ min: 0, max: 200 });

const policyChanges: fc.Arbitrary<Partial<Policy>> = fc.record({
  notify: fc.boolean(),
  noticeTo: fc.constantFrom('owner' as const, 'manager' as const, 'both' as const),
  onTimeout: fc.constantFrom('freeze' as const, 'hold' as const),
  platformCanFreeze: fc.boolean(),
  dryRun: fc.boolean(),
  objectionDays: fc.integer({ min: 0, max: 12 }),
  graceDays: fc.integer({ min: 0, max: 20 }),
  fallbackDeciders: fc.constantFrom(['owner', 'manager'] as const, ['unitHead'] as const),
});

/** Days are given relative to the working day and set when the command runs. */
type DatedStep = { readonly step: CaseStep; readonly offset: number };

const steps: fc.Arbitrary<DatedStep> = fc
  .tuple(
    fc.oneof(
      fc.record({
        step: fc.constant('linkPerson' as const),
        name: text,
        email: text,
        role: fc.constantFrom('owner' as const, 'decider' as const),
      }),
      fc.record({
        step: fc.constant('reclaim' as const),
        notice: fc.constantFrom(undefined, notice()),
        waiver: fc.constantFrom(undefined, '', 'agreed'),
      }),
      fc.record({ step: fc.constant('recordNotice' as const), notice: fc.constant(notice()) }),
      fc.record({
        step: fc.constant('recordDecision' as const),
        decision: fc.constantFrom('keep' as const, 'revoke' as const, 'downgrade' as const),
        by: fc.constantFrom('user' as const, 'manager' as const),
        channel: fc.constantFrom('e-mail' as const, 'phone' as const),
        reference: text,
        reason: text,
        lighterLicenceType: fc.constantFrom(undefined, 'Requester', 'Fulfiller'),
        exceptionUntil: fc.constantFrom(undefined, 0 as never),
        fallbackControl: text,
      }),
      fc.record({ step: fc.constant('recordFreeze' as const), on: fc.constant(0 as never) }),
      fc.record({
        step: fc.constant('recordAppeal' as const),
        by: fc.constantFrom('user' as const, 'manager' as const),
        reason: text,
      }),
      fc.record({
        step: fc.constant('recordDeactivation' as const),
        on: fc.constant(0 as never),
        overrideReason: fc.constantFrom(undefined, '', 'urgent'),
      }),
      fc.record({ step: fc.constant('recordDowngrade' as const), on: fc.constant(0 as never) }),
      fc.record({
        step: fc.constantFrom(
          'unfreeze' as const,
          'closeComplete' as const,
          'applyDue' as const,
          'convertToLive' as const,
        ),
      }),
      fc.record({ step: fc.constant('stepFailed' as const), error: text }),
      fc.record({ step: fc.constant('resolved' as const), note: text }),
      fc.record({
        step: fc.constantFrom('withdraw' as const, 'undo' as const, 'undo' as const),
        reason: text,
      }),
    ),
    fc.integer({ min: -20, max: 20 }),
  )
  .map(([step, offset]) => ({ step, offset }));

type DatedCommand =
  | Exclude<Command, { do: 'step' }>
  | { readonly do: 'step'; readonly pick: number; readonly dated: DatedStep };

const commands: fc.Arbitrary<DatedCommand> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('forward' as const),
      pick: picked,
      way: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      seats: fc.array(fc.integer({ min: 1, max: SEATS }), { minLength: 1, maxLength: 3 }),
      manual: fc.boolean(),
    }),
  },
  { weight: 14, arbitrary: fc.record({ do: fc.constant('step' as const), pick: picked, dated: steps }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 15 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('applyDue' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undoLast' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('freezePolicy' as const), changes: policyChanges }) },
);

const reached = new Set<string>();
const taken = new Set<number>();

const invariants = fc.property(
  policyChanges,
  fc.array(commands, { minLength: 20, maxLength: 90 }),
  (changes, sequence) => {
    const bench = LedgerBench.ready(changes);
    bench.open(...[1, 2, 3, 4].map((number) => openingOf(number, false)));
    for (const command of sequence) {
      const before = bench.record;
      const length = bench.entries.length;
      run(bench, command);
      checkMoves(bench, before.cases, length);
    }
    for (const { state } of bench.record.cases.values()) reached.add(state);
    checkState(bench);
  },
);

describe('any sequence of steps', () => {
  test('keeps every invariant [RECLAIM-02, RECLAIM-05, RECLAIM-09, RECLAIM-11, RECLAIM-29]', () => {
    fc.assert(invariants, { numRuns: 60 });
  }, 60_000);

  test('keeps them on a fixed run that takes every transition of a person', () => {
    reached.clear();
    taken.clear();
    fc.assert(invariants, { numRuns: 150, seed: 20260930 });
    expect([...reached].toSorted()).toEqual(
      CASE_STATES.filter((state) => state !== 'Closed Canceled').toSorted(),
    );
    for (const number of [
      3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 26, 27, 28, 29, 31, 32,
    ]) {
      expect(taken, `transition ${number} was never taken`).toContain(number);
    }
  }, 60_000);
});

function run(bench: LedgerBench, command: DatedCommand): void {
  const acting = { actor: bench.actor, workingDay: bench.workingDay };
  switch (command.do) {
    case 'open':
      bench.open(...command.seats.map((number) => openingOf(number, command.manual)));
      return;
    case 'step': {
      const number = 1 + (command.pick % bench.record.cases.size);
      bench.step(number, dated(command.dated, bench), openingOf(seatNumber(bench.case(number)), false));
      return;
    }
    case 'forward': {
      const current = bench.case(1 + (command.pick % bench.record.cases.size));
      const step = forwardStep(current, command.way, bench);
      if (step !== undefined) bench.step(current.number, step);
      return;
    }
    case 'wait':
      bench.wait(command.days);
      return;
    case 'applyDue':
      bench.append(applyDueSteps(bench.record, acting));
      return;
    case 'undoLast': {
      const undone = undoLastAct(bench.record, 'changed my mind', acting);
      if (undone.ok) bench.append(undone.value);
      return;
    }
    case 'freezePolicy':
      bench.note({
        kind: 'policyFrozen',
        version: bench.record.policies.length + 1,
        policy: policy(command.changes),
        hash: 'd'.repeat(64),
      });
  }
}

/** What must hold between two states: each changed case has exactly one entry per transition of the table. */
function checkMoves(bench: LedgerBench, before: ReadonlyMap<number, CaseRecord>, length: number): void {
  const added = bench.entries.slice(length);
  for (const { personal } of added) expect(personal.actor).toBe('Robin Marsh');
  for (const [number, current] of bench.record.cases) {
    const moves = added.filter(
      ({ entry }) => entry.kind === 'caseMoved' && entry.subject === `case:${number}`,
    );
    const previous = before.get(number);
    if (previous === undefined) {
      expect(
        added.filter(({ entry }) => entry.kind === 'caseOpened' && entry.subject === `case:${number}`).length,
      ).toBe(1);
      expect(moves.length).toBe(0);
      continue;
    }
    if (isClosed(previous.state)) {
      expect(current).toBe(previous);
      continue;
    }
    let { state } = previous;
    for (const { entry } of moves) {
      const transition = entry.body['transition'] as number;
      taken.add(transition);
      expect(entry.from).toBe(state);
      const fits = CASE_TRANSITIONS.filter(
        (row) =>
          row.number === transition &&
          startsFrom({ ...row, subSteps: undefined }, state, undefined) &&
          (row.to === 'previous' || row.to === entry.to),
      );
      expect(fits.length, `T${transition} ${state} → ${entry.to}`).toBeGreaterThan(0);
      state = entry.to as typeof state;
    }
    expect(current.state).toBe(state);
    if (moves.length === 0) expect(current.subStep).toBe(previous.subStep);
  }
}

/** What must hold of every state. */
function checkState(bench: LedgerBench): void {
  const { record, entries } = bench;
  const all = [...record.cases.values()];
  const replayed = replayLedger(entries);
  expect(replayed).toEqual({ ok: true, value: record });
  expect(verifyChain(entries, sha256Hex)).toEqual({ outcome: 'intact', entries: entries.length });

  const open = all.filter(({ state }) => !isClosed(state));
  expect(new Set(open.map(({ seat }) => seat.seat)).size).toBe(open.length);
  expect(new Map(open.map(({ seat, number }) => [seat.seat, number]))).toEqual(record.openCaseBySeat);

  const { live, dryRun } = countCases(all);
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, n) => total + n, 0);
  expect(sum(live) + sum(dryRun)).toBe(all.length);
  expect(sum(dryRun)).toBe(all.filter((current) => current.dryRun).length);
  const { attested, verified } = countReclaimed(all);
  expect(attested + verified).toBe(live['Closed Complete']);
  expect(heldSeats(all).length).toBe(live['Closed Complete']);

  for (const current of all) {
    const { state, subStep } = current;
    if (state === 'Awaiting User') expect(current.notify).toBe(true);
    if (state === 'Awaiting Revocation') {
      expect(subStep).toBeDefined();
      const recovering = subStep !== 'toFreeze' && subStep !== 'grace';
      const asked = current.notice ?? current.waiver;
      if (recovering || subStep === 'toFreeze') expect(asked).toBeDefined();
    }
    if (state === 'Closed Complete') {
      expect(current.proof).toBe('attested');
      expect(current.restoreCard).toBeDefined();
      expect(current.reclaimedOn! > current.graceEnds!).toBe(true);
    }
    if (current.dryRun)
      expect(current.timeline.every(({ what }) => what.startsWith('DRY RUN') || !/^T\d/.test(what))).toBe(
        true,
      );
  }
}

function forwardStep(current: CaseRecord, way: number, bench: LedgerBench): CaseStep | undefined {
  const on = bench.workingDay;
  switch (current.state) {
    case 'Attention Required':
      if (current.attention === 'failed') return { step: 'resolved', note: 'done' };
      return {
        step: 'linkPerson',
        name: 'Ada Poe',
        email: '',
        role: current.attention === 'userMissing' ? 'owner' : 'decider',
      };
    case 'Ready':
      return current.notify ? reclaim(on) : waive('agreed');
    case 'Awaiting User':
      return decision(way === 0 ? 'manager' : 'user', way < 4 ? 'revoke' : 'keep');
    case 'Awaiting Approval':
      if (way === 5) return decision('manager', 'keep', { exceptionUntil: addDays(on, 90) });
      return decision('manager', way === 4 ? 'downgrade' : 'revoke');
    case 'Awaiting Revocation':
      switch (current.subStep) {
        case 'toFreeze':
          return freeze(on);
        case 'frozen':
        case 'grace':
          return way < 2 ? deactivate(on, 'urgent') : { step: 'applyDue' };
        case 'toDeactivate':
          return deactivate(on);
        case 'toDowngrade':
          return { step: 'recordDowngrade', on };
        default:
          return { step: 'closeComplete' };
      }
    default:
      return undefined;
  }
}

const seatNumber = ({ seat }: CaseRecord): number => Number(/^person(\d+)@/.exec(seat.account)![1]);

function openingOf(number: number, manual: boolean) {
  // Seats 5 and 6 have nobody to write to; seat 4 has no manager.
  const changes = number >= 5 ? { name: '', email: '' } : number === 4 ? { manager: '' } : {};
  return opening(number, { seat: seatIdentity(number, changes), origin: manual ? 'manual' : 'automatic' });
}

function notice() {
  return { recipient: 'a@x.example', channel: 'e-mail', on: 0 as never, text: 'Idle.' } as const;
}

function dated({ step, offset }: DatedStep, bench: LedgerBench): CaseStep {
  const on = (bench.workingDay + Math.min(0, offset)) as typeof bench.workingDay;
  if (step.step === 'recordDecision' && step.exceptionUntil !== undefined) {
    return { ...step, exceptionUntil: (bench.workingDay + offset) as typeof bench.workingDay };
  }
  if ((step.step === 'reclaim' || step.step === 'recordNotice') && step.notice !== undefined) {
    return { ...step, notice: { ...step.notice, on } };
  }
  return 'on' in step
    ? { ...step, on: (bench.workingDay + (offset > 15 ? 1 : Math.min(0, offset))) as typeof on }
    : step;
}
