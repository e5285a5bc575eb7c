import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/base/epochDay.ts';
import { caseStage } from '../../../src/core/reclaim/caseStage.ts';
import { stepContext } from '../../../src/core/reclaim/caseSituation.ts';
import { caseSteps } from '../../../src/core/reclaim/caseSteps.ts';
import { applyDueSteps, listDueItems } from '../../../src/core/reclaim/dueItems.ts';
import { deactivate, decision, freeze, reclaim } from '../../builders/caseSteps.ts';
import { day, LedgerBench, opening, seatIdentity } from '../../builders/ledgerBench.ts';

const offered = (bench: LedgerBench, number: number) =>
  caseSteps(
    bench.case(number),
    stepContext(bench.record, bench.case(number), { actor: bench.actor, workingDay: bench.workingDay }),
  );

/** Cases 1 to 5: frozen, awaiting the user, awaiting the manager, Ready, attention. */
function fiveCases(changes = {}): LedgerBench {
  const bench = LedgerBench.ready(changes);
  bench.open(
    ...[1, 2, 3, 4].map((number) => opening(number)),
    opening(5, { seat: seatIdentity(5, { name: '', email: '' }) }),
  );
  for (const number of [1, 2, 3]) bench.step(number, reclaim(bench.workingDay));
  bench.step(1, decision('user', 'revoke'));
  bench.step(1, freeze(bench.workingDay));
  bench.step(3, decision('user', 'keep'));
  return bench;
}

describe('listDueItems', () => {
  test('lists what became due while Fallow was closed, and changes nothing [RECLAIM-28]', () => {
    const bench = fiveCases({ onTimeout: 'freeze' });
    expect(listDueItems(bench.record, bench.workingDay)).toEqual([
      { kind: 'noticeToSend', cases: [4], dueOn: undefined, applicable: false },
      { kind: 'attention', cases: [5], dueOn: undefined, applicable: false },
    ]);
    const start = bench.workingDay;
    bench.wait(15);
    expect(listDueItems(bench.record, bench.workingDay)).toEqual([
      { kind: 'noticeToSend', cases: [4], dueOn: undefined, applicable: false },
      { kind: 'answerOverdue', cases: [2], dueOn: addDays(start, 10), applicable: true },
      { kind: 'decisionOverdue', cases: [3], dueOn: addDays(start, 10), applicable: true },
      { kind: 'graceEnded', cases: [1], dueOn: addDays(start, 14), applicable: true },
      { kind: 'attention', cases: [5], dueOn: undefined, applicable: false },
    ]);
    expect(bench.where(2)).toBe('Awaiting User');
  });

  test('Apply due steps applies what the rules allow, with due and applied day', () => {
    const bench = fiveCases({ onTimeout: 'freeze' });
    bench.wait(15);
    const added = bench.append(
      applyDueSteps(bench.record, { actor: bench.actor, workingDay: bench.workingDay }),
    );
    expect(added.map(({ entry }) => [entry.body['transition'], entry.dueOn, entry.appliedOn])).toEqual([
      [18, '2026-09-15', '2026-09-16'],
      [10, '2026-09-11', '2026-09-16'],
      [14, '2026-09-11', '2026-09-16'],
    ]);
    expect(listDueItems(bench.record, bench.workingDay).some(({ applicable }) => applicable)).toBe(false);
  });

  test('with the rule hold overdue answers are listed but wait for a person', () => {
    const bench = fiveCases({ onTimeout: 'hold' });
    bench.wait(15);
    const items = listDueItems(bench.record, bench.workingDay);
    expect(items.find(({ kind }) => kind === 'answerOverdue')).toMatchObject({
      cases: [2],
      applicable: false,
    });
    expect(items.find(({ kind }) => kind === 'graceEnded')).toMatchObject({ applicable: true });
  });

  test('names what a person has to do next in the platform, which no due step does [RECLAIM-28]', () => {
    const bench = fiveCases();
    const waits = (number: number) =>
      listDueItems(bench.record, bench.workingDay).find(({ cases }) => cases.includes(number));
    expect(waits(2)).toBeUndefined();
    bench.step(2, decision('user', 'revoke'));
    expect(waits(2)).toEqual({ kind: 'seatsToFreeze', cases: [2], dueOn: undefined, applicable: false });
    bench.step(3, decision('manager', 'downgrade'));
    expect(waits(3)).toMatchObject({ kind: 'seatsToDowngrade', applicable: false });
    expect(waits(1)).toBeUndefined();
    bench.wait(15);
    expect(waits(1)).toMatchObject({ kind: 'graceEnded', applicable: true });
    bench.append(applyDueSteps(bench.record, { actor: bench.actor, workingDay: bench.workingDay }));
    expect(waits(1)).toMatchObject({ kind: 'seatsToDeactivate', applicable: false });
    bench.step(1, deactivate(bench.workingDay));
    expect(waits(1)).toEqual({ kind: 'toClose', cases: [1], dueOn: undefined, applicable: false });
    bench.step(1, { step: 'closeComplete' });
    expect(waits(1)).toBeUndefined();
  });

  test('announces an exception two weeks before its last day', () => {
    const bench = fiveCases();
    bench.step(3, decision('manager', 'keep', { exceptionUntil: day(2026, 12, 1) }));
    const isExpiring = (on: ReturnType<typeof day>) =>
      listDueItems(bench.record, on).find(({ kind }) => kind === 'exceptionExpiring');
    expect(isExpiring(day(2026, 11, 16))).toBeUndefined();
    expect(isExpiring(day(2026, 11, 17))).toMatchObject({ cases: [3], dueOn: day(2026, 12, 1) });
    expect(isExpiring(day(2026, 12, 2))).toBeUndefined();
  });
});

describe('caseSteps', () => {
  test('Reclaim is the first step of Ready [RECLAIM-01]', () => {
    const bench = fiveCases();
    expect(offered(bench, 4).map(({ step }) => step)).toEqual([
      'reclaim',
      'recordNotice',
      'stepFailed',
      'withdraw',
    ]);
    expect(offered(bench, 4).every(({ refusal }) => refusal === undefined)).toBe(true);
  });

  test('while frozen the deactivation is shown with its refusal', () => {
    const bench = fiveCases();
    expect(offered(bench, 1).map(({ step }) => step)).toEqual([
      'recordAppeal',
      'unfreeze',
      'recordDeactivation',
      'applyDue',
      'stepFailed',
      'undo',
      'withdraw',
    ]);
    expect(offered(bench, 1).find(({ step }) => step === 'recordDeactivation')?.refusal).toBe(
      'Cannot record the deactivation: grace ends 15 September.',
    );
  });

  test('a closed case offers nothing', () => {
    const bench = fiveCases();
    bench.step(1, { step: 'unfreeze' });
    expect(offered(bench, 1)).toEqual([]);
  });
});

test('caseStage walks from route to savings event', () => {
  const bench = fiveCases();
  expect([5, 4, 2, 3, 1].map((number) => caseStage(bench.case(number)))).toEqual([1, 1, 2, 2, 3]);
  bench.wait(15);
  bench.step(1, deactivate(bench.workingDay));
  expect(caseStage(bench.case(1))).toBe(4);
  bench.step(1, { step: 'closeComplete' });
  expect(caseStage(bench.case(1))).toBe(5);
  bench.step(2, { step: 'withdraw', reason: 'x' });
  expect(caseStage(bench.case(2))).toBe(2);
});
