import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { EpochDay } from '../../../src/core/base/epochDay.ts';
import type { SeatHistory } from '../../../src/core/inventory/seatHistory.ts';
import type { Snapshot } from '../../../src/core/inventory/snapshot.ts';
import { countConfidence, type ConfidenceCounts } from '../../../src/core/policy/countConfidence.ts';
import type { EvaluationContext } from '../../../src/core/policy/evaluationContext.ts';
import { countCategories } from '../../../src/core/policy/kernel.ts';
import { prepareSeats } from '../../../src/core/policy/prepareSeats.ts';
import { flaggedTotal, totalsByCategory } from '../../../src/core/policy/totalsByCategory.ts';
import { contextOf, type ContextOptions } from '../../builders/contextOf.ts';
import { randomContext } from '../../builders/randomSnapshot.ts';
import { day, snapshotOf } from '../../builders/snapshotOf.ts';
import { classifySeats } from '../../builders/classifySeats.ts';

function countOf(context: EvaluationContext, earlierList?: EpochDay): ConfidenceCounts {
  const prepared = prepareSeats(context);
  const steps = countConfidence(context, prepared, classifySeats(prepared, context.policy), earlierList);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const SEAT = { account: 'a', email: 'a@x.example', assigned: '2024-01-01', 'last action': '2025-10-01' };
const seat = (cells: Readonly<Record<string, string>> = {}): string => {
  const all = { ...SEAT, ...cells };
  return [Object.keys(all).join(' | '), Object.values(all).join(' | ')].join('\n');
};
const TESTED = { tested: ['none'] } as const;

/** The class of one seat. */
function classOf(snapshot: Snapshot, options: ContextOptions = TESTED, earlierList?: EpochDay): string {
  const counts = countOf(contextOf(snapshot, options), earlierList);
  return (['a', 'b', 'c'] as const).filter((name) => counts[name] === 1).join();
}

/** The same dates of work from a log beside the list. */
function withLog(table: string, endsEarly = false): Snapshot {
  const snapshot = snapshotOf(table);
  const source = {
    file: 'log-1',
    name: 'log.csv',
    sha256: '',
    system: 'other',
    lagDays: 2,
    zone: 'UTC',
    historyStart: day('2024-01-01'),
    asOf: snapshot.asOf,
    endsEarly,
    monthly: false,
  };
  return {
    ...snapshot,
    evidence: [...snapshot.evidence, ...snapshot.evidence.map((column) => ({ ...column, source }))],
  };
}

const heldSince = (iso: string): SeatHistory => ({
  firstSeenOn: Int32Array.of(day(iso)),
  absentUntil: Int32Array.of(0),
});

test('one source without a warning is B; a warning, a block or the edge of the window is C', () => {
  expect(classOf(snapshotOf(seat()))).toBe('b');
  expect(classOf(snapshotOf(seat()), {})).toBe('c');
  expect(classOf(snapshotOf(seat({ email: '' })))).toBe('c');
  expect(classOf(snapshotOf(seat({ vip: 'yes' })))).toBe('c');
  expect(classOf(snapshotOf(seat({ 'last action': '2026-04-01' })))).toBe('c');
  expect(classOf(snapshotOf('account | email | last sso\na | a@x.example | 2025-10-01'))).toBe('c');
});

test('a check that is switched off warns of nothing', () => {
  const policy = { checksOff: [{ check: 'periodicPattern', reason: 'tested elsewhere' }] } as const;
  expect(classOf(snapshotOf(seat()), { policy })).toBe('b');
});

test('two files that agree are A from twice the window on; one that ends early agrees with nothing', () => {
  expect(classOf(withLog(seat()))).toBe('a');
  expect(classOf(withLog(seat(), true))).toBe('b');
  // Idle 179 days: one short of twice the window.
  expect(classOf(withLog(seat({ 'last action': '2026-01-02' })))).toBe('b');
  expect(classOf(withLog(seat({ 'last action': '2026-01-01' })))).toBe('a');
  expect(classOf(withLog(seat({ 'last action': 'never', assigned: '2026-01-01' })))).toBe('a');
  expect(classOf(withLog(seat({ 'last action': 'never', assigned: '2026-01-02' })))).toBe('b');
});

test('an earlier list that held the seat when it was idle for the window already confirms it', () => {
  const options = { ...TESTED, history: heldSince('2025-01-31') };
  expect(classOf(snapshotOf(seat()), options, day('2026-05-31'))).toBe('a');
  // On 30 Dec 2025 the seat was idle for 90 days, the day before for 89.
  expect(classOf(snapshotOf(seat()), options, day('2025-12-30'))).toBe('a');
  expect(classOf(snapshotOf(seat()), options, day('2025-12-29'))).toBe('b');
  const later = { ...TESTED, history: heldSince('2026-06-30') };
  expect(classOf(snapshotOf(seat()), later, day('2026-05-31'))).toBe('b');
});

test('a leaver is B without a warning: no list of users is a source of HR', () => {
  expect(classOf(withLog(seat({ left: '2026-05-01' })))).toBe('b');
});

test('the three classes add up to the flagged seats', () => {
  fc.assert(
    fc.property(randomContext, (context) => {
      const { a, b, c } = countOf(context);
      const prepared = prepareSeats(context);
      expect(a + b + c).toBe(flaggedTotal(totalsByCategory(countCategories(prepared, context.policy))));
    }),
    { numRuns: 60 },
  );
});
