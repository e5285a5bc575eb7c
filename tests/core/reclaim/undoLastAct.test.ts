import { describe, expect, test } from 'vitest';
import { decideSeats, queueWaiverFor, waiveQueue } from '../../../src/core/reclaim/seatDecision.ts';
import { replayLedger } from '../../../src/core/reclaim/replayLedger.ts';
import { undoLastAct } from '../../../src/core/reclaim/undoLastAct.ts';
import { decision, freeze, reclaim } from '../../builders/caseSteps.ts';
import { AS_OF, contractLine, day, LedgerBench, opening, seatIdentity } from '../../builders/ledgerBench.ts';

const undo = (bench: LedgerBench, reason = 'a mistake') => {
  const decided = undoLastAct(bench.record, reason, { actor: bench.actor, workingDay: bench.workingDay });
  if (!decided.ok) return decided.failure.reason;
  bench.append(decided.value);
  return undefined;
};

const decide = (
  bench: LedgerBench,
  numbers: readonly number[],
  decision: Parameters<typeof decideSeats>[1],
) => {
  const decided = decideSeats(
    numbers.map((number) => seatIdentity(number)),
    decision,
    { workingDay: bench.workingDay, asOf: AS_OF },
  );
  if (!decided.ok) return decided.failure.reason;
  bench.append(decided.value);
  return undefined;
};

describe('undoLastAct', () => {
  test('takes all seats of one act back, then the act before', () => {
    const bench = LedgerBench.ready();
    const empty = bench.record.reviewFacts;
    expect(decide(bench, [1, 2], { decide: 'inactive', reason: 'asked the team' })).toBeUndefined();
    expect(decide(bench, [3], { decide: 'mark', mark: 'service', reason: 'interface' })).toBeUndefined();
    expect(bench.record.reviewFacts.inactive.size).toBe(2);
    expect(bench.record.reviewFacts.humanMarks.get(seatIdentity(3).account)?.mark).toBe('service');
    expect(undo(bench)).toBeUndefined();
    expect(bench.record.reviewFacts.humanMarks.size).toBe(0);
    expect(bench.record.reviewFacts.inactive.size).toBe(2);
    expect(undo(bench)).toBeUndefined();
    expect(bench.record.reviewFacts).toEqual(empty);
    expect(undo(bench)).toBe('The last act stands: it cannot be taken back.');
    expect(replayLedger(bench.entries)).toEqual({ ok: true, value: bench.record });
  });

  test('brings back what a later fact had replaced', () => {
    const bench = LedgerBench.ready();
    bench.note({ kind: 'contractLineSaved', line: contractLine({ committedQuantity: 900 }) });
    bench.note({ kind: 'contractLineRemoved', id: 'line-1' });
    expect(bench.record.contractLines.size).toBe(0);
    undo(bench);
    expect(bench.record.contractLines.get('line-1')?.committedQuantity).toBe(900);
    undo(bench);
    expect(bench.record.contractLines.get('line-1')?.committedQuantity).toBe(1000);
  });

  test('takes a line and the holidays saved with it back together [CONTRACT-11]', () => {
    const bench = LedgerBench.ready();
    const [christmas, boxing] = [day(2026, 12, 25), day(2026, 12, 26)];
    bench.note({ kind: 'holidaysSaved', days: [christmas] });
    bench.note(
      { kind: 'contractLineSaved', line: contractLine({ committedQuantity: 900 }) },
      { kind: 'holidaysSaved', days: [christmas, boxing] },
    );
    expect(bench.record.holidays).toEqual([christmas, boxing]);
    undo(bench);
    expect(bench.record.holidays).toEqual([christmas]);
    expect(bench.record.contractLines.get('line-1')?.committedQuantity).toBe(1000);
    undo(bench);
    expect(bench.record.holidays).toEqual([]);
    expect(replayLedger(bench.entries)).toEqual({ ok: true, value: bench.record });
  });

  test('takes the step of every case of an act back by its own transition', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    expect(undo(bench)).toBe('The last act stands: it cannot be taken back.');
    bench.step(1, reclaim(bench.workingDay));
    expect(undo(bench, ' ')).toBe('Taking something back needs a reason.');
    expect(undo(bench)).toBeUndefined();
    expect(bench.where(1)).toBe('Ready');
    expect(bench.entries.at(-1)?.entry.body['transition']).toBe(26);
  });

  test('takes both moves of an appeal back that nobody could decide, the later one first', () => {
    const bench = LedgerBench.ready({ fallbackDeciders: ['unitHead'], graceDays: 5 });
    bench.open(opening(1, { seat: { ...seatIdentity(1), manager: '' } }));
    bench.step(1, reclaim(bench.workingDay));
    bench.step(1, decision('user', 'revoke'));
    bench.step(1, freeze(bench.workingDay));
    const frozen = bench.case(1);
    bench.step(1, { step: 'recordAppeal', by: 'user', reason: 'still needed' });
    expect(bench.where(1)).toBe('Attention Required');
    expect(undo(bench)).toBeUndefined();
    const moves = bench.entries.slice(-2).map(({ entry: { from, to } }) => [from, to]);
    expect(moves).toEqual([
      ['Attention Required', 'Awaiting Approval'],
      ['Awaiting Approval', 'Awaiting Revocation'],
    ]);
    expect(bench.case(1)).toMatchObject({
      state: frozen.state,
      subStep: 'frozen',
      graceEnds: frozen.graceEnds,
    });
    expect(replayLedger(bench.entries)).toEqual({ ok: true, value: bench.record });
  });

  test('does not take a step back twice after it was undone on the case', () => {
    const bench = LedgerBench.ready();
    bench.open(opening(1));
    bench.step(1, reclaim(bench.workingDay));
    bench.step(1, { step: 'undo', reason: 'too early' });
    expect(undo(bench)).toBe('The last act stands: it cannot be taken back.');
  });

  test('an export in between bars nothing', () => {
    const bench = LedgerBench.ready();
    decide(bench, [1], { decide: 'inactive', reason: 'x' });
    bench.note({ kind: 'ledgerExported', form: 'full', entries: 5 });
    expect(undo(bench)).toBeUndefined();
    expect(bench.record.reviewFacts.inactive.size).toBe(0);
  });
});

describe('decideSeats', () => {
  test('every decision needs its reason; an exception also its control and its end', () => {
    const bench = LedgerBench.ready();
    expect(decide(bench, [], { decide: 'inactive', reason: 'x' })).toBe('Select at least one seat.');
    expect(decide(bench, [1], { decide: 'inactive', reason: '' })).toBe(
      'Marking a seat inactive needs a reason.',
    );
    expect(decide(bench, [1], { decide: 'pattern', pattern: 'unknown', reason: 'x' })).toBe(
      'Choose the pattern.',
    );
    const exception = {
      decide: 'exception',
      rationale: 'audit',
      fallbackControl: '',
      until: day(2027, 1, 1),
    } as const;
    expect(decide(bench, [1], exception)).toBe('An exception needs a fallback control.');
    expect(decide(bench, [1], { ...exception, fallbackControl: 'review', until: day(2027, 9, 2) })).toContain(
      'within 12 months',
    );
    expect(bench.record.journal.size).toBe(1);
    expect(decide(bench, [1], { ...exception, fallbackControl: 'review' })).toBeUndefined();
    expect(decide(bench, [1], { decide: 'pattern', pattern: 'quarterly', reason: 'closes' })).toBeUndefined();
    const { seat } = seatIdentity(1);
    expect(bench.record.reviewFacts.exceptions.get(seat)?.length).toBe(1);
    expect(bench.record.reviewFacts.patterns.get(seat)).toEqual({
      seat,
      pattern: 'quarterly',
      declaredOn: AS_OF,
    });
  });

  test('a waiver of the queue holds for one version and snapshot only', () => {
    const bench = LedgerBench.ready();
    expect(waiveQueue(bench.record, ' ')).toMatchObject({
      failure: { reason: 'Waiving the queue needs a reason.' },
    });
    const waived = waiveQueue(bench.record, 'short of time');
    if (waived.ok) bench.append(waived.value);
    expect(queueWaiverFor(bench.record, 1, 'snapshot-1')).toMatchObject({ reason: 'short of time' });
    expect(queueWaiverFor(bench.record, 2, 'snapshot-1')).toBeUndefined();
    expect(queueWaiverFor(bench.record, 1, 'snapshot-2')).toBeUndefined();
  });
});
